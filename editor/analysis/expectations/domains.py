"""Which labels an object could have: for each key a domain of values, and every way to answer a list of selectors.

A pod that does not exist yet may carry any labels. What policies do to it depends only on which of their selectors
match it, so that one pod for each possible set of answers stands for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from editor.engine.selectors import Requirement, Selector

FRESH = "new"

State = Mapping[str, "Domain"]


class TooManyError(Exception):
    """More kinds of objects are possible than can be gone through."""


@dataclass(frozen=True, slots=True)
class Domain:
    """What one key may be: absent, if ``absent``; or ``values``, or everything but them when ``all_but``."""

    absent: bool = True
    values: frozenset[str] = frozenset()
    all_but: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing is left."""
        return not self.absent and not self.all_but and not self.values

    def __and__(self, other: Domain) -> Domain:
        absent = self.absent and other.absent
        if self.all_but and other.all_but:
            return Domain(absent, self.values | other.values)
        if self.all_but:
            return Domain(absent, other.values - self.values, all_but=False)
        if other.all_but:
            return Domain(absent, self.values - other.values, all_but=False)
        return Domain(absent, self.values & other.values, all_but=False)

    def choose(self) -> str | None:
        """One value of it, None for absent: the simplest one."""
        if self.absent:
            return None
        if not self.all_but:
            return min(self.values)
        return next(name for name in _fresh() if name not in self.values)


def _fresh() -> Iterator[str]:
    number = 1
    yield FRESH
    while True:
        number += 1
        yield f"{FRESH}-{number}"


_MEANINGS = {"Exists": Domain(absent=False), "DoesNotExist": Domain(values=frozenset(), all_but=False)}


def domain_of(requirement: Requirement) -> Domain:
    """The values of its key that meet a requirement."""
    if requirement.operator in _MEANINGS:
        return _MEANINGS[requirement.operator]
    values = frozenset(requirement.values)
    if requirement.operator == "In":
        return Domain(absent=False, values=values, all_but=False)
    return Domain(absent=True, values=values)


def complement_of(requirement: Requirement) -> Domain:
    """The values of its key that do not meet a requirement."""
    if requirement.operator == "Exists":
        return _MEANINGS["DoesNotExist"]
    if requirement.operator == "DoesNotExist":
        return _MEANINGS["Exists"]
    values = frozenset(requirement.values)
    if requirement.operator == "In":
        return Domain(absent=True, values=values)
    return Domain(absent=False, values=values, all_but=False)


def possibilities(selectors: Iterable[Selector], start: State, most: int) -> Iterator[dict[str, str]]:
    """Labels for every set of answers that ``selectors`` can give together, within ``start``.

    The same set may come several times, in different labels. Raises TooManyError beyond ``most`` states.
    """
    states: dict[frozenset[tuple[str, Domain]], State] = {frozenset(start.items()): start}
    for selector in dict.fromkeys(selectors):
        grown: dict[frozenset[tuple[str, Domain]], State] = {}
        for state in states.values():
            for more in _answers(state, selector):
                grown[frozenset(more.items())] = more
        if len(grown) > most:
            raise TooManyError
        states = grown
    for state in states.values():
        chosen = {key: domain.choose() for key, domain in state.items()}
        yield {key: value for key, value in chosen.items() if value is not None}


def _answers(state: State, selector: Selector) -> Iterator[State]:
    """The states in which the selector matches, and those in which it does not."""
    matching: State | None = state
    for requirement in selector.requirements:
        if matching is not None:
            refused = _within(matching, requirement.key, complement_of(requirement))
            if refused is not None:
                yield refused
            matching = _within(matching, requirement.key, domain_of(requirement))
    if matching is not None:
        yield matching


def _within(state: State, key: str, domain: Domain) -> State | None:
    both = state.get(key, Domain()) & domain
    return None if both.empty else {**state, key: both}
