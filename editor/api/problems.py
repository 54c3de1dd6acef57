"""What is valid and still wrong: in manifests, and on a board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.board.hints import ManifestText
from editor.services import problems
from editor.wire.manifests import LintAnswer, LintBody
from editor.wire.resources import BoardProblems


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """The body with options as they came."""

    manifests: ManifestText
    options: Any = None


class LintView(Door):
    """Looks through manifests."""

    @extend_schema(
        operation_id="lint",
        description="The problems of manifests: valid for the API server and still wrong, each with its line and often "
        "a fix, as `netpol lint` names them.",
        request=takes(LintBody),
        responses=answers(LintAnswer, 400, 403, 413, 415),
        tags=["problems"],
    )
    def post(self, request: Request) -> Response:
        asked = self.body(request, _Asked)
        return Response(problems.in_manifests(asked.manifests, asked.options))


class ProblemsView(Door):
    """Looks through a board."""

    @extend_schema(
        operation_id="read_problems",
        description="The problems of a board's policies on its pods, drafts included, and the revision they are of.",
        responses=answers(BoardProblems, 404),
        tags=["problems"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return Response(problems.of_board(self.board(board_id)))
