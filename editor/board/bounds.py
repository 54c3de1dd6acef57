"""How much a board holds: what is more would make it slow for everybody on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from editor.board.changes import Change
from editor.board.checks import fault, refuse
from editor.board.records import Board, Table
from editor.board.wording import PLURAL

MOST: Mapping[Table, int] = {
    "namespaces": 2_000,
    "pods": 10_000,
    "hosts": 2_000,
    "connections": 20_000,
    "policies": 5_000,
    "expectations": 2_000,
}


def refuse_too_much(board: Board, change: Change) -> None:
    """Raises NetpolError, ``board_full``, for each table of which a change would leave more than a board holds.

    A board that has more already may become smaller.
    """
    added = Counter(item.table for item in change.puts)
    added.subtract(item.table for item in change.removes)
    refuse(
        fault("board_full", _words(table, len(board.table(table)) + more), "params", len(board.table(table)) + more)
        for table, more in added.items()
        if table in MOST and more > 0 and len(board.table(table)) + more > MOST[table]
    )


def _words(table: Table, count: int) -> str:
    return (
        f"A board holds {MOST[table]:,} {PLURAL[table]} at most; this would make {count:,}. "
        "Delete what is not needed, or make another board."
    )
