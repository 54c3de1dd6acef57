"""What happened to a board, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board as BoardRow
from editor.models import Milestone, Revision
from editor.services import milestones, reverts
from editor.wire.resources import RevisionEntry


@dataclass(frozen=True, kw_only=True)
class Page:
    """Which revisions are asked for: after and before these numbers, this many of the newest; ``named``: no others."""

    after: int = 0
    before: int | None = None
    limit: int = 100
    named: bool = False


def page(row: BoardRow, asked: Page, actor: str = "") -> list[RevisionEntry]:
    """The newest revisions within the bounds asked for, the newest first, as ``actor`` sees them."""
    found = Revision.objects.filter(board=row, number__gt=asked.after).order_by("-number")
    if asked.before is not None:
        found = found.filter(number__lt=asked.before)
    if asked.named:
        found = found.filter(Exists(Milestone.objects.filter(board=row, number=OuterRef("number"))))
    return _entries(row, list(found[: asked.limit]), actor)


def one(row: BoardRow, number: int, actor: str = "") -> RevisionEntry:
    """One revision. Raises NetpolError: ``unknown_revision``."""
    found = list(Revision.objects.filter(board=row, number=number))
    if not found:
        message = f"There is no revision {number} of this board."
        raise NetpolError([Fault("unknown_revision", message, Place(path="revision"), number)])
    return _entries(row, found, actor)[0]


def _entries(row: BoardRow, found: list[Revision], actor: str) -> list[RevisionEntry]:
    taken_back, named = reverts.undone(row), milestones.names(row)
    return [
        RevisionEntry(
            revision=each.number,
            edit_id=each.edit_id,
            client_id=each.client_id,
            actor=each.actor,
            author=each.author,
            mine=bool(actor) and each.actor == actor,
            reverts=each.reverts,
            undone=each.number in taken_back,
            name=named.get(each.number),
            command=each.command,
            sentence=each.sentence,
            change=each.change,
            created_at=each.created_at.isoformat(),
        )
        for each in found
    ]
