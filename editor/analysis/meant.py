"""Which label a selector that matches nothing may have meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editor.analysis.nearest import nearest, off
from editor.engine.selectors import Requirement, Selector

Values = Mapping[str, frozenset[str]]
"""By label key, the values that are carried."""


@dataclass(frozen=True, slots=True)
class Meant:
    """``wrong``: the requirement that nothing meets; ``key`` and ``value``: the nearest label, ``distance`` off."""

    wrong: Requirement
    key: str
    value: str
    distance: int

    def __str__(self) -> str:
        return f"{self.key}={self.value} ({off(self.distance)})"


def culprit(selector: Selector, carried: Values) -> Requirement | None:
    """The first requirement that nothing meets by itself; None when only all of them together are too much."""
    return next((one for one in selector.requirements if not _met(one, carried)), None)


def meant(selector: Selector, carried: Values) -> Meant | None:
    """The nearest label that is carried; None when nothing is near, or nothing is wrong with any one requirement."""
    wrong = culprit(selector, carried)
    if wrong is None or wrong.operator not in ("In", "Exists"):
        return None
    if wrong.key in carried:
        near = [(found, value) for value in wrong.values if (found := nearest(value, carried[wrong.key]))]
        (word, distance), _ = min(near, key=lambda one: one[0][1], default=((None, 0), None))
        return Meant(wrong, wrong.key, word, distance) if word is not None else None
    key = nearest(wrong.key, carried)
    if key is None:
        return None
    values = [value for value in wrong.values if value in carried[key[0]]]
    if wrong.operator == "Exists":
        values = sorted(carried[key[0]])
    return Meant(wrong, key[0], values[0], key[1]) if values else None


def _met(requirement: Requirement, carried: Values) -> bool:
    """Whether something that carries one of these labels meets it; what asks for absence is taken to be met."""
    values = carried.get(requirement.key, frozenset())
    if requirement.operator == "In":
        return not values.isdisjoint(requirement.values)
    return requirement.operator != "Exists" or bool(values)
