"""Reading a lesson's fields, with a fault for everything that is missing, misspelt or of another type."""

from __future__ import annotations

from collections.abc import Iterator

from editor.manifests.fields import expect, list_field, object_field, text_field, whole_number
from editor.manifests.located import Located


def needed_text(parent: Located, name: str) -> str:
    """A text that must be there and not be blank; empty with a fault otherwise."""
    found = text_field(parent, name)
    if found is not None and found.strip():
        return found
    if parent.get(name) is None or found is not None:
        words = f"`{_path(parent, name)}` is missing: it must say something."
        parent.fault("missing_field", words, missing=name)
    return ""


def number(parent: Located, name: str, low: int, high: int) -> int | None:
    """A whole number from ``low`` to ``high``; None when it is absent, and with a fault when it is something else."""
    value = parent.get(name)
    if value is None:
        return None
    found = whole_number(value)
    if found is None or not low <= found <= high:
        value.fault("bad_number", f"`{value.path}` must be a whole number from {low} to {high}.", value=value.scalar)
        return None
    return found


def needed_number(parent: Located, name: str, low: int, high: int) -> int:
    """A whole number that must be there; ``low`` with a fault otherwise."""
    if parent.get(name) is None:
        words = f"`{_path(parent, name)}` is missing: a whole number from {low} to {high}."
        parent.fault("missing_field", words, missing=name)
    return number(parent, name, low, high) or low


def mappings(parent: Located, name: str) -> Iterator[Located]:
    """The items of a list of mappings; a fault for each that is none."""
    for item in list_field(parent, name) or ():
        if item.null:
            item.fault("missing_field", f"`{item.path}` is empty.")
        elif expect(item, "object"):
            yield item


def texts(parent: Located, name: str) -> tuple[str, ...] | None:
    """A list of texts; None when absent."""
    items = list_field(parent, name)
    if items is None:
        return None
    return tuple(str(item.scalar) for item in items if expect(item, "string"))


def entries(parent: Located, name: str) -> Iterator[tuple[str, Located]]:
    """The names and values of a mapping; nothing when absent."""
    found = object_field(parent, name)
    yield from found.fields.items() if found is not None else ()


def _path(parent: Located, name: str) -> str:
    return f"{parent.path}.{name}".lstrip(".")
