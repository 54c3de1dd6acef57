"""Connections gained and lost, by workload where all its pods fare alike and by pod where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.engine.difference import Difference, Fellows
from editor.engine.ports import PortSet
from editor.engine.workloads import Row
from editor.pictures.picture import name_of


@dataclass(frozen=True, slots=True)
class Change:
    """What passes now and did not (``gained``), or the other way round, between two rows."""

    source: Row
    destination: Row
    ports: PortSet
    gained: bool

    def as_json(self) -> dict[str, object]:
        """As a connection of the matrix."""
        return {
            "source": self.source.as_json(),
            "destination": self.destination.as_json(),
            "allowed": self.ports.as_json(),
        }

    def __str__(self) -> str:
        sign = "+" if self.gained else "-"
        return f"{sign} {name_of(self.source)} to {name_of(self.destination)}, {self.ports}"


def changes(found: Iterable[Difference], before: Iterable[Row], after: Iterable[Row]) -> list[Change]:
    """The differences between rows, sorted by source and destination."""
    naming = _Naming(list(before), list(after))
    made: dict[Change, None] = {}
    for one in found:
        for source in naming.rows(one.source):
            for destination in naming.rows(one.destination):
                if source == destination and naming.lone(source):
                    continue
                for ports, gained in ((one.lost, False), (one.gained, True)):
                    if ports:
                        made[Change(source, destination, ports, gained)] = None
    return sorted(made, key=lambda change: (_order(change.source), _order(change.destination), change.gained))


def _order(row: Row) -> tuple[bool, str]:
    return row.name is None, name_of(row)


class _Naming:
    """From pods to the rows of the matrix that hold them in both states."""

    def __init__(self, before: list[Row], after: list[Row]) -> None:
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
