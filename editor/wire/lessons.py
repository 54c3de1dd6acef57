"""Lessons on the wire: the course, and how a person stands in one lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class LessonEntry:
    """A lesson in the list. ``clock``: minutes of an exam task, else null. ``board``: the person's own, once begun.

    ``step``: where they are, from 0; ``begun_at``, ``changed_at``, ``done_at``: null until then.
    """

    id: str
    title: str
    summary: str
    minutes: int
    clock: int | None
    steps: int
    step: int
    board: str | None
    begun_at: str | None
    changed_at: str | None
    done_at: str | None


@dataclass(frozen=True, kw_only=True)
class TrackEntry:
    """Lessons that build on one another."""

    id: str
    title: str
    summary: str
    lessons: tuple[LessonEntry, ...]


@dataclass(frozen=True, kw_only=True)
class Course:
    """Every lesson. ``next``: the one to go on with: begun last and not done, else the first not done after it."""

    tracks: tuple[TrackEntry, ...]
    next: str | None


@dataclass(frozen=True, kw_only=True)
class GoalConnection:
    """One connection that is not as the goal wants it, and why. ``arrow``: its id where it is drawn on the board.

    ``pods``: the ids of its ends that stand on the board; ``policies``: of the policies that have a part in it.
    """

    source: str
    destination: str
    protocol: str
    port: int | None
    allowed: bool | None
    why: str
    arrow: str | None
    pods: tuple[str, ...]
    policies: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class GoalState:
    """A goal of the step. ``about``: of which other cluster it is judged, null for the one on the board.

    ``words``: what is not as it should be, empty when it is reached.
    """

    id: str
    sentence: str
    reached: bool
    hidden: bool
    about: str | None
    words: str
    connection: GoalConnection | None


@dataclass(frozen=True, kw_only=True)
class LessonFeedback:
    """What the lesson says to a problem that the board's policies show."""

    problem: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Goals:
    """How the step stands after a change; to the boards of lessons alone. ``reached``: nothing is left to do in it."""

    type: Literal["goals"] = "goals"
    step: int
    goals: tuple[GoalState, ...]
    reached: bool
    feedback: tuple[LessonFeedback, ...]
    tries: int
    hints: tuple[str, ...]
    more_hints: int
    done: bool


@dataclass(frozen=True, kw_only=True)
class TextPart:
    """A part of a lesson's text: ``html`` (safe as it is), or a picture of the canvas.

    ``light``, ``dark``: the picture as SVG in both themes; ``alt``: the same in words.
    """

    html: str
    light: str
    dark: str
    alt: str


@dataclass(frozen=True, kw_only=True)
class PredictedArrow:
    """An arrow whose colour is to be set. ``predicted``: what was set, null for nothing yet.

    ``allowed``: what it really is, null before the answer is shown. ``arrow``: its id where it is drawn on the board.
    """

    source: str
    destination: str
    protocol: str
    port: int | None
    arrow: str | None
    predicted: bool | None
    allowed: bool | None


@dataclass(frozen=True, kw_only=True)
class PredictionState:
    """What a step asks to predict. ``reveal``: the text of the answer, empty before it is shown."""

    arrows: tuple[PredictedArrow, ...]
    revealed: bool
    reveal: tuple[TextPart, ...]


@dataclass(frozen=True, kw_only=True)
class LessonStep:
    """One step of a lesson."""

    title: str
    text: tuple[TextPart, ...]
    asks: Literal["goals", "predict", "read"]


@dataclass(frozen=True, kw_only=True)
class LessonState:
    """A lesson as its learner sees it.

    ``clock_left``: seconds left on the clock, below 0 when time is up; null without a clock. ``solution``: null
    until it was asked for. ``solution_offered``: whether one can ask for it once no hint is left. ``next``: the
    lesson after this one. ``gate``: the last step that is open, from 0, null when all are; in a workshop the
    instructor opens them.
    """

    id: str
    track: str
    title: str
    number: int
    of: int
    minutes: int
    locked: tuple[str, ...]
    tools: tuple[str, ...]
    steps: tuple[LessonStep, ...]
    now: Goals
    prediction: PredictionState | None
    clock_left: int | None
    solution_offered: bool
    solution: str | None
    next: str | None
    gate: int | None


@dataclass(frozen=True, kw_only=True)
class StartedLesson:
    """The person's own board of a lesson."""

    board: str


@dataclass(frozen=True, kw_only=True)
class AskHint:
    """Asks for the next hint; with ``solution`` for the solution, when no hint is left."""

    solution: bool = False


@dataclass(frozen=True, kw_only=True)
class Predict:
    """The colours set so far, in the order of the arrows, null for none. ``reveal``: show the answer."""

    answers: tuple[bool | None, ...]
    reveal: bool = False


@dataclass(frozen=True, kw_only=True)
class GoToStep:
    """The step to go to, from 0."""

    step: int


@dataclass(frozen=True, kw_only=True)
class ProgressEntry:
    """A line of a person's progress. ``predicted_right`` of ``predicted`` colours were right."""

    track: str
    lesson: str
    title: str
    step: int
    steps: int
    tries: int
    hints: int
    solution_shown: bool
    predicted: int
    predicted_right: int
    begun_at: str
    done_at: str | None


@dataclass(frozen=True, kw_only=True)
class ProgressFile:
    """A person's progress, in the order of the course."""

    progress: tuple[ProgressEntry, ...]
