"""What a wrong try shows of the thinking behind it."""

import pytest

from editor.lessons import catalogue
from editor.lessons.judging import play
from editor.lessons.misconceptions import problems
from editor.lessons.telltale import Known, known, telltale

LESSONS = [lesson for track in catalogue.tracks() for lesson in track.lessons if lesson.wrong]


def shows(lesson, text):
    return telltale(lesson, known(lesson), problems(lesson, text), play(lesson, text).goals)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_each_wrong_solution_is_recognised_by_something_and_the_right_one_by_nothing(lesson):
    for one in lesson.wrong:
        problem, words = shows(lesson, one.policies)
        assert words
        assert problem not in known(lesson).usual
    right = telltale(lesson, known(lesson), problems(lesson, lesson.solution), play(lesson, lesson.solution).goals)
    assert right == ("", "")


def test_the_lessons_own_misconception_comes_first():
    lesson = catalogue.lesson("case-5-one-hyphen")
    (turned,) = (one for one in lesson.wrong if one.name.startswith("The order is turned round"))
    assert shows(lesson, turned.policies)[0] == "peer-and-or"


def test_a_mistake_without_a_problem_goes_by_its_name():
    lesson = catalogue.lesson("case-1-both-selectors")
    (any_namespace,) = (one for one in lesson.wrong if one.name == "Any namespace will do")
    assert shows(lesson, any_namespace.policies) == ("", "Any namespace will do")


def test_a_try_like_none_that_is_known_goes_by_the_first_goal_that_it_fails():
    lesson = catalogue.lesson("isolate-the-db")
    problem, words = telltale(lesson, Known(frozenset(), {}), (), play(lesson).goals)
    assert (problem, words.startswith("Not reached: ")) == ("", True)
