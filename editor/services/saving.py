"""Typed text becomes a revision."""

from __future__ import annotations

from uuid import UUID

from editor.board import commands
from editor.board.checks import fault, known
from editor.board.records import Board
from editor.engine.errors import NetpolError
from editor.models import Board as BoardRow
from editor.models import Draft
from editor.services import edits
from editor.wire.typed import SaveText


def save_text(board_id: str | UUID, asked: SaveText, actor: str = "", author: str = "") -> edits.Outcome:
    """One revision of what stands in a policy's editor, whoever typed it; whoever asks did it.

    Raises as ``edits.submit``, with ``nothing_to_save`` when nothing was typed.
    """

    def plan(row: BoardRow, board: Board) -> commands.Planned:
        saved = known(board.policies, asked.policy, "policy", "policy")
        held = Draft.objects.filter(board=row, policy_id=UUID(saved.id)).first()
        if held is None:
            raise NetpolError([fault("nothing_to_save", "Everything typed here is saved.", "policy", saved.id)])
        return commands.plan(board, "edit_policy", {"id": saved.id, "text": held.text})

    return edits.carry_out(board_id, asked, actor, plan, author)
