"""Expectations as text, and the present matrix as expectations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from editor.analysis.expectations.ends import Addresses, End, Kind, Named
from editor.analysis.expectations.expectation import ALLOWED, BLOCKED, EXACTLY, Expectation
from editor.analysis.expectations.ports import ALL, DECLARED, write_ports
from editor.engine.addresses import Block, Network
from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.engine.reachability import Reachability
from editor.engine.workloads import Row, arrows, rows
from editor.manifests.dump import dump


def as_plain(expectation: Expectation) -> dict[str, Any]:
    """The item of an expectations file that reads as this expectation."""
    ports = expectation.ports
    made: dict[str, Any] = {} if expectation.name is None else {"name": expectation.name}
    made |= {"from": expectation.source.as_plain(), "to": expectation.destination.as_plain()}
    if ports is None:
        made["ports"] = DECLARED
    elif not (ports == ALL_PORTS and expectation.expect == BLOCKED):
        written = write_ports(ports)
        made["ports"] = ALL if ports == ALL_PORTS else written
    made["expect"] = expectation.expect
    return {**made, "ever": True} if expectation.ever else made


def write_expectations(expectations: Iterable[Expectation]) -> str:
    """An expectations file."""
    return dump([{"expectations": [as_plain(one) for one in expectations]}])


def pinned(found: Reachability) -> list[Expectation]:
    """What is true now, at workload granularity: for each destination, who may reach it on which ports, and who not.

    Judged again on the same world every one of them holds; a policy that changes any connection breaks one.
    """
    every = rows(found)
    allowed = {(id_of(source), id_of(destination)): ports for source, destination, ports in arrows(found)}
    made: list[Expectation] = []
    for destination in every:
        sources: dict[PortSet, list[Row]] = {}
        for source in every:
            if _asks(source, destination):
                ports = allowed.get((id_of(source), id_of(destination)), NO_PORTS)
                sources.setdefault(ports, []).append(source)
        for ports, group in sources.items():
            for here in _ends(group, every):
                made.extend(_pin(here, there, ports) for there in _ends([destination], every))
    return made


def id_of(row: Row) -> object:
    """What tells a row from all others."""
    return row.name or row.cidrs


def _asks(source: Row, destination: Row) -> bool:
    if not source.pods and not destination.pods:
        return False
    return id_of(source) != id_of(destination) or len(source.pods) > 1


def _pin(source: End, destination: End, ports: PortSet) -> Expectation:
    if not ports:
        return Expectation(source, destination, BLOCKED)
    return Expectation(source, destination, ALLOWED if ports == ALL_PORTS else EXACTLY, ports)


def _ends(group: Sequence[Row], every: Sequence[Row]) -> list[End]:
    """One end for all of these rows, and one for the outside where saying what it is not takes fewer blocks."""
    inside = [row for row in group if row.name is not None]
    outside = [row for row in group if row.name is None]
    taken = [_block(cidr) for row in outside for cidr in row.cidrs]
    others = [_block(cidr) for row in every if row.name is None and row not in outside for cidr in row.cidrs]
    kinds: list[Kind] = [Named(row.name) for row in inside if row.name is not None]
    if not others and taken:
        return [End((*kinds, Addresses()))]
    if len(others) < len(taken):
        return [*([End(tuple(kinds))] if kinds else []), End((Addresses(),), tuple(others))]
    return [End((*kinds, *taken))]


def _block(cidr: Network) -> Addresses:
    return Addresses(Block(cidr))
