"""The room is shown a canvas: somebody's without the name, or the instructor's own."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import transaction

from editor.board.titles import board_title
from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board, Progress, Workshop
from editor.services import access, duplicates
from editor.services.access import Person
from editor.services.lessons import lesson_named
from editor.services.workshops import admission
from editor.services.workshops.telling import tell_room
from editor.wire.publishing import publish_access, publish_end


def show_learner(workshop: Workshop, seat_id: UUID, number: int, who: Person) -> None:
    """A copy of a learner's board of that lesson, with what they are typing and without their name.

    Raises NetpolError: ``unknown_number``, ``not_begun``, ``workshop_closed``.
    """
    place = admission.lesson_at(workshop, number)
    held = Progress.objects.filter(seat=seat_id, seat__workshop=workshop, lesson=place.lesson).first()
    if held is None or held.board is None:
        message = "This learner has not begun the lesson."
        raise NetpolError([Fault("not_begun", message, Place(path="seat"), str(seat_id))])
    with transaction.atomic():
        fresh = admission.held(workshop)
        copy = Board.objects.create(
            pk=uuid4(), name=board_title(lesson_named(place.lesson).title), workshop=fresh, **who.columns("owner_id")
        )
        duplicates.fill(copy, duplicates.as_typed(held.board), "Copied from somebody in the room", {})
        before = _shown(fresh, copy, number, anonymous=True)
    _forget(before)
    tell_room(fresh, "shown")


def show_own(workshop: Workshop, board_id: UUID, who: Person) -> None:
    """A board of the instructor's, as it changes. Raises as ``access.admit``, or NetpolError ``workshop_closed``."""
    row = access.admit(board_id, who, "owner")
    with transaction.atomic():
        fresh = admission.held(workshop)
        before = _shown(fresh, row, None, anonymous=False)
    _forget(before)
    tell_room(fresh, "shown")


def end(workshop: Workshop) -> None:
    """Nothing is shown any more. Raises NetpolError ``workshop_closed``."""
    with transaction.atomic():
        fresh = admission.held(workshop)
        before = _shown(fresh, None, None, anonymous=False)
    _forget(before)
    if before is not None:
        tell_room(fresh, "unshown")


def _shown(workshop: Workshop, row: Board | None, number: int | None, *, anonymous: bool) -> Board | None:
    """Answers what was shown before, when it is another board."""
    before = workshop.shown if workshop.shown_id != (row.pk if row else None) else None
    workshop.shown, workshop.shown_lesson, workshop.anonymous = row, number, anonymous
    workshop.save(update_fields=["shown", "shown_lesson", "anonymous", "used_at"])
    return before


def _forget(before: Board | None) -> None:
    """A copy goes; from a board of the instructor's own the room is shut out."""
    if before is None:
        return
    if before.workshop_id is not None and before.seat_id is None:
        Board.objects.filter(pk=before.pk).delete()
        publish_end(before.pk)
    else:
        publish_access(before.pk)
