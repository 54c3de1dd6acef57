"""Edits in block style, where lines and columns are the structure. Comments outside of what changes stay."""

from __future__ import annotations

from editor.manifests.dump import lines
from editor.manifests.patch.sheet import Sheet, Splice
from editor.manifests.patch.tree import Entry, Spot
from editor.manifests.patch.writing import below, field_lines, filled, item_lines, joined, like


def replace(sheet: Sheet, parent: Spot, entry: Entry, value: object) -> list[Splice]:
    """The value of a field or item of ``parent``, whatever both the old and the new one are."""
    if not filled(value):
        return _put_in_line(sheet, entry, like(sheet, entry.value, value))
    if parent.kind == "sequence":
        return _put_in_item(sheet, entry, value)
    return _put_below(sheet, entry, value)


def _put_in_line(sheet: Sheet, entry: Entry, text: str) -> list[Splice]:
    old = entry.value
    if old.unwritten:
        return [Splice(entry.after, entry.after, f" {text}")]
    if entry.key is None or "\n" not in sheet.text[entry.after : old.content]:
        # An anchor that nobody uses is the person's all the same.
        return [Splice(old.content if old.anchor else old.start, old.end, text)]
    return [Splice(entry.after, entry.after, f" {text}"), cut_lines(sheet, old.start, old.end)]


def _put_in_item(sheet: Sheet, entry: Entry, value: object) -> list[Splice]:
    old, layout = entry.value, sheet.layout()
    if old.unwritten:
        column = sheet.column(entry.head) + 2
        return [Splice(entry.after, entry.after, f" {joined(list(lines(value, layout)), column)}")]
    return [Splice(old.start, old.end, joined(list(lines(value, layout)), sheet.column(old.start)))]


def _put_below(sheet: Sheet, entry: Entry, value: object) -> list[Splice]:
    """A mapping or list under its key; a comment behind the key stays there."""
    old, layout = entry.value, sheet.layout()
    kind = "mapping" if isinstance(value, dict) else "sequence"
    if old.kind == kind and not old.flow:
        first = old.entries[0].head
        return [Splice(first, old.end, joined(list(lines(value, layout)), sheet.column(first)))]
    column = sheet.column(entry.head) + (layout.step if kind == "mapping" else layout.dashes)
    body = below(list(lines(value, layout)), column)
    if old.unwritten or "\n" not in sheet.text[entry.after : old.start]:
        at = sheet.line_end(entry.end)
        return [Splice(entry.after, old.end, ""), Splice(at, at, body)]
    return [Splice(sheet.line_start(old.start), sheet.line_end(old.end), body.removeprefix("\n"))]


def add_field(sheet: Sheet, parent: Spot, place: int, key: str, value: object) -> list[Splice]:
    """A new field before the one at ``place``, or behind the last."""
    return _add(sheet, parent, place, field_lines(key, value, sheet.layout()))


def add_item(sheet: Sheet, parent: Spot, place: int, value: object) -> list[Splice]:
    """A new item before the one at ``place``, and before that one's comments, or behind the last."""
    return _add(sheet, parent, place, item_lines(value, sheet.layout()))


def _add(sheet: Sheet, parent: Spot, place: int, written: list[str]) -> list[Splice]:
    entries = parent.entries
    column = sheet.column(entries[0].head)
    if place:
        at = sheet.line_end(entries[place - 1].end)
        return [Splice(at, at, below(written, column))]
    at = entries[0].head
    if sheet.leads(at):
        at = _with_comments(sheet, at)
        return [Splice(at, at, below(written, column).removeprefix("\n") + "\n")]
    return [Splice(at, at, joined(written, column) + "\n" + " " * column)]


def remove(sheet: Sheet, parent: Spot, place: int) -> list[Splice]:
    """One of several fields or items, with its own lines."""
    entry = parent.entries[place]
    if sheet.leads(entry.head):
        return [cut_lines(sheet, entry.head, entry.end)]
    # It stands behind the dash of its parent: the next one takes its place there, or the comment before it.
    following = parent.entries[place + 1].head
    if "#" in sheet.text[entry.end : following]:
        start = len(sheet.text[: entry.head].rstrip(" "))
        return [Splice(start, sheet.line_end(entry.end), "")]
    return [Splice(entry.head, following, "")]


def move(sheet: Sheet, parent: Spot, place: int, to: int) -> list[Splice]:
    """An item to where ``to`` stands, to the letter, with the comments above it."""
    entry, entries = parent.entries[place], parent.entries
    column = sheet.column(entry.head)
    end = sheet.line_end(entry.end)
    taken = remove(sheet, parent, place)
    start = entry.head
    if sheet.leads(start) and sheet.leads(entries[0].head):
        start = _with_comments(sheet, start)
        taken = [cut_lines(sheet, start, entry.end)]
    chunk = sheet.text[start:end].removeprefix(" " * column)
    if to > place:
        at = sheet.line_end(entries[to].end)
        return [*taken, Splice(at, at, f"\n{' ' * column}{chunk}")]
    if to:
        at = sheet.line_end(entries[to - 1].end)
        return [*taken, Splice(at, at, f"\n{' ' * column}{chunk}")]
    at = entries[0].head
    if sheet.leads(at):
        at = _with_comments(sheet, at)
        return [*taken, Splice(at, at, f"{' ' * column}{chunk}\n")]
    return [*taken, Splice(at, at, f"{chunk}\n{' ' * column}")]


def rename(sheet: Sheet, key: Spot, name: str) -> list[Splice]:
    """Another key for the same value."""
    return [Splice(key.content, key.end, like(sheet, key, name))]


def cut_lines(sheet: Sheet, start: int, end: int) -> Splice:
    """All lines from that of ``start`` to that of ``end``."""
    first, last = sheet.line_start(start), sheet.line_end(end)
    if last < len(sheet.text):
        return Splice(first, last + 1, "")
    return Splice(max(first - 1, 0), last, "")


def _with_comments(sheet: Sheet, head: int) -> int:
    """The start of the line of ``head``, or of the comments right above it."""
    start = sheet.line_start(head)
    while start:
        above = sheet.line_start(start - 1)
        if not sheet.text[above : start - 1].lstrip(" ").startswith("#"):
            break
        start = above
    return start
