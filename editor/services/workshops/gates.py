"""How far learners may go: the instructor opens steps and the solution, or lets everybody run."""

from __future__ import annotations

from django.db import transaction

from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Progress, Workshop
from editor.models import WorkshopLesson as LessonRow
from editor.services.lessons import lesson_named
from editor.services.workshops import admission
from editor.services.workshops.telling import tell_room

NOT_RELEASED = "In a workshop the instructor releases the solution. Put your hand up when you are stuck."


def set_gate(workshop: Workshop, number: int, step: int | None) -> None:
    """Learners may go as far as that step of a lesson, from 0; None: through all of them.

    Whoever is further already stays there. Raises NetpolError: ``unknown_number``, ``unknown_step`` or
    ``workshop_closed``.
    """
    with transaction.atomic():
        fresh = admission.held(workshop)
        place = admission.lesson_at(fresh, number)
        last = len(lesson_named(place.lesson).steps) - 1
        if step is not None and step > last:
            message = f"The lesson has the steps 0 to {last}."
            raise NetpolError([Fault("unknown_step", message, Place(path="step"), step)])
        place.gate = step
        place.save(update_fields=["gate"])
        fresh.save(update_fields=["used_at"])
    tell_room(fresh, "gate")


def gate_of(held: Progress) -> int | None:
    """The last step that is open to a learner; None when all are."""
    place = place_of(held)
    return place.gate if place is not None else None


def place_of(held: Progress) -> LessonRow | None:
    """The lesson of a workshop that a way through a lesson belongs to."""
    if held.seat_id is None:
        return None
    return LessonRow.objects.filter(workshop__seats=held.seat_id, lesson=held.lesson).select_related("workshop").first()


def released(held: Progress) -> tuple[int, bool]:
    """How many hints everybody was given, and whether the solution."""
    place = place_of(held)
    return (place.hints, place.solution) if place is not None else (0, False)


def refuse_step(held: Progress, step: int) -> None:
    """Raises NetpolError ``gated``; going back is always open."""
    gate = gate_of(held)
    if gate is not None and step > max(gate, held.step):
        message = "The instructor opens this step for everybody. Wait a moment."
        raise NetpolError([Fault("gated", message, Place(path="step"), step)])


def refuse_solution(held: Progress) -> None:
    """Raises NetpolError ``not_released``."""
    place = place_of(held)
    if place is not None and not place.solution:
        raise NetpolError([Fault("not_released", NOT_RELEASED)])
