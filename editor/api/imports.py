"""Manifests in: looked at, kept for a person's word, or brought onto a board at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.edits import IDEMPOTENCY, edit_id_of
from editor.api.parsers import BytesParser, StrictJSONParser
from editor.api.progress import lines
from editor.api.schema import answers, takes
from editor.api.sent_manifests import body_of, choices_of, flag, is_json, uploads_of
from editor.api.views import Door
from editor.board.arriving import Arriving
from editor.board.previews import Preview
from editor.board.shapes import as_json
from editor.models import Board
from editor.services import access, deliveries, imports
from editor.services.readers import read_apart
from editor.wire.importing import ImportAnswer, ImportBody, ImportPreview, PreviewBody

FORMS = {
    "multipart/form-data": {
        "type": "object",
        "properties": {
            "file": {"type": "array", "items": {"type": "string", "format": "binary"}},
            "path": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["file"],
    },
    "application/yaml": {"type": "string"},
    "application/zip": {"type": "string", "format": "binary"},
}
TEXT = {"type": "string"}
CHOICES = [
    OpenApiParameter("without_namespaces", TEXT, description="Namespaces to leave out, with commas between."),
    OpenApiParameter("without_kinds", TEXT, description="Of Namespace, Pod and NetworkPolicy, with commas between."),
    OpenApiParameter("remove_missing", {"type": "boolean"}, description="Remove what an earlier import put there."),
    OpenApiParameter("without_faulty", {"type": "boolean"}, description="Leave faulty objects out."),
]


class DeliveryDoor(Door):
    """A door to manifests that are for a board, or for a new one."""

    def of(self, board_id: str | None) -> Board | None:
        """The board, if this person may import there; None for a new one. Raises as ``board``."""
        if not board_id:
            return None
        try:
            return self.board(UUID(board_id))
        except ValueError:
            raise access.NoSuchBoardError(board_id[:80]) from None


class DeliveriesView(DeliveryDoor):
    """Manifests to be looked at before they are imported."""

    parser_classes = [StrictJSONParser, MultiPartParser, BytesParser]

    @extend_schema(
        operation_id="read_manifests",
        description="Reads manifests and keeps what they bring for an hour. With `Accept: application/x-ndjson` the "
        "answer is a line of JSON for each step, `{stage, done, of}`, the last one the answer or `{errors}`.",
        parameters=[OpenApiParameter("board", TEXT, description="The board that they are for."), *CHOICES],
        request=takes(ImportBody) | FORMS,
        responses=answers(ImportPreview) | answers(ImportPreview, 400, 403, 404, 413, 415, 503, status=201),
        tags=["manifests"],
    )
    def post(self, request: Request) -> HttpResponseBase:
        row = self.of(request.query_params.get("board"))
        uploads, choices = uploads_of(request), choices_of(request)

        def kept(arriving: Arriving) -> Any:  # noqa: ANN401 - JSON
            delivery = deliveries.keep(arriving)
            return as_json(_told(deliveries.preview(row, arriving, choices), str(delivery.pk)))

        if "application/x-ndjson" in request.headers.get("Accept", ""):
            answer = StreamingHttpResponse(lines(uploads, kept), content_type="application/x-ndjson")
            answer["X-Accel-Buffering"] = "no"
            return answer
        return Response(kept(read_apart(uploads)), 201)


class DeliveryView(Door):
    """Manifests that wait."""

    @extend_schema(
        operation_id="cancel_delivery",
        description="Forgets manifests that wait; 404 when they were imported already, or an hour has passed.",
        responses={204: None} | answers(ImportPreview, 403, 404, status=404),
        tags=["manifests"],
    )
    def delete(self, request: Request, delivery_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        if not deliveries.forget(delivery_id):
            deliveries.kept(str(delivery_id))
        return Response(status=204)


class PreviewView(DeliveryDoor):
    """What manifests that wait would do."""

    @extend_schema(
        operation_id="preview_delivery",
        description="What an import of these manifests would do to a board with these choices.",
        request=takes(PreviewBody),
        responses=answers(ImportPreview, 400, 403, 404, 413, 415),
        tags=["manifests"],
    )
    def post(self, request: Request, delivery_id: UUID) -> Response:
        asked = self.body(request, PreviewBody)
        arriving = deliveries.kept(str(delivery_id))
        found = deliveries.preview(self.of(asked.board), arriving, asked.choices)
        return self.answer(_told(found, str(delivery_id)))


class ImportView(Door):
    """Manifests onto the board."""

    parser_classes = [StrictJSONParser, MultiPartParser, BytesParser]

    @extend_schema(
        operation_id="import_manifests",
        description="Brings manifests onto the board as one edit: JSON, uploaded files or archives, YAML text, "
        "or those of a delivery. With `dry_run=1` nothing is done, and the answer (200) says what would be.",
        parameters=[IDEMPOTENCY, OpenApiParameter("dry_run", {"type": "boolean"}), *CHOICES],
        request=takes(ImportBody) | FORMS,
        responses=answers(ImportAnswer | ImportPreview)
        | answers(ImportAnswer, 400, 403, 404, 409, 413, 503, status=201),
        tags=["manifests"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        choices = choices_of(request)
        body = body_of(request) if isinstance(request.data, dict) and is_json(request) else None
        delivery = (body.delivery if body else None) or ""
        arriving = deliveries.kept(delivery) if delivery else read_apart(uploads_of(request))
        if flag(request, "dry_run"):
            return self.answer(_told(deliveries.preview(row, arriving, choices), delivery or None))
        edit_id = (body.edit_id if body else None) or edit_id_of(request)
        edit = imports.edit_of(choices, edit_id, body.client_id if body else "")
        outcome = imports.bring_in(board_id, edit, arriving, choices, self.actor, self.author, delivery)
        fields = {name: held for name, held in vars(outcome.changed).items() if name != "type"}
        warnings = tuple(fault.as_json() for fault in arriving.warnings)
        done = ImportAnswer(**fields, warnings=warnings, ignored=arriving.ignored)  # type: ignore[arg-type]
        return self.answer(done, 200 if outcome.repeated or outcome.idle else 201)


def _told(found: Preview, delivery: str | None) -> ImportPreview:
    fields = {**vars(found), "delivery": delivery}
    for name in ("faults", "warnings"):
        fields[name] = tuple(fault.as_json() for fault in fields[name])
    return ImportPreview(**fields)
