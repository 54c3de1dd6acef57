"""Changes fields of a policy by their paths; the rest of its text stays as the person wrote it."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change
from editor.board.checks import fault, known
from editor.board.hints import LONGEST_TEXT
from editor.board.policies import changed_sentence, check_base, with_text
from editor.board.records import Board
from editor.engine.errors import NetpolError
from editor.manifests.patch import PolicyEdit, apply_edits

NAME = "edit_policy_fields"
MOST_EDITS = 500


@dataclass(frozen=True, kw_only=True)
class Params:
    """``edits`` are made one after the other. ``base``: the text that they were thought for, if for that one alone."""

    id: str
    edits: tuple[PolicyEdit, ...]
    base: str | None = None


def plan(board: Board, params: Params) -> Change:
    """Refuses what ``edit_policy`` refuses, and every edit that the text does not allow: then none is made."""
    held = known(board.policies, params.id, "policy")
    check_base(held, params.base)
    if len(params.edits) > MOST_EDITS:
        raise NetpolError([fault("too_long", f"{MOST_EDITS} edits at most.", "edits", len(params.edits))])
    text = apply_edits(held.text, params.edits)
    if len(text) > LONGEST_TEXT:
        message = f"The text would be longer than {LONGEST_TEXT} characters."
        raise NetpolError([fault("too_long", message, "edits", len(text))])
    return with_text(board, held, text)


def describe(board: Board, params: Params, change: Change) -> str:
    """Says the old name, and the new one when an edit gives it one."""
    return changed_sentence(board.policies[params.id], change)
