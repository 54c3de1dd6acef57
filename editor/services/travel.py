"""A board as it was at any of its revisions, and back there again."""

from __future__ import annotations

from uuid import UUID

from editor.board.between import between
from editor.board.changes import from_json, invert, replay
from editor.board.commands import Planned
from editor.board.records import Board
from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board as BoardRow
from editor.models import Revision
from editor.services import edits, evaluation
from editor.services.evaluation import Warm
from editor.wire.messages import RestoreMessage

# Boards of the past that were looked at last; the log never changes, so that they stay right.
_past: Warm[Board] = Warm(16)


def board_at(row: BoardRow, number: int) -> Board:
    """The board as revision ``number`` left it; 0 is before the first. Raises NetpolError: ``unknown_revision``."""
    board = evaluation.state(row)
    if number == row.revision:
        return board
    if not 0 <= number < row.revision:
        message = f"This board has the revisions 0 to {row.revision}."
        raise NetpolError([Fault("unknown_revision", message, Place(path="revision"), number)])
    found = _past.get((row.pk, number))
    if found is None:
        later = Revision.objects.filter(board=row, number__gt=number, number__lte=row.revision).order_by("-number")
        undone = (invert(from_json(change)) for change in later.values_list("change", flat=True).iterator())
        found = replay(board, undone)
        _past.keep((row.pk, number), found)
    return found


def restore(board_id: str | UUID, asked: RestoreMessage, actor: str = "", author: str = "") -> edits.Outcome:
    """Makes the board what it was at a revision, as a revision of its own. Raises as ``edits.carry_out``."""

    def plan(row: BoardRow, board: Board) -> Planned:
        change = between(board, board_at(row, asked.revision))
        made = Revision.objects.filter(board=row, number=asked.revision).first()
        told = f", “{made.sentence}”" if made is not None else ", before the first edit"
        return Planned(change, f"Restored revision {asked.revision}{told}")

    return edits.carry_out(board_id, asked, actor, plan, author)
