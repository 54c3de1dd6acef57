"""Names for revisions, so that they are found again. What happened stays as it happened: the name lies beside it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from editor.board.checks import fault
from editor.engine.errors import NetpolError
from editor.models import Board as BoardRow
from editor.models import Milestone
from editor.services import access
from editor.wire.messages import RevisionNamed
from editor.wire.publishing import publish

LONGEST = 80


def name(board_id: str | UUID, number: int, wanted: str, author: str = "") -> RevisionNamed:
    """Gives a revision its name, and tells everybody.

    Raises NoSuchBoardError, or NetpolError: ``invalid_name``, ``unknown_revision``.
    """
    text = " ".join(wanted.split())
    if not text or len(text) > LONGEST:
        raise NetpolError(
            [fault("invalid_name", f"A revision's name has 1 to {LONGEST} characters.", "name", text[:80])]
        )
    with transaction.atomic():
        row = access.lock_board(board_id)
        _check(row, number)
        Milestone.objects.update_or_create(board=row, number=number, defaults={"name": text, "author": author})
    return _tell(row, number, text)


def unname(board_id: str | UUID, number: int) -> RevisionNamed:
    """Takes a revision's name away, if it has one. Raises as ``name``."""
    with transaction.atomic():
        row = access.lock_board(board_id)
        _check(row, number)
        Milestone.objects.filter(board=row, number=number).delete()
    return _tell(row, number, None)


def names(row: BoardRow) -> dict[int, str]:
    """By number, the names that revisions of a board have."""
    return dict(Milestone.objects.filter(board=row).values_list("number", "name"))


def _check(row: BoardRow, number: int) -> None:
    if not 1 <= number <= row.revision:
        raise NetpolError(
            [fault("unknown_revision", f"There is no revision {number} of this board.", "revision", number)]
        )


def _tell(row: BoardRow, number: int, text: str | None) -> RevisionNamed:
    message = RevisionNamed(revision=number, name=text)
    publish(row.pk, message)
    return message
