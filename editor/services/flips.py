"""What an edit of policies would flip, with what is being typed."""

from __future__ import annotations

from typing import Any

from editor.board.flipping import FlipsBody, tried, would_flip
from editor.board.shapes import as_json
from editor.models import Board as BoardRow
from editor.services import closed, drafts, evaluation


def of_texts(row: BoardRow, asked: FlipsBody) -> dict[str, Any]:
    """The revision that it was worked out on, the flips, and what edits would change in the texts.

    Raises as ``board.flipping``, or NetpolError ``predicting``.
    """
    closed.refuse_verdicts(row)
    board, texts = evaluation.state(row), drafts.good_texts(row)
    body, diffs = tried(board, texts, asked)
    found = would_flip(board, texts, body)
    return {"revision": row.revision, "diffs": as_json(diffs), **found.as_json()}
