"""Which boards a person opened, and when."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from editor.models import Board, Visit
from editor.services.access import Person

# A person's list keeps the boards opened last.
REMEMBERED = 500
# A page asks many things of a board at once: one of them counts as opening it.
FRESH_FOR = timedelta(seconds=30)


def remember(row: Board, who: Person) -> None:
    """Puts a board first in the person's list."""
    if not who.actor:
        return
    now, columns = timezone.now(), who.columns()
    held = Visit.objects.filter(board=row, **columns).first()
    if held is None:
        try:
            with transaction.atomic():
                Visit.objects.create(board=row, opened_at=now, **columns)
        except IntegrityError:
            return  # another request of this person was quicker
        kept = Visit.objects.filter(**columns).order_by("-opened_at").values("pk")[:REMEMBERED]
        Visit.objects.filter(**columns).exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()
    elif held.opened_at + FRESH_FOR < now or _newer(held, columns):
        Visit.objects.filter(pk=held.pk).update(opened_at=now)


def _newer(held: Visit, columns: dict[str, object]) -> bool:
    return Visit.objects.filter(opened_at__gt=held.opened_at, **columns).exists()
