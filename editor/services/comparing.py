"""Two revisions of a board, side by side."""

from __future__ import annotations

from editor.board.comparison import Comparison, compare
from editor.board.project import Judged, judged
from editor.board.records import Board
from editor.models import Board as BoardRow
from editor.services import closed, evaluation
from editor.services.evaluation import Warm
from editor.services.travel import board_at

_held: Warm[Judged] = Warm(8)


def revisions(row: BoardRow, old: int, new: int) -> Comparison:
    """What differs between two revisions of a board, without what is being typed.

    Raises as ``travel.board_at``, or NetpolError ``predicting``.
    """
    closed.refuse_verdicts(row)
    before, after = board_at(row, old), board_at(row, new)
    was = _judged(row, old, before, None)
    return compare(before, after, was, _judged(row, new, after, was))


def _judged(row: BoardRow, number: int, board: Board, near: Judged | None) -> Judged:
    if number == row.revision:
        return evaluation.evaluate(row, board, {}, near).judged
    found = _held.get((row.pk, number))
    if found is None:
        found = judged(board, {}, near)
        _held.keep((row.pk, number), found)
    return found
