"""What became of each pair of rows of the matrix, from one state to another: gained, lost, both, or as before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor.analysis.flips import Flip, Naming, in_order
from editor.engine.difference import Difference, Fellows, State, both, everywhere
from editor.engine.ports import PortSet
from editor.engine.workloads import Row, rows

GAINED, LOST, CHANGED, UNCHANGED = "gained", "lost", "changed", "unchanged"
MOST_UNCHANGED = 2000
"""Of the pairs that are as before so many are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class PairTurn:
    """The ports that passed before and those that pass after, from one row to another."""

    source: Row
    destination: Row
    before: PortSet
    after: PortSet

    @property
    def gained(self) -> PortSet:
        """What passes now and did not."""
        return self.after - self.before

    @property
    def lost(self) -> PortSet:
        """What passed and does not now."""
        return self.before - self.after

    @property
    def turn(self) -> str:
        """In a word. ``changed``: some ports were gained, others lost."""
        if self.before == self.after:
            return UNCHANGED
        if not self.lost:
            return GAINED
        return CHANGED if self.gained else LOST

    def flips(self) -> tuple[Flip, ...]:
        """The same as what opened and what closed."""
        both_ways = ((self.gained, True), (self.lost, False))
        return tuple(Flip(self.source, self.destination, ports, opened) for ports, opened in both_ways if ports)


@dataclass(frozen=True, slots=True)
class PairTurns:
    """``differing``: every pair that differs. ``alike``: those with anything allowed that are as before.

    ``alike_count`` counts all of the latter, of which ``alike`` may hold the first alone.
    """

    differing: tuple[PairTurn, ...]
    alike: tuple[PairTurn, ...]
    alike_count: int


def pair_turns(old: State, new: State, most_alike: int = MOST_UNCHANGED) -> PairTurns:
    """Every pair of rows with anything allowed in either state. Pairs that no policy can stop are left out."""
    before, after = both(old, new)
    naming = Naming(rows(before), rows(after))
    known = _Rows(naming)
    differing: dict[PairTurn, None] = {}
    alike: list[PairTurn] = []
    count = 0
    for one in everywhere(before, after):
        if one.before != one.after:
            differing.update(dict.fromkeys(known.pairs(one)))
        elif len(alike) < most_alike:
            found = list(known.pairs(one))
            count += len(found)
            alike += found
        else:
            count += known.count(one)
    return PairTurns(tuple(_sorted(differing)), tuple(_sorted(alike)[:most_alike]), count)


def _sorted(found: Iterable[PairTurn]) -> list[PairTurn]:
    return sorted(found, key=lambda turn: (in_order(turn.source), in_order(turn.destination)))


class _Rows:
    """The rows of each group of fellows, named once."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._known: dict[int, list[Row]] = {}

    def of(self, fellows: Fellows) -> list[Row]:
        found = self._known.get(id(fellows))
        if found is None:
            found = self._known[id(fellows)] = list(self._naming.rows(fellows))
        return found

    def pairs(self, one: Difference) -> Iterable[PairTurn]:
        for source in self.of(one.source):
            for destination in self.of(one.destination):
                if source != destination or not self._naming.lone(source):
                    yield PairTurn(source, destination, one.before, one.after)

    def count(self, one: Difference) -> int:
        sources, destinations = self.of(one.source), self.of(one.destination)
        alone = sum(self._naming.lone(row) for row in sources) if one.source is one.destination else 0
        return len(sources) * len(destinations) - alone
