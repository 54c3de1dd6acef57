"""One scalar changed in a YAML text, every other character kept: comments, order, quotes and line ends."""

from __future__ import annotations

import re

import yaml

from editor.engine.errors import Fault, NetpolError, Place
from editor.manifests.compose import UnreadableError, compose
from editor.manifests.dump import quoted
from editor.manifests.recompose import TEXT
from editor.manifests.sources import BYTE_ORDER_MARK, Chunk, Source

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def set_scalar(text: str, path: str, value: str) -> str:
    """``text`` with the scalar at ``path`` (such as ``metadata.name``) set to ``value``; made when it is missing.

    Raises NetpolError: ``yaml_syntax`` and its like for a text that is no YAML, ``cannot_patch`` when something other
    than a mapping stands on the way, when the value has an anchor or is an alias, or when there are several objects.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    text = text.removeprefix(mark)
    node, keys = _mapping(text), path.split(".")
    for depth, key in enumerate(keys):
        found = _field(node, key)
        if depth == len(keys) - 1:
            patched = _insert(text, node, keys[depth:], value) if found is None else _replace(text, *found, value)
            return mark + patched
        if found is None:
            return mark + _insert(text, node, keys[depth:], value)
        if _is_null(found[1]):
            return mark + _fill(text, node, found, keys[depth + 1 :], value)
        if not isinstance(found[1], yaml.MappingNode):
            raise _cannot(f"`{'.'.join(keys[: depth + 1])}` is not a mapping.", found[1])
        node = found[1]
    raise _cannot("No field is named.", node)


def _mapping(text: str) -> yaml.MappingNode:
    try:
        roots = list(compose(Chunk(Source("", ""), 0, text)))
    except UnreadableError as wrong:
        raise NetpolError([wrong.fault]) from wrong
    if len(roots) != 1 or not isinstance(roots[0], yaml.MappingNode) or not roots[0].value:
        raise _cannot("Exactly one object must stand here.", roots[0] if roots else None)
    return roots[0]


def _field(node: yaml.MappingNode, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The key and value nodes; of duplicates the last one, which is the one that counts."""
    found = None
    for name, value in node.value:
        if isinstance(name, yaml.ScalarNode) and name.value == key:
            found = (name, value)
    return found


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag != TEXT and node.value in ("", "~", "null", "Null", "NULL")


def _offset(text: str, mark: yaml.Mark) -> int:
    """Where in ``text`` a node's line and column lie; a line break may be one character or two."""
    return _end_of_line(text, mark.line) + mark.column


def _end_of_line(text: str, count: int) -> int:
    """The length of the first ``count`` lines, their breaks included."""
    lines: list[str] = _LINES.findall(text)
    return sum(len(line) for line in lines[:count])


def _replace(text: str, key: yaml.Node, value: yaml.Node, new: str) -> str:
    if not isinstance(value, yaml.ScalarNode):
        raise _cannot(f"`{key.value}` is not a single value.", value)
    start, end = _offset(text, value.start_mark), _offset(text, value.end_mark)
    if start < _offset(text, key.end_mark):
        raise _cannot(f"`{key.value}` is an alias.", key)
    written = text[start:end]
    if written.startswith(("&", "!")):
        raise _cannot(f"`{key.value}` has an anchor or a tag.", value)
    if written.startswith(("|", ">")):
        body = written.rstrip("\r\n")
        return text[:start] + quoted(new) + written[len(body) :] + text[end:]
    # Nothing written: the value begins right behind the colon, or `{name}` has no colon at all.
    before = "" if written or text[start - 1 : start].isspace() else " "
    if not written and ":" not in text[_offset(text, key.end_mark) : start]:
        before = ": "
    return text[:start] + before + _like(written, new) + text[end:]


def _like(written: str, new: str) -> str:
    """``new`` in the kind of quotes that stood there before, where they can hold it."""
    plain = quoted(new)
    if written[:1] == '"' and plain == new:
        return f'"{new}"'
    return f"'{new}'" if written[:1] == "'" and plain == new else plain


def _fill(text: str, parent: yaml.MappingNode, field: tuple[yaml.Node, yaml.Node], keys: list[str], value: str) -> str:
    """Fields under a key whose value is null so far."""
    key, null = field
    start, end = _offset(text, null.start_mark), _offset(text, null.end_mark)
    if not re.fullmatch(r"[ \t]*:[ \t]*", text[_offset(text, key.end_mark) : start]):
        raise _cannot(f"`{key.value}` is null: write it as a mapping first.", key)
    if parent.flow_style:
        return f"{text[:start]} {{{_in_braces(keys, value)}}}{text[end:]}"
    rest = re.compile(r"[^\r\n]*").match(text, end)
    at = rest.end() if rest else end
    line_break = _line_break(text)
    lines = _field_lines(keys, value, " " * (key.start_mark.column + 2))
    return text[:start] + text[end:at] + "".join(line_break + line for line in lines) + text[at:]


def _insert(text: str, node: yaml.MappingNode, keys: list[str], value: str) -> str:
    """A new field behind the mapping's leading one-line fields: ``namespace`` comes to stand after ``name``."""
    if node.flow_style or not node.value:
        return _insert_in_braces(text, node, keys, value)
    column: int = node.value[0][0].start_mark.column
    line_break, indent = _line_break(text), " " * column
    lines = [line + line_break for line in _field_lines(keys, value, indent)]
    above = _leading_scalar(node)
    if above is None:
        at = _offset(text, node.value[0][0].start_mark)
        return text[:at] + "".join(lines).removeprefix(indent) + indent + text[at:]
    at = _end_of_line(text, above.end_mark.line + 1)
    first = "" if text[:at].endswith(("\r", "\n")) else line_break
    return text[:at] + first + "".join(lines) + text[at:]


def _line_break(text: str) -> str:
    """The line break that the text uses."""
    found = re.search(r"\r\n|\r|\n", text)
    return str(found.group()) if found else "\n"


def _field_lines(keys: list[str], value: str, indent: str) -> list[str]:
    lines = [f"{indent}{'  ' * depth}{key}:" for depth, key in enumerate(keys)]
    return [*lines[:-1], f"{lines[-1]} {quoted(value)}"]


def _in_braces(keys: list[str], value: str) -> str:
    return "".join(f"{key}: {{" for key in keys[:-1]) + f"{keys[-1]}: {quoted(value)}" + "}" * (len(keys) - 1)


def _leading_scalar(node: yaml.MappingNode) -> yaml.Node | None:
    """The last value of the run of fields, from the first on, that are scalars on one line; None without any."""
    last = None
    for key, value in node.value:
        one_line = key.start_mark.line == value.start_mark.line == value.end_mark.line
        if not isinstance(value, yaml.ScalarNode) or not one_line:
            break
        last = value
    return last


def _insert_in_braces(text: str, node: yaml.MappingNode, keys: list[str], value: str) -> str:
    at = _offset(text, node.start_mark)
    if text[at : at + 1] != "{":
        raise _cannot("The mapping has an anchor or is an alias.", node)
    return text[: at + 1] + _in_braces(keys, value) + (", " if node.value else "") + text[at + 1 :]


def _cannot(message: str, node: yaml.Node | None) -> NetpolError:
    mark = node.start_mark if node is not None else None
    place = Place(line=mark.line + 1, column=mark.column + 1) if mark else Place(line=1, column=1)
    return NetpolError([Fault("cannot_patch", f"The text cannot be changed here: {message}", place)])
