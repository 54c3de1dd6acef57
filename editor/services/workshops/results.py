"""What everybody did in a workshop, to take away."""

from __future__ import annotations

import json

from editor.board.file_names import slug
from editor.board.shapes import as_json
from editor.models import Progress, Seat, Workshop
from editor.models import WorkshopLesson as LessonRow
from editor.services import goals
from editor.services.courses import predicted
from editor.services.lessons import lesson_named
from editor.services.spreadsheets import as_csv
from editor.services.workshops.facts import moment
from editor.wire.room import ResultLine, Results


def results(workshop: Workshop, own: Seat | None = None) -> Results:
    """A line for each learner and lesson, in the order of the room; also for lessons that somebody did not begin.

    ``own``: that learner's lines alone.
    """
    seats = [own] if own is not None else list(workshop.seats.all())
    ways = {(held.seat_id, held.lesson): held for held in Progress.objects.filter(seat__in=seats)}
    lessons = list(workshop.lessons.all())
    lines = (_line(seat, place, ways.get((seat.pk, place.lesson))) for seat in seats for place in lessons)
    return Results(title=workshop.title, results=tuple(lines))


def as_file(workshop: Workshop, form: str, own: Seat | None = None) -> tuple[str, bytes]:
    """The name of a file, and the results, or a learner's own part of them, as ``json`` or ``csv``."""
    found = results(workshop, own)
    name = f"{slug(workshop.title, 'workshop')}-{'results' if own is None else 'progress'}.{form}"
    if form == "json":
        return name, json.dumps(as_json(found), indent=2, ensure_ascii=False).encode()
    return name, as_csv(ResultLine, found.results)


def _line(seat: Seat, place: LessonRow, held: Progress | None) -> ResultLine:
    lesson = lesson_named(place.lesson)
    right = predicted(lesson, held) if held is not None else []
    minutes = (held.done_at - held.begun_at).total_seconds() / 60 if held is not None and held.done_at else None
    return ResultLine(
        nickname=seat.nickname,
        lesson=lesson.id,
        title=lesson.title,
        step=held.step if held else 0,
        steps=len(lesson.steps),
        goals_reached=sum(held.goals.values()) if held else 0,
        goals=len(lesson.goals),
        tries=held.tries if held else 0,
        hints=goals.hints_shown(lesson, held) if held else 0,
        solution_shown=held.solution_shown if held else False,
        predicted=len(right),
        predicted_right=sum(right),
        last_problem=(held.problem or held.words) if held else "",
        joined_at=seat.joined_at.isoformat(),
        begun_at=moment(held.begun_at) if held else None,
        done_at=moment(held.done_at) if held else None,
        minutes=round(minutes, 1) if minutes is not None else None,
        removed=seat.removed_at is not None,
    )
