"""Names of files for things on a board: safe on every system, readable, and each the only one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNSAFE = re.compile(r"[^a-z0-9._-]+")
_LONGEST = 80
# Windows keeps these for devices, whatever follows the dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|\Z)")


def slug(name: str, otherwise: str) -> str:
    """``name`` as part of a path: lower case, never empty, hidden, a way up, or a device."""
    safe = _UNSAFE.sub("-", name.lower()).strip("-._")[:_LONGEST].rstrip("-._") or otherwise
    return f"{otherwise}-{safe}" if _DEVICES.match(safe) else safe


def file_names(things: Iterable[tuple[str, str]]) -> list[str]:
    """A path ``namespace/name.yaml`` for each pair of namespace and name, in their order; folders are one each too."""
    folders: dict[str, str] = {}
    taken: set[str] = set()
    found = []
    for space, name in things:
        if space not in folders:
            folders[space] = _free(slug(space, "namespace"), set(folders.values()))
        path = _free(f"{folders[space]}/{slug(name, 'policy')}", taken)
        taken.add(path)
        found.append(f"{path}.yaml")
    return found


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
