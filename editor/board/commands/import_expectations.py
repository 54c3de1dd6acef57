"""Brings an expectations file onto the board."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editor.analysis.expectations.reading import read_expectations
from editor.analysis.expectations.writing import as_plain
from editor.board.changes import Change, remove
from editor.board.checks import fault, refuse
from editor.board.expectations import added
from editor.board.records import Board
from editor.board.wording import counted
from editor.manifests.sources import Source

NAME = "import_expectations"


@dataclass(frozen=True, kw_only=True)
class Params:
    """``text``: the file. ``replace``: those on the board make way for it."""

    text: str
    replace: bool = False


def plan(board: Board, params: Params) -> Change:
    """Refuses a file with anything wrong in it, with every fault and its line. What is there already stays."""
    read = read_expectations([Source("expectations", params.text)])
    if not read:
        refuse([fault("nothing_to_import", "The file holds no expectation.", "text")])
    items = [as_plain(one) for one in read]
    there = tuple(board.expectations.values())
    if not params.replace:
        return added(board, items, there)
    return replace(added(board, items, ()), removes=tuple(remove(one) for one in there))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Counts what came and what went."""
    come = counted({"expectations": len(change.puts)})
    gone = f", removed {counted({'expectations': len(change.removes)})}" if change.removes else ""
    return f"Imported {come}{gone}"
