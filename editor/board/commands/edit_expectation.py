"""Changes what an expectation says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from editor.board.changes import Change, patches
from editor.board.checks import known
from editor.board.expectations import canonical, refuse_repeated, sentence_of
from editor.board.records import Board

NAME = "edit_expectation"


@dataclass(frozen=True, kw_only=True)
class Params:
    """``item`` is the whole new item."""

    id: str
    item: Mapping[str, Any]


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown expectation, an item without meaning, and one that another says already."""
    held = known(board.expectations, params.id, "expectation")
    item = canonical(params.item)
    refuse_repeated(board, item, but=held.id)
    return Change(patches=patches(held, item=item))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Says what is expected now."""
    return f"Changed an expectation: {sentence_of(params.item)}"
