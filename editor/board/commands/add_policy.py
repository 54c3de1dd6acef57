"""Adds a policy as YAML text."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change, put
from editor.board.checks import new_id
from editor.board.policies import named_by
from editor.board.records import Board

NAME = "add_policy"


@dataclass(frozen=True, kw_only=True)
class Params:
    """The text of exactly one NetworkPolicy; without a namespace it lies in ``default``."""

    id: str | None = None
    text: str


def plan(board: Board, params: Params) -> Change:
    """Refuses text that is not one NetworkPolicy, and a name that its namespace has already."""
    return Change(puts=(put(named_by(board, new_id(board, params.id), params.text)),))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Names the policy."""
    record = change.puts[0].record
    return f"Added policy {record.namespace}/{record.name}"  # type: ignore[union-attr]
