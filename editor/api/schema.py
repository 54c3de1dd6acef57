"""The OpenAPI schema of the dataclasses and TypedDicts that the interface reads and answers with."""

# ruff: noqa: ANN401 - type hints are the values that this file works on
from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

from drf_spectacular.utils import OpenApiResponse

from editor.board import commands
from editor.board.hints import LONGEST_TEXT, Between, Longest, ManifestText, ShapeField, fields_of, is_shape, is_union
from editor.wire.verdicts import Errors

PARAMS: dict[type[Any], str] = {
    verb.Params: "".join(word.capitalize() for word in verb.NAME.split("_")) + "Params" for verb in commands.every()
}
_used: dict[str, Any] = {}
SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string", "maxLength": LONGEST_TEXT},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Any: {},
}


def ref(shape: Any) -> dict[str, Any]:
    """A reference to a named shape."""
    name = PARAMS.get(shape, shape.__name__)
    _used[name] = shape
    return {"$ref": f"#/components/schemas/{name}"}


def json_schema(hint: Any) -> dict[str, Any]:  # noqa: PLR0911 - one return a kind of hint
    """A type hint as JSON schema."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_shape(hint):
        return ref(hint)
    if hint == ManifestText:
        return {"type": "string"}
    if origin is Annotated:
        return json_schema(inner[0]) | _bounds(inner[1:])
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if is_union(hint):
        return _union(inner)
    if origin in (tuple, list):
        return {"type": "array", "items": json_schema(inner[0])}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": json_schema(inner[1])}
    return dict(SCALARS[hint])


def _bounds(bounds: tuple[Any, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for bound in bounds:
        if isinstance(bound, Between):
            found |= {"minimum": bound.least, "maximum": bound.most}
        if isinstance(bound, Longest):
            found |= {"maxLength": bound.most}
    return found


def _union(members: tuple[Any, ...]) -> dict[str, Any]:
    named = [json_schema(member) for member in members if member is not type(None)]
    nullable = {"nullable": True} if type(None) in members else {}
    if len(named) > 1:
        return {"oneOf": named} | nullable
    return ({"allOf": named} if "$ref" in named[0] and nullable else named[0]) | nullable


def object_schema(fields: Sequence[ShapeField]) -> dict[str, Any]:
    """An object of these fields and no others."""
    required = [field.key for field in fields if not field.optional]
    found: dict[str, Any] = {
        "type": "object",
        "properties": {field.key: json_schema(field.hint) for field in fields},
        "additionalProperties": False,
    }
    return found | ({"required": required} if required else {})


def with_shapes(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Adds every shape that the operations refer to, and those that these refer to."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    while missing := [name for name in list(_used) if name not in schemas]:
        for name in missing:
            shape = _used[name]
            schemas[name] = object_schema(fields_of(shape)) | {"description": inspect.getdoc(shape) or ""}
    return result


def without_twins(endpoints: list[tuple[str, str, str, Callable[..., Any]]]) -> list[Any]:
    """Every address stands with and without its last slash; the schema has the one that the contract has."""
    bare = ("/evaluate", "/reachability", "/api/v1/exposure", "/api/v1/wishes")
    return [entry for entry in endpoints if entry[0].endswith("/") != entry[0].rstrip("/").endswith(bare)]


# What has a board in its address may be closed to whoever asks.
UNKNOWN, CLOSED = 404, (403,)


def answers(hint: Any, *others: int, status: int = 200, what: str = "") -> dict[Any, Any]:
    """The responses of an operation: its own, and the refusals that it may answer with."""
    own = OpenApiResponse(response=json_schema(hint), description=what)
    found: dict[Any, Any] = {status: own}
    for code in {*others, *(CLOSED if UNKNOWN in others else ())}:
        found[code] = OpenApiResponse(response=ref(Errors), description=REFUSALS[code])
    return found


REFUSALS = {
    400: "The request is refused; every reason is listed.",
    403: "The role of whoever asks does not go so far, or the request comes from a page of another site.",
    404: "There is no such board, or no such thing on it.",
    409: "It conflicts with what is on the board.",
    413: "The body is too large.",
    415: "The body is of no type that is read here.",
    429: "Too many wrong codes; the value is how many seconds to wait.",
    503: "Too much is being read at the moment; try again.",
}


def takes(hint: Any, media_type: str = "application/json") -> dict[str, Any]:
    """The request body of an operation."""
    return {media_type: json_schema(hint)}
