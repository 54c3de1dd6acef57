"""A board once more, to try something out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from django.db import transaction

from editor.board import commands
from editor.board.changes import created
from editor.board.copying import copied
from editor.board.policies import understood
from editor.board.records import Board as Records
from editor.board.records import PolicyRecord, Record
from editor.models import Board
from editor.services import closed, drafts, edits, evaluation, ownership
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
        fill(copy, source, f"Copied from “{source.board.name}”", {"board": str(row.pk)})
    return copy


def fill(copy: Board, source: Records, sentence: str, params: Mapping[str, str]) -> None:
    """Puts what a board holds onto an empty one, as its first revision. Within the caller's transaction."""
    board = evaluation.state(copy)
    planned = commands.Planned(created(board.board, copied(source, lambda: str(uuid4()))), sentence)
    edits.append(copy, board, EditMessage(edit_id=str(uuid4()), command="duplicate_board", params=params), planned)


def as_typed(row: Board) -> Records:
    """A board with what is being typed in place of what is saved, as far as it parses and keeps its policy's name."""
    board, typed = evaluation.state(row), drafts.good_texts(row)
    return Records.of(board.board, [_as_typed(record, typed) for record in board.records()])


def _as_typed(record: Record, typed: Mapping[str, str]) -> Record:
    if not isinstance(record, PolicyRecord) or record.id not in typed:
        return record
    meaning = understood(typed[record.id], record.id).meaning
    kept = meaning is not None and (meaning.namespace, meaning.name) == (record.namespace, record.name)
    return replace(record, text=typed[record.id]) if kept else record
