"""Two boards side by side: two revisions of one, two boards, or a board and manifests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from editor.board import alongside
from editor.board.alongside import Alongside
from editor.board.comparison import Comparison, compare
from editor.board.pairs import Pairs, pairs_of
from editor.board.project import Judged, judged
from editor.board.records import Board
from editor.engine.errors import NetpolError
from editor.models import Board as BoardRow
from editor.services import closed, deliveries, evaluation
from editor.services.evaluation import Warm
from editor.services.travel import board_at

_held: Warm[Judged] = Warm(8)
_pairs: Warm[Pairs | None] = Warm(8)


@dataclass(frozen=True)
class Compared:
    """What differs, and a board with all that either has, to be drawn."""

    found: Comparison
    picture: Board


def revisions(row: BoardRow, old: int, new: int, *, pairs: bool = False) -> Compared:
    """What differs between two revisions of a board, without what is being typed.

    Raises as ``travel.board_at``, or NetpolError ``predicting``; so do the others.
    """
    closed.refuse_verdicts(row)
    before, after = board_at(row, old), board_at(row, new)
    was = _judged(row, old, before, None)
    found = compare(before, after, was, _judged(row, new, after, was))
    if not pairs:
        return Compared(found, after)
    key = (row.pk, old, new)
    known = _pairs.get(key)
    if known is None:
        known = pairs_of(before, after)
        _pairs.keep(key, known)
    return Compared(replace(found, pairs=known), after)


def boards(row: BoardRow, number: int, other: BoardRow, at: int, *, swapped: bool = False) -> Compared:
    """What differs from a board to another, each at a revision; ``swapped``: the other way round.

    Raises as ``travel.board_at``.
    """
    closed.refuse_verdicts(other)
    there = board_at(other, at)
    return _beside(row, number, lambda here: alongside.of_board(here, there), swapped=swapped)


def manifests(row: BoardRow, number: int, delivery: str, *, swapped: bool = False) -> Compared:
    """What differs from a board to manifests that wait. Raises as ``deliveries.kept``, or with all of their faults."""
    arriving = deliveries.kept(delivery)
    if arriving.faults:
        raise NetpolError(arriving.faults)
    return _beside(row, number, lambda here: alongside.of_manifests(here, arriving), swapped=swapped)


def _beside(row: BoardRow, number: int, other: Callable[[Board], Alongside], *, swapped: bool) -> Compared:
    closed.refuse_verdicts(row)
    here = board_at(row, number)
    met = other(here)
    old, new = (met.board, here) if swapped else (here, met.board)
    return Compared(replace(compare(old, new), pairs=pairs_of(old, new)), met.picture)


def _judged(row: BoardRow, number: int, board: Board, near: Judged | None) -> Judged:
    if number == row.revision:
        return evaluation.evaluate(row, board, {}, near).judged
    found = _held.get((row.pk, number))
    if found is None:
        found = judged(board, {}, near)
        _held.keep((row.pk, number), found)
    return found
