"""A workshop's data go: by its instructor's word, or by the clock."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
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
    limit = timezone.now() - timedelta(days=settings.NETPOL_WORKSHOP_DAYS)
    old = Workshop.objects.filter(Q(closed_at__lte=limit) | Q(closed_at__isnull=True, used_at__lte=limit))
    found = list(old)
    for workshop in found:
        delete(workshop)
    return len(found)
