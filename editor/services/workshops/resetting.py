"""The instructor puts a lesson back to its start: for one learner, or for all."""

from __future__ import annotations

from uuid import UUID

from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Progress, Workshop
from editor.services import learning
from editor.services.workshops import admission


def reset(workshop: Workshop, number: int, seat_id: UUID | None, actor: str, author: str) -> int:
    """One edit on each board, which the instructor can undo there; answers how many boards that were.

    Raises NetpolError: ``unknown_number``, ``not_begun``.
    """
    place = admission.lesson_at(workshop, number)
    ways = Progress.objects.filter(seat__workshop=workshop, lesson=place.lesson, board__isnull=False)
    found = list((ways.filter(seat=seat_id) if seat_id is not None else ways).select_related("board"))
    if seat_id is not None and not found:
        message = "This learner has not begun the lesson."
        raise NetpolError([Fault("not_begun", message, Place(path="seat"), str(seat_id))])
    for held in found:
        if held.board is not None:
            learning.reset(held.board, actor, author)
    return len(found)
