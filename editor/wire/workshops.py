"""Workshops on the wire: what everybody in the room, and everybody with a seat, is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from editor.board.hints import Between, Longest
from editor.wire.room import Room

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
