"""Sets of ports as intervals, and one such set for each protocol that a NetworkPolicy knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PROTOCOLS = ("TCP", "UDP", "SCTP")
FIRST_PORT, LAST_PORT = 1, 65535

Span = tuple[int, int]


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for low, high in sorted((max(low, FIRST_PORT), min(high, LAST_PORT)) for low, high in spans):
        if low > high:
            continue
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class Intervals:
    """Ports from 1 to 65535 as inclusive spans: sorted, apart, never touching, so that equal sets are equal values."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, *spans: Span) -> Intervals:
        """From spans in any order, overlapping or not; what lies outside 1 to 65535 is cut off."""
        return cls(_merged(spans))

    def __contains__(self, port: int) -> bool:
        return any(low <= port <= high for low, high in self.spans)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __or__(self, other: Intervals) -> Intervals:
        return Intervals(_merged(self.spans + other.spans))

    def __and__(self, other: Intervals) -> Intervals:
        return Intervals.of(*((max(a, c), min(b, d)) for a, b in self.spans for c, d in other.spans))

    def __invert__(self) -> Intervals:
        starts = (FIRST_PORT, *(high + 1 for _, high in self.spans))
        ends = (*(low - 1 for low, _ in self.spans), LAST_PORT)
        return Intervals.of(*zip(starts, ends, strict=True))

    def __sub__(self, other: Intervals) -> Intervals:
        return self & ~other

    def __len__(self) -> int:
        return sum(high - low + 1 for low, high in self.spans)

    def as_json(self) -> list[str]:
        """``["22", "8000-8080"]``."""
        return [str(low) if low == high else f"{low}-{high}" for low, high in self.spans]

    def __str__(self) -> str:
        return ",".join(self.as_json())


NO_PORT = Intervals()
EVERY_PORT = Intervals(((FIRST_PORT, LAST_PORT),))


@dataclass(frozen=True, slots=True)
class PortSet:
    """One set of ports for each of TCP, UDP and SCTP, in the order of ``PROTOCOLS``."""

    sets: tuple[Intervals, Intervals, Intervals] = (NO_PORT, NO_PORT, NO_PORT)

    @classmethod
    def of(cls, protocol: str, ports: Intervals) -> PortSet:
        """Ports of one protocol. Raises ValueError for a protocol that policies do not know."""
        at = PROTOCOLS.index(protocol)
        one, two, three = (ports if at == k else NO_PORT for k in range(3))
        return cls((one, two, three))

    def ports(self, protocol: str) -> Intervals:
        """The ports of ``protocol``."""
        return self.sets[PROTOCOLS.index(protocol)]

    def has(self, protocol: str, port: int) -> bool:
        """Whether one port of one protocol is in the set."""
        return port in self.ports(protocol)

    @property
    def first(self) -> tuple[str, int]:
        """The first protocol with its lowest port. Raises ValueError when the set is empty."""
        for protocol, ports in zip(PROTOCOLS, self.sets, strict=True):
            if ports:
                return protocol, ports.spans[0][0]
        raise ValueError("an empty set has no first port")

    def __bool__(self) -> bool:
        return any(self.sets)

    def __or__(self, other: PortSet) -> PortSet:
        (a, b, c), (d, e, f) = self.sets, other.sets
        return PortSet((a | d, b | e, c | f))

    def __and__(self, other: PortSet) -> PortSet:
        (a, b, c), (d, e, f) = self.sets, other.sets
        return PortSet((a & d, b & e, c & f))

    def __sub__(self, other: PortSet) -> PortSet:
        (a, b, c), (d, e, f) = self.sets, other.sets
        return PortSet((a - d, b - e, c - f))

    def __invert__(self) -> PortSet:
        return ALL_PORTS - self

    def as_json(self) -> dict[str, list[str]]:
        """``{"TCP": ["1-65535"], "UDP": ["53"], "SCTP": []}``."""
        return {protocol: ports.as_json() for protocol, ports in zip(PROTOCOLS, self.sets, strict=True)}

    def __str__(self) -> str:
        if self == ALL_PORTS:
            return "every port"
        named = (f"{ports}/{protocol}" for protocol, ports in zip(PROTOCOLS, self.sets, strict=True) if ports)
        return ", ".join(named) or "no port"


NO_PORTS = PortSet()
ALL_PORTS = PortSet((EVERY_PORT, EVERY_PORT, EVERY_PORT))
