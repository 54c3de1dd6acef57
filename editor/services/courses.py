"""The course as a person sees it: every lesson with how far they came, and their progress to take along."""

from __future__ import annotations

import json

from editor.board.shapes import as_json
from editor.lessons.catalogue import tracks
from editor.lessons.lesson import Lesson, Start, Step
from editor.models import OwnLesson, Progress
from editor.services import goals, own_lessons, progress
from editor.services.access import Person
from editor.services.lesson_answers import answers
from editor.services.lessons import reference
from editor.services.spreadsheets import as_csv
from editor.wire.authoring import OwnLessonEntry
from editor.wire.lessons import Course, LessonEntry, ProgressEntry, TrackEntry


def course(who: Person) -> Course:
    """Every lesson, by track; tracks without one are left out."""
    held = progress.of_person(who)
    found = tuple(
        TrackEntry(
            id=track.id,
            title=track.title,
            summary=track.summary,
            lessons=tuple(_entry(one, held.get(one.id)) for one in track.lessons),
        )
        for track in tracks()
        if track.lessons
    )
    return Course(tracks=found, next=_next(found))


def own(who: Person) -> tuple[OwnLessonEntry, ...]:
    """The lessons that a person wrote, with how far they came in playing them."""
    held = progress.of_person(who)
    return tuple(_own(row, held.get(reference(row))) for row in own_lessons.of_person(who))


def _own(row: OwnLesson, held: Progress | None) -> OwnLessonEntry:
    """As its author has it now, sound or not."""
    written, board = own_lessons.manuscript_of(row), own_lessons.board_of(row)
    lesson = Lesson(
        id=reference(row),
        title=written.title or "Untitled lesson",
        summary=written.summary,
        minutes=written.minutes,
        clock=written.clock,
        start=Start(""),
        steps=tuple(Step(one.title, one.text) for one in written.steps),
        goals=(),
        solution="",
    )
    return OwnLessonEntry(
        lesson=_entry(lesson, held), written_on=str(board) if board is not None else None, playable=bool(row.text)
    )


def _entry(lesson: Lesson, held: Progress | None) -> LessonEntry:
    there = held is not None and held.board is not None and held.board.deleted_at is None
    return LessonEntry(
        id=lesson.id,
        title=lesson.title,
        summary=lesson.summary,
        minutes=lesson.minutes,
        clock=lesson.clock,
        steps=len(lesson.steps),
        step=held.step if held is not None and there else 0,
        board=str(held.board_id) if held is not None and there else None,
        begun_at=held.begun_at.isoformat() if held is not None else None,
        changed_at=held.changed_at.isoformat() if held is not None else None,
        done_at=held.done_at.isoformat() if held is not None and held.done_at is not None else None,
    )


def _next(found: tuple[TrackEntry, ...]) -> str | None:
    """The lesson touched last, when it is not done; else the first after it that is not. None before the first."""
    order = [lesson for track in found for lesson in track.lessons]
    newest = max((one for one in order if one.changed_at), key=lambda one: one.changed_at or "", default=None)
    if newest is None:
        return None
    after = order[order.index(newest) :]
    return next((one.id for one in after if one.done_at is None), None)


def entries(who: Person) -> list[ProgressEntry]:
    """The lessons that a person began, in the order of the course."""
    held = progress.of_person(who)
    return [_line(track.id, one, held[one.id]) for track in tracks() for one in track.lessons if one.id in held]


def _line(track: str, lesson: Lesson, held: Progress) -> ProgressEntry:
    right = predicted(lesson, held)
    return ProgressEntry(
        track=track,
        lesson=lesson.id,
        title=lesson.title,
        step=held.step,
        steps=len(lesson.steps),
        tries=held.tries,
        hints=goals.hints_shown(lesson, held),
        solution_shown=held.solution_shown,
        predicted=len(right),
        predicted_right=sum(right),
        begun_at=held.begun_at.isoformat(),
        done_at=held.done_at.isoformat() if held.done_at is not None else None,
    )


def as_file(who: Person, form: str) -> bytes:
    """A person's progress as ``json`` or ``csv``."""
    if form == "json":
        return json.dumps({"progress": [as_json(one) for one in entries(who)]}, indent=2).encode()
    return as_csv(ProgressEntry, entries(who))


def predicted(lesson: Lesson, held: Progress) -> list[bool]:
    """Of each colour that was set before its answer was shown, whether it was right."""
    return [
        said == truth
        for step, kept in held.predictions.items()
        if kept.get("revealed") and int(step) < len(lesson.steps)
        for said, truth in zip(kept["answers"], answers(lesson, int(step)), strict=False)
    ]
