"""What every form of the matrix shows: named rows, and what may pass between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.engine.workloads import Arrow, Row

_SHOWN_CIDRS = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """By row: short name, full name, whether it is ``outside``; what may pass, by source and destination."""

    names: Sequence[str]
    full_names: Sequence[str]
    outside: Sequence[bool]
    allowed: Mapping[tuple[int, int], PortSet]

    @classmethod
    def of(cls, rows: Sequence[Row], arrows: Iterable[Arrow]) -> Picture:
        """From the engine's rows and arrows."""
        numbers = {(row.name, row.cidrs): number for number, row in enumerate(rows)}
        allowed = {
            (numbers[source.name, source.cidrs], numbers[destination.name, destination.cidrs]): ports
            for source, destination, ports in arrows
        }
        full = [row.name or " ".join(map(str, row.cidrs)) for row in rows]
        return cls([name_of(row) for row in rows], full, [row.name is None for row in rows], allowed)

    def between(self, source: int, destination: int) -> PortSet:
        """What may pass; nothing for a pair that is not there."""
        return self.allowed.get((source, destination), NO_PORTS)

    def spaces(self) -> dict[str, list[int]]:
        """The rows of each namespace; those of outside addresses under the empty name."""
        found: dict[str, list[int]] = {}
        for number, name in enumerate(self.names):
            found.setdefault("" if self.outside[number] else name.partition("/")[0], []).append(number)
        return found

    def judged(self, source: int, destination: int) -> bool:
        """Whether the pair is a matter of policy: not two outside addresses."""
        return not (self.outside[source] and self.outside[destination])


def name_of(row: Row) -> str:
    """A row's name; for outside addresses the first blocks, and few words for the great rest of them."""
    if row.name is not None:
        return row.name
    if len(row.cidrs) > _SHOWN_CIDRS and any(network.prefixlen <= 1 for network in row.cidrs):
        return "other addresses"
    shown = ", ".join(str(network) for network in row.cidrs[:_SHOWN_CIDRS])
    more = len(row.cidrs) - _SHOWN_CIDRS
    return f"{shown} and {more} more blocks" if more > 0 else shown


def symbols(picture: Picture) -> dict[PortSet, str]:
    """A short sign for each set of ports: ``+`` everything, ``-`` nothing, ``a``, ``b``, ... for the others."""
    signs = {ALL_PORTS: "+", NO_PORTS: "-"}
    for pair in sorted(picture.allowed):
        ports = picture.allowed[pair]
        if ports not in signs:
            signs[ports] = _letters(len(signs) - 2)
    return signs


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
