"""Gives a policy new YAML text, and with it perhaps a new name or namespace."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change
from editor.board.checks import known
from editor.board.policies import changed_sentence, check_base, with_text
from editor.board.records import Board

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
    check_base(held, params.base)
    return with_text(board, held, params.text)


def describe(board: Board, params: Params, change: Change) -> str:
    """Says the old name, and the new one when the text gives it one."""
    return changed_sentence(board.policies[params.id], change)
