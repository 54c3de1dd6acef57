"""What the people of a workshop are told. Always after the commit."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from editor.models import Progress, Seat, Workshop
from editor.services.workshops.facts import facts, seat_facts
from editor.wire.publishing import publish_access, publish_news, publish_to, seat_group, workshop_group
from editor.wire.workshop_messages import SeatMessage, WorkshopMessage
from editor.wire.workshops import SeatWhat, What


def tell_room(workshop: Workshop, what: What) -> None:
    """Everybody learns how the workshop stands now."""
    publish_to(workshop_group(workshop.pk), WorkshopMessage(workshop=facts(workshop), what=what))


def tell_seat(seat: Seat, what: SeatWhat) -> None:
    """A learner learns how they stand; the instructor too."""
    publish_to(seat_group(seat.pk), SeatMessage(seat=seat_facts(seat), what=what))
    publish_news(seat.workshop_id, seat.pk)


def tell_progress(held: Progress, what: SeatWhat) -> None:
    """The same, of a way through a lesson; of one that is no workshop's, nobody."""
    if held.seat_id is not None:
        tell_seat(Seat.objects.select_related("workshop").get(pk=held.seat_id), what)


def tell_desk(held: Progress) -> None:
    """The instructor alone: something that the learner knows from their board already."""
    if held.seat_id is not None:
        publish_news(workshop_of(held.seat_id), held.seat_id)


@lru_cache(maxsize=4096)
def workshop_of(seat_id: UUID) -> UUID:
    """The id of a seat's workshop; it never changes."""
    found: UUID = Seat.objects.values_list("workshop_id", flat=True).get(pk=seat_id)
    return found


def tell_boards(workshop: Workshop, seat: Seat | None = None) -> None:
    """Whoever has a board of the workshop open looks up again what they may do there."""
    held = Progress.objects.filter(seat__workshop=workshop, board__isnull=False)
    for board in (held.filter(seat=seat) if seat else held).values_list("board_id", flat=True):
        publish_access(board)
