"""Workshops on the wire: the room as its instructor and as its learners know it, and ``/ws/workshops/<id>/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from editor.board.hints import ABSENT, Absent, Between, Longest
from editor.wire.messages import Refused

Title = Annotated[str, Longest(80)]
Code = Annotated[str, Longest(40)]
Nickname = Annotated[str, Longest(80)]
Number = Annotated[int, Between(0, 999)]
Days = Annotated[int, Between(1, 90)]
What = Literal[
    "lesson_opened", "gate", "frozen", "thawed", "hint", "solution", "shown", "unshown", "title", "lessons", "closed"
]
SeatWhat = Literal["renamed", "hand", "begun", "step", "done", "reset", "removed"]


@dataclass(frozen=True, kw_only=True)
class WorkshopLesson:
    """A lesson of a workshop, by its number from 0. ``lesson``: its id.

    ``gate``: the last step, from 0, that is open; null: all are. ``hints``: how many were released to everybody;
    ``solution``: whether it was.
    """

    number: int
    lesson: str
    title: str
    summary: str
    minutes: int
    steps: int
    gate: int | None
    hints: int
    solution: bool


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The canvas that the room is shown, to be opened by ``board`` and looked at.

    ``learner``: a copy of somebody's, without a name; ``own``: the instructor's, as it changes.
    """

    board: str
    kind: Literal["learner", "own"]
    lesson: int | None


@dataclass(frozen=True, kw_only=True)
class WorkshopFacts:
    """What everybody in the room knows. ``opened``: lessons of a lower number are open; 0: nothing has begun.

    ``current``: the lesson that everybody is asked to be in. ``keep_days``: for how many days all of it stays
    after it was closed; ``gone_at``: when a closed workshop is deleted. ``changed_at``: when it last
    became another, so that what is told late is known to be old. ``now``: the server's clock.
    """

    id: str
    title: str
    code: str
    lessons: tuple[WorkshopLesson, ...]
    opened: int
    current: int | None
    frozen: bool
    shown: Shown | None
    keep_days: int
    closed_at: str | None
    gone_at: str | None
    changed_at: str
    now: str


@dataclass(frozen=True, kw_only=True)
class SeatBoard:
    """A learner's board of the lesson of that number."""

    lesson: int
    board: str
    step: int
    done: bool


@dataclass(frozen=True, kw_only=True)
class SeatFacts:
    """A learner as they know themselves. ``return_code`` and ``return_path`` lead back here from any device."""

    id: str
    nickname: str
    return_code: str
    return_path: str
    hand: bool
    boards: tuple[SeatBoard, ...]


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
class JoinAt:
    """Where to come in: ``address`` to be read out, ``link`` with the code.

    ``reachable``: from other machines than this one. ``others``: other addresses of this machine.
    """

    address: str
    link: str
    reachable: bool
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WorkshopState:
    """A workshop to whoever asks: ``room`` and ``join`` to its instructor, ``seat`` to a learner."""

    you: Literal["instructor", "learner"]
    workshop: WorkshopFacts
    seat: SeatFacts | None
    room: Room | None
    join: JoinAt | None


@dataclass(frozen=True, kw_only=True)
class WorkshopEntry:
    """A workshop in a list. ``nickname``: of whoever asks, null when they teach it."""

    id: str
    title: str
    code: str
    created_at: str
    closed_at: str | None
    gone_at: str | None
    seats: int
    lessons: int
    nickname: str | None


@dataclass(frozen=True, kw_only=True)
class Workshops:
    """Those that a person teaches and those that they attend, the newest first."""

    teaching: tuple[WorkshopEntry, ...]
    attending: tuple[WorkshopEntry, ...]


@dataclass(frozen=True, kw_only=True)
class Door:
    """What a right code leads to. ``seated``: this browser has a seat there; then ``workshop`` is its id."""

    title: str
    closed: bool
    seated: bool
    workshop: str | None


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


@dataclass(frozen=True, kw_only=True)
class WorkshopStateMessage:
    """The first message: how the workshop stands."""

    type: Literal["workshop_state"] = "workshop_state"
    state: WorkshopState


@dataclass(frozen=True, kw_only=True)
class WorkshopMessage:
    """What everybody in the room is told, and what happened."""

    type: Literal["workshop"] = "workshop"
    workshop: WorkshopFacts
    what: What


@dataclass(frozen=True, kw_only=True)
class SeatMessage:
    """What one learner is told of themselves, and what happened."""

    type: Literal["seat"] = "seat"
    seat: SeatFacts
    what: SeatWhat


@dataclass(frozen=True, kw_only=True)
class RoomMessage:
    """To the instructor, a few times a second at most: the learners of whom something is new, and the room by it."""

    type: Literal["room"] = "room"
    seats: tuple[SeatEntry, ...]
    groups: tuple[Misconception, ...]
    predictions: tuple[PredictionCount, ...]


@dataclass(frozen=True, kw_only=True)
class WorkshopPong:
    """The answer to ``ping``."""

    type: Literal["pong"] = "pong"


@dataclass(frozen=True, kw_only=True)
class Attend:
    """Whether a learner looks at the page now. Who connects does."""

    type: Literal["attend"] = "attend"
    here: bool


@dataclass(frozen=True, kw_only=True)
class WorkshopPing:
    """Asks for a sign of life, when nothing was heard for a while."""

    type: Literal["ping"] = "ping"


WorkshopServerMessage = WorkshopStateMessage | WorkshopMessage | SeatMessage | RoomMessage | Refused | WorkshopPong
WorkshopClientMessage = Attend | WorkshopPing
