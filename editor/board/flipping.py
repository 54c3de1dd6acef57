"""What new texts of a board's policies would flip, before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editor.analysis.flips import Flips, flips
from editor.board import commands
from editor.board.changes import apply
from editor.board.commands.edit_policies import PolicyText, Removal
from editor.board.project import cluster_of, policies_of
from editor.board.records import Board
from editor.board.shapes import as_json
from editor.engine.difference import State
from editor.engine.errors import NetpolError


@dataclass(frozen=True, kw_only=True)
class FlipsBody:
    """Texts of policies to try, as ``edit_policies`` takes them."""

    texts: tuple[PolicyText, ...] = ()
    removed: tuple[Removal, ...] = ()


def would_flip(board: Board, drafts: Mapping[str, str], asked: FlipsBody) -> Flips:
    """Every connection that ``edit_policies`` with ``asked`` would open or close, as the policies count now.

    ``drafts``: what is being typed, by policy id; it counts before, and afterwards where the edit leaves it alone.
    Raises NetpolError as the command does, and when a policy cannot be read: then nothing is certain.
    """
    after = apply(board, commands.plan(board, "edit_policies", as_json(asked)).change)
    touched = {each.id for each in asked.texts} | {each.id for each in asked.removed}
    left = {key: text for key, text in drafts.items() if key not in touched}
    return flips(_state(board, drafts), _state(after, left))


def _state(board: Board, drafts: Mapping[str, str]) -> State:
    policies, faults = policies_of(board, drafts)
    if faults:
        raise NetpolError(faults)
    return State(cluster_of(board), policies)
