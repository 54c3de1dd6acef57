"""What a request to import carries: files, text or the id of a delivery, and the choices about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from rest_framework.request import Request

from editor.board.choices import Choices
from editor.board.shapes import read
from editor.engine.errors import Fault, NetpolError, Place
from editor.services.readers import Upload, upload
from editor.wire.importing import ImportBody

PASTED = "manifests"


def is_json(request: Request) -> bool:
    """Whether the body is JSON, rather than a form or the manifests themselves."""
    return str(request.content_type).startswith("application/json")


def body_of(request: Request) -> ImportBody:
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


def uploads_of(request: Request) -> list[Upload]:
    """What came, with the paths of files that had any."""
    if isinstance(request.data, bytes):
        return [upload(PASTED, request.data)]
    if request.FILES:
        files = [cast(UploadedFile, file) for _, held in request.FILES.lists() for file in held]
        paths = cast(QueryDict, request.data).getlist("path")
        return [Upload(name, file.size or 0, file.chunks()) for name, file in _named(files, paths)]
    if not is_json(request):
        raise NetpolError([Fault("missing_field", "The form has no file.", Place(path="file"))])
    manifests = _given(request)[1]
    # Half of a pair of surrogates has no UTF-8: the reader shall say so.
    return [upload(PASTED, str(manifests).encode("utf-8", "surrogatepass"))]


def _named(files: list[UploadedFile], paths: list[str]) -> Iterator[tuple[str, UploadedFile]]:
    """A form drops the folders of a file's name; ``path`` brings them along, in the order of the files."""
    for index, file in enumerate(files):
        path = paths[index] if len(paths) == len(files) else file.name
        yield str(path)[:500], file


def choices_of(request: Request) -> Choices:
    """From the JSON body, or from the address."""
    if is_json(request):
        return body_of(request).choices
    asked = request.query_params
    return read(
        Choices,
        {
            "without_namespaces": [name for name in asked.get("without_namespaces", "").split(",") if name],
            "without_kinds": [kind for kind in asked.get("without_kinds", "").split(",") if kind],
            "remove_missing": flag(request, "remove_missing"),
            "without_faulty": flag(request, "without_faulty"),
        },
    )


def flag(request: Request, name: str) -> bool:
    """A yes or no in the address. Raises NetpolError: ``bad_parameter``."""
    given = request.query_params.get(name, "false").lower()
    if given not in ("1", "0", "true", "false"):
        raise NetpolError([Fault("bad_parameter", f"{name} is true or false.", Place(path=name), given[:80])])
    return given in ("1", "true")
