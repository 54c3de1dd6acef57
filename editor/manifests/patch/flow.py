"""Edits between brackets and braces, JSON included: commas are the structure, and line breaks are kept as they are."""

from __future__ import annotations

from editor.manifests.patch.sheet import Sheet, Splice
from editor.manifests.patch.tree import Entry, Spot, skip
from editor.manifests.patch.writing import like


def replace(sheet: Sheet, entry: Entry, value: object) -> list[Splice]:
    """The value of a field or item."""
    old, text = entry.value, like(sheet, entry.value, value)
    if not old.unwritten:
        return [Splice(old.content if old.anchor else old.start, old.end, text)]
    if entry.key is not None and entry.after == entry.key.end:  # `{name}` has no colon
        return [Splice(entry.after, entry.after, f": {text}")]
    return [Splice(entry.after, _behind_spaces(sheet, entry.after), f" {text}")]


def add(sheet: Sheet, parent: Spot, place: int, written: str) -> list[Splice]:
    """A field or item before the one at ``place``, or behind the last; on a line of its own where these stand so."""
    head = parent.entries[0].head
    own_line = sheet.leads(head) and sheet.line_start(head) > parent.content
    between = ",\n" + " " * sheet.column(head) if own_line else ", "
    if place < len(parent.entries):
        at = parent.entries[place].head
        return [Splice(at, at, written + between)]
    at = parent.entries[-1].end
    if parent.entries[-1].value.unwritten:
        at = _behind_spaces(sheet, at)
    return [Splice(at, at, between + written)]


def remove(sheet: Sheet, parent: Spot, place: int) -> list[Splice]:
    """One of several fields or items, with one comma."""
    entry = parent.entries[place]
    if place + 1 < len(parent.entries):
        following = parent.entries[place + 1].head
        gap = sheet.text[entry.end : following]
        if "#" not in gap:
            return [Splice(entry.head, following, "")]
        comma = skip(sheet.text, entry.end)
        return [Splice(entry.head, comma + 1, "")]
    before = parent.entries[place - 1].end
    # A comment in between stays, and the comma before it: YAML allows one behind the last.
    start = entry.head if "#" in sheet.text[before : entry.head] else before
    return [Splice(start, entry.end, "")]


def move(sheet: Sheet, parent: Spot, place: int, to: int) -> list[Splice]:
    """An item to where ``to`` stands: its text changes places with those in between, the gaps stay."""
    first, last = min(place, to), max(place, to)
    spans = [(entry.head, entry.end) for entry in parent.entries[first : last + 1]]
    texts = [sheet.text[start:end] for start, end in spans]
    texts.insert(to - first, texts.pop(place - first))
    return [Splice(start, end, text) for (start, end), text in zip(spans, texts, strict=True)]


def _behind_spaces(sheet: Sheet, at: int) -> int:
    while sheet.text[at : at + 1] == " ":
        at += 1
    return at
