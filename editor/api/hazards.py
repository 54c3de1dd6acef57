"""A board as an attacker sees it."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.parameters import one_of
from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.services import hazards
from editor.wire.messages import Role
from editor.wire.resources import AttackAnswer, BoardExposure, WhatIfAnswer, WhatIfBody

HOPS = ("any", "1", "2", "3")


class ExposureView(Door):
    """Shades every pod of a board."""

    @extend_schema(
        operation_id="read_exposure",
        description="By whom each pod could be reached at the widest: nobody, its namespace, the cluster or the world; "
        "pods that do not exist yet included.",
        responses=answers(BoardExposure, 400, 404),
        tags=["exposure"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(hazards.exposure(self.board(board_id)))


class AttackView(Door):
    """Follows somebody who took a pod over."""

    @extend_schema(
        operation_id="read_attack",
        description="What can be reached from a pod (its id), or from `outside`, in so many hops, each with a "
        "shortest path.",
        parameters=[
            OpenApiParameter("from", {"type": "string"}, required=True, description="A pod's id, or `outside`."),
            OpenApiParameter("hops", {"type": "string", "enum": list(HOPS)}, default=HOPS[0]),
        ],
        responses=answers(AttackAnswer, 400, 404),
        tags=["exposure"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        hops = one_of(request, "hops", HOPS)
        most = None if hops == HOPS[0] else int(hops)
        return self.answer(hazards.attack(row, request.query_params.get("from", ""), most))


class WhatIfView(Door):
    """Tries a pod."""

    # It asks, and changes nothing.
    needs: dict[str, Role] = {"POST": "view"}

    @extend_schema(
        operation_id="what_if",
        description="What a pod with these labels would reach, and what would reach it, in a namespace of the board or "
        "in a new one. It is judged and forgotten: nothing is stored.",
        request=takes(WhatIfBody),
        responses=answers(WhatIfAnswer, 400, 403, 404, 413, 415),
        tags=["exposure"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        return self.answer(hazards.what_if(row, self.body(request, WhatIfBody)))
