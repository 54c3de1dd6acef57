"""What people of a workshop may do on its boards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from editor.engine.errors import Fault
from editor.models import Board, Device, Seat, Workshop
from editor.wire.messages import Role

if TYPE_CHECKING:  # the only door to a board asks here
    from editor.services.access import Person

FROZEN = Fault("frozen", "The instructor holds the room for a moment. What you typed is kept; soon you go on.")
CLOSED = Fault("workshop_closed", "This workshop is closed: look at your work, export it, or make a copy of your own.")
# What was under way when the room was frozen is still taken: a keystroke on the wire, a save after a pause.
GRACE = timedelta(seconds=3)


@dataclass(frozen=True)
class Standing:
    """A person's role on a learner's board; None when it is not open to them.

    ``removed``: they were taken out. ``why``: why they may not edit. ``until``: when it will be another.
    """

    role: Role | None
    removed: bool = False
    instructor: bool = False
    why: Fault | None = None
    until: datetime | None = None


def teaches(workshop: Workshop, who: Person) -> bool:
    """Whether the workshop is this person's."""
    if workshop.account_id is not None:
        return workshop.account_id == who.account
    return bool(who.browser) and workshop.browser == who.browser


def on_learners_board(row: Board, who: Person) -> Standing:
    """Its learner may edit unless the room is frozen or closed; the instructor always."""
    sits = Device.objects.filter(seat=OuterRef("pk"), browser=who.browser)
    found = Seat.objects.select_related("workshop").annotate(sits=Exists(sits))
    seat = found.filter(boards=row).first()
    if seat is None:
        return Standing(None)
    if teaches(seat.workshop, who):
        return Standing("edit", instructor=True)
    if not who.browser or not seat.sits or seat.removed_at is not None:
        return Standing(None, removed=bool(who.browser) and seat.sits)
    return _learner(seat.workshop)


def _learner(workshop: Workshop) -> Standing:
    if workshop.closed_at is not None:
        return Standing("view", why=CLOSED)
    if workshop.frozen_at is None:
        return Standing("edit")
    held_from = workshop.frozen_at + GRACE
    if timezone.now() < held_from:
        return Standing("edit", until=held_from)
    return Standing("view", why=FROZEN)


def is_shown(row: Board, who: Person) -> bool:
    """Whether the room in which this person sits is shown the board."""
    if not who.browser:
        return False
    here = Q(workshop__shown=row, workshop__closed_at__isnull=True, seat__removed_at__isnull=True)
    return Device.objects.filter(here, browser=who.browser).exists()
