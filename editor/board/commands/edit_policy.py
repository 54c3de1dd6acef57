"""Gives a policy new YAML text, and with it perhaps a new name or namespace."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change, patches
from editor.board.checks import fault, known
from editor.board.policies import named_by
from editor.board.records import Board
from editor.engine.errors import NetpolError

NAME = "edit_policy"


@dataclass(frozen=True, kw_only=True)
class Params:
    """The whole new text. ``base``: the text that it was made from, if it must not overwrite any other."""

    id: str
    text: str
    base: str | None = None


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown policy, a base that is no longer its text, what is not one NetworkPolicy, and a taken name."""
    held = known(board.policies, params.id, "policy")
    if params.base is not None and params.base != held.text:
        message = "Somebody else changed this policy meanwhile; look at it as it is now, and write yours into it."
        raise NetpolError([fault("text_changed", message, "base", held.id)])
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
