"""What would open or close an arrow: on a board, and in manifests."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.services import fixes
from editor.wire.fixes import FixesAnswer, FixesBody
from editor.wire.manifests import ManifestFixesBody


class FixesView(Door):
    """Looks for fixes in manifests."""

    @extend_schema(
        operation_id="find_fixes",
        description="The smallest edits that open (`want` true) or close (`want` false) a connection, each proven, "
        "with a diff for each policy and exactly what else it flips; those that flip the fewest others first.",
        request=takes(ManifestFixesBody),
        responses=answers(FixesAnswer, 400, 403, 413, 415),
        tags=["fixes"],
    )
    def post(self, request: Request) -> Response:
        asked = self.body(request, ManifestFixesBody)
        return Response(fixes.in_manifests(asked.manifests, asked, asked.options))


class BoardFixesView(Door):
    """Looks for fixes on a board."""

    needs = {"POST": "view"}

    @extend_schema(
        operation_id="find_board_fixes",
        description="The same for a connection on a board. `edit_policies` with the texts of a fix applies it in one "
        "step. Policies that somebody is typing in are left as they are.",
        request=takes(FixesBody),
        responses=answers(FixesAnswer, 400, 403, 404, 413, 415),
        tags=["fixes"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        return Response(fixes.of_board(self.board(board_id), self.body(request, FixesBody)))
