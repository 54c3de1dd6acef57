"""What an edit flips: every connection opened or closed, between workloads where all their pods fare alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor.analysis.words import counted
from editor.engine.difference import Difference, Fellows, State, between, both
from editor.engine.ports import PortSet
from editor.engine.workloads import Row, rows
from editor.pictures.picture import name_of

MOST_TOLD = 50
"""More flips than this are counted, not listed."""


@dataclass(frozen=True, slots=True)
class Flip:
    """What passes now and did not (``opened``), or the other way round, from one row of the matrix to another."""

    source: Row
    destination: Row
    ports: PortSet
    opened: bool

    @property
    def before(self) -> bool:
        """Whether these ports passed before."""
        return not self.opened

    def as_json(self) -> dict[str, object]:
        """``{"source", "destination", "ports", "before", "after", "sentence"}``; rows as in the matrix."""
        return {
            "source": self.source.as_json(),
            "destination": self.destination.as_json(),
            "ports": self.ports.as_json(),
            "before": self.before,
            "after": self.opened,
            "sentence": str(self),
        }

    def __str__(self) -> str:
        verb = "may reach" if self.opened else "can no longer reach"
        return f"{name_of(self.source)} {verb} {name_of(self.destination)} on {self.ports}."


@dataclass(frozen=True, slots=True)
class Flips:
    """Every flip, by source and destination; ``opened`` and ``closed`` count them."""

    all: tuple[Flip, ...] = ()

    @property
    def opened(self) -> int:
        return sum(one.opened for one in self.all)

    @property
    def closed(self) -> int:
        return len(self.all) - self.opened

    def as_json(self, most: int = MOST_TOLD) -> dict[str, object]:
        """``{"opened", "closed", "flips", "left_out"}``: the counts are of all, the list holds ``most`` at most."""
        return {
            "opened": self.opened,
            "closed": self.closed,
            "flips": [one.as_json() for one in self.all[:most]],
            "left_out": max(0, len(self.all) - most),
        }

    def __str__(self) -> str:
        parts = [(self.opened, "opens"), (self.closed, "closes")]
        told = " and ".join(f"{verb} {counted(count, 'connection')}" for count, verb in parts if count)
        return f"{told[0].upper()}{told[1:]}." if told else "Flips nothing."


def flips(old: State, new: State) -> Flips:
    """Exactly what differs from ``old`` to ``new``. Pairs that no policy can stop are left out."""
    before, after = both(old, new)
    return told(between(before, after), Naming(rows(before), rows(after)))


def told(found: Iterable[Difference], naming: Naming) -> Flips:
    """Differences between classes of pods as flips between rows of the matrix."""
    made: dict[Flip, None] = {}
    for one in found:
        for source in naming.rows(one.source):
            for destination in naming.rows(one.destination):
                if source == destination and naming.lone(source):
                    continue
                for ports, opened in ((one.lost, False), (one.gained, True)):
                    if ports:
                        made[Flip(source, destination, ports, opened)] = None
    return Flips(tuple(sorted(made, key=lambda flip: (in_order(flip.source), in_order(flip.destination), flip.opened))))


def in_order(row: Row) -> tuple[bool, str, list[str]]:
    """Long lists of blocks may go by the same name: then the blocks themselves decide."""
    return row.name is None, name_of(row), [str(network) for network in row.cidrs]


class Naming:
    """From pods to the rows of the matrix that hold them in both states."""

    def __init__(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        names: dict[str, set[str]] = {}
        for row in (*before, *after):
            for pod in row.pods:
                names.setdefault(pod.ref, set()).add(row.name or pod.ref)
        # A workload that stands by pod names in one state stands so in both.
        self._name = {ref: min(found) if len(found) == 1 else ref for ref, found in names.items()}
        self._sizes = Counter(self._name.values())

    def lone(self, row: Row) -> bool:
        """Whether a row stands for a single pod, which has nobody of its own row to reach."""
        return self._sizes.get(row.name or "", 1) == 1

    def rows(self, fellows: Fellows) -> Iterator[Row]:
        """The workloads that lie wholly within, and the other pods."""
        if fellows.cidrs:
            yield Row(None, 0, cidrs=fellows.cidrs)
            return
        here = Counter(self._name[ref] for ref in fellows.refs)
        names = {
            self._name[ref] if here[self._name[ref]] == self._sizes[self._name[ref]] else ref for ref in fellows.refs
        }
        for name in sorted(names):
            yield Row(name, 0)
