"""What everybody in a workshop knows of it, and what a learner knows of themselves."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from editor.models import Progress, Seat, Workshop
from editor.models import WorkshopLesson as LessonRow
from editor.services.lessons import lesson_named
from editor.wire.workshops import SeatBoard, SeatFacts, Shown, WorkshopFacts, WorkshopLesson


def facts(workshop: Workshop) -> WorkshopFacts:
    """The same for all: nothing that only some may know."""
    return WorkshopFacts(
        id=str(workshop.pk),
        title=workshop.title,
        code=workshop.code,
        lessons=tuple(_lesson(row) for row in workshop.lessons.all()),
        opened=workshop.opened,
        current=workshop.current,
        frozen=workshop.frozen_at is not None,
        shown=_shown(workshop),
        keep_days=workshop.keep_days,
        closed_at=moment(workshop.closed_at),
        gone_at=moment(gone_at(workshop)),
        changed_at=workshop.used_at.isoformat(),
        now=timezone.now().isoformat(),
    )


def _lesson(row: LessonRow) -> WorkshopLesson:
    lesson = lesson_named(row.lesson)
    return WorkshopLesson(
        number=row.number,
        lesson=row.lesson,
        title=lesson.title,
        summary=lesson.summary,
        minutes=lesson.minutes,
        steps=len(lesson.steps),
        gate=row.gate,
        hints=row.hints,
        solution=row.solution,
    )


def _shown(workshop: Workshop) -> Shown | None:
    if workshop.shown_id is None:
        return None
    kind = "learner" if workshop.anonymous else "own"
    return Shown(board=str(workshop.shown_id), kind=kind, lesson=workshop.shown_lesson)  # type: ignore[arg-type]


def seat_facts(seat: Seat) -> SeatFacts:
    """A learner's own part."""
    numbers = dict(seat.workshop.lessons.values_list("lesson", "number"))
    boards = Progress.objects.filter(seat=seat, board__isnull=False)
    own = [
        SeatBoard(lesson=numbers[one.lesson], board=str(one.board_id), step=one.step, done=one.done_at is not None)
        for one in boards
        if one.lesson in numbers
    ]
    return SeatFacts(
        id=str(seat.pk),
        nickname=seat.nickname,
        return_code=seat.return_code,
        return_path=f"/return/{seat.return_code}/",
        hand=seat.hand_at is not None,
        boards=tuple(sorted(own, key=lambda one: one.lesson)),
    )


def gone_at(workshop: Workshop) -> datetime | None:
    """When a closed workshop is deleted; None while it is open."""
    return workshop.closed_at + timedelta(days=workshop.keep_days) if workshop.closed_at is not None else None


def moment(when: datetime | None) -> str | None:
    """ISO 8601, for the wire."""
    return when.isoformat() if when is not None else None
