"""From the text of a message to the dataclass that it is."""

from __future__ import annotations

import json
from typing import Any, get_args

from editor.board.shapes import read
from editor.engine.errors import Fault, NetpolError, Place
from editor.wire.messages import ClientMessage

SHAPES = {shape.__dataclass_fields__["type"].default: shape for shape in get_args(ClientMessage)}


def parse(text: str) -> Any:  # noqa: ANN401 - JSON is anything
    """The JSON of a message. Raises NetpolError: ``bad_json``."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NetpolError([Fault("bad_json", "A message is one JSON object.", value=text[:80])]) from None


def message(value: object) -> ClientMessage:
    """The message that the JSON is. Raises NetpolError with every fault; an unknown ``type`` is ``unknown_message``."""
    kind = value.get("type") if isinstance(value, dict) else None
    shape = SHAPES.get(kind) if isinstance(kind, str) else None
    if shape is None:
        text = f"There is no such message; its type is one of {', '.join(SHAPES)}."
        raise NetpolError([Fault("unknown_message", text, Place(path="type"), kind if isinstance(kind, str) else None)])
    found: ClientMessage = read(shape, value)
    return found


def edit_id(value: object) -> str | None:
    """The edit or keystroke that a message asked for, if it is readable at all, so that a refusal can name it."""
    if not isinstance(value, dict):
        return None
    named = (value.get("edit_id"), value.get("update_id"))
    return next((found for found in named if isinstance(found, str)), None)
