"""What an edit of policies would flip, with what is being typed."""

from __future__ import annotations

from typing import Any

from editor.board.flipping import FlipsBody, would_flip
from editor.models import Board as BoardRow
from editor.services import closed, drafts, evaluation


def of_texts(row: BoardRow, asked: FlipsBody) -> dict[str, Any]:
    """The revision that it was worked out on, and the flips.

    Raises as ``board.flipping.would_flip``, or NetpolError ``predicting``.
    """
    closed.refuse_verdicts(row)
    found = would_flip(evaluation.state(row), drafts.good_texts(row), asked)
    return {"revision": row.revision, **found.as_json()}
