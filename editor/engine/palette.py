"""Port sets that occur in one cluster, each under a small number, with their unions and intersections remembered."""

from __future__ import annotations

from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet

Vector = tuple[PortSet, ...]
"""One port set for each way that a connection can be judged; see ``families``."""

NOTHING = 0
EVERYTHING = 1


class Palette:
    """Numbers for vectors of port sets: ``NOTHING`` and ``EVERYTHING`` are always 0 and 1."""

    def __init__(self, ways: int) -> None:
        self.ways = ways
        self._vectors: list[Vector] = []
        self._numbers: dict[Vector, int] = {}
        self._unions: dict[tuple[int, int], int] = {}
        self._meets: dict[tuple[int, int], int] = {}
        self.number((NO_PORTS,) * ways)
        self.number((ALL_PORTS,) * ways)

    def number(self, vector: Vector) -> int:
        """The number of ``vector``, given out on first sight."""
        number = self._numbers.get(vector)
        if number is None:
            number = self._numbers[vector] = len(self._vectors)
            self._vectors.append(vector)
        return number

    def everywhere(self, ports: PortSet) -> int:
        """The number of one port set that holds on every way."""
        return self.number((ports,) * self.ways)

    def __getitem__(self, number: int) -> Vector:
        return self._vectors[number]

    def union(self, one: int, other: int) -> int:
        """The number of what either allows."""
        key = (one, other)
        number = self._unions.get(key)
        if number is None:
            vector = tuple(a | b for a, b in zip(self._vectors[one], self._vectors[other], strict=True))
            number = self._unions[key] = self.number(vector)
        return number

    def meet(self, one: int, other: int) -> int:
        """The number of what both allow."""
        if one == EVERYTHING:
            return other
        key = (one, other)
        number = self._meets.get(key)
        if number is None:
            vector = tuple(a & b for a, b in zip(self._vectors[one], self._vectors[other], strict=True))
            number = self._meets[key] = self.number(vector)
        return number
