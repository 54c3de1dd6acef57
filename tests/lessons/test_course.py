"""Every lesson of the course is played to its end."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from editor.board.layout import POD_HEIGHT, POD_WIDTH
from editor.board.records import NamespaceRecord, PodRecord
from editor.lessons.catalogue import tracks
from editor.lessons.checking import check
from editor.lessons.judging import play
from editor.lessons.pictures import pictured, pictures
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


@pytest.mark.parametrize("lesson", [one for one in LESSONS if one.goals], ids=lambda lesson: lesson.id)
def test_a_lesson_knows_what_people_get_wrong_and_helps_them(lesson):
    assert len(lesson.wrong) >= 2
    assert len(lesson.hints) >= 2
    assert any(one.problem for one in lesson.wrong)
    assert any(goal.hidden for goal in lesson.goals)
    assert 1 <= len(lesson.steps) <= 4


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_pictures_of_a_lesson_show_a_board(lesson):
    for step in lesson.steps:
        for picture in pictures(step.text):
            assert starting_records(pictured(lesson, picture))


def test_an_exam_task_has_a_clock_and_nothing_else_has_one():
    for track in tracks():
        assert {lesson.clock is not None for lesson in track.lessons} <= {track.id == "exam"}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_cards_stand_within_their_frame_and_on_no_other(lesson):
    records = starting_records(lesson)
    frames = {one.id: one for one in records if isinstance(one, NamespaceRecord)}
    pods = [one for one in records if isinstance(one, PodRecord)]
    for pod in pods:
        frame = frames[pod.namespace]
        assert 0 <= pod.x <= frame.width - POD_WIDTH, pod.name
        assert 0 <= pod.y <= frame.height - POD_HEIGHT, pod.name
    for one, other in combinations(pods, 2):
        apart = abs(one.x - other.x) >= POD_WIDTH or abs(one.y - other.y) >= POD_HEIGHT
        assert apart or one.namespace != other.namespace, (one.name, other.name)
    for frame, other in combinations(frames.values(), 2):
        beside = frame.x >= other.x + other.width or other.x >= frame.x + frame.width
        assert beside or frame.y >= other.y + other.height or other.y >= frame.y + frame.height, frame.name


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_has_a_board_to_begin_with(lesson):
    assert len(starting_records(lesson)) > len(lesson.start.arrows)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_documents_list_every_lesson(lesson):
    listed = (Path(__file__).parents[2] / "docs" / "lessons.md").read_text()
    assert f"| {lesson.title} | {lesson.summary} | {lesson.minutes} |" in listed
