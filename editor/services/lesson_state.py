"""A lesson as its learner sees it now."""

from __future__ import annotations

from django.utils import timezone

from editor.board.records import Board
from editor.lessons.lesson import Lesson, Prediction, Step
from editor.models import Board as BoardRow
from editor.models import Progress
from editor.services import drafts, evaluation, goals, learning
from editor.services.lesson_answers import answers
from editor.services.lesson_texts import reveal_text, step_text
from editor.services.lessons import following, track_of
from editor.services.workshops import gates
from editor.wire.lessons import LessonState, LessonStep, PredictedArrow, PredictionState


def state(row: BoardRow) -> LessonState:
    """Everything the page shows of the lesson of a board. Raises NoLessonError."""
    lesson, held = learning.of_board(row)
    board = evaluation.state(row)
    course, number, of, after = _among(lesson, held)
    asked = lesson.steps[held.step].prediction
    now = goals.standing(row, lesson, held, board, drafts.good_texts(row))
    return LessonState(
        id=lesson.id,
        track=course,
        title=lesson.title,
        number=number,
        of=of,
        minutes=lesson.minutes,
        locked=lesson.locked,
        tools=lesson.tools,
        steps=tuple(_step(lesson, number, step) for number, step in enumerate(lesson.steps)),
        now=now,
        prediction=_prediction(lesson, held, asked, board) if asked is not None else None,
        clock_left=_left(lesson, held),
        solution_offered=bool(lesson.goals and lesson.solution) and held.seat_id is None,
        solution=lesson.solution if held.solution_shown else None,
        next=after,
        gate=gates.gate_of(held),
    )


def _among(lesson: Lesson, held: Progress) -> tuple[str, int, int, str | None]:
    """The course or workshop that a lesson is part of, its number there from 1, of how many, and the lesson after it.

    In a workshop the instructor says what comes next.
    """
    place = gates.place_of(held)
    if place is not None:
        return place.workshop.title, place.number + 1, place.workshop.lessons.count(), None
    track, at = track_of(lesson.id)
    return track.title, at + 1, len(track.lessons), following(lesson.id)


def _step(lesson: Lesson, number: int, step: Step) -> LessonStep:
    asks = "predict" if step.prediction is not None else "goals" if step.goals else "read"
    return LessonStep(title=step.title, text=step_text(lesson, number), asks=asks)  # type: ignore[arg-type]


def _left(lesson: Lesson, held: Progress) -> int | None:
    """The clock stands when the lesson is done."""
    if lesson.clock is None:
        return None
    ended = held.done_at if held.done_at is not None and held.done_at > held.begun_at else timezone.now()
    return lesson.clock * 60 - int((ended - held.begun_at).total_seconds())


def _prediction(lesson: Lesson, held: Progress, asked: Prediction, board: Board) -> PredictionState:
    said = held.predictions.get(str(held.step), {})
    revealed = bool(said.get("revealed"))
    none: list[bool | None] = [None] * len(asked.arrows)
    given: list[bool | None] = said.get("answers", none)
    given = given if len(given) == len(none) else none  # a later version of the lesson asks for other arrows
    truth = answers(lesson, held.step) if revealed else none
    places = {board.place_name(place): place for place in (*board.pods, *board.hosts)}
    arrows = tuple(
        PredictedArrow(
            source=arrow.source,
            destination=arrow.destination,
            protocol=arrow.protocol,
            port=arrow.port,
            arrow=goals.arrow_between(
                board, places.get(arrow.source), places.get(arrow.destination), arrow.protocol, arrow.port
            ),
            predicted=predicted,
            allowed=allowed,
        )
        for arrow, predicted, allowed in zip(asked.arrows, given, truth, strict=True)
    )
    return PredictionState(arrows=arrows, revealed=revealed, reveal=reveal_text(lesson, held.step) if revealed else ())
