"""A board's things once more, under ids of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from editor.board.records import SHAPES, TABLES, Board, Record
from editor.board.shapes import as_json, read


def copied(board: Board, new_id: Callable[[], str]) -> list[Record]:
    """Every record but the board's own. What refers to another refers to the copy of it."""
    held = [record for record in board.records() if TABLES[type(record)] != "board"]
    ids = {record.id: new_id() for record in held}
    return [read(SHAPES[TABLES[type(record)]], _exchanged(as_json(record), ids)) for record in held]


def _exchanged(value: Any, ids: dict[str, str]) -> Any:  # noqa: ANN401 - plain JSON
    """An id can stand anywhere in a record; nobody writes one by hand, so what equals an id is one."""
    if isinstance(value, dict):
        return {key: _exchanged(held, ids) for key, held in value.items()}
    if isinstance(value, list):
        return [_exchanged(held, ids) for held in value]
    return ids.get(value, value) if isinstance(value, str) else value
