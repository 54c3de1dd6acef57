"""A long ``kind: List``, as ``kubectl get -o yaml|json`` writes it, cut into texts that can be read one by one.

Pods of one Deployment are then of one form, see ``forms``, and need no composing. The cuts are made by indentation
alone, so they may be wrong: within quotes, for one. Then some part is no YAML by itself, and the whole has to be read
as one. Where every part is sound by itself, the scanner of YAML stood between two parts each time, and reading them
apart gives what reading the whole does, each value on its line and in its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from editor.manifests.compose import MAX_DEPTH, UnreadableError, compose
from editor.manifests.forms import LEVELS_ABOVE
from editor.manifests.located import Document, Findings, Located
from editor.manifests.sources import Chunk

_BLOCK = re.compile(r"(?:\A|\n)(items: *\n)( *)- +[A-Za-z]+: ")
_FLOW = re.compile(r'(?:\A|\n)( *"items": *\[\n)( *)\{\n')
_ITEM_BEGINS = re.compile(r" *- +[A-Za-z]+:[ \n]")
_HYPHEN = re.compile(r"\A( *)-")
_KEY_BEGINS = re.compile(r"[A-Za-z]+:[ \n]")
# Anchors tie places together, `%` may begin a directive; odd line breaks are counted otherwise than here.
_ANCHOR = re.compile(r"&(?<![\w>]&)[\w-]")
_ODD = ("\r", "\x85", "\u2028", "\u2029", "\n%")


@dataclass(frozen=True, slots=True)
class Parted:
    """A list's own fields without its items, and the text of each item where it stands."""

    root: Located
    items: tuple[Chunk, ...]


def parted(chunk: Chunk, number: int, findings: Findings) -> Parted | None:
    """The one document of the chunk as a list of texts; None when it is no such list, or not written so.

    The texts have still to be read: see ``item``, and read the whole as one where that fails.
    """
    text = chunk.text
    if "items" not in text:
        return None
    cut = _block_cuts(text) or _flow_cuts(text)
    if cut is None or text.startswith("%") or any(odd in text for odd in _ODD) or _ANCHOR.search(text):
        return None
    begin, spans, end = cut
    around = text[:begin] + "\n" * text.count("\n", begin, end) + text[end:]
    root = _only_root(Chunk(chunk.source, chunk.first_line, around), MAX_DEPTH)
    if root is None:
        return None
    document = Document(chunk.source.name, number, chunk.first_line, root, Findings())
    fields = Located(document, root).fields
    items, kind = fields.get("items"), fields.get("kind")
    line = text.count("\n", 0, begin) - 1
    if items is None or items.key is None or items.key.start_mark.line != line or items.items or items.scalar:
        return None
    if document.findings != Findings() or kind is None or not str(kind.scalar).endswith("List"):
        return None
    document.findings = findings
    return Parted(Located(document, root), tuple(_chunks(chunk, spans)))


def item(piece: Chunk, number: int, findings: Findings) -> Located | None:
    """An item as an object of its own; None when its text is no whole mapping."""
    root = _only_root(piece, MAX_DEPTH - LEVELS_ABOVE)
    if root is None:
        return None
    return Located(Document(piece.source.name, number, piece.first_line, root, findings), root)


def _only_root(chunk: Chunk, most: int) -> yaml.MappingNode | None:
    try:
        roots = list(compose(chunk, most))
    except UnreadableError:
        return None
    return roots[0] if len(roots) == 1 and isinstance(roots[0], yaml.MappingNode) else None


Cuts = tuple[int, list[tuple[int, int]], int]
"""Where the first item's line begins, where each item begins and ends, and where the line after the last begins."""


def _block_cuts(text: str) -> Cuts | None:
    """The items of a list of block style: lines that begin with a hyphen at the list's column."""
    head = _BLOCK.search(text)
    if head is None:
        return None
    begin, dash = head.end(1), f"{head[2]}- "
    starts, end = [begin], len(text)
    # Lines that do not stand within an item: comments and empty ones do.
    for line in re.compile(rf"\n(?= {{0,{len(head[2])}}}[^ \n#])").finditer(text, begin):
        at = line.end()
        if not text.startswith(dash, at):
            end = at
            break
        if not _ITEM_BEGINS.match(text, at):
            return None
        starts.append(at)
    if end < len(text) and not _KEY_BEGINS.match(text, end):
        return None
    return begin, list(zip(starts, [*starts[1:], end], strict=True)), end


def _flow_cuts(text: str) -> Cuts | None:
    """The items of a list in JSON: from a lone brace to a lone brace of the same column."""
    head = _FLOW.search(text)
    if head is None:
        return None
    begin, spans, at = head.end(1), [], head.end(1)
    opening, closing = f"{head[2]}{{\n", f"\n{head[2]}}}"
    while text.startswith(opening, at):
        brace = text.find(closing, at) + len(closing)
        if brace < len(closing):
            return None
        spans.append((at, brace))
        more = text.startswith(",\n", brace)
        at = brace + (2 if more else 1)
        if not more:
            break
    # What stands behind the last brace closes the list, or else the text around it is no YAML.
    return (begin, spans, at) if text[at - 1 : at] == "\n" and not more else None


def _chunks(chunk: Chunk, spans: list[tuple[int, int]]) -> Iterator[Chunk]:
    text, line, before = chunk.text, chunk.first_line, 0
    for begin, end in spans:
        line += text.count("\n", before, begin)
        before = begin
        # In place of the hyphen a blank, so that every column stays.
        yield Chunk(chunk.source, line, _HYPHEN.sub(r"\1 ", text[begin:end], count=1))
