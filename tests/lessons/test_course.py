"""Every lesson of the course is played to its end."""

from __future__ import annotations

import pytest

from editor.lessons.catalogue import tracks
from editor.lessons.checking import check
from editor.lessons.judging import play
from editor.lessons.starting import starting_records

LESSONS = [lesson for track in tracks() for lesson in track.lessons]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_keeps_what_it_promises(lesson):
    assert [fault.message for fault in check(lesson)] == []


@pytest.mark.parametrize("lesson", [one for one in LESSONS if one.goals], ids=lambda lesson: lesson.id)
def test_a_lesson_starts_unsolved_is_solved_by_its_solution_and_fails_each_wrong_one(lesson):
    assert not play(lesson).passed
    assert play(lesson, lesson.solution).passed
    for one in lesson.wrong:
        failed = [judged.goal.id for judged in play(lesson, one.policies).goals if not judged.reached]
        assert one.fails in failed


def test_every_lesson_has_an_id_of_its_own():
    names = [lesson.id for lesson in LESSONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_has_a_board_to_begin_with(lesson):
    assert len(starting_records(lesson)) > len(lesson.start.arrows)
