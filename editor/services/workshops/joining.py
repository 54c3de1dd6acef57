"""A learner comes in: by the room's code, or back by their own."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.sessions.backends.base import SessionBase
from django.db import IntegrityError, transaction
from django.utils import timezone

from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Device, Seat, Workshop
from editor.services.access import Person, TakenOutError
from editor.services.people import CHOSEN
from editor.services.workshops import admission, codes, nicknames, purging
from editor.services.workshops.roles import teaches
from editor.services.workshops.telling import tell_seat
from editor.wire.publishing import publish_leave
from editor.wire.workshops import Door

MOST_SEATS = 500
TRIES = 5


class WrongCodeError(NetpolError):
    """Nothing has that code: ``wrong_code``."""


def look(code: str, who: Person) -> Door:
    """What a code leads to. Raises WrongCodeError."""
    workshop = _by_code(code)
    seated = teaches(workshop, who) or _seat(workshop, who) is not None
    return Door(
        title=workshop.title,
        closed=workshop.closed_at is not None,
        seated=seated,
        workshop=str(workshop.pk) if seated else None,
    )


def join(code: str, nickname: str, who: Person) -> tuple[Seat | None, Workshop, bool]:
    """The seat of this browser, and whether it is new; who sits there already keeps their seat and name.

    No seat for the instructor. Raises WrongCodeError, TakenOutError, or NetpolError: ``workshop_closed``,
    ``workshop_full``, ``bad_nickname``, ``nickname_taken``.
    """
    purging.purge()
    workshop = _by_code(code)
    if teaches(workshop, who):
        return None, workshop, False
    found = _seat(workshop, who)
    if found is not None:
        return found, workshop, False
    name = nicknames.cleaned(nickname)
    for tries_left in reversed(range(TRIES)):
        try:
            with transaction.atomic():
                seat = _seated(workshop, name, who)
            break
        except IntegrityError:  # another window of this browser was quicker, or the code is in use
            found = _seat(workshop, who)
            if found is not None:
                return found, workshop, False
            if not tries_left:
                raise
    tell_seat(seat, "renamed")
    return seat, workshop, True


def _seated(workshop: Workshop, name: str, who: Person) -> Seat:
    fresh = admission.held(workshop)
    if Seat.objects.filter(workshop=fresh, removed_at__isnull=True).count() >= MOST_SEATS:
        raise NetpolError([Fault("workshop_full", f"This workshop has {MOST_SEATS} learners, and no seat is free.")])
    nicknames.refuse_taken(fresh, name)
    seat = Seat.objects.create(
        pk=uuid4(), workshop=fresh, nickname=name, key=nicknames.compared(name), return_code=codes.return_code()
    )
    Device.objects.create(seat=seat, workshop=fresh, browser=who.browser)
    fresh.save(update_fields=["used_at"])
    return seat


def come_back(code: str, who: Person) -> Seat:
    """Takes this browser to the seat of that personal code. Raises WrongCodeError, TakenOutError."""
    seat = Seat.objects.select_related("workshop").filter(return_code=codes.meant(code)).first()
    if seat is None:
        raise WrongCodeError([_wrong(code)])
    if seat.removed_at is not None:
        raise TakenOutError(str(seat.workshop_id))
    held = Device.objects.filter(workshop=seat.workshop, browser=who.browser).first()
    if teaches(seat.workshop, who) or (held is not None and held.seat_id == seat.pk):
        return seat
    Device.objects.update_or_create(workshop=seat.workshop, browser=who.browser, defaults={"seat": seat})
    Workshop.objects.filter(pk=seat.workshop_id).update(used_at=timezone.now())
    if held is not None:  # it sat elsewhere in the room
        publish_leave(f"browser:{who.browser}")
    return seat


def be_called(session: SessionBase, seat: Seat) -> None:
    """On boards too the browser goes by its nickname, unless somebody chose a name for it before."""
    if not session.get(CHOSEN):
        session[CHOSEN] = seat.nickname


def _by_code(code: str) -> Workshop:
    found = Workshop.objects.filter(code=codes.meant(code)).first()
    if found is None:
        raise WrongCodeError([_wrong(code)])
    return found


def _seat(workshop: Workshop, who: Person) -> Seat | None:
    seat = admission.seat_of(workshop, who)
    if seat is not None and seat.removed_at is not None:
        raise TakenOutError(str(workshop.pk))
    return seat


def _wrong(code: str) -> Fault:
    message = "No workshop has this code. Look at the wall again: it has six letters and digits, no 0 and no 1."
    return Fault("wrong_code", message, Place(path="code"), code[:40])
