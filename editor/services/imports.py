"""An import: manifests that were read, brought onto a board as one edit, all of it or nothing."""

from __future__ import annotations

from uuid import UUID, uuid4

from editor.board.arrivals import arrive
from editor.board.arriving import Arriving
from editor.board.choices import Choices
from editor.board.commands import Planned
from editor.board.commands.import_manifests import NAME, refuse_faulty, sentence_of
from editor.board.records import Board
from editor.board.shapes import as_json
from editor.models import Board as BoardRow
from editor.services import deliveries, edits
from editor.wire.messages import EditMessage


def bring_in(
    board_id: str | UUID,
    edit: EditMessage,
    arriving: Arriving,
    choices: Choices,
    actor: str = "",
    author: str = "",
    delivery: str = "",
) -> edits.Outcome:
    """Does it. ``delivery``: where the manifests waited; they go with it, and a cancelled one refuses.

    Raises as ``edits.submit``.
    """

    def plan(row: BoardRow, board: Board) -> Planned:
        return planned(row, board, arriving, choices, delivery)

    return edits.carry_out(board_id, edit, actor, plan, author)


def edit_of(choices: Choices, edit_id: str = "", client_id: str = "") -> EditMessage:
    """The edit as the log keeps it: without the manifests, whose every record stands in its change."""
    return EditMessage(
        edit_id=edit_id or str(uuid4()), command=NAME, params={"choices": as_json(choices)}, client_id=client_id
    )


def planned(row: BoardRow, board: Board, arriving: Arriving, choices: Choices, delivery: str = "") -> Planned:
    """The plan of it, for whoever holds the board's lock."""
    refuse_faulty(arriving, without_faulty=choices.without_faulty)
    earlier = deliveries.imported(row) if choices.remove_missing else ()
    change = arrive(board, arriving, choices, earlier).change
    if delivery:
        deliveries.use_up(delivery)
    return Planned(change, sentence_of(change))
