"""A workshop to whoever asks, and the workshops of a person."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from editor.models import Seat, Workshop
from editor.services.access import Person
from editor.services.workshops import purging
from editor.services.workshops.facts import facts, gone_at, moment, seat_facts
from editor.services.workshops.room import room
from editor.wire.workshops import JoinAt, WorkshopEntry, Workshops, WorkshopState


def state(workshop: Workshop, seat: Seat | None, join: JoinAt) -> WorkshopState:
    """To a learner without what only the instructor may know."""
    if seat is not None:
        return WorkshopState(you="learner", workshop=facts(workshop), seat=seat_facts(seat), room=None, join=None)
    return WorkshopState(you="instructor", workshop=facts(workshop), seat=None, room=room(workshop), join=join)


def workshops(who: Person) -> Workshops:
    """Those that a person teaches, and those in which this browser has a seat."""
    purging.purge()
    seats = Seat.objects.filter(devices__browser=who.browser, removed_at__isnull=True) if who.browser else []
    names = {seat.workshop_id: seat.nickname for seat in seats}
    teaching = _counted(Workshop.objects.filter(who.theirs()))
    attending = _counted(Workshop.objects.filter(pk__in=names).exclude(who.theirs()))
    return Workshops(
        teaching=tuple(_entry(one, None) for one in teaching),
        attending=tuple(_entry(one, names[one.pk]) for one in attending),
    )


def _counted(found: QuerySet[Workshop]) -> QuerySet[Workshop]:
    here = Count("seats", filter=Q(seats__removed_at__isnull=True), distinct=True)
    return found.annotate(seated=here, count=Count("lessons", distinct=True))


def _entry(workshop: Workshop, nickname: str | None) -> WorkshopEntry:
    return WorkshopEntry(
        id=str(workshop.pk),
        title=workshop.title,
        code=workshop.code,
        created_at=workshop.created_at.isoformat(),
        closed_at=moment(workshop.closed_at),
        gone_at=moment(gone_at(workshop)),
        seats=workshop.seated,  # type: ignore[attr-defined]
        lessons=workshop.count,  # type: ignore[attr-defined]
        nickname=nickname,
    )
