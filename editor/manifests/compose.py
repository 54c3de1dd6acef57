"""YAML text to a graph of nodes that know their lines, within bounds of depth and size.

libyaml does the work. Scalars keep their text: what they mean is the matter of ``scalars``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml._yaml import CParser

from editor.engine.errors import Fault, Place
from editor.manifests.recompose import PLAIN, TEXT, compose_anew
from editor.manifests.sources import Chunk

# Manifests nest some twenty levels deep; libyaml composes recursively on the C stack.
MAX_DEPTH = 200
# An honest document repeats a few anchors; a bomb of ten lines grows a thousandfold and more.
ALIAS_GROWTH = 10
ALIAS_ALLOWANCE = 20_000

_INDENT = re.compile(r"^[ \-?:]+", re.MULTILINE)
_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


class _Parser(CParser):
    """libyaml's parser; a tag here only says whether a scalar stood unquoted."""

    def resolve(self, _kind: object, _value: object, implicit: tuple[bool, bool] | bool) -> str:  # noqa: FBT001
        return PLAIN if implicit is True or (implicit and implicit[0]) else TEXT

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Tags do not depend on the place."""

    def ascend_resolver(self) -> None:
        """Tags do not depend on the place."""


class UnreadableError(Exception):
    """A text that is no YAML, or YAML beyond the bounds."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def compose(chunk: Chunk, most: int = MAX_DEPTH) -> Iterator[yaml.Node]:
    """The root nodes of a chunk: one, unless ``...`` divides it. Raises UnreadableError at the first fault.

    ``most``: how many levels it may nest.
    """
    text = _plain_breaks(chunk.text)
    try:
        if _could_be_deep(text, most):
            _check_depth(chunk, text, most)
        for root in _roots(text):
            if "*" in text:
                _check_aliases(chunk, root)
            yield root
    except UnicodeEncodeError as wrong:
        raise UnreadableError(
            _fault(chunk, "not_text", "lone surrogate, not a character", *_position(text, wrong.start))
        ) from wrong
    except yaml.reader.ReaderError as wrong:
        raise UnreadableError(_bad_character(chunk, text, wrong)) from wrong
    except yaml.MarkedYAMLError as wrong:
        raise UnreadableError(_syntax(chunk, text, wrong)) from wrong


def _roots(text: str) -> Iterator[yaml.Node]:
    try:
        # All at once, so that nothing was given away when an anchor turns out to stand twice.
        parser = _Parser(text)
        roots = []
        while parser.check_node():
            roots.append(parser.get_node())
    except yaml.composer.ComposerError as wrong:
        # YAML lets a later anchor take the place of an earlier one; PyYAML's own composer does not.
        if wrong.problem_mark is None or "anchor" not in f"{wrong.context}":
            raise
        roots = list(compose_anew(text))
    yield from (root for root in roots if root is not None)


def _plain_breaks(text: str) -> str:
    """With ``\\n`` alone as line break, and JSON's pairs of surrogates as one character, which YAML lacks."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\\u" in text:
        text = _SURROGATES.sub(_join_surrogates, text)
    return text


def _join_surrogates(pair: re.Match[str]) -> str:
    high, low = (int(half, 16) for half in pair.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"


def _could_be_deep(text: str, most: int) -> bool:
    """Whether nesting might pass the bound; brackets that are closed, or stand within quotes, count as well.

    Closing brackets prove nothing: they may stand within quotes, where they close none.
    """
    brackets = text.count("[") + text.count("{")
    return brackets + max((len(prefix) for prefix in _INDENT.findall(text)), default=0) > most


def _check_depth(chunk: Chunk, text: str, most: int) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > most and event.start_mark is not None:
                raise UnreadableError(_too_deep(chunk, event.start_mark.line, event.start_mark.column))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _too_deep(chunk: Chunk, line: int, column: int) -> Fault:
    return _fault(chunk, "too_deep", f"nested deeper than {MAX_DEPTH} levels", line, column)


def _check_aliases(chunk: Chunk, root: yaml.Node) -> None:
    """Refuse cycles and documents that grow beyond bounds when their aliases are followed."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()

    def size(node: yaml.Node) -> int:
        known = sizes.get(id(node))
        if known is not None:
            return known
        if id(node) in open_nodes:
            raise UnreadableError(
                _fault(chunk, "alias_cycle", "an anchor contains itself", node.start_mark.line, node.start_mark.column)
            )
        # Aliases may nest what the text itself does not.
        if len(open_nodes) > MAX_DEPTH:
            raise UnreadableError(_too_deep(chunk, node.start_mark.line, node.start_mark.column))
        open_nodes.add(id(node))
        total = 1
        if isinstance(node, yaml.MappingNode):
            total += sum(size(key) + size(value) for key, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            total += sum(size(item) for item in node.value)
        open_nodes.discard(id(node))
        sizes[id(node)] = total
        return total

    if size(root) > ALIAS_GROWTH * len(sizes) + ALIAS_ALLOWANCE:
        mark = root.start_mark
        raise UnreadableError(_fault(chunk, "too_many_aliases", "the aliases repeat too much", mark.line, mark.column))


def _bad_character(chunk: Chunk, text: str, wrong: yaml.reader.ReaderError) -> Fault:
    # libyaml counts bytes of the UTF-8 that it was handed.
    before = text.encode("utf-8", "replace")[: wrong.position].decode("utf-8", "ignore")
    character = wrong.character if isinstance(wrong.character, int) else ord(wrong.character)
    message = f"character U+{character:04X} may not stand in YAML: {wrong.reason}"
    return _fault(chunk, "not_text", message, *_position(text, len(before)))


def _position(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n"), index - (before.rfind("\n") + 1)


def _syntax(chunk: Chunk, text: str, wrong: yaml.MarkedYAMLError) -> Fault:
    mark = wrong.problem_mark or wrong.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    message = ", ".join(part for part in (wrong.context, wrong.problem) if part)
    lines = text.rstrip("\n").split("\n")
    if line >= len(lines):
        # Something was left open: what a person looks for is the end of the text.
        line, column = len(lines) - 1, len(lines[-1])
    if lines[line][column : column + 1] == "\t":
        message = "a tab may not indent YAML: use spaces"
    return _fault(chunk, "yaml_syntax", f"not YAML: {message}", line, column)


def _fault(chunk: Chunk, code: str, message: str, line: int, column: int) -> Fault:
    line += chunk.first_line + 1
    return Fault(code, message, Place(file=chunk.source.name, line=line, column=column + 1, end_line=line))
