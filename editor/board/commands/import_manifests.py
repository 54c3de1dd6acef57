"""Brings Kubernetes manifests onto the board as one edit: what is there already is brought up to date in place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from editor.board.arrivals import arrive
from editor.board.changes import Change
from editor.board.records import Board
from editor.board.wording import counted
from editor.engine.errors import Fault, NetpolError
from editor.manifests.load import read
from editor.manifests.sources import Source

NAME = "import_manifests"


@dataclass(frozen=True, kw_only=True)
class Params:
    """YAML (or JSON) text of any number of documents."""

    manifests: str


def plan(board: Board, params: Params) -> Change:
    """Refuses manifests without meaning, and text that holds nothing for a board."""
    reading = read([Source("manifests", params.manifests)])
    if reading.faults:
        raise NetpolError(reading.faults)
    if not (reading.namespaces or reading.pods or reading.policies):
        kinds = ", ".join(sorted(reading.passed_over)) or "no object"
        message = f"There is no namespace, pod, workload or NetworkPolicy in this text; it holds {kinds}."
        raise NetpolError([Fault("nothing_to_import", message)])
    return arrive(board, reading)


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Counts what came and what was brought up to date."""
    come = Counter(item.table for item in change.puts)
    touched = {(patch.table, patch.id) for patch in change.patches if patch.field not in ("x", "y", "width", "height")}
    updated = Counter(table for table, _ in touched)
    parts = [f"Imported {counted(come)}"] if come or not updated else []
    if updated:
        parts.append(f"updated {counted(updated)}")
    sentence = ", ".join(parts)
    return sentence[0].upper() + sentence[1:]
