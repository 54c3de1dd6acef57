"""Whether a board is as expected, and its expectations as a file."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers
from editor.api.views import Door
from editor.services import expectations
from editor.wire.resources import ExpectationResults


class ResultsView(Door):
    """Judges a board's expectations."""

    @extend_schema(
        operation_id="read_expectation_results",
        description="Whether each expectation of the board holds, drafts included, in their order; one that fails "
        "names a connection that shows it.",
        responses=answers(ExpectationResults, 404),
        tags=["expectations"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return Response(expectations.results(self.board(board_id)))


class FileView(Door):
    """The expectations as a file."""

    @extend_schema(
        operation_id="export_expectations",
        description="The board's expectations as the YAML file that `netpol test` reads. The command "
        "`import_expectations` brings one in.",
        responses={
            (200, "application/yaml"): OpenApiResponse(response={"type": "object"}, description="The file, as text"),
            **{status: held for status, held in answers(str, 404).items() if status != 200},  # noqa: PLR2004
        },
        tags=["expectations"],
    )
    def get(self, request: Request, board_id: UUID) -> HttpResponse:  # noqa: ARG002
        text = expectations.as_file(self.board(board_id))
        answer = HttpResponse(text, content_type="application/yaml; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="expectations.yaml"'
        return answer
