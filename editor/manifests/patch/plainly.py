"""The same edits on plain JSON: what the text must mean afterwards."""

from __future__ import annotations

import copy
from typing import Any

from editor.engine.errors import Fault, NetpolError, Place
from editor.manifests.patch.paths import APPEND, Path, Step, path_text


def held(value: Any, path: Path) -> Any:  # noqa: ANN401 - JSON
    """What stands at ``path``. Raises NetpolError: ``no_such_field``."""
    for depth, step in enumerate(path):
        if not has(value, step):
            raise absent(path[: depth + 1])
        value = value[step]
    return value


def has(value: object, step: Step) -> bool:
    """Whether a mapping has this key, or a list this index."""
    if isinstance(step, str):
        return isinstance(value, dict) and step in value
    return isinstance(value, list) and 0 <= step < len(value)


def put(value: Any, path: Path, new: object) -> Any:  # noqa: ANN401
    """With ``new`` at ``path``; what is missing or null on the way is made."""
    value = copy.deepcopy(value)
    _parent(value, path)[path[-1]] = new
    return value


def insert(value: Any, path: Path, new: object) -> Any:  # noqa: ANN401
    """With ``new`` as the item at ``path``, those from there on moved down; the list is made when missing or null."""
    value = copy.deepcopy(value)
    index = path[-1]
    items = held_list(value, path)
    if not isinstance(index, int) or index > len(items):
        raise absent(path)
    items.insert(len(items) if index == APPEND else index, new)
    return put(value, path[:-1], items)


def held_list(value: Any, path: Path) -> list[Any]:  # noqa: ANN401
    """The list whose item ``path`` names; an empty one when it is missing or null."""
    found = value
    for step in path[:-1]:
        found = found[step] if has(found, step) else None
    if found is None:
        return []
    if not isinstance(found, list):
        raise wrong(path[:-1], "is not a list")
    return found


def remove(value: Any, path: Path) -> Any:  # noqa: ANN401
    """Without the field or item at ``path``."""
    held(value, path)
    value = copy.deepcopy(value)
    del held(value, path[:-1])[path[-1]]
    return value


def move(value: Any, path: Path, to: int) -> Any:  # noqa: ANN401
    """With the item at ``path`` at index ``to`` of its list."""
    held(value, path)
    value = copy.deepcopy(value)
    items = held(value, path[:-1])
    if not isinstance(items, list):
        raise wrong(path, "is not an item of a list")
    if not 0 <= to < len(items):
        raise absent((*path[:-1], to))
    items.insert(to, items.pop(path[-1]))  # type: ignore[arg-type]
    return value


def rename(value: Any, path: Path, name: str) -> Any:  # noqa: ANN401
    """With the field at ``path`` under another key."""
    held(value, path)
    value = copy.deepcopy(value)
    fields = held(value, path[:-1])
    if not isinstance(fields, dict):
        raise wrong(path, "is not a field")
    if name in fields:
        raise wrong((*path[:-1], name), "is there already")
    fields[name] = fields.pop(path[-1])
    return value


def absent(path: Path) -> NetpolError:
    """The error for a path at which there is nothing."""
    return wrong(path, "is not there", "no_such_field")


def wrong(path: Path, what: str, code: str = "cannot_patch") -> NetpolError:
    """The error for a path at which this edit cannot be made."""
    text = path_text(path)
    return NetpolError([Fault(code, f"`{text}` {what}.", Place(path=text), text)])


def _parent(value: Any, path: Path) -> Any:  # noqa: ANN401
    """The mapping or list that holds the last step, made where it is missing or null."""
    for depth, step in enumerate(path[:-1]):
        if not has(value, step) or value[step] is None:
            _fits(value, path[: depth + 1])
            value[step] = [] if isinstance(path[depth + 1], int) else {}
        value = value[step]
    _fits(value, path)
    return value


def _fits(value: object, path: Path) -> None:
    """Whether the last step can be set in ``value``: any key of a mapping, an item of a list that is there."""
    if isinstance(path[-1], str):
        if not isinstance(value, dict):
            raise wrong(path[:-1], "is not a mapping")
    elif not has(value, path[-1]):
        raise absent(path)
