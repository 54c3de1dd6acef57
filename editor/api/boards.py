"""Boards as wholes."""

from __future__ import annotations

from uuid import UUID, uuid4

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.services import access, boards, edits
from editor.wire.messages import EditMessage
from editor.wire.resources import BoardName, BoardSummary, BoardWhole, NewBoard, VerdictsNow


class BoardsView(Door):
    """The boards of this browser."""

    @extend_schema(
        operation_id="list_boards",
        description="The boards that this browser's session made or opened, the last used first.",
        responses=answers(list[BoardSummary]),
        tags=["boards"],
    )
    def get(self, request: Request) -> Response:
        return self.answer(boards.summaries(access.remembered(request.session)))

    @extend_schema(
        operation_id="create_board",
        description="Makes a board: empty, from an example, or from manifests.",
        request=takes(NewBoard),
        responses=answers(BoardWhole, 400, 403, 413, 415, status=201),
        tags=["boards"],
    )
    def post(self, request: Request) -> Response:
        row = boards.create(self.body(request, NewBoard))
        access.remember(request.session, row.pk)
        return self.answer(boards.whole(row), 201)


class BoardView(Door):
    """One board."""

    @extend_schema(
        operation_id="read_board",
        description="The board with everything on it.",
        responses=answers(BoardWhole, 404),
        tags=["boards"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(boards.whole(self.board(board_id)))

    @extend_schema(
        operation_id="rename_board",
        description="Gives the board another name.",
        request=takes(BoardName),
        responses=answers(BoardWhole, 400, 403, 404, 413, 415),
        tags=["boards"],
    )
    def patch(self, request: Request, board_id: UUID) -> Response:
        self.board(board_id)
        params = {"name": self.body(request, BoardName).name}
        edits.submit(
            board_id, EditMessage(edit_id=str(uuid4()), command="rename_board", params=params), self.actor, self.author
        )
        return self.answer(boards.whole(self.board(board_id)))

    @extend_schema(
        operation_id="delete_board",
        description="Deletes the board for good, with its history.",
        responses={204: None} | answers(BoardWhole, 403, 404, status=404),
        tags=["boards"],
    )
    def delete(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002
        self.board(board_id)
        boards.delete(board_id)
        return Response(status=204)


class VerdictsView(Door):
    """What holds now."""

    @extend_schema(
        operation_id="read_verdicts",
        description="One verdict for every connection, drafts included, and the revision they are of.",
        responses=answers(VerdictsNow, 404),
        tags=["verdicts"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002
        return self.answer(boards.verdicts(self.board(board_id)))
