"""From the text of a message to the dataclass that it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from django.conf import settings

from editor.board.shapes import read
from editor.engine.errors import Fault, NetpolError, Place
from editor.wire.messages import ClientMessage


def by_type(union: Any) -> dict[str, Any]:  # noqa: ANN401 - a union of message shapes
    """The shapes of a union of messages, by their type."""
    return {shape.__dataclass_fields__["type"].default: shape for shape in get_args(union)}


SHAPES = by_type(ClientMessage)


def bounded(text: str | None, raw: bytes | None) -> str:
    """The text of a message. Raises NetpolError: ``bad_json`` for bytes, ``too_large``."""
    if text is None:
        raise NetpolError([Fault("bad_json", "A message is text, not bytes.", value=len(raw or b""))])
    if len(text.encode("utf-8", "replace")) > settings.NETPOL_MAX_MESSAGE:
        message = f"A message has at most {settings.NETPOL_MAX_MESSAGE} bytes."
        raise NetpolError([Fault("too_large", message, value=len(text))])
    return text


def parse(text: str) -> Any:  # noqa: ANN401 - JSON is anything
    """The JSON of a message. Raises NetpolError: ``bad_json``."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NetpolError([Fault("bad_json", "A message is one JSON object.", value=text[:80])]) from None


def message(value: object, shapes: Mapping[str, Any] = SHAPES) -> Any:  # noqa: ANN401 - one of the shapes
    """The message that the JSON is. Raises NetpolError with every fault; an unknown ``type`` is ``unknown_message``."""
    kind = value.get("type") if isinstance(value, dict) else None
    shape = shapes.get(kind) if isinstance(kind, str) else None
    if shape is None:
        text = f"There is no such message; its type is one of {', '.join(shapes)}."
        raise NetpolError([Fault("unknown_message", text, Place(path="type"), kind if isinstance(kind, str) else None)])
    return read(shape, value)


def edit_id(value: object) -> str | None:
    """The edit or keystroke that a message asked for, if it is readable at all, so that a refusal can name it."""
    if not isinstance(value, dict):
        return None
    named = (value.get("edit_id"), value.get("update_id"))
    return next((found for found in named if isinstance(found, str)), None)
