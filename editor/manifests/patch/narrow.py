"""A whole value set anew, as the smaller steps in which it differs from the old one: the rest keeps its comments."""

from __future__ import annotations

from collections.abc import Iterator

from editor.engine.errors import NetpolError
from editor.manifests.patch import plainly
from editor.manifests.patch.paths import Path
from editor.manifests.patch.sheet import same
from editor.manifests.patch.splices import Step

Meant = tuple[Step, object]


def narrowed(value: object, step: Step) -> list[Meant] | None:
    """The smaller steps, each with what the whole object means after it; None when there is nothing to narrow."""
    try:
        old = plainly.held(value, step.path)
    except NetpolError:
        return None
    steps = list(_between(old, step.value, step.path))
    if len(steps) == 1 and steps[0].path == step.path:
        return None
    found: list[Meant] = []
    for part in steps:
        value = _after(value, part)
        found.append((part, value))
    return found


def _between(old: object, new: object, path: Path) -> Iterator[Step]:
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        yield from _fields(old, new, path)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _items(old, new, path)
    else:
        yield Step("set", path, new)


def _fields(old: dict[str, object], new: dict[str, object], path: Path) -> Iterator[Step]:
    for key, value in new.items():
        if key in old:
            yield from _between(old[key], value, (*path, key))
        else:
            yield Step("set", (*path, key), value)
    yield from (Step("remove", (*path, key)) for key in old if key not in new)


def _items(old: list[object], new: list[object], path: Path) -> Iterator[Step]:
    """What both lists begin and end with stays; between, items are changed, then taken away or added."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if not same(old[i], new[i])), most)
    most -= head
    tail = next((i for i in range(most) if not same(old[-1 - i], new[-1 - i])), most)
    was, comes = len(old) - head - tail, len(new) - head - tail
    both = min(was, comes)
    for index in range(head, head + both):
        yield from _between(old[index], new[index], (*path, index))
    for _ in range(was - both):
        yield Step("remove", (*path, head + both))
    for index in range(head + both, head + comes):
        yield Step("insert", (*path, index), new[index])


def _after(value: object, step: Step) -> object:
    if step.op == "set":
        return plainly.put(value, step.path, step.value)
    if step.op == "insert":
        return plainly.insert(value, step.path, step.value)
    return plainly.remove(value, step.path)
