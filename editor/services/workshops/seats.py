"""What is done to one seat: named anew, the hand up or down, taken out, let in again."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from editor.board.hints import ABSENT, Absent
from editor.engine.errors import NetpolError
from editor.models import Seat, Workshop
from editor.services.workshops import nicknames
from editor.services.workshops.roles import CLOSED
from editor.services.workshops.telling import tell_boards, tell_seat
from editor.wire.publishing import publish_out


class NoSuchSeatError(LookupError):
    """The workshop has no such seat."""


def seat_in(workshop: Workshop, seat_id: UUID) -> Seat:
    """Raises NoSuchSeatError."""
    found = Seat.objects.select_related("workshop").filter(workshop=workshop, pk=seat_id).first()
    if found is None:
        raise NoSuchSeatError(str(seat_id))
    return found


def change(seat: Seat, nickname: str | Absent, hand: bool | Absent) -> None:  # noqa: FBT001 - as the message has it
    """Another nickname; the hand up or down. Raises NetpolError: ``bad_nickname``, ``nickname_taken``."""
    if seat.workshop.closed_at is not None:
        raise NetpolError([CLOSED])
    with transaction.atomic():
        if nickname is not ABSENT:
            Workshop.objects.select_for_update(of=("self",)).get(pk=seat.workshop_id)
            seat.nickname = nicknames.cleaned(str(nickname))
            nicknames.refuse_taken(seat.workshop, seat.nickname, seat)
            seat.key = nicknames.compared(seat.nickname)
        if hand is not ABSENT:
            seat.hand_at = (seat.hand_at or timezone.now()) if hand else None
        seat.save(update_fields=["nickname", "key", "hand_at"])
    tell_seat(seat, "hand" if nickname is ABSENT else "renamed")


def remove(seat: Seat) -> None:
    """Takes a learner out at once, on all their devices; what they did stays in the results."""
    if seat.removed_at is None:
        seat.removed_at, seat.hand_at = timezone.now(), None
        seat.save(update_fields=["removed_at", "hand_at"])
    tell_seat(seat, "removed")
    publish_out(seat.pk)
    tell_boards(seat.workshop, seat)


def restore(seat: Seat) -> None:
    """Lets a learner in again, with the nickname if it is still free, else with the next free one."""
    if seat.removed_at is None:
        return
    with transaction.atomic():
        Workshop.objects.select_for_update(of=("self",)).get(pk=seat.workshop_id)
        seat.nickname = nicknames.free(seat.workshop, seat.nickname)
        seat.key, seat.removed_at = nicknames.compared(seat.nickname), None
        seat.save(update_fields=["nickname", "key", "removed_at"])
    tell_seat(seat, "renamed")
