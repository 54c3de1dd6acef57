"""The room as its instructor sees it: every learner, what they understood wrongly, and the results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RoomGoal:
    """A goal of a lesson. ``step``: that asks for it, from 0; null: the last one that asks for any."""

    id: str
    sentence: str
    hidden: bool
    step: int | None


@dataclass(frozen=True, kw_only=True)
class RoomLesson:
    """What the instructor alone knows of a lesson. ``hints``: how many there are."""

    number: int
    step_titles: tuple[str, ...]
    goals: tuple[RoomGoal, ...]
    hints: int
    has_solution: bool


@dataclass(frozen=True, kw_only=True)
class SeatWork:
    """A learner's way through one lesson. ``goals``: by id whether it is reached, hidden ones too."""

    lesson: int
    board: str
    step: int
    tries: int
    hints: int
    solution_shown: bool
    done: bool
    goals: Mapping[str, bool]


@dataclass(frozen=True, kw_only=True)
class SeatEntry:
    """A learner as the instructor sees them. ``here``: null where that is not known, which is everywhere but live.

    ``hand``: since when it is up. ``lesson``, ``step``: where they worked last, and ``since`` when they are in that
    step; ``tries``, and the ``problem`` that the last try showed, with the ``words`` for it: of that lesson.
    """

    id: str
    nickname: str
    joined_at: str
    here: bool | None
    hand: str | None
    removed: bool
    lesson: int | None
    step: int
    since: str | None
    tries: int
    problem: str
    words: str
    work: tuple[SeatWork, ...]


@dataclass(frozen=True, kw_only=True)
class Misconception:
    """Those whose last try showed the same problem, of the learners (``of``) who are in that lesson."""

    problem: str
    words: str
    lesson: int
    seats: tuple[str, ...]
    of: int


@dataclass(frozen=True, kw_only=True)
class PredictedCount:
    """How many foretold what of an arrow. ``truth``: what it does."""

    source: str
    destination: str
    protocol: str
    port: int | None
    allowed: int
    blocked: int
    unset: int
    truth: bool | None


@dataclass(frozen=True, kw_only=True)
class PredictionCount:
    """The predictions of one step, of the learners (``of``) who began the lesson; ``revealed``: who saw the answer."""

    lesson: int
    step: int
    arrows: tuple[PredictedCount, ...]
    revealed: int
    of: int


@dataclass(frozen=True, kw_only=True)
class Room:
    """What the instructor alone knows."""

    lessons: tuple[RoomLesson, ...]
    seats: tuple[SeatEntry, ...]
    groups: tuple[Misconception, ...]
    predictions: tuple[PredictionCount, ...]


@dataclass(frozen=True, kw_only=True)
class ResultLine:
    """A learner's way through one lesson, as a line of the results."""

    nickname: str
    lesson: str
    title: str
    step: int
    steps: int
    goals_reached: int
    goals: int
    tries: int
    hints: int
    solution_shown: bool
    predicted: int
    predicted_right: int
    last_problem: str
    joined_at: str
    begun_at: str | None
    done_at: str | None
    minutes: float | None
    removed: bool


@dataclass(frozen=True, kw_only=True)
class Results:
    """Everybody's way through every lesson."""

    title: str
    results: tuple[ResultLine, ...]
