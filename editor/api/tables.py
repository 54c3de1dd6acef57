"""All pairs of a board, and any of them by itself."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.services import tables
from editor.wire.messages import Role
from editor.wire.resources import BoardReachability, WhyBody
from editor.wire.verdicts import ConnectionVerdict


class ReachabilityView(Door):
    """Tells who may reach whom on a board."""

    @extend_schema(
        operation_id="read_board_reachability",
        description="All pairs of pods, hosts and outside addresses of a board with the exact ports, drawn or not, "
        "kept small by what behaves alike. What is being typed counts.",
        responses=answers(BoardReachability, 400, 404),
        tags=["verdicts"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(tables.reachability(self.board(board_id)))


class WhyView(Door):
    """Judges one connection of a board."""

    # It tells what holds, and draws nothing.
    needs: dict[str, Role] = {"POST": "view"}

    @extend_schema(
        operation_id="read_why",
        description="The verdict, with its reasons, of a connection between things of a board, drawn or not; its "
        "`connection` is empty. What is being typed counts.",
        request=takes(WhyBody),
        responses=answers(ConnectionVerdict, 400, 403, 404, 413, 415),
        tags=["verdicts"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        return self.answer(tables.why(row, self.body(request, WhyBody)))
