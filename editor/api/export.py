"""The board as a file."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request

from editor.api.parameters import each_of
from editor.api.schema import answers, json_schema
from editor.api.views import Door
from editor.board.drawing import THEMES, Theme
from editor.board.export import Included, Wanted
from editor.manifests.styles import STYLES, Style
from editor.services.exports import FORMS, Asked, export_board
from editor.wire.resources import Manifests

CHOICES: dict[str, tuple[str, ...]] = {
    "as": FORMS,
    "include": ("policies", "all"),
    "style": STYLES,
    "header": ("0", "1"),
    "theme": THEMES,
}
"""The parameters of the address; the first value is the default."""
_OK = 200
_FILE = {"type": "string", "format": "binary"}


class ExportView(Door):
    """The board as manifests, as a table, as a graph, or as a picture."""

    @extend_schema(
        operation_id="export_board",
        description="The board as a file. `yaml`, `json`, `zip` and `kustomize` hold the policies, with include=all "
        "namespaces and pods too. The style: original is the text to the letter, canonical says all in one order, "
        "minimal leaves defaults out; header=1 adds comments. `csv`, `md`, `mermaid` and `dot` tell who reaches whom; "
        "`svg` and `png` are the picture, in a theme.",
        parameters=[
            OpenApiParameter(name, {"type": "string", "enum": list(values)}, default=values[0])
            for name, values in CHOICES.items()
        ],
        responses={
            (_OK, "application/yaml"): OpenApiResponse(response=json_schema(str), description="Manifests as text"),
            (_OK, "application/json"): OpenApiResponse(response={"type": "object"}, description="A List of manifests"),
            (_OK, "application/zip"): OpenApiResponse(response=_FILE, description="A file for each manifest"),
            (_OK, "text/csv"): OpenApiResponse(response=json_schema(str), description="The reachability table"),
            (_OK, "text/markdown"): OpenApiResponse(response=json_schema(str), description="The same to read"),
            (_OK, "text/vnd.mermaid"): OpenApiResponse(response=json_schema(str), description="The same for Mermaid"),
            (_OK, "text/vnd.graphviz"): OpenApiResponse(response=json_schema(str), description="The same for Graphviz"),
            (_OK, "image/svg+xml"): OpenApiResponse(response=json_schema(str), description="The picture"),
            (_OK, "image/png"): OpenApiResponse(response=_FILE, description="The picture in pixels"),
        }
        | {status: held for status, held in answers(Manifests, 400, 404).items() if status != _OK},
        tags=["manifests"],
    )
    def get(self, request: Request, board_id: UUID) -> HttpResponse:
        asked = _asked(request)
        made = export_board(self.board(board_id), asked)
        answer = HttpResponse(made.content, content_type=made.media_type)
        answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
        # Opened by itself, a picture runs nothing and loads nothing.
        answer["X-Content-Type-Options"] = "nosniff"
        return answer


def _asked(request: Request) -> Asked:
    """The choices of the address. Raises NetpolError ``bad_parameter`` for each wrong one."""
    given = each_of(request, CHOICES)
    wanted = Wanted(cast(Included, given["include"]), cast(Style, given["style"]), given["header"] == "1")
    return Asked(given["as"], wanted, cast(Theme, given["theme"]))
