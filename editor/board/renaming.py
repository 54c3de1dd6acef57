"""Expectations name pods and namespaces: they follow their new names in the same change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from editor.board.changes import Change, apply, patches
from editor.board.records import Board


@dataclass(frozen=True, slots=True)
class _Names:
    """Old to new. ``places`` are ``namespace/pod``, ``spaces`` are namespaces."""

    places: Mapping[str, str]
    spaces: Mapping[str, str]

    def of(self, text: str) -> str:
        """A place as an expectation names it, under its new name."""
        if text in self.places:
            return self.places[text]
        space, slash, name = text.partition("/")
        return f"{self.spaces.get(space, space)}/{name}" if slash else text


def with_expectations(board: Board, change: Change) -> Change:
    """The change, and what it makes of the expectations that name what it renames or moves."""
    if not board.expectations or not any(patch.field in ("name", "namespace") for patch in change.patches):
        return change
    names = _names(board, apply(board, change))
    if not (names.places or names.spaces):
        return change
    found = [patch for one in board.expectations.values() for patch in patches(one, item=_item(one.item, names))]
    return replace(change, patches=(*change.patches, *found))


def _names(before: Board, after: Board) -> _Names:
    spaces = {
        space.name: after.namespaces[key].name
        for key, space in before.namespaces.items()
        if key in after.namespaces and after.namespaces[key].name != space.name
    }
    # A name that a workload or another pod still answers to goes on speaking of that.
    answering = {after.place_name(key) for key in after.pods}
    answering |= {
        f"{after.namespaces[pod.namespace].name}/{pod.owner.name}" for pod in after.pods.values() if pod.owner
    }
    places = {}
    for key in before.pods:
        old, new = before.place_name(key), after.place_name(key)
        if old != new and (old not in answering or old.partition("/")[0] in spaces):
            places[old] = new
    return _Names(places, spaces)


def _item(item: Mapping[str, Any], names: _Names) -> dict[str, Any]:
    return {key: _end(held, names) if key in ("from", "to") else held for key, held in item.items()}


def _end(held: Any, names: _Names) -> Any:  # noqa: ANN401 - plain JSON
    if isinstance(held, str):
        return names.of(held)
    if isinstance(held, list):
        return [_end(one, names) for one in held]
    if not isinstance(held, dict):
        return held
    made = dict(held)
    if "place" in made:
        made["place"] = _end(made["place"], names)
    if "except" in made:
        made["except"] = _end(made["except"], names)
    if "namespace" in made:
        made["namespace"] = names.spaces.get(made["namespace"], made["namespace"])
    return made
