"""A text that is being edited: its one object, what it means, and changes by position that leave all else as it is."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from editor.engine.errors import Fault, NetpolError, Place
from editor.manifests.compose import UnreadableError, compose
from editor.manifests.dump import CANONICAL, Layout
from editor.manifests.located import Document, Findings, Located
from editor.manifests.patch.tree import Spot, tree
from editor.manifests.sources import BYTE_ORDER_MARK, Chunk, Source

_PAIRS = re.compile(r"\\u[dD][89abAB]")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Splice:
    """``new`` in place of the characters from ``start`` to before ``end``."""

    start: int
    end: int
    new: str


class Sheet:
    """``text`` is what was given with ``\\n`` for every line break; positions count in it.

    Raises NetpolError: what ``compose`` finds, or ``cannot_patch`` unless there is exactly one object.
    """

    def __init__(self, given: str) -> None:
        self._mark = BYTE_ORDER_MARK if given.startswith(BYTE_ORDER_MARK) else ""
        self._given = given.removeprefix(BYTE_ORDER_MARK)
        breaks = list(_BREAK.finditer(self._given))
        self._break = breaks[0].group() if breaks else "\n"
        self.text = _BREAK.sub("\n", self._given)
        # Where a line break of two characters stands, as a position in ``text``.
        self._doubles = [one.start() - before for before, one in enumerate(b for b in breaks if len(b.group()) > 1)]
        self.value = _object(self.text)
        roots = tree(self.text)
        if len(roots) != 1 or _PAIRS.search(self.text):
            raise self.cannot("Exactly one object must stand here, and no character as a pair of \\u.", 0)
        self.root = roots[0]

    def spliced(self, splices: Iterable[Splice]) -> str:
        """The given text with the splices made; none overlaps another."""
        made, at = [], 0
        for one in sorted(splices, key=lambda splice: (splice.start, splice.end)):
            made.append(self._given[at : self._given_index(one.start)])
            made.append(one.new.replace("\n", self._break))
            at = self._given_index(one.end)
        return self._mark + "".join(made) + self._given[at:]

    def _given_index(self, index: int) -> int:
        return index + bisect_left(self._doubles, index)

    def line_start(self, at: int) -> int:
        """Where the line of ``at`` begins."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line of ``at`` ends, before its break."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found

    def column(self, at: int) -> int:
        """How many characters stand before ``at`` on its line."""
        return at - self.line_start(at)

    def leads(self, at: int) -> bool:
        """Whether nothing but spaces stands before ``at`` on its line."""
        return not self.text[self.line_start(at) : at].strip(" ")

    @property
    def json(self) -> bool:
        """Whether it is written as JSON, and must stay so."""
        first = self.root.entries[0].key if self.root.entries else None
        return self.root.flow and first is not None and self.text.startswith('"', first.start)

    def layout(self) -> Layout:
        """How deep this text indents mappings and lists; as ``dump`` does where it has none."""
        step = dashes = None
        for spot in self.root.within():
            for entry in spot.entries if spot.kind == "mapping" and not spot.flow else ():
                inner = entry.value
                if inner.flow or not inner.entries or not self.leads(inner.entries[0].head):
                    continue
                deeper = self.column(inner.entries[0].head) - self.column(entry.head)
                if inner.kind == "mapping" and step is None:
                    step = deeper
                elif inner.kind == "sequence" and dashes is None:
                    dashes = deeper
        return Layout(CANONICAL.step if step is None else step, CANONICAL.dashes if dashes is None else dashes)

    def cannot(self, message: str, at: int, code: str = "cannot_patch", path: str | None = None) -> NetpolError:
        """The error for an edit that this text does not allow, at a position in ``text``."""
        place = Place(path=path, line=self.text.count("\n", 0, at) + 1, column=self.column(at) + 1)
        return NetpolError([Fault(code, f"The text cannot be changed here: {message}", place)])


def shared(sheet: Sheet, spot: Spot) -> Spot | None:
    """A value within ``spot`` that an alias outside of it repeats."""
    inner = set(map(id, spot.within()))
    for other in sheet.root.within():
        if other.kind == "alias" and id(other) not in inner and other.target is not None and id(other.target) in inner:
            return other.target
    return None


def same(one: object, other: object) -> bool:
    """Whether two values are one to JSON, which tells ``1`` from ``true`` and from ``1.0``."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def value_of(text: str) -> object:
    """What the one object of a text means as JSON. Raises as ``Sheet``."""
    return _object(_BREAK.sub("\n", text.removeprefix(BYTE_ORDER_MARK)))


def _object(text: str) -> object:
    try:
        roots = list(compose(Chunk(Source("", ""), 0, text)))
    except UnreadableError as wrong:
        raise NetpolError([wrong.fault]) from wrong
    values = [Located(Document(None, 1, 0, root, Findings()), root) for root in roots]
    held = [value for value in values if not value.null]
    if len(held) != 1 or held[0].kind != "object" or not held[0].fields:
        message = "The text cannot be changed here: exactly one object must stand here."
        raise NetpolError([Fault("cannot_patch", message, held[0].place if held else Place(line=1, column=1))])
    return held[0].plain()
