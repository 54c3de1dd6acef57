"""Puts an expectation to another place in the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from editor.board.changes import Change, patches
from editor.board.checks import known
from editor.board.expectations import MOST, STEP, listed, sentence_of
from editor.board.hints import Between
from editor.board.records import Board

NAME = "move_expectation"
# Closer together than this, the places between two neighbours have run out.
CLOSEST = 1e-6


@dataclass(frozen=True, kw_only=True)
class Params:
    """``to``: how many stand before it then."""

    id: str
    to: Annotated[int, Between(0, MOST)]


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown expectation. Only its own place changes, while there is room between its neighbours."""
    held = known(board.expectations, params.id, "expectation")
    before = listed(board)
    others = [one for one in before if one.id != held.id]
    to = min(params.to, len(others))
    if [one.id for one in (*others[:to], held, *others[to:])] == [one.id for one in before]:
        return Change()
    low = others[to - 1].order if to else (others[0].order if others else 0.0) - 2 * STEP
    high = others[to].order if to < len(others) else low + 2 * STEP
    if high - low > CLOSEST:
        return Change(patches=patches(held, order=(low + high) / 2))
    order = [*others[:to], held, *others[to:]]
    return Change(patches=tuple(p for at, one in enumerate(order, 1) for p in patches(one, order=at * STEP)))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Names it."""
    return f"Moved the expectation “{sentence_of(board.expectations[params.id].item)}”"
