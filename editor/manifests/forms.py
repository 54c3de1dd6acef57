"""Documents of one form: the same text but for some values, as the thousands of pods of a cluster are.

They share one laid-out tree of ``Located``, in which only the values are exchanged, so that YAML is composed once for
each form and not once for each document. What may be exchanged is chosen so that the tree cannot come out otherwise:
a value that ends its line (in JSON but for a comma), is one token whatever it is, and is always a string. Whatever it
is, the scanner of YAML stands at the line break after it in the same state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from editor.manifests.compose import MAX_DEPTH, UnreadableError, compose
from editor.manifests.located import Document, Findings, Located
from editor.manifests.scalars import WORDS
from editor.manifests.sources import Chunk

_PLAIN = r"[A-Za-z_][A-Za-z0-9_.\-/@]*+(?::[A-Za-z0-9_.\-/@]++)*+"
_ADDRESS = r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}"
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_QUOTED = r'"[ !#-\[\]-~]*"'
_NO_STRING = "|".join(re.escape(word) for word in sorted(WORDS) if word)
# From one line break to the next: twice as quick as looking for the beginnings of lines.
_VALUE = re.compile(
    r"(\n *+(?:- ++)*+(?:[A-Za-z_][A-Za-z0-9_./\-]*+: |(?<=- )))"
    rf"((?!(?:{_NO_STRING})(?:\n|\Z))(?:{_PLAIN}|{_ADDRESS}|{_UUID})|{_QUOTED})(?=\n|\Z)"
)
# In JSON a value ends at its quotes, and nothing but a comma may follow on the line.
_JSON = re.compile(r"\s*+\{")
_JSON_VALUE = re.compile(rf'(\n *+(?:"[A-Za-z_][A-Za-z0-9_./\-]*+": )?+)({_QUOTED})(?=,?(?:\n|\Z))')
# The items of a list are mappings in a list in the document's own mapping.
LEVELS_ABOVE = 2
# In the text of a form, where a value stood.
_MARK = "\0"
# Anchors and merges tie places together, tags change types; odd line breaks are counted otherwise than here.
_ODD = re.compile(r"[&*!\r\x85\u2028\u2029]|<<")


@dataclass(frozen=True, slots=True)
class _Form:
    document: Document
    root: Located
    leaves: tuple[Located, ...]


class Forms:
    """The forms met so far. A tree that it hands out holds until the next one is asked for: keep nothing of it."""

    def __init__(self) -> None:
        self._forms: dict[str, _Form | None] = {}
        self._met: set[str] = set()
        self.parted: set[tuple[str, int]] = set()
        """The lists whose items were read one by one, by source and first line."""

    def tree(self, chunk: Chunk, number: int, findings: Findings) -> Located | None:
        """The chunk's one document, as if read by itself; None when it has to be: its form is new, or not shareable."""
        parts = _values(chunk.text).split(chunk.text)
        values = parts[2::3]
        parts[2::3] = [_MARK + '"' if value[0] == '"' else _MARK for value in values]
        text = "".join(parts)
        if text not in self._forms:
            if text not in self._met:
                self._met.add(text)
                return None
            self._forms[text] = _form_of(chunk, text, values)
        form = self._forms[text]
        # Fewer values than the form has: the text itself holds marks.
        if form is None or len(values) != len(form.leaves):
            return None
        form.document.move(chunk.source.name, number, chunk.first_line, findings)
        for leaf, value in zip(form.leaves, values, strict=True):
            leaf.scalar = leaf.node.value = value[1:-1] if value[0] == '"' else value
        return form.root


def _values(text: str) -> re.Pattern[str]:
    return _JSON_VALUE if _JSON.match(text) else _VALUE


def _form_of(chunk: Chunk, text: str, values: list[str]) -> _Form | None:
    """The form of this chunk, when it says nothing but what its documents may share."""
    if text.count(_MARK) != len(values) or _ODD.search(text):
        return None
    try:
        # Whatever is shared may stand in a list as well.
        roots = list(compose(chunk, MAX_DEPTH - LEVELS_ABOVE))
    except UnreadableError:
        return None
    if len(roots) != 1:
        return None
    findings = Findings()
    document = Document(None, 0, 0, roots[0], findings)
    root = Located(document, roots[0])
    strings = _strings(root)
    # The items of a list are kept with their nodes, see `ReadObject`.
    if findings != Findings() or "items" in root.fields:
        return None
    leaves = []
    for match, value in zip(_values(chunk.text).finditer(chunk.text), values, strict=True):
        leaf = strings.get((chunk.text.count("\n", 0, match.end(1)), len(match[1]) - 1))
        if leaf is None or leaf.scalar != value.strip('"'):
            return None
        leaves.append(leaf)
    return _Form(document, root, tuple(leaves))


def _quoted(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style == '"'


def _strings(root: Located) -> dict[tuple[int, int], Located]:
    """Every string below ``root`` that may be exchanged, by its line and column from 0; lays the whole tree out."""
    found: dict[tuple[int, int], Located] = {}
    waiting = [root]
    while waiting:
        value = waiting.pop()
        below = [*value.fields.values(), *value.items]
        waiting.extend(below)
        # Between brackets `a:b` and the end of a line mean other things, save for what is quoted.
        if isinstance(value.node, yaml.CollectionNode):
            loose = not value.node.flow_style
            strings = (one for one in below if one.kind == "string" and (loose or _quoted(one.node)))
            found.update({(one.node.start_mark.line, one.node.start_mark.column): one for one in strings})
    return found
