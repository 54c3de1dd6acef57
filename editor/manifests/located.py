"""A value in a manifest together with its path, its line and its column.

A view upon the YAML nodes: nothing is read before it is asked for, so fields that have no part in network policy cost
nothing. Kinds are named in Go's words (``object``, ``array``, ``string``, ``number``, ``bool``, ``null``), as the API
server does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import yaml

from editor.engine.errors import Fault, Place
from editor.manifests.recompose import PLAIN, TEXT
from editor.manifests.scalars import Scalar, resolve_plain, resolve_tagged


@dataclass(slots=True)
class Findings:
    """What was found while reading: ``faults`` leave something without meaning, ``warnings`` do not.

    ``repeated``: the values of keys that stood there before; ``overwritten``: the values that had to go.
    """

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    repeated: list[Located] = field(default_factory=list)
    overwritten: list[Located] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """One YAML document. ``first_line`` is the number of source lines before its text."""

    file: str | None
    number: int
    first_line: int
    root: yaml.Node
    findings: Findings

    def move(self, file: str | None, number: int, first_line: int, findings: Findings) -> None:
        """Let it stand for another document of the same form."""
        self.file, self.number, self.first_line, self.findings = file, number, first_line, findings


class Located:
    """One value. ``path`` is the field path from its object on, empty for the object itself."""

    __slots__ = ("_end", "_fields", "_items", "document", "key", "kind", "node", "path", "scalar")

    def __init__(self, document: Document, node: yaml.Node, path: str = "", key: yaml.Node | None = None) -> None:
        self.document = document
        self.node = node
        self.path = path
        self.key = key
        self.scalar: Scalar = None
        self._end: int | None = None
        self._fields: dict[str, Located] | None = None
        self._items: list[Located] | None = None
        if isinstance(node, yaml.MappingNode):
            self.kind = "object"
        elif isinstance(node, yaml.SequenceNode):
            self.kind = "array"
        else:
            self.scalar = self._resolve(node)
            self.kind = kind_of(self.scalar)

    @property
    def null(self) -> bool:
        """Whether it is ``null``, ``~`` or nothing at all."""
        return self.kind == "null"

    @property
    def place(self) -> Place:
        """Where it stands: its first character, and its last line."""
        mark = self.node.start_mark
        return self._place(mark.line, mark.column)

    @property
    def key_place(self) -> Place:
        """Where the key before it stands, or itself when it has none."""
        if self.key is None:
            return self.place
        return self._place(self.key.start_mark.line, self.key.start_mark.column)

    @property
    def fields(self) -> dict[str, Located]:
        """The fields of an object, merges resolved, the last of duplicates winning; empty for anything else."""
        if self._fields is None:
            self._fields = {}
            if self.kind == "object":
                self._add_fields(self.node, {}, merging=False)
        return self._fields

    @property
    def items(self) -> list[Located]:
        """The items of an array; none for anything else."""
        if self._items is None:
            nodes = self.node.value if self.kind == "array" else ()
            self._items = [Located(self.document, node, f"{self.path}[{index}]") for index, node in enumerate(nodes)]
        return self._items

    def get(self, name: str) -> Located | None:
        """The field ``name``; None when it is absent or null, which the API server does not tell apart."""
        found = (self.fields if self._fields is None else self._fields).get(name)
        return None if found is None or found.kind == "null" else found

    def plain(self) -> object:
        """The whole value as Python objects, places forgotten."""
        if self.kind == "object":
            return {name: value.plain() for name, value in self.fields.items()}
        if self.kind == "array":
            return [item.plain() for item in self.items]
        return self.scalar

    def fault(
        self, code: str, message: str, *, value: object = None, at_key: bool = False, missing: str | None = None
    ) -> None:
        """Note that this has no meaning; ``missing``: the field below it that is not there."""
        place = self.key_place if at_key else self.place
        if missing is not None:
            place = replace(place, path=f"{self.path}.{missing}".lstrip("."))
        self.document.findings.faults.append(Fault(code, message, place, value))

    def warn(self, code: str, message: str, *, value: object = None, at_key: bool = False) -> None:
        """Note something odd that has a meaning all the same."""
        self.document.findings.warnings.append(Fault(code, message, self.key_place if at_key else self.place, value))

    def _place(self, line: int, column: int) -> Place:
        first = self.document.first_line + 1
        if self._end is None:
            self._end = _last_line(self.node)
        end = max(line, self._end)
        return Place(self.document.file, self.document.number, self.path or None, line + first, column + 1, end + first)

    def _resolve(self, node: yaml.Node) -> Scalar:
        tag: str = node.tag
        if tag == PLAIN:
            return resolve_plain(node.value)
        if tag == TEXT:
            return str(node.value)
        try:
            return resolve_tagged(tag, node.value)
        except ValueError as wrong:
            self.fault("bad_tag", f"{wrong}.", value=node.value)
            return str(node.value)

    def _add_fields(self, node: yaml.Node, written: dict[tuple[type, Scalar], int], *, merging: bool) -> None:
        """Add the fields of ``node``; ``written``: the lines of those already there, negative where merged in.

        To YAML the keys ``1`` and ``"1"`` are two, of different types; only JSON makes them one.
        """
        for key, value in node.value:
            # go-yaml merges where the `<<` stands: keys before it give way to the merged ones, keys after it win.
            if isinstance(key, yaml.ScalarNode) and key.tag == PLAIN and key.value == "<<":
                for merged in self._merged(key, value):
                    self._add_fields(merged, written, merging=True)
                continue
            scalar = self._key_scalar(key)
            if scalar is None:
                continue
            name, identity = key_text(scalar), (type(scalar), scalar)
            child = Located(self.document, value, f"{self.path}.{name}" if self.path else name, key)
            if identity in written:
                self.document.findings.repeated.append(child)
                child.warn(*self._twice(name, written[identity], merging=merging), value=name, at_key=True)
            if name in self.fields:
                self.document.findings.overwritten.append(self.fields[name])
            line = self.document.first_line + 1 + key.start_mark.line
            written[identity] = -line if merging else line
            self.fields[name] = child

    def _twice(self, name: str, line: int, *, merging: bool) -> tuple[str, str]:
        """Code and message of a key that was there before, written on ``line`` or merged in from ``-line``."""
        if merging or line < 0:
            return (
                "merge_override",
                f"The key `{name}` is merged in by `<<` and stands on line {abs(line)} too: "
                "the API server's strict validation refuses it.",
            )
        return (
            "duplicate_key",
            f"The key `{name}` stands twice, first on line {line}: the API server refuses it, "
            "`kubectl apply` takes the last one.",
        )

    def key_itself(self) -> Located:
        """The key before this value as a value of its own; this value where it has no key."""
        return self if self.key is None else Located(self.document, self.key, self.path)

    def _merged(self, key: yaml.Node, value: yaml.Node) -> list[yaml.Node]:
        # A list of mappings must be written in place: go-yaml refuses an alias of one. Aliases stand before their use.
        listed = isinstance(value, yaml.SequenceNode) and value.start_mark.index > key.start_mark.index
        nodes = list(reversed(value.value)) if listed else [value]
        if all(isinstance(node, yaml.MappingNode) for node in nodes):
            return nodes
        Located(self.document, value, f"{self.path}.<<".lstrip(".")).fault(
            "bad_merge", "`<<` takes a mapping or a list of mappings."
        )
        return []

    def _key_scalar(self, key: yaml.Node) -> Scalar:
        # Nearly every key is a word; the rest takes the long way.
        if isinstance(key, yaml.ScalarNode) and (key.tag == TEXT or (key.tag == PLAIN and key.value.isidentifier())):
            simple = key.value if key.tag == TEXT else resolve_plain(key.value)
            if isinstance(simple, str):
                return simple
        name = Located(self.document, key, self.path)
        if name.kind in ("object", "array", "null"):
            name.fault("bad_key", "A key must be text.")
            return None
        return name.scalar


def key_text(scalar: Scalar) -> str:
    """A key as JSON has it: numbers and booleans become text."""
    if isinstance(scalar, bool):
        return "true" if scalar else "false"
    if isinstance(scalar, float):
        # Go writes 8.0 as 8 and a million as 1e+06.
        if not math.isfinite(scalar):
            return ".nan" if math.isnan(scalar) else ".inf" if scalar > 0 else "-.inf"
        short = f"{scalar:g}"
        return short if float(short) == scalar else str(scalar)
    return str(scalar)


def kind_of(scalar: Scalar) -> str:
    """The JSON kind of a scalar, in Go's words."""
    if scalar is None:
        return "null"
    if isinstance(scalar, bool):
        return "bool"
    return "string" if isinstance(scalar, str) else "number"


def _last_line(node: yaml.Node) -> int:
    """The last line that holds something of ``node``; a block collection's own end lies at the next token."""
    while True:
        # A flow collection ends at its bracket.
        if isinstance(node, yaml.CollectionNode) and (node.flow_style or not node.value):
            return int(node.end_mark.line)
        if isinstance(node, yaml.MappingNode):
            key, value = node.value[-1]
            if isinstance(value, yaml.ScalarNode) and value.value == "" and value.tag == PLAIN:
                return int(max(key.end_mark.line, value.start_mark.line))
            if value.start_mark.line < key.start_mark.line:  # an alias: its node stands elsewhere
                return int(key.end_mark.line)
            node = value
        elif isinstance(node, yaml.SequenceNode):
            last = node.value[-1]
            if last.start_mark.line < node.start_mark.line:
                return int(node.end_mark.line)
            node = last
        else:
            end = node.end_mark
            # A block scalar ends at the start of the line after it.
            return int(end.line - 1 if end.column == 0 and end.line > node.start_mark.line else end.line)
