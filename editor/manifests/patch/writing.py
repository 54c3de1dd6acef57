"""Values as text, in the writing of the place where they come to stand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from editor.manifests.dump import Layout, in_quotes, lines, quoted
from editor.manifests.patch.sheet import Sheet
from editor.manifests.patch.tree import Spot


def filled(value: object) -> bool:
    """Whether it is a mapping or a list with something in it."""
    return isinstance(value, Mapping | list | tuple) and bool(value)


def scalar(sheet: Sheet, value: object) -> str:
    """A scalar as the text writes it: JSON in JSON."""
    if isinstance(value, str):
        return in_quotes(value) if sheet.json else quoted(value)
    return json.dumps(value)


def in_line(sheet: Sheet, value: object) -> str:
    """Any value on one line, with brackets and braces."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(field_in_line(sheet, str(key), inner) for key, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(in_line(sheet, inner) for inner in value) + "]"
    return scalar(sheet, value)


def field_in_line(sheet: Sheet, key: str, value: object) -> str:
    """A field within braces."""
    return f"{scalar(sheet, key)}: {in_line(sheet, value)}"


def like(sheet: Sheet, old: Spot, value: object) -> str:
    """``value`` on one line, in the kind of quotes that ``old`` had, where they can hold it."""
    new = in_line(sheet, value)
    if not isinstance(value, str) or old.kind != "scalar" or new != value:
        return new
    quote = sheet.text[old.content : old.content + 1]
    return f"{quote}{new}{quote}" if quote in ("'", '"') else new


def field_lines(key: str, value: object, layout: Layout) -> list[str]:
    """A field in block style, from the left margin on."""
    return list(lines({key: value}, layout))


def item_lines(value: object, layout: Layout) -> list[str]:
    """A list item in block style, from the left margin on."""
    return list(lines([value], layout))


def joined(written: Sequence[str], column: int) -> str:
    """Lines that begin at ``column``; the first one is already there."""
    return ("\n" + " " * column).join(written)


def below(written: Sequence[str], column: int) -> str:
    """Lines to come behind the end of another."""
    return "".join(f"\n{' ' * column}{line}" for line in written)
