"""Adds a policy as YAML text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editor.board.changes import Change, put
from editor.board.checks import new_id
from editor.board.policies import named_by
from editor.board.records import Board
from editor.engine.errors import NetpolError

NAME = "add_policy"


@dataclass(frozen=True, kw_only=True)
class Params:
    """The text of exactly one NetworkPolicy; without a namespace it lies in ``default``."""

    id: str | None = None
    text: str


def plan(board: Board, params: Params) -> Change:
    """Refuses text that is not one NetworkPolicy, and a name that its namespace has already."""
    try:
        made = named_by(board, new_id(board, params.id), params.text)
    except NetpolError as error:
        # The id would tell the caller nothing: there is no such policy yet.
        raise NetpolError(replace(found, place=replace(found.place, file=None)) for found in error.faults) from None
    return Change(puts=(put(made),))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Names the policy."""
    record = change.puts[0].record
    return f"Added policy {record.namespace}/{record.name}"  # type: ignore[union-attr]
