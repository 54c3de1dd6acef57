"""The instructor gives everybody a hint, or the solution."""

from __future__ import annotations

from django.db import transaction

from editor.engine.errors import Fault, NetpolError
from editor.models import Progress, Workshop
from editor.models import WorkshopLesson as LessonRow
from editor.services import learning
from editor.services.lessons import lesson_named
from editor.services.workshops import admission
from editor.services.workshops.telling import tell_room
from editor.wire.publishing import publish_news
from editor.wire.workshop_requests import Release


def release(workshop: Workshop, wanted: Release) -> None:
    """Also to those who begin the lesson later. Raises NetpolError.

    ``unknown_number``, ``no_hint_left``, ``no_solution``, ``workshop_closed``.
    """
    with transaction.atomic():
        fresh = admission.held(workshop)
        place = admission.lesson_at(fresh, wanted.lesson)
        ways = Progress.objects.filter(seat__workshop=fresh, lesson=place.lesson)
        if wanted.what == "hint":
            _hint(place)
            ways.filter(hints__lt=place.hints).update(hints=place.hints)
        else:
            _solution(place)
            ways.update(solution_shown=True)
        place.save(update_fields=["hints", "solution"])
        fresh.save(update_fields=["used_at"])
    tell_room(fresh, wanted.what)
    for held in ways.select_related("board"):
        if held.board is not None:
            learning.tell(held.board)
        publish_news(fresh.pk, held.seat_id or "")


def _hint(place: LessonRow) -> None:
    hints = len(lesson_named(place.lesson).hints)
    if place.hints >= hints:
        raise NetpolError([Fault("no_hint_left", f"The lesson has {hints} hints, and all are released.", value=hints)])
    place.hints += 1


def _solution(place: LessonRow) -> None:
    if not lesson_named(place.lesson).solution:
        raise NetpolError([Fault("no_solution", "This lesson has no solution to release.")])
    place.solution = True
