"""The only door to a workshop: its instructor's, and a learner's."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from editor.engine.errors import Fault, NetpolError
from editor.models import Device, Seat, Workshop, WorkshopLesson
from editor.services.access import NotAllowedError, Person, TakenOutError
from editor.services.workshops.roles import CLOSED, teaches

INSTRUCTOR_ONLY = Fault("instructor_only", "Only the instructor of this workshop may do this.")


class NoSuchWorkshopError(LookupError):
    """There is no workshop of that id, or whoever asks has no part in it; the two look alike."""


def enter(workshop_id: str | UUID, who: Person) -> tuple[Workshop, Seat | None]:
    """The workshop, and the learner's seat; None for its instructor. Raises NoSuchWorkshopError, TakenOutError."""
    workshop = Workshop.objects.filter(pk=workshop_id).first()
    if workshop is None:
        raise NoSuchWorkshopError(str(workshop_id))
    if teaches(workshop, who):
        return workshop, None
    seat = seat_of(workshop, who)
    if seat is None:
        raise NoSuchWorkshopError(str(workshop_id))
    if seat.removed_at is not None:
        raise TakenOutError(str(workshop_id))
    return workshop, seat


def teaching(workshop_id: str | UUID, who: Person) -> Workshop:
    """The workshop, for its instructor. Raises as ``enter``, or NotAllowedError ``instructor_only``."""
    workshop, seat = enter(workshop_id, who)
    if seat is not None:
        raise NotAllowedError([INSTRUCTOR_ONLY])
    return workshop


def attending(workshop_id: str | UUID, who: Person) -> Seat:
    """A learner's seat there. Raises as ``enter``; who teaches has none."""
    _, seat = enter(workshop_id, who)
    if seat is None:
        raise NoSuchWorkshopError(str(workshop_id))
    return seat


def seat_of(workshop: Workshop, who: Person) -> Seat | None:
    """The seat at which this browser sits, also when its learner was taken out."""
    if not who.browser:
        return None
    found = Device.objects.filter(workshop=workshop, browser=who.browser).select_related("seat__workshop").first()
    return found.seat if found is not None else None


def lesson_at(workshop: Workshop, number: int) -> WorkshopLesson:
    """The lesson of that number. Raises NetpolError ``unknown_number``."""
    found = WorkshopLesson.objects.filter(workshop=workshop, number=number).first()
    if found is None:
        message = f"The workshop has the lessons 0 to {workshop.lessons.count() - 1}."
        raise NetpolError([Fault("unknown_number", message, value=number)])
    return found


def held(workshop: Workshop) -> Workshop:
    """The row as it stands, held against other writers until the end of the caller's transaction; it was used now.

    Raises NetpolError ``workshop_closed``.
    """
    fresh = Workshop.objects.select_for_update(of=("self",)).get(pk=workshop.pk)
    if fresh.closed_at is not None:
        raise NetpolError([CLOSED])
    fresh.used_at = timezone.now()
    return fresh
