"""The bin: what is deleted can be had back for some days, then it is gone."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from editor.models import Board, Visit
from editor.services import access
from editor.wire.publishing import publish_end


def throw_away(board_id: str | UUID) -> None:
    """Puts a board into the bin; whoever has it open is told. Raises NoSuchBoardError."""
    with transaction.atomic():
        row = access.lock_board(board_id)
        Board.objects.filter(pk=row.pk).update(deleted_at=timezone.now())
    publish_end(board_id)


def take_back(row: Board) -> Board:
    """Takes a board out of the bin again, as it was."""
    Board.objects.filter(pk=row.pk).update(deleted_at=None)
    row.deleted_at = None
    return row


def burn(row: Board) -> None:
    """Deletes a board of the bin for good, with its history."""
    Board.objects.filter(pk=row.pk, deleted_at__isnull=False).delete()


def gone_at(row: Board) -> datetime | None:
    """Until when a board of the bin can be had back."""
    return row.deleted_at + timedelta(days=settings.NETPOL_BIN_DAYS) if row.deleted_at else None


def purge() -> int:
    """Deletes for good what has lain in the bin for its days; answers how many boards that were."""
    limit = timezone.now() - timedelta(days=settings.NETPOL_BIN_DAYS)
    old = list(Board.objects.filter(deleted_at__lte=limit).values_list("pk", flat=True))
    for board_id in old:
        Board.objects.filter(pk=board_id, deleted_at__lte=limit).delete()
    return len(old)


def clear_unused(days: int) -> int:
    """Puts the boards of no account into the bin that nobody edited or opened for so many days; answers how many.

    Their browsers can have them back from there like any other; the boards of a workshop go with it. Raises ValueError
    for less than a day.
    """
    if days < 1:
        raise ValueError("Boards are unused after a day at the earliest.")
    limit = timezone.now() - timedelta(days=days)
    opened = Visit.objects.filter(board=OuterRef("pk"), opened_at__gt=limit)
    lying = Board.objects.filter(owner=None, seat=None, deleted_at=None, updated_at__lte=limit)
    unused = lying.exclude(Exists(opened))
    found = list(unused.values_list("pk", flat=True))
    for board_id in found:
        with suppress(access.NoSuchBoardError):  # somebody was quicker
            throw_away(board_id)
    return len(found)
