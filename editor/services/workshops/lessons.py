"""The instructor opens lessons."""

from __future__ import annotations

from django.db import transaction

from editor.engine.errors import Fault, NetpolError
from editor.models import Workshop
from editor.services.workshops import admission
from editor.services.workshops.telling import tell_room
from editor.wire.workshop_requests import OpenLesson


def open_lesson(workshop: Workshop, wanted: OpenLesson) -> None:
    """Opens lessons up to one and asks everybody there; the next when none is named; ``all``: every lesson.

    Raises NetpolError: ``unknown_number``, ``no_next_lesson``, ``workshop_closed``.
    """
    with transaction.atomic():
        fresh = admission.held(workshop)
        count = fresh.lessons.count()
        if wanted.all:
            fresh.opened = count
            fresh.current = fresh.current or 0
        else:
            fresh.current = _number(fresh, wanted, count)
            fresh.opened = max(fresh.opened, fresh.current + 1)
        fresh.save(update_fields=["opened", "current", "used_at"])
    tell_room(fresh, "lesson_opened")


def _number(workshop: Workshop, wanted: OpenLesson, count: int) -> int:
    if wanted.lesson is not None:
        return admission.lesson_at(workshop, wanted.lesson).number
    after = workshop.current + 1 if workshop.current is not None else 0
    if after >= count:
        raise NetpolError([Fault("no_next_lesson", "This is the last lesson of the workshop.", value=workshop.current)])
    return after
