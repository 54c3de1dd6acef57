"""Where an empty list or selector means everything: emptying it by the way would open what was shut."""

from __future__ import annotations

from collections.abc import Mapping

from editor.manifests.patch.paths import Path
from editor.manifests.patch.plainly import has


def widened(before: object, after: object, path: Path) -> Path | None:
    """The list or selector at or above ``path`` that held something and now, empty or gone, means everything.

    None when there is none. What a caller spells out further up, such as a whole rule, is taken at its word.
    """
    for length in range(2, len(path) + 1):
        place = path[:length]
        # An item that went as a whole empties nothing but its list.
        if length == len(path) and isinstance(path[-1], int):
            continue
        if _matters(place, after) and _filled(_at(before, place)) and not _filled(_at(after, place)):
            return place
    return None


def emptied_item(place: Path) -> Path | None:
    """The rule or peer around such a place; None where there is none, as for the policy's own selector."""
    for length in range(len(place), 2, -1):
        if isinstance(place[length - 1], int):
            return place[:length]
    return None


def _matters(place: Path, after: object) -> bool:
    """Whether an empty value here means more than a filled one."""
    if place[0] != "spec":
        return False
    if len(place) == 2:  # noqa: PLR2004 - spec.podSelector
        # Without policy types, the first egress rule is what isolates egress at all.
        by_rules = place[1] == "egress" and not _filled(_at(after, ("spec", "policyTypes")))
        return by_rules or place[1] in ("podSelector", "policyTypes")
    if len(place) == 4:  # noqa: PLR2004 - spec.ingress[0].from
        return place[3] in ("from", "to", "ports")
    if len(place) == 5:  # noqa: PLR2004 - spec.ingress[0].from[1]
        return place[3] in ("from", "to")
    if len(place) == 6 and place[5] == "namespaceSelector":  # noqa: PLR2004 - without it, the policy's own namespace
        return _at(after, place) is not None
    return len(place) == 6 and place[5] == "podSelector"  # noqa: PLR2004


def _at(value: object, path: Path) -> object:
    for step in path:
        if not has(value, step):
            return None
        value = value[step]  # type: ignore[index]
    return value


def _filled(value: object) -> bool:
    """Whether it chooses anything: a selector with empty parts chooses everything, as an empty one does."""
    if isinstance(value, Mapping):
        return any(bool(inner) if isinstance(inner, Mapping | list) else inner is not None for inner in value.values())
    return bool(value)
