"""Undo and redo: a person's own edits are taken back, and what others did since is kept."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from editor.board.changes import Change, from_json
from editor.board.commands import Planned
from editor.board.records import Board
from editor.board.steps import Logged, Step, Steps, steps_of
from editor.board.undo import left_of
from editor.engine.errors import Fault, NetpolError
from editor.models import Board as BoardRow
from editor.models import Revision
from editor.services import access, edits
from editor.wire.messages import RedoMessage, UndoMessage

# Of how many of a person's newest revisions the steps are read.
MOST_REVISIONS = 400


def undo(board_id: str | UUID, asked: UndoMessage, actor: str = "", author: str = "") -> edits.Outcome:
    """Takes back the person's newest edit of which anything is left, as a revision of its own.

    Raises as ``edits.carry_out``; the code is ``nothing_to_undo`` when there is no such edit.
    """
    who = actor or access.actor_named(asked.client_id)

    def plan(row: BoardRow, board: Board) -> Planned:
        faults = ("nothing_to_undo", "There is nothing of yours to undo on this board.", "undo")
        return _reverted(row, board, who, steps(row, who).undo, faults)

    return edits.carry_out(board_id, asked, actor, plan, author)


def redo(board_id: str | UUID, asked: RedoMessage, actor: str = "", author: str = "") -> edits.Outcome:
    """Brings back what the person's newest undo took back. Raises as ``undo``, with ``nothing_to_redo``."""
    who = actor or access.actor_named(asked.client_id)

    def plan(row: BoardRow, board: Board) -> Planned:
        faults = ("nothing_to_redo", "There is nothing of yours to redo on this board.", "redo")
        return _reverted(row, board, who, steps(row, who).redo, faults)

    return edits.carry_out(board_id, asked, actor, plan, author)


def steps(row: BoardRow, actor: str) -> Steps:
    """What a person can undo and redo, by the log."""
    if not actor:
        return Steps()
    newest = Revision.objects.filter(board=row, actor=actor, number__lte=row.revision, empty=False).order_by("-number")
    found = list(newest.values_list("number", "sentence", "reverts")[:MOST_REVISIONS])
    return steps_of(Logged(revision=n, sentence=sentence, reverts=reverts) for n, sentence, reverts in reversed(found))


def undone(row: BoardRow) -> set[int]:
    """The numbers of the revisions that have been taken back, and not been brought back."""
    found = Revision.objects.filter(board=row, reverts__isnull=False).order_by("-number")
    taken: set[int] = set()
    for number, reverts in found.values_list("number", "reverts"):
        if number not in taken and reverts is not None:
            taken.add(reverts)
    return taken


def _reverted(row: BoardRow, board: Board, actor: str, order: tuple[Step, ...], words: tuple[str, str, str]) -> Planned:
    """The newest step of which anything is left, taken back."""
    code, nothing, verb = words
    for step in reversed(order):
        made = Revision.objects.get(board=row, number=step.revision)
        whole = from_json(made.change)
        left = left_of(whole, board, _others_since(row, made, actor))
        if left:
            done = "Undid" if verb == "undo" else "Redid"
            part = "" if _size(left) == _size(whole) else "what was left of "
            return Planned(left, f"{done} {part}“{step.sentence}”", step.revision)
    if order:
        nothing = (
            f"Nothing of it is left to {verb}: others have since changed all that “{order[-1].sentence}” was about."
        )
    raise NetpolError([Fault(code, nothing)])


def _others_since(row: BoardRow, made: Revision, actor: str) -> Iterator[Change]:
    """What others did after a revision."""
    found = Revision.objects.filter(board=row, number__gt=made.number).exclude(actor=actor)
    return (from_json(change) for change in found.values_list("change", flat=True).iterator())


def _size(change: Change) -> int:
    return len(change.puts) + len(change.patches) + len(change.removes)
