"""What the lesson of a board forbids is refused, whichever way it comes."""

from __future__ import annotations

from editor.board.changes import Change
from editor.board.records import Board, PolicyRecord
from editor.engine.errors import NetpolError
from editor.lessons import locks
from editor.models import Board as BoardRow
from editor.services.lessons import lesson_of


def refuse(row: BoardRow, board: Board, change: Change) -> None:
    """Raises NetpolError ``locked`` with a reason for each locked thing that a change would touch."""
    lesson = lesson_of(row)
    faults = locks.refusals(lesson.locked, board, change) if lesson is not None else []
    if faults:
        raise NetpolError(faults)


def refuse_typing(row: BoardRow, policy: PolicyRecord) -> None:
    """Raises NetpolError ``locked`` when nobody may type into that policy."""
    lesson = lesson_of(row)
    if lesson is not None and locks.is_locked(lesson.locked, policy):
        raise NetpolError([locks.typing_refusal(lesson.locked, policy)])
