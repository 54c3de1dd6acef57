"""Two texts made from one: what a saved text and text being typed have to do with each other."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from editor.board.text_changes import TextChange, of_pieces, pieces, units

# Comparing lines takes the square of their number at worst; a larger difference is one piece.
MOST_LINES = 1500


def between(before: str, after: str) -> TextChange:
    """A change that leads from one text to another, touching only what differs, line by line."""
    touched, at = [], 0
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    places = [0]
    for line in old:
        at += units(line)
        places.append(at)
    for start, end, first, last in _differing(old, new):
        was, now = "".join(old[start:end]), "".join(new[first:last])
        head = _same_ahead(was, now)
        tail = _same_ahead(was[head:][::-1], now[head:][::-1])
        begin, stop = places[start] + units(was[:head]), places[end] - units(was[len(was) - tail :])
        touched.append((begin, stop, now[head : len(now) - tail]))
    return of_pieces(touched, at)


def merged(base: str, saved: str, typed: str) -> str:
    """The typed text with what was saved meanwhile; both were made from ``base``. Nothing of either is lost.

    What both did alike is there once.
    """
    mine = between(base, typed)
    known = {(start, end): text for start, end, text in pieces(mine)}
    theirs = [
        (start, end, text)
        for start, end, text in pieces(between(base, saved))
        if (start, end) not in known or text.strip("\n") not in known[start, end]
    ]
    return of_pieces(theirs, units(base)).over(mine).apply(typed)


def _differing(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    head = _same_ahead(old, new)
    tail = _same_ahead(old[head:][::-1], new[head:][::-1])
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(old), len(new)) > MOST_LINES:
        yield head, head + len(old), head, head + len(new)
        return
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield head + start, head + end, head + first, head + last


def _same_ahead(a: str | list[str], b: str | list[str]) -> int:
    """How many items two sequences begin with alike."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
