"""Where each value of a YAML text stands, to the character: ``compose`` tells its meaning, this its writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import yaml

from editor.manifests.located import key_text
from editor.manifests.scalars import resolve_plain

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t]*)*")


@dataclass(slots=True, eq=False)
class Spot:
    """One value as written, from ``start`` to before ``end``; its anchor and tag lie before ``content``."""

    kind: Literal["mapping", "sequence", "scalar", "alias"]
    start: int
    content: int
    end: int
    flow: bool = True
    text: str = ""
    plain: bool = False
    anchor: str | None = None
    entries: list[Entry] = field(default_factory=list)
    target: Spot | None = None

    @property
    def null(self) -> bool:
        """Whether it is nothing, ``~`` or ``null``."""
        return self.kind == "scalar" and self.plain and resolve_plain(self.text) is None

    @property
    def unwritten(self) -> bool:
        """Whether there is no character of it."""
        return self.start == self.end

    def within(self) -> Iterator[Spot]:
        """Itself and all that is in it."""
        yield self
        for entry in self.entries:
            if entry.key is not None:
                yield from entry.key.within()
            yield from entry.value.within()


@dataclass(slots=True, eq=False)
class Entry:
    """A field or an item: it begins at ``head`` (its key or dash), its value lies behind ``after`` (colon or dash)."""

    head: int
    after: int
    key: Spot | None
    value: Spot

    @property
    def end(self) -> int:
        """Behind its last character."""
        return max(self.after, self.value.end)

    @property
    def name(self) -> str | None:
        """The key as JSON has it; None for an item, and for a key that is no text."""
        if self.key is None or self.key.kind != "scalar":
            return None
        return key_text(resolve_plain(self.key.text)) if self.key.plain else self.key.text

    @property
    def merges(self) -> bool:
        """Whether it is ``<<``."""
        return self.key is not None and self.key.plain and self.key.text == "<<"


def skip(text: str, at: int) -> int:
    """Behind the spaces, line breaks and comments that begin at ``at``."""
    found = _BLANK.match(text, at)
    return found.end() if found else at


def tree(text: str) -> list[Spot]:
    """The root of each document that holds something. ``text`` breaks its lines with ``\\n`` alone and is YAML."""
    reader = _Reader(text)
    return [root for root in reader.roots() if not root.unwritten]


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self._anchors: dict[str, Spot] = {}

    def roots(self) -> Iterator[Spot]:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors = {}
                root = self._spot(next(self._events))
                if root is not None:
                    yield root

    def _spot(self, event: Any) -> Spot | None:  # noqa: ANN401 - the stubs know no common type of the events
        """The value that begins with ``event``; None at the end of a collection."""
        if isinstance(event, yaml.CollectionEndEvent):
            return None
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            return Spot("alias", start, start, end, target=self._anchors.get(event.anchor or ""))
        properties = _PROPERTIES.match(self._text, start)
        content = properties.end() if properties and self._text[start : start + 1] in ("&", "!") else start
        spot = Spot("scalar", start, content, end, anchor=event.anchor)
        if event.anchor is not None:
            self._anchors[event.anchor] = spot
        if isinstance(event, yaml.ScalarEvent):
            spot.text, spot.plain = event.value, event.tag is None and event.implicit[0]
            spot.end = self._scalar_end(event.style, content, end)
        else:
            self._fill(spot, event)
        return spot

    def _scalar_end(self, style: str | None, content: int, end: int) -> int:
        """A block scalar's lines, without the empty ones behind them unless it keeps these."""
        if style not in ("|", ">"):
            return end
        written = self._text[content:end]
        kept = "+" in written.partition("\n")[0].partition("#")[0]
        return content + len(written.removesuffix("\n") if kept else written.rstrip())

    def _fill(self, spot: Spot, event: Any) -> None:  # noqa: ANN401
        spot.kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "sequence"
        spot.flow = bool(event.flow_style)
        at = spot.content + 1 if spot.flow else spot.content
        while True:
            event = next(self._events)
            first = self._spot(event)
            if first is None:
                break
            entry = self._field(first) if spot.kind == "mapping" else self._item(first, at, flow=spot.flow)
            spot.entries.append(entry)
            at = entry.end
        spot.end = event.end_mark.index if spot.flow else spot.entries[-1].end

    def _field(self, key: Spot) -> Entry:
        value = self._value()
        colon = skip(self._text, key.end)
        after = colon + 1 if self._text[colon : colon + 1] == ":" else key.end
        return self._entry(key.start, after, key, value)

    def _item(self, value: Spot, at: int, *, flow: bool) -> Entry:
        if flow:
            return Entry(value.start, value.start, None, value)
        dash = skip(self._text, at)
        return self._entry(dash, dash + 1, None, value)

    def _value(self) -> Spot:
        """What follows a key: always a value, if only an empty one."""
        return cast(Spot, self._spot(next(self._events)))

    @staticmethod
    def _entry(head: int, after: int, key: Spot | None, value: Spot) -> Entry:
        if value.unwritten:
            value.start = value.content = value.end = after
        return Entry(head, after, key, value)
