"""The boards of a person: their own, those shared with them, and those that they opened by the address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Lower

from editor.models import Board, Namespace, Pod, Policy, Visit
from editor.services import binned
from editor.services.access import Person, Role, live_grants, owns
from editor.wire.resources import BoardSummary, BoardTotals

Shelf = Literal["active", "archived", "deleted"]
Order = Literal["opened", "name", "updated", "created"]
ORDERS: dict[str, Combinable] = {
    "opened": F("opened").desc(),
    "name": Lower("name"),
    "updated": F("updated_at").desc(),
    "created": F("created_at").desc(),
}


@dataclass(frozen=True)
class Wanted:
    """Which part of the list."""

    shelf: Shelf = "active"
    text: str = ""
    order: Order = "opened"
    first: int = 0
    most: int = 200


def listed(who: Person, wanted: Wanted) -> list[BoardSummary]:
    """The boards of a shelf whose name holds ``text``, in that order."""
    binned.purge()
    found = _shelf(who, wanted.shelf)
    if wanted.text:
        found = found.filter(name__icontains=wanted.text)
    last = Visit.objects.filter(who.theirs(), board=OuterRef("pk")).order_by("-opened_at").values("opened_at")[:1]
    found = found.annotate(opened=Coalesce(Subquery(last), F("created_at")))
    rows = list(found.order_by(ORDERS[wanted.order], "-created_at", "pk")[wanted.first : wanted.first + wanted.most])
    return summaries(rows, who)


def totals(who: Person) -> BoardTotals:
    """How many boards each shelf has."""
    return BoardTotals(**{shelf: _shelf(who, shelf).count() for shelf in ("active", "archived", "deleted")})


def _shelf(who: Person, shelf: Shelf) -> QuerySet[Board]:
    """What its owner archived is still active for those with whom it is shared; only the owner sees the bin.

    A person's own board of a lesson stands in the list of lessons; one made in a workshop belongs there.
    """
    plain = Board.objects.filter(who.theirs("owner", "browser"), lesson="", workshop__isnull=True)
    own = Q(pk__in=plain.values("pk"))
    nobodys = Q(owner__isnull=True, browser="", pk__in=Visit.objects.filter(who.theirs()).values("board"))
    shared = Q(pk__in=live_grants(who).values("link__board"))
    if shelf == "deleted":
        return Board.objects.filter(own | nobodys, deleted_at__isnull=False)
    if shelf == "archived":
        return Board.objects.filter(own | nobodys, deleted_at__isnull=True, archived_at__isnull=False)
    return Board.objects.filter(
        ((own | nobodys) & Q(archived_at__isnull=True)) | (shared & ~own), deleted_at__isnull=True
    )


def summaries(rows: Sequence[Board], who: Person) -> list[BoardSummary]:
    """The boards of a list, with the person's role and what is on them counted."""
    counts: dict[str, Counter[UUID]] = {}
    for name, model in (("namespaces", Namespace), ("pods", Pod), ("policies", Policy)):
        found = model.objects.filter(board__in=rows).order_by().values_list("board").annotate(Count("pk"))
        counts[name] = Counter(dict(found))
    roles = _roles(rows, who)
    return [
        BoardSummary(
            id=str(row.pk),
            name=row.name,
            revision=row.revision,
            updated_at=row.updated_at.isoformat(),
            role=roles[row.pk],
            archived=row.archived_at is not None,
            gone_at=gone.isoformat() if (gone := binned.gone_at(row)) else None,
            **{name: found[row.pk] for name, found in counts.items()},
        )
        for row in rows
    ]


def _roles(rows: Sequence[Board], who: Person) -> dict[UUID, Role]:
    granted = live_grants(who).filter(link__board__in=rows).values_list("link__board", "link__role")
    editable = {board for board, role in granted if role == "edit"}
    return {row.pk: "owner" if owns(row, who) else "edit" if row.pk in editable else "view" for row in rows}
