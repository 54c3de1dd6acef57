"""A workshop with learners, without a browser."""

from editor.models import Board, Progress, Seat, Workshop
from editor.services import learning
from editor.services.access import Person
from editor.services.workshops import beginning, joining, lessons, opening
from editor.wire.workshop_requests import LessonChoice, NewWorkshop, OpenLesson
from tests.services.learners import write

TEACHER = Person(browser="7" * 32)
HYPHEN, ISOLATE = "case-5-one-hyphen", "isolate-the-db"


def room(*names, who=TEACHER):
    """A workshop with these lessons, none of them open."""
    chosen = tuple(LessonChoice(lesson=name) for name in names or (HYPHEN, ISOLATE))
    return opening.open_workshop(NewWorkshop(title="Thursday", lessons=chosen), who)


def learner(number):
    return Person(browser=f"{number:032x}")


def seat(workshop, number=1, nickname=None):
    found, _, _ = joining.join(workshop.code, nickname or f"learner {number}", learner(number))
    return found


def opened(workshop, number=0):
    lessons.open_lesson(workshop, OpenLesson(lesson=number))
    return fresh(workshop)


def at_work(workshop, number=1, lesson=0):
    """A learner's seat, and their board of an open lesson, at its first step with goals."""
    one = seat(workshop, number)
    opened(workshop, lesson)
    row = beginning.begin(Seat.objects.get(pk=one.pk), lesson)
    lesson_of_it, held = learning.of_board(row)
    goals = next(at for at, step in enumerate(lesson_of_it.steps) if step.goals)
    if goals != held.step:
        learning.go_to(row, goals)
    return one, row


def fresh(workshop):
    return Workshop.objects.get(pk=workshop.pk)


def way(row):
    return Progress.objects.get(board=row)


def save(row, text):
    return write(Board.objects.get(pk=row.pk), text)
