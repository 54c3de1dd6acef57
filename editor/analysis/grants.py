"""What single peers of rules let through at their own side, as bits and ports: the ground of proofs of redundancy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from editor.analysis.ground import Ground
from editor.engine.bits import EVERYONE
from editor.engine.policies import EGRESS, INGRESS, PolicyPort
from editor.engine.ports import ALL_PORTS, EVERY_PORT, NO_PORTS, Intervals, PortSet


@dataclass(frozen=True, slots=True)
class Grant:
    """One peer of one rule (``peer`` None: the rule names none), for a class that its policy selects.

    ``reach``: on each way, the bits of the classes at the other end and the ports they may use; may overlap.
    """

    policy: int
    rule: int
    peer: int | None
    reach: tuple[tuple[tuple[int, ...], PortSet], ...]


class Grants:
    """Every grant of a direction, by the policies that isolate a class and what port names mean on it."""

    def __init__(self, ground: Ground, direction: str) -> None:
        self.ground, self.direction = ground, direction
        self._made: dict[tuple[int, object], tuple[Grant, ...]] = {}

    def of_class(self, number: int) -> tuple[Grant, ...]:
        """All that lets through what goes to, or comes from, a class that is isolated."""
        held = self.ground.selecting[self.direction][number]
        return tuple(grant for policy in held for grant in self.of_policy(policy, number))

    def of_policy(self, policy: int, number: int) -> tuple[Grant, ...]:
        """The grants of one policy on a class."""
        ports = self.ground.classes.all[number].ports if self.direction == INGRESS else None
        key = (policy, ports)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = tuple(self._grants(policy, number))
        return found

    def _grants(self, at: int, number: int) -> Iterator[Grant]:
        policy = self.ground.policies[at]
        everyone = (EVERYONE,) * len(self.ground.classes.ways)
        for r, rule in enumerate(policy.rules(self.direction)):
            ports = self._ports(rule.ports, number)
            if rule.peers is None:
                yield Grant(at, r, None, tuple(_narrowed(everyone, ports)))
            for p, peer in enumerate(rule.peers or ()):
                yield Grant(at, r, p, tuple(_narrowed(self.ground.sides.peer(policy, peer), ports)))

    def _ports(self, ports: tuple[PolicyPort, ...] | None, number: int) -> list[tuple[int, PortSet]]:
        """The ports of a rule, each set with the bits of the classes at the other end for which it holds."""
        if ports is None:
            return [(EVERYONE, ALL_PORTS)]
        found = [(EVERYONE, numbered(ports))]
        for port in ports:
            if isinstance(port.port, str):
                found.extend(self._named(port, number))
        return [(bits, held) for bits, held in found if held]

    def _named(self, port: PolicyPort, number: int) -> Iterator[tuple[int, PortSet]]:
        if self.direction == EGRESS:
            meanings = self.ground.classes.named.get((str(port.port), port.protocol), {})
            for numbers, bits in meanings.items():
                yield bits, _of(port.protocol, numbers)
            return
        declared = self.ground.classes.all[number].ports
        numbers = frozenset(n for name, protocol, n in declared if (name, protocol) == (port.port, port.protocol))
        yield EVERYONE, _of(port.protocol, numbers)


def _narrowed(
    peers: tuple[int, ...], ports: Iterable[tuple[int, PortSet]]
) -> Iterator[tuple[tuple[int, ...], PortSet]]:
    for among, held in ports:
        yield tuple(bits & among for bits in peers), held


@lru_cache(maxsize=4096)
def numbered(ports: tuple[PolicyPort, ...]) -> PortSet:
    """The ports that a rule gives by number."""
    found = NO_PORTS
    for port in ports:
        if port.port is None:
            found |= PortSet.of(port.protocol, EVERY_PORT)
        elif isinstance(port.port, int):
            found |= PortSet.of(port.protocol, Intervals.of((port.port, port.end_port or port.port)))
    return found


@lru_cache(maxsize=4096)
def _of(protocol: str, numbers: frozenset[int]) -> PortSet:
    return PortSet.of(protocol, Intervals.of(*((n, n) for n in numbers)))


def uncovered(grant: Grant, others: Sequence[Grant], among: int) -> int:
    """The bits, of ``among``, of the classes for which ``grant`` lets something through that no other grant does."""
    left = 0
    for bits, ports in grant.reach:
        for way, held in enumerate(bits):
            left |= _left(held & among, ports, way, others)
    return left


def _left(bits: int, ports: PortSet, way: int, others: Sequence[Grant]) -> int:
    """Of classes that need ``ports`` on one way, those that miss any of them."""
    needs = {ports: bits} if bits else {}
    for other in others:
        for reach, opened in other.reach:
            covered = reach[way]
            rest: dict[PortSet, int] = {}
            for need, waiting in needs.items():
                met = waiting & covered
                if met:
                    missing = _minus(need, opened)
                    if missing:
                        rest[missing] = rest.get(missing, 0) | met
                if waiting & ~met:
                    rest[need] = rest.get(need, 0) | waiting & ~met
            needs = rest
        if not needs:
            return 0
    left = 0
    for waiting in needs.values():
        left |= waiting
    return left


@lru_cache(maxsize=65536)
def _minus(one: PortSet, other: PortSet) -> PortSet:
    return one - other
