"""The built-in examples."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers
from editor.api.views import Door
from editor.services import showcase
from editor.wire.importing import ExampleSummary


class ExamplesView(Door):
    """What a board can start from."""

    @extend_schema(
        operation_id="list_examples",
        description="The built-in examples, each with its little picture.",
        responses=answers(list[ExampleSummary]),
        tags=["boards"],
    )
    def get(self, request: Request) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(list(showcase.summaries()))
