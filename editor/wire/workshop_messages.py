"""The messages of ``/ws/workshops/<id>/``, either way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from editor.wire.messages import Refused
from editor.wire.room import Misconception, PredictionCount, SeatEntry
from editor.wire.workshops import SeatFacts, SeatWhat, What, WorkshopFacts, WorkshopState


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
