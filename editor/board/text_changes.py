"""Changes to a text, made by several people at once: each can be carried over to a text that another changed first.

A change is the JSON of CodeMirror's ``ChangeSet``, and ``over`` decides as its ``map`` does, so that the server and
every browser come to the same text. Lengths count UTF-16 units, as browsers do; lines end in a line feed alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editor.engine.errors import Fault, NetpolError, Place

LONGEST_CHANGE = 100_000
LAST_OF_ONE_UNIT = 0xFFFF
Section = tuple[int, str | None]
"""So many units of the text before; None keeps them, a text stands in their place, an empty one deletes them."""


def units(text: str) -> int:
    """How long a text is for a browser."""
    return len(text) + sum(1 for char in text if ord(char) > LAST_OF_ONE_UNIT)


def line_feeds(text: str) -> str:
    """The text as an editor holds it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class TextChange:
    """Sections from the beginning of a text to its end."""

    sections: tuple[Section, ...]

    @classmethod
    def from_json(cls, value: Sequence[object]) -> TextChange:
        """Raises NetpolError ``bad_changes``."""
        if len(value) > LONGEST_CHANGE:
            raise _bad(f"A change has at most {LONGEST_CHANGE} sections.")
        return cls(tuple(_joined(map(_section, value))))

    def as_json(self) -> list[int | list[int | str]]:
        """As CodeMirror writes it: ``n`` keeps, ``[n]`` deletes, ``[n, line, ...]`` replaces."""
        return [
            length if text is None else [length, *text.split("\n")] if text else [length]
            for length, text in self.sections
        ]

    @property
    def length(self) -> int:
        """The length of the texts that it can be applied to."""
        return sum(length for length, _ in self.sections)

    def apply(self, text: str) -> str:
        """Raises NetpolError ``bad_changes`` when the text has another length, or a character would be cut in half."""
        held = text.encode("utf-16-le")
        if self.length * 2 != len(held):
            raise _bad(f"The change is for a text of {self.length} units; this one has {len(held) // 2}.")
        made, at = [], 0
        for length, inserted in self.sections:
            made.append(held[at * 2 : (at + length) * 2] if inserted is None else inserted.encode("utf-16-le"))
            at += length
        try:
            return b"".join(made).decode("utf-16-le")
        except UnicodeDecodeError:
            raise _bad("The change would cut a character in half.") from None

    def over(self, other: TextChange, *, before: bool = False) -> TextChange:
        """This change for the text that ``other`` led to; both were made to the same text.

        Where both insert at one place, ``before`` puts this one's text first. Raises NetpolError ``bad_changes`` when
        the lengths differ.
        """
        if self.length != other.length:
            raise _bad(f"The change is for a text of {self.length} units; this one has {other.length}.")
        return TextChange(tuple(_joined(_carried(_Reader(self), _Reader(other), before=before))))


class _Reader:
    """Walks over sections, in parts of them; ``number`` counts those begun."""

    def __init__(self, change: TextChange) -> None:
        self._sections = iter(change.sections)
        self.number = 0
        self.next()

    def next(self) -> None:
        self.begun, self.done = False, False
        try:
            self.left, self.text = next(self._sections)
            self.number += 1
        except StopIteration:
            self.left, self.text, self.done = 0, None, True

    def forward(self, length: int) -> None:
        if length == self.left:
            self.next()
        else:
            self.left -= length
            self.begun = self.begun or length > 0

    @property
    def keeps(self) -> bool:
        return self.text is None


def _carried(a: _Reader, b: _Reader, *, before: bool) -> Iterator[Section]:
    """The sections of ``a`` for the text after ``b``. A change of ``a`` is inserted once, however often it is cut."""
    inserted = 0  # the number of the section of ``a`` whose text is in already
    while not (a.done and b.done):
        if a.keeps and b.keeps:
            length = min(a.left, b.left)
            yield length, None
            a.forward(length)
            b.forward(length)
        elif b.text is not None and (a.keeps or inserted == a.number or _comes_first(b, a, before=before)):
            yield units(b.text), None
            left = b.left
            while left:
                piece = min(a.left, left)
                if a.text is not None and inserted < a.number and a.left <= piece:
                    yield 0, a.text
                    inserted = a.number
                a.forward(piece)
                left -= piece
            b.next()
        else:
            length, left = _kept_within(a.left, b)
            yield length, (a.text if inserted < a.number else "")
            inserted = a.number
            a.forward(a.left - left)


def _comes_first(b: _Reader, a: _Reader, *, before: bool) -> bool:
    return not a.begun and (b.left < a.left or (b.left == a.left and not before))


def _kept_within(left: int, b: _Reader) -> tuple[int, int]:
    """How much of the next ``left`` units ``b`` keeps, up to where it inserts; and how many units come after that."""
    length = 0
    while left:
        if b.keeps:
            piece = min(left, b.left)
            length += piece
            left -= piece
            b.forward(piece)
        elif b.text == "" and b.left < left:
            left -= b.left
            b.next()
        else:
            break
    return length, left


def _joined(sections: Iterator[Section]) -> list[Section]:
    """Without empty sections; neighbours that keep, delete or insert are one."""
    made: list[Section] = []
    for length, text in sections:
        if length == 0 and not text:
            continue
        last = made[-1] if made else None
        if last is not None and not text and last[1] == text:
            made[-1] = (last[0] + length, text)
        elif last is not None and length == 0 and last[0] == 0:
            made[-1] = (0, (last[1] or "") + (text or ""))
        else:
            made.append((length, text))
    return made


def _section(value: object) -> Section:
    if isinstance(value, list) and value:
        length, *lines = value
        if _is_length(length) and all(isinstance(line, str) and _is_line(line) for line in lines):
            return length, "\n".join(lines)
    elif _is_length(value):
        return value, None  # type: ignore[return-value]
    raise _bad("Each section of a change is a length, or a list of a length and lines of text.")


def _is_length(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _is_line(text: str) -> bool:
    """No line ends within, and nothing that a database cannot hold."""
    return not any(char in "\n\r\0" or "\ud800" <= char <= "\udfff" for char in text)


def _bad(message: str) -> NetpolError:
    return NetpolError([Fault("bad_changes", message, Place(path="changes"))])


def pieces(change: TextChange) -> Iterator[tuple[int, int, str]]:
    """Where a change touches the text before it: from, to, and what stands there now."""
    at = 0
    for length, text in change.sections:
        if text is not None:
            yield at, at + length, text
        at += length


def of_pieces(touched: Sequence[tuple[int, int, str]], length: int) -> TextChange:
    """The change of a text of that length; the places are in order and lie apart."""
    ends = [(0, 0, ""), *touched, (length, length, "")]
    sections: list[Section] = []
    for (_, end, _), (start, stop, text) in pairwise(ends):
        sections += [(start - end, None), (stop - start, text)]
    return TextChange(tuple(_joined(iter(sections))))
