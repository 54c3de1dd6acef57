"""Which characters change for one step: the way through the text, around anchors and merges, to the place itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, cast

from editor.engine.errors import NetpolError
from editor.manifests.patch import block, flow, plainly
from editor.manifests.patch.order import place_of
from editor.manifests.patch.paths import APPEND, Path, path_text
from editor.manifests.patch.sheet import Sheet, Splice, shared
from editor.manifests.patch.tree import Entry, Spot
from editor.manifests.patch.writing import field_in_line, in_line


@dataclass(frozen=True, slots=True)
class Step:
    """One edit with its path read; fields as in ``PolicyEdit``."""

    op: Literal["set", "insert", "remove", "move", "rename"]
    path: Path
    value: Any = None
    to: int | str | None = None


def splices(sheet: Sheet, step: Step, wanted: object) -> list[Splice]:
    """The changes of ``sheet`` that make it mean ``wanted``. Raises NetpolError ``cannot_patch``, ``shared_anchor``."""
    way = _Way(sheet, step.path)
    detour = way.detour(step)
    if detour is not None:
        return _set(sheet, _Way(sheet, detour), wanted)
    if step.op == "set":
        return _set(sheet, way, wanted)
    if step.op == "insert":
        return _insert(sheet, way, step, wanted)
    if step.op == "remove":
        return _remove(sheet, way, wanted)
    return _elsewhere(sheet, way, step.to)


class _Way:
    """The entries from the object to the place, as far as they are there."""

    def __init__(self, sheet: Sheet, path: Path) -> None:
        self.sheet, self.path = sheet, path
        self.entries: list[Entry] = []
        self.parents: list[Spot] = [sheet.root]
        for step in path:
            spot = self.parents[-1]
            found = _child(spot, step)
            if found is None:
                break
            self.entries.append(found)
            self.parents.append(found.value)

    @property
    def complete(self) -> bool:
        """Whether the place is there."""
        return len(self.entries) == len(self.path)

    @property
    def end(self) -> Spot:
        """The last value on the way that is there."""
        return self.parents[-1]

    def last(self) -> tuple[Entry, Spot]:
        """The entry at the place, and what holds it. Raises NetpolError where it cannot be told."""
        if not (self.complete and self.entries):
            raise self.cannot("is written in a way that cannot be changed alone")
        return self.entries[-1], self.parents[-2]

    def detour(self, step: Step) -> Path | None:
        """Where to write out what an alias or a merge only repeats, so that the others who use it keep theirs."""
        for depth, spot in enumerate(self.parents):
            if depth == len(self.path) and step.op in ("set", "remove", "move", "rename"):
                break
            own = depth < len(self.entries)
            merging = any(entry.merges for entry in spot.entries) and not own
            if spot.kind == "alias" or merging:
                if not depth:
                    raise self.cannot("comes by a merge (`<<`); write it out first")
                return self.path[:depth]
        return None

    def check_anchors(self, changed: Spot, *, inside: bool = True) -> None:
        """Refuses a change within what an alias repeats elsewhere."""
        above = self.parents[: self.parents.index(changed) if changed in self.parents else None]
        shared_above = next((spot for spot in above if spot.anchor and _has_alias(self.sheet, spot)), None)
        found = shared_above or (shared(self.sheet, changed) if inside else None)
        if found is not None:
            message = f"`&{found.anchor}` is used elsewhere too, and would change there; write that place out first."
            raise self.sheet.cannot(message, found.start, "shared_anchor", path_text(self.path))

    def cannot(self, why: str) -> NetpolError:
        """The error for this place."""
        return plainly.wrong(self.path, why)


def _child(spot: Spot, step: str | int) -> Entry | None:
    if isinstance(step, int):
        return spot.entries[step] if spot.kind == "sequence" and 0 <= step < len(spot.entries) else None
    found = None
    for entry in spot.entries if spot.kind == "mapping" else ():
        if entry.name == step and not entry.merges:
            found = entry  # of duplicates the last one counts
    return found


def _has_alias(sheet: Sheet, spot: Spot) -> bool:
    return any(other.target is spot for other in sheet.root.within())


def _set(sheet: Sheet, way: _Way, wanted: object) -> list[Splice]:
    """What ``wanted`` has at the place: in place of what is there, or as a new field on the way."""
    if way.complete:
        entry, parent = way.last()
        way.check_anchors(entry.value)
        value = plainly.held(wanted, way.path)
        return flow.replace(sheet, entry, value) if parent.flow else block.replace(sheet, parent, entry, value)
    done = len(way.entries)
    if not way.end.entries:  # null or empty: it is filled as a whole
        if not done:
            raise way.cannot("is not there")
        return _set(sheet, _Way(sheet, way.path[:done]), wanted)
    way.check_anchors(way.end)
    key = way.path[done]
    if way.end.kind != "mapping" or not isinstance(key, str):
        raise way.cannot("is not there")
    return _add_field(sheet, way.end, key, plainly.held(wanted, way.path[: done + 1]))


def _add_field(sheet: Sheet, parent: Spot, key: str, value: object) -> list[Splice]:
    place = place_of(key, [entry.name for entry in parent.entries])
    if parent.flow:
        _check_brackets(sheet, parent)
        return flow.add(sheet, parent, place, field_in_line(sheet, key, value))
    return block.add_field(sheet, parent, place, key, value)


def _insert(sheet: Sheet, way: _Way, step: Step, wanted: object) -> list[Splice]:
    parent = way.parents[len(way.path) - 1] if len(way.parents) >= len(way.path) else None
    if parent is None or not parent.entries:
        return _set(sheet, _Way(sheet, way.path[:-1]), wanted)
    way.check_anchors(parent)
    place = len(parent.entries) if step.path[-1] == APPEND else cast(int, step.path[-1])
    if parent.flow:
        _check_brackets(sheet, parent)
        return flow.add(sheet, parent, place, in_line(sheet, step.value))
    return block.add_item(sheet, parent, place, step.value)


def _remove(sheet: Sheet, way: _Way, wanted: object) -> list[Splice]:
    entry, parent = way.last()
    if len(parent.entries) == 1:
        return _set(sheet, _Way(sheet, way.path[:-1]), wanted)
    way.check_anchors(entry.value)
    place = parent.entries.index(entry)
    return flow.remove(sheet, parent, place) if parent.flow else block.remove(sheet, parent, place)


def _elsewhere(sheet: Sheet, way: _Way, to: int | str | None) -> list[Splice]:
    """The item at another index, or the field under another key."""
    entry, parent = way.last()
    if entry.key is not None:
        way.check_anchors(entry.value, inside=False)
        return block.rename(sheet, entry.key, str(to))
    way.check_anchors(parent)
    place = parent.entries.index(entry)
    if not isinstance(to, int) or place == to:
        return []
    return flow.move(sheet, parent, place, to) if parent.flow else block.move(sheet, parent, place, to)


def _check_brackets(sheet: Sheet, parent: Spot) -> None:
    """A pair in a list may stand without braces: ``[a: b]``."""
    if sheet.text[parent.content] not in "{[":
        raise sheet.cannot("a pair without braces; write them first.", parent.start)
