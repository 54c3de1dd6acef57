"""Texts handed in, and their division into YAML documents."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.engine.errors import Fault, NetpolError, Place

BYTE_ORDER_MARK = "\ufeff"

# The marks of UTF-32 begin with those of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SEPARATOR = re.compile(r"---(?=\s|$)")
# From the line break on: ten times as quick as looking for the beginnings of lines.
_SEPARATOR_LINE = re.compile(r"\n---(?=\s|\Z)")
_BLANK = re.compile(r"\s*(#.*)?$")
_DIRECTIVE = re.compile(r"%")
_CHOMP = re.compile(r"---[ \t]*(#[^\r\n]*)?(\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the name to speak of it by: a file's path, or ``-`` for standard input."""

    name: str
    text: str


def decode(name: str, raw: bytes) -> Source:
    """Bytes as text: UTF-8, or UTF-16 and UTF-32 with their byte order marks. Raises NetpolError ``not_text``."""
    encoding = next((named for mark, named in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        return Source(name, raw.decode(encoding))
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        message = f"Not {encoding.upper()} text: byte 0x{raw[wrong.start]:02x} on line {line}."
        raise NetpolError([Fault("not_text", message, Place(file=name, line=line))]) from wrong


@dataclass(frozen=True, slots=True)
class Chunk:
    """One document's lines, from its separator on. ``first_line`` counts from 0 within the source."""

    source: Source
    first_line: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it but blanks and line breaks."""
        return not self.text.removeprefix("---").strip(" \n")

    @property
    def own_text(self) -> str:
        """The document's text to the letter, without the ``---`` before it."""
        return _CHOMP.sub("", self.text, count=1) if self.text.startswith("---") else self.text


def chunks(source: Source) -> Iterator[Chunk]:
    """Divide at lines that begin with ``---``, as kubectl does: a fault in one document leaves the others whole.

    A document marker at the start of a line ends any YAML scalar, so no text can hold such a line by right.
    """
    text = source.text.removeprefix(BYTE_ORDER_MARK)
    if "---" not in text:
        yield Chunk(source, 0, text)
        return
    if "\r" in text or text.startswith("%") or "\n%" in text:
        yield from _chunks_by_line(source, text)
        return
    begun, first_line = 0, 0
    for separator in _SEPARATOR_LINE.finditer(text):
        end = separator.start() + 1
        yield Chunk(source, first_line, text[begun:end])
        first_line += text.count("\n", begun, end)
        begun = end
    yield Chunk(source, first_line, text[begun:])


def _chunks_by_line(source: Source, text: str) -> Iterator[Chunk]:
    """The same for texts with directives, or with other line breaks than ``\n``."""
    held: list[str] = []
    begun = 0
    directives_only = True
    for number, line in enumerate(_LINE.findall(text)):
        # `%YAML` directives stand before the marker of the document that they speak of.
        if _SEPARATOR.match(line) and not (directives_only and any(_DIRECTIVE.match(other) for other in held)):
            if held:
                yield Chunk(source, begun, "".join(held))
            held, begun = [], number
            directives_only = False
        elif not (_DIRECTIVE.match(line) or _BLANK.match(line)):
            directives_only = False
        held.append(line)
    if held:
        yield Chunk(source, begun, "".join(held))
