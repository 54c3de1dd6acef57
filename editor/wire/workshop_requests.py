"""What an instructor and a learner ask of a workshop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from editor.board.hints import ABSENT, Absent, Longest
from editor.wire.workshops import Code, Days, Nickname, Number, Title


@dataclass(frozen=True, kw_only=True)
class LessonChoice:
    """A lesson by its id, or a board of one's own."""

    lesson: Annotated[str, Longest(80)] | None = None
    board: str | None = None


@dataclass(frozen=True, kw_only=True)
class NewWorkshop:
    """A workshop to open, with its lessons in their order.

    ``pace``: ``gated``: the instructor opens each lesson; ``free``: all are open from the start. ``keep_days``: for how
    long all of it stays after the end; null: as long as the server keeps workshops.
    """

    title: Title
    lessons: tuple[LessonChoice, ...]
    pace: Literal["gated", "free"] = "gated"
    keep_days: Days | None = None


@dataclass(frozen=True, kw_only=True)
class WorkshopPatch:
    """Another title."""

    title: Title


@dataclass(frozen=True, kw_only=True)
class WithCode:
    """A code as somebody typed it."""

    code: Code


@dataclass(frozen=True, kw_only=True)
class Joining:
    """Comes in by the code of the room."""

    code: Code
    nickname: Nickname


@dataclass(frozen=True, kw_only=True)
class OpenLesson:
    """Opens lessons up to that one and asks everybody there; without a number the next; ``all``: every lesson."""

    lesson: Number | None = None
    all: bool = False


@dataclass(frozen=True, kw_only=True)
class Gate:
    """How far learners may go in a lesson: the last step that is open, from 0; null: all are."""

    lesson: Number
    step: Number | None


@dataclass(frozen=True, kw_only=True)
class Freeze:
    """Holds everybody's hands, or lets them go on."""

    frozen: bool


@dataclass(frozen=True, kw_only=True)
class Release:
    """Gives everybody the next hint of a lesson, or its solution."""

    lesson: Number
    what: Literal["hint", "solution"]


@dataclass(frozen=True, kw_only=True)
class ResetSeats:
    """Puts the lesson of one learner back to its start; without ``seat`` everybody's."""

    lesson: Number
    seat: str | None = None


@dataclass(frozen=True, kw_only=True)
class Show:
    """Shows the room a learner's canvas without the name, or a ``board`` of one's own; with neither, nothing more."""

    seat: str | None = None
    lesson: Number | None = None
    board: str | None = None


@dataclass(frozen=True, kw_only=True)
class SeatPatch:
    """Another nickname; the hand up or down."""

    nickname: Nickname | Absent = ABSENT
    hand: bool | Absent = ABSENT


@dataclass(frozen=True, kw_only=True)
class BeginHere:
    """Begins, or goes on with, the lesson of that number."""

    lesson: Number


REQUESTS = (
    NewWorkshop,
    WorkshopPatch,
    WithCode,
    Joining,
    OpenLesson,
    Gate,
    Freeze,
    Release,
    ResetSeats,
    Show,
    SeatPatch,
    BeginHere,
)
