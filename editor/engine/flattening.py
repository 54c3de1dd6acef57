"""From port sets on each way to one port set: the union over the ways that a pair of ends can take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor.engine.alike import Alike, valid_ways
from editor.engine.classes import Classes
from editor.engine.palette import EVERYTHING, NOTHING, Palette
from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.engine.sides import Parting

Row = dict[int, int]
"""By number in ``Flattening.ports``, the bits of the destination classes; who is missing is blocked."""

Families = frozenset[int] | None


@dataclass(frozen=True, slots=True)
class Box:
    """Every pair of a source class and a destination class in it went from ``before`` to ``after``.

    ``sources`` and ``destinations`` are bits of class numbers; boxes of one answer never overlap. A class in both
    means two different members of it.
    """

    before: PortSet
    after: PortSet
    sources: int
    destinations: int


class Flattening:
    """Remembers the flat port sets, each under a number: 0 is nothing and 1 everything, as in the palette."""

    def __init__(self, classes: Classes, palette: Palette) -> None:
        self.palette, self.ways = palette, classes.ways
        self.ports: list[PortSet] = [NO_PORTS, ALL_PORTS]
        self.numbers: dict[PortSet, int] = {NO_PORTS: NOTHING, ALL_PORTS: EVERYTHING}
        self._flat: dict[tuple[int, tuple[int, ...]], int] = {}
        self._valid: dict[tuple[Families, Families], tuple[int, ...]] = {}
        self._groups: dict[Families, int] = {}
        self.regroup(classes)

    def regroup(self, classes: Classes) -> None:
        """Take in classes that are new since the last time."""
        found: dict[tuple[bool, tuple[int, ...]], int] = {}
        for number, alike in enumerate(classes.all):
            kind = (alike.outside, tuple([family for family, _ in alike.sighting]))
            found[kind] = found.get(kind, 0) | 1 << number
        self._groups = {}
        for (outside, families), bits in found.items():
            group = None if outside else frozenset(families)
            self._groups[group] = self._groups.get(group, 0) | bits

    def row(self, source: Alike, row: Parting) -> Row:
        """A source's row, flattened."""
        flat: Row = {}
        for families, group in self._groups.items():
            for number, bits in row.items():
                if bits & group:
                    ports = self.number(number, source.families, families)
                    flat[ports] = flat.get(ports, 0) | bits & group
        flat.pop(NOTHING, None)
        return flat

    def boxes(self, before: int, after: int, sources: int, destinations: int) -> Iterator[Box]:
        """What of a change in palette numbers is left when flattened; pairs of outside addresses are none."""
        for one, senders in self._groups.items():
            s = senders & sources
            if not s:
                continue
            for other, receivers in self._groups.items():
                d = receivers & destinations
                if not d or (one is None and other is None):
                    continue
                old, new = self.number(before, one, other), self.number(after, one, other)
                if old != new:
                    yield Box(self.ports[old], self.ports[new], s, d)

    def number(self, number: int, source: Families, destination: Families) -> int:
        """The number in ``ports`` of what a palette number allows between ends of these families."""
        pair = (source, destination)
        valid = self._valid.get(pair)
        if valid is None:
            valid = self._valid[pair] = tuple(valid_ways(self.ways, source, destination))
        found = self._flat.get((number, valid))
        if found is None:
            vector = self.palette[number]
            ports = NO_PORTS
            for way in valid:
                ports |= vector[way]
            found = self.numbers.get(ports)
            if found is None:
                found = self.numbers[ports] = len(self.ports)
                self.ports.append(ports)
            self._flat[number, valid] = found
        return found
