"""What an edit of policies would flip; nothing is done."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.board.flipping import FlipsBody
from editor.services import flips
from editor.wire.messages import Role
from editor.wire.resources import FlipsAnswer


class FlipsView(Door):
    """Tries texts of policies."""

    # It tells what would be; the command edit_policies does it.
    needs: dict[str, Role] = {"POST": "view"}

    @extend_schema(
        operation_id="read_flips",
        description="Every connection that `edit_policies` with these texts would open or close, told by workload. "
        "Nothing is done. What is being typed counts.",
        request=takes(FlipsBody),
        responses=answers(FlipsAnswer, 400, 403, 404, 413, 415),
        tags=["fixes"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        return Response(flips.of_texts(self.board(board_id), self.body(request, FlipsBody)))
