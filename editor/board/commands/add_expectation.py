"""Adds an expectation: what must be able to reach what, or must not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from editor.board.changes import Change, put
from editor.board.checks import new_id
from editor.board.expectations import STEP, canonical, refuse_repeated, refuse_too_many, sentence_of
from editor.board.records import Board, ExpectationRecord

NAME = "add_expectation"


@dataclass(frozen=True, kw_only=True)
class Params:
    """``item`` is one item of an expectations file: from, to, port or ports, expect, ever, name."""

    id: str | None = None
    item: Mapping[str, Any]


def plan(board: Board, params: Params) -> Change:
    """Refuses an item without meaning, and one that says what another says already."""
    item = canonical(params.item)
    refuse_repeated(board, item)
    refuse_too_many(len(board.expectations) + 1)
    last = max((one.order for one in board.expectations.values()), default=0.0)
    return Change(puts=(put(ExpectationRecord(id=new_id(board, params.id), order=last + STEP, item=item)),))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Says what is expected."""
    return f"Expected that {sentence_of(params.item)}"
