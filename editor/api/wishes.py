"""Policies written from wishes; nothing is stored."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.board.wishes import Way
from editor.services import wishes
from editor.wire.manifests import ManifestWishesAnswer, ManifestWishesBody
from editor.wire.messages import Role
from editor.wire.resources import WrittenPolicies


class WishesView(Door):
    """Writes for a board's arrows."""

    # It tells what could be done; the command edit_policies does it.
    needs: dict[str, Role] = {"POST": "view"}

    @extend_schema(
        operation_id="write_policies",
        description="Least-privilege policies for the drawn arrows, as `edit_policies` takes them, with every arrow "
        "that they turn and all that is not as wished. Nothing is done yet.",
        request=takes(Way),
        responses=answers(WrittenPolicies, 400, 403, 404, 413, 415),
        tags=["wishes"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        return Response(wishes.for_board(row, self.body(request, Way)))


class ManifestWishesView(Door):
    """Writes for manifests."""

    @extend_schema(
        operation_id="write_policies_for_manifests",
        description="Least-privilege policies for a list of connections between the workloads of manifests, proven on "
        "the exact matrix: `deviations` is empty unless policies that are kept allow more.",
        request=takes(ManifestWishesBody),
        responses=answers(ManifestWishesAnswer, 400, 403, 413, 415),
        tags=["wishes"],
    )
    def post(self, request: Request) -> Response:
        return Response(wishes.in_manifests(self.body(request, ManifestWishesBody)))
