"""Pins what is true now: expectations that hold as long as nothing about who reaches whom changes."""

from __future__ import annotations

from dataclasses import dataclass

from editor.analysis.expectations.writing import as_plain, pinned
from editor.board.changes import Change
from editor.board.expectations import added
from editor.board.project import cluster_of, policies_of
from editor.board.records import Board
from editor.board.wording import counted
from editor.engine.errors import NetpolError
from editor.engine.reachability import reach

NAME = "pin_expectations"


@dataclass(frozen=True, kw_only=True)
class Params:
    """Nothing to say: the whole board, workload by workload."""


def plan(board: Board, params: Params) -> Change:  # noqa: ARG001 - every command has parameters
    """Refuses while a policy cannot be read: nobody knows then what is true."""
    policies, faults = policies_of(board, {})
    if faults:
        raise NetpolError(faults)
    found = pinned(reach(cluster_of(board), policies))
    return added(board, [as_plain(one) for one in found], board.expectations.values())


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Counts them."""
    return f"Pinned what is true now: {counted({'expectations': len(change.puts)})}"
