"""Manifests in: looked at, kept for a person's word, or brought onto a board at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.edits import IDEMPOTENCY, edit_id_of
from editor.api.parsers import BytesParser, StrictJSONParser
from editor.api.progress import lines
from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.board.arriving import Arriving
from editor.board.choices import Choices
from editor.board.previews import Preview
from editor.board.shapes import as_json, read
from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board
from editor.services import access, deliveries, imports
from editor.services.readers import Upload, read_apart, upload
from editor.wire.resources import ImportAnswer, ImportBody, ImportPreview, PreviewBody

PASTED = "manifests"
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
        uploads, choices = _uploads(request), _choices(request)

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
        responses=answers(ImportAnswer) | answers(ImportAnswer, 400, 403, 404, 409, 413, 503, status=201),
        tags=["manifests"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        choices = _choices(request)
        body = _body(request) if isinstance(request.data, dict) and _is_json(request) else None
        delivery = (body.delivery if body else None) or ""
        arriving = deliveries.kept(delivery) if delivery else read_apart(_uploads(request))
        if _flag(request, "dry_run"):
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


def _is_json(request: Request) -> bool:
    return str(request.content_type).startswith("application/json")


def _body(request: Request) -> ImportBody:
    """The JSON body without its manifests. Raises NetpolError with every fault."""
    rest, manifests = _given(request)
    body = read(ImportBody, rest)
    if (manifests is None) == (body.delivery is None):
        message = "Give the manifests as text, or the id of their delivery: one of the two."
        raise NetpolError([Fault("missing_field", message, Place(path="manifests"))])
    if manifests is not None and not isinstance(manifests, str):
        raise NetpolError([Fault("wrong_type", "manifests must be text.", Place(path="manifests"))])
    return body


def _given(request: Request) -> tuple[object, object]:
    """The JSON body, and the manifests in it apart: they are bounded by the body alone."""
    given = request.data
    if not isinstance(given, dict):
        return given, None
    return {name: held for name, held in given.items() if name != "manifests"}, given.get("manifests")


def _uploads(request: Request) -> list[Upload]:
    """What came, with the paths of files that had any."""
    if isinstance(request.data, bytes):
        return [upload(PASTED, request.data)]
    if request.FILES:
        files = [cast(UploadedFile, file) for _, held in request.FILES.lists() for file in held]
        paths = cast(QueryDict, request.data).getlist("path")
        return [Upload(name, file.size or 0, file.chunks()) for name, file in _named(files, paths)]
    if not _is_json(request):
        raise NetpolError([Fault("missing_field", "The form has no file.", Place(path="file"))])
    manifests = _given(request)[1]
    # Half of a pair of surrogates has no UTF-8: the reader shall say so.
    return [upload(PASTED, str(manifests).encode("utf-8", "surrogatepass"))]


def _named(files: list[UploadedFile], paths: list[str]) -> Iterator[tuple[str, UploadedFile]]:
    """A form drops the folders of a file's name; ``path`` brings them along, in the order of the files."""
    for index, file in enumerate(files):
        path = paths[index] if len(paths) == len(files) else file.name
        yield str(path)[:500], file


def _choices(request: Request) -> Choices:
    """From the JSON body, or from the address."""
    if _is_json(request):
        return _body(request).choices
    asked = request.query_params
    return read(
        Choices,
        {
            "without_namespaces": [name for name in asked.get("without_namespaces", "").split(",") if name],
            "without_kinds": [kind for kind in asked.get("without_kinds", "").split(",") if kind],
            "remove_missing": _flag(request, "remove_missing"),
            "without_faulty": _flag(request, "without_faulty"),
        },
    )


def _flag(request: Request, name: str) -> bool:
    given = request.query_params.get(name, "false").lower()
    if given not in ("1", "0", "true", "false"):
        raise NetpolError([Fault("bad_parameter", f"{name} is true or false.", Place(path=name), given[:80])])
    return given in ("1", "true")
