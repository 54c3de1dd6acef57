"""A workshop's data go: by its instructor's word, or by the clock."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from editor.models import Board, Workshop
from editor.wire.publishing import publish_end, publish_workshop_end


def delete(workshop: Workshop) -> None:
    """All of it: seats, boards and results. Whoever is there is told."""
    boards = list(Board.objects.filter(workshop=workshop).values_list("pk", flat=True))
    Workshop.objects.filter(pk=workshop.pk).delete()
    publish_workshop_end(workshop.pk)
    for board in boards:
        publish_end(board)


def purge() -> int:
    """Deletes workshops some days after they were closed, or last used when nobody closed them; answers how many."""
    now = timezone.now()
    # Each has days of its own: the database leaves out those of the last day, which are most.
    yesterday = now - timedelta(days=1)
    idle = Workshop.objects.filter(Q(closed_at__lte=yesterday) | Q(closed_at__isnull=True, used_at__lte=yesterday))
    found = [one for one in idle if (one.closed_at or one.used_at) + timedelta(days=one.keep_days) <= now]
    for workshop in found:
        delete(workshop)
    return len(found)
