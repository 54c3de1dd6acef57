"""A board once more, to try something out."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from editor.board import commands
from editor.board.changes import created
from editor.board.copying import copied
from editor.models import Board
from editor.services import closed, edits, evaluation, ownership
from editor.services.access import Person
from editor.wire.messages import EditMessage

LONGEST_NAME = 120


def duplicate(row: Board, who: Person) -> Board:
    """The person's own copy of what is saved on a board, as its first revision; drafts, history and links stay behind.

    Raises NetpolError: ``too_many_boards``, or ``predicting``: the copy would tell what the board does not.
    """
    closed.refuse_verdicts(row)
    with transaction.atomic():
        source = evaluation.state(row)
        name = f"Copy of {source.board.name}"[:LONGEST_NAME].rstrip()
        copy = Board.objects.create(pk=uuid4(), name=name, **ownership.taken_by(who))
        board = evaluation.state(copy)
        change = created(board.board, copied(source, lambda: str(uuid4())))
        planned = commands.Planned(change, f"Copied from “{source.board.name}”")
        edit = EditMessage(edit_id=str(uuid4()), command="duplicate_board", params={"board": str(row.pk)})
        edits.append(copy, board, edit, planned)
    return copy
