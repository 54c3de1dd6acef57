"""A learner begins a lesson of the workshop, on a board of their own."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from editor.engine.errors import Fault, NetpolError
from editor.models import Board, Progress, Seat, Workshop
from editor.models import WorkshopLesson as LessonRow
from editor.services import learning
from editor.services.lessons import lesson_named
from editor.services.workshops import admission
from editor.services.workshops.roles import CLOSED
from editor.services.workshops.telling import tell_seat

NOT_OPEN = "This lesson is not open yet: the instructor opens it for everybody."


def begin(seat: Seat, number: int) -> Board:
    """The learner's board of that lesson: the one that they have, or a new one as the lesson begins.

    Raises NetpolError: ``unknown_number``, ``not_open_yet``, ``workshop_closed``.
    """
    place = admission.lesson_at(seat.workshop, number)
    found = _board_of(seat, place)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            # Held, so that what is released meanwhile is not missed.
            workshop = Workshop.objects.select_for_update(of=("self",)).get(pk=seat.workshop_id)
            _refuse(workshop, number)
            made = _begun(seat, LessonRow.objects.get(pk=place.pk))
    except IntegrityError:  # another window of this learner was quicker
        found = _board_of(seat, place)
        if found is None:
            raise
        return found
    tell_seat(seat, "begun")
    return made


def _refuse(workshop: Workshop, number: int) -> None:
    if workshop.closed_at is not None:
        raise NetpolError([CLOSED])
    if number >= workshop.opened:
        raise NetpolError([Fault("not_open_yet", NOT_OPEN, value=number)])


def _board_of(seat: Seat, place: LessonRow) -> Board | None:
    held = Progress.objects.filter(seat=seat, lesson=place.lesson).select_related("board").first()
    return held.board if held is not None else None


def _begun(seat: Seat, place: LessonRow) -> Board:
    lesson = lesson_named(place.lesson)
    held = Progress(lesson=lesson.id, seat=seat)
    # The seat's own id stands for its browsers: to whoever is not let in by the seat it is somebody else's board.
    whose = {"seat": seat, "workshop_id": seat.workshop_id, "browser": seat.pk.hex}
    row = learning.furnish(lesson, held, whose)
    held.hints, held.solution_shown = place.hints, place.solution
    held.save(update_fields=["hints", "solution_shown"])
    return row
