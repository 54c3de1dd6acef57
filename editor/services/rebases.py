"""Edits made on an older revision, held against the log: what others changed since is not overwritten unseen."""

from __future__ import annotations

from collections.abc import Iterator

from editor.board.changes import Change, from_json
from editor.board.checks import refuse
from editor.board.rebase import Since, overwritten
from editor.board.records import Board
from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board as BoardRow
from editor.models import Revision
from editor.services import access
from editor.wire.messages import EditMessage


def refuse_the_future(row: BoardRow, base: int | None) -> None:
    """Nobody can have seen a revision that is not there. Raises NetpolError: ``bad_base_revision``."""
    if base is not None and base > row.revision:
        message = f"The board is at revision {row.revision}; {base} is not there. Read the board again."
        raise NetpolError([Fault("bad_base_revision", message, Place(path="base_revision"), base)])


def refuse_to_overwrite(row: BoardRow, board: Board, edit: EditMessage, change: Change, actor: str) -> None:
    """Raises NetpolError, ``changed_meanwhile``, when others wrote since into a field that the edit writes into."""
    if edit.base_revision is not None and edit.base_revision < row.revision:
        refuse(overwritten(board, edit.params, change, _of_others(row, edit, actor)))


def _of_others(row: BoardRow, edit: EditMessage, actor: str) -> Iterator[Since]:
    """What came after the edit's base, without what its own client sent, or without a client its own person."""
    found = Revision.objects.filter(board=row, number__gt=edit.base_revision, number__lte=row.revision)
    if edit.client_id:
        found = found.exclude(client_id=edit.client_id)
    elif actor or access.actor_named(edit.client_id):
        found = found.exclude(actor=actor or access.actor_named(edit.client_id))
    for number, author, change in found.values_list("number", "author", "change").iterator():
        yield Since(number, author, from_json(change))
