"""A learner at a lesson, without a browser."""

from editor.lessons import catalogue
from editor.models import Board, Progress
from editor.services import evaluation, learning, lesson_state
from editor.services.access import Person
from tests.services.making import submit

ANN = Person(browser="a" * 32)


def begun(name, who=ANN):
    return learning.begin(name, who)


def stands(row):
    return lesson_state.state(Board.objects.get(pk=row.pk))


def held(row):
    return Progress.objects.get(board=row)


def write(row, text, name=None):
    """Save a policy: over the one that stands there, or as a new one."""
    policies = evaluation.state(Board.objects.get(pk=row.pk)).policies
    if not policies:
        return submit(row, "add_policy", text=text)
    (only,) = policies
    return submit(row, "edit_policy", id=only, text=text)


def solution(name):
    return catalogue.lesson(name).solution


def wrong(name, title):
    return next(one.policies for one in catalogue.lesson(name).wrong if one.name == title)
