"""Brings Kubernetes manifests onto the board as one edit: what is there already is brought up to date in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from editor.board.arrivals import arrive
from editor.board.arriving import Arriving
from editor.board.changes import Change
from editor.board.from_manifests import arriving
from editor.board.records import Board
from editor.board.wording import counted
from editor.engine.errors import Fault, NetpolError
from editor.manifests.sources import Source

NAME = "import_manifests"


@dataclass(frozen=True, kw_only=True)
class Params:
    """YAML (or JSON) text of any number of documents."""

    manifests: str


def plan(board: Board, params: Params) -> Change:
    """Refuses manifests without meaning, and text that holds nothing for a board."""
    found = arriving([Source("manifests", params.manifests)])
    refuse_faulty(found)
    return arrive(board, found).change


def refuse_faulty(found: Arriving, *, without_faulty: bool = False) -> None:
    """Raises NetpolError: every fault, unless faulty objects are left out, or ``nothing_to_import``."""
    if found.faults and not without_faulty:
        raise NetpolError(found.faults)
    refuse_too_many(found)
    if not (found.namespaces or found.pods or found.policies):
        raise NetpolError([Fault("nothing_to_import", nothing_in(found))])


def refuse_too_many(found: Arriving) -> None:
    """A bound is no matter of one object: leaving faulty ones out does not pass it. Raises NetpolError."""
    too_many = [fault for fault in found.faults if fault.code in ("too_many_objects", "too_many_faults")]
    if too_many:
        raise NetpolError(too_many)


def nothing_in(found: Arriving) -> str:
    """Says what there is instead of anything for a board."""
    kinds: Mapping[str, int] = Counter(one.kind for one in found.ignored)
    held = ", ".join(sorted(kinds)) or "no object"
    return f"There is no namespace, pod, workload or NetworkPolicy in this text for a board; it holds {held}."


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Counts what came, what was brought up to date, and what went."""
    return sentence_of(change)


def sentence_of(change: Change) -> str:
    """As ``describe``."""
    come = Counter(item.table for item in change.puts)
    touched = {(patch.table, patch.id) for patch in change.patches if patch.field not in ("x", "y", "width", "height")}
    updated = Counter(table for table, _ in touched)
    gone = Counter(item.table for item in change.removes)
    parts = [f"imported {counted(come)}"] if come or not (updated or gone) else []
    if updated:
        parts.append(f"updated {counted(updated)}")
    if gone:
        parts.append(f"removed {counted(gone)}")
    sentence = ", ".join(parts)
    return sentence[0].upper() + sentence[1:]
