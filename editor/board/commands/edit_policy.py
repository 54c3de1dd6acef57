"""Gives a policy new YAML text, and with it perhaps a new name or namespace."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change, patches
from editor.board.checks import known
from editor.board.policies import named_by
from editor.board.records import Board

NAME = "edit_policy"


@dataclass(frozen=True, kw_only=True)
class Params:
    """The whole new text."""

    id: str
    text: str


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown policy, text that is not one NetworkPolicy, and a name that is taken."""
    held = known(board.policies, params.id, "policy")
    after = named_by(board, held.id, params.text)
    return Change(patches=patches(held, namespace=after.namespace, name=after.name, text=after.text))


def describe(board: Board, params: Params, change: Change) -> str:
    """Says the old name, and the new one when the text gives it one."""
    held = board.policies[params.id]
    after = {patch.field: patch.after for patch in change.patches}
    old, new = (
        f"{held.namespace}/{held.name}",
        f"{after.get('namespace', held.namespace)}/{after.get('name', held.name)}",
    )
    return f"Changed policy {old}" if old == new else f"Changed policy {old}, now {new}"
