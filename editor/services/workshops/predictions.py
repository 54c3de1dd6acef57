"""What the room foretold, counted arrow by arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from editor.lessons.lesson import Lesson, Prediction
from editor.models import Progress, Workshop
from editor.services.lesson_answers import answers
from editor.services.lessons import lesson_named
from editor.wire.room import PredictedCount, PredictionCount


def predictions(workshop: Workshop) -> tuple[PredictionCount, ...]:
    """Of every step that asks for one, in the lessons that somebody began."""
    asking = [(place.number, lesson) for place in workshop.lessons.all() if _asks(lesson := lesson_named(place.lesson))]
    if not asking:  # the room is told a few times a second
        return ()
    ways: dict[str, list[dict[str, Any]]] = {}
    there = Progress.objects.filter(seat__workshop=workshop, seat__removed_at__isnull=True, board__isnull=False)
    asked = there.filter(lesson__in=[lesson.id for _, lesson in asking])
    for name, said in asked.values_list("lesson", "predictions"):
        ways.setdefault(name, []).append(said)
    return tuple(_counted(asking, ways))


def _asks(lesson: Lesson) -> bool:
    return any(step.prediction is not None for step in lesson.steps)


def _counted(asking: Sequence[tuple[int, Lesson]], ways: dict[str, list[dict[str, Any]]]) -> Iterator[PredictionCount]:
    for number, lesson in asking:
        if lesson.id not in ways:
            continue
        for at, step in enumerate(lesson.steps):
            if step.prediction is None:
                continue
            kept = [said.get(str(at), {}) for said in ways[lesson.id]]
            yield PredictionCount(
                lesson=number,
                step=at,
                arrows=tuple(_arrows(step.prediction, answers(lesson, at), kept)),
                revealed=sum(bool(one.get("revealed")) for one in kept),
                of=len(kept),
            )


def _arrows(
    asked: Prediction, truths: Sequence[bool | None], kept: Sequence[dict[str, Any]]
) -> Iterator[PredictedCount]:
    for index, (arrow, truth) in enumerate(zip(asked.arrows, truths, strict=True)):
        said = [given[index] if index < len(given) else None for given in (one.get("answers", []) for one in kept)]
        yield PredictedCount(
            source=arrow.source,
            destination=arrow.destination,
            protocol=arrow.protocol,
            port=arrow.port,
            allowed=sum(one is True for one in said),
            blocked=sum(one is False for one in said),
            unset=sum(one is None for one in said),
            truth=truth,
        )
