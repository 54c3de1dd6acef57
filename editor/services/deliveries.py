"""Manifests that were read wait here for a person's word, an hour at most; and what they would do to a board."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from editor.board import previews
from editor.board.arriving import Arriving
from editor.board.choices import Choices
from editor.board.records import Board, BoardRecord
from editor.board.shapes import as_json, read
from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board as BoardRow
from editor.models import Delivery, Revision
from editor.services import evaluation

KEPT_FOR = timedelta(hours=1)
MOST_KEPT = 50


def keep(arriving: Arriving) -> Delivery:
    """Keeps it; the oldest make room."""
    kept = Delivery.objects.create(content=json.dumps(as_json(arriving)))
    old = Delivery.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    old.delete()
    surplus = Delivery.objects.order_by("-created_at").values_list("pk", flat=True)[MOST_KEPT:]
    Delivery.objects.filter(pk__in=list(surplus)).delete()
    return kept


def kept(delivery_id: str) -> Arriving:
    """What was read. Raises NetpolError: ``unknown_delivery``."""
    found = Delivery.objects.filter(pk=_uuid(delivery_id)).first()
    if found is None:
        raise NetpolError([_gone(delivery_id)])
    return read(Arriving, json.loads(found.content))


def use_up(delivery_id: str) -> None:
    """Takes it away within the import's transaction: a second use, or one that was cancelled, is refused."""
    if not Delivery.objects.filter(pk=_uuid(delivery_id)).delete()[0]:
        raise NetpolError([_gone(delivery_id)])


def forget(delivery_id: str | UUID) -> bool:
    """Takes it away unused; False when it is not there, because it was used, cancelled or old."""
    return bool(Delivery.objects.filter(pk=_uuid(delivery_id)).delete()[0])


def _gone(delivery_id: str) -> Fault:
    message = "These manifests were imported or cancelled already, or an hour has passed. Read them again."
    return Fault("unknown_delivery", message, Place(path="delivery"), str(delivery_id)[:80])


def _uuid(delivery_id: str | UUID) -> UUID:
    try:
        return delivery_id if isinstance(delivery_id, UUID) else UUID(delivery_id)
    except ValueError:
        raise NetpolError([_gone(str(delivery_id))]) from None


def preview(row: BoardRow | None, arriving: Arriving, choices: Choices) -> previews.Preview:
    """What the import would do to the board; without one, to a new one."""
    if row is None:
        return previews.preview(Board.of(BoardRecord(id="", name="")), arriving, choices)
    return previews.preview(evaluation.state(row), arriving, choices, imported(row))


def imported(row: BoardRow) -> set[str]:
    """The ids of everything that an import ever put onto the board."""
    changes = Revision.objects.filter(board=row, command="import_manifests").values_list("change", flat=True)
    return {put["record"]["id"] for change in changes.iterator() for put in change["puts"]}
