"""Label selectors: which objects they match, and what an object lacks when they do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.engine.errors import NOWHERE, Place

OPERATORS = ("In", "NotIn", "Exists", "DoesNotExist")


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement on labels; a ``matchLabels`` pair is ``In`` with one value."""

    key: str
    operator: str
    values: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    def matches(self, labels: Mapping[str, str]) -> bool:
        """Whether ``labels`` meet it. ``NotIn`` and ``DoesNotExist`` hold for an object that lacks the key."""
        if self.operator == "Exists":
            return self.key in labels
        if self.operator == "DoesNotExist":
            return self.key not in labels
        held = labels.get(self.key)
        if self.operator == "In":
            return held is not None and held in self.values
        return held is None or held not in self.values

    def __str__(self) -> str:
        if self.operator == "Exists":
            return self.key
        if self.operator == "DoesNotExist":
            return f"!{self.key}"
        if self.operator == "In" and len(self.values) == 1:
            return f"{self.key}={self.values[0]}"
        word = "in" if self.operator == "In" else "notin"
        return f"{self.key} {word} ({', '.join(self.values)})"


@dataclass(frozen=True, slots=True)
class Selector:
    """All requirements must hold; a selector without requirements matches everything."""

    requirements: tuple[Requirement, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    @classmethod
    def of(cls, labels: Mapping[str, str]) -> Selector:
        """The selector of a ``matchLabels`` mapping."""
        return cls(tuple(Requirement(key, "In", (value,)) for key, value in labels.items()))

    def matches(self, labels: Mapping[str, str]) -> bool:
        """Whether every requirement holds for ``labels``."""
        return all(requirement.matches(labels) for requirement in self.requirements)

    def unmet(self, labels: Mapping[str, str]) -> tuple[Requirement, ...]:
        """The requirements that ``labels`` do not meet, in the order written."""
        return tuple(r for r in self.requirements if not r.matches(labels))

    def possible(self) -> bool:
        """Whether any labels at all can meet every requirement."""
        return all(self._possible(key) for key in {requirement.key for requirement in self.requirements})

    def _possible(self, key: str) -> bool:
        asked = [requirement for requirement in self.requirements if requirement.key == key]
        named = [set(r.values) for r in asked if r.operator == "In"]
        banned = {value for r in asked if r.operator == "NotIn" for value in r.values}
        if all(r.operator in ("NotIn", "DoesNotExist") for r in asked):
            return True
        if any(r.operator == "DoesNotExist" for r in asked):
            return False
        return not named or bool(set.intersection(*named) - banned)

    def __str__(self) -> str:
        return ", ".join(str(requirement) for requirement in self.requirements) or "{}"


EVERYTHING = Selector()
