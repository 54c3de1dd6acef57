"""For every class, what its own policies let in and out: the classes at the other end, parted by the ports allowed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from editor.engine.alike import NamedPort
from editor.engine.bits import EVERYONE
from editor.engine.classes import Classes
from editor.engine.palette import EVERYTHING, NOTHING, Palette
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Peer, Policy, PolicyPort, Rule
from editor.engine.ports import ALL_PORTS, EVERY_PORT, NO_PORTS, Intervals, PortSet
from editor.engine.split import Split

Parting = dict[int, int]
"""By palette number of the ports allowed, the bits of the classes at the other end; who is missing gets nothing."""

OPEN: Parting = {EVERYTHING: EVERYONE}
"""The parting of a class that nothing isolates."""

Entry = tuple[int, int]
"""A palette number, and the bits of the classes that may use those ports. Entries may overlap."""


@dataclass(frozen=True, slots=True)
class Ink:
    """One port set in the palette: its number where it holds on every way, and where it holds on one way alone."""

    everywhere: int
    on_way: tuple[int, ...]


@dataclass(slots=True)
class Acting:
    """A policy with the bits of the classes it selects, and for each rule those of its peers on each way.

    ``naming`` holds the directions in which it gives a port by name.
    """

    policy: Policy
    selected: int
    peers: dict[str, list[tuple[int, ...]]]
    naming: frozenset[str]


class Sides:
    """Policies compiled against classes. Classes under the same policies share one and the same parting."""

    def __init__(self, classes: Classes, palette: Palette) -> None:
        self.classes, self.palette = classes, palette
        self.acting: dict[int, Acting] = {}
        self._partings: dict[tuple[str, tuple[int, ...], frozenset[NamedPort] | None], Parting] = {}
        self._written: dict[tuple[PolicyPort, ...] | None, tuple[Ink, tuple[PolicyPort, ...]]] = {}
        self._inks: dict[tuple[str, frozenset[int]], Ink] = {}

    def compile(self, number: int, policy: Policy) -> Acting:
        """Take in a policy under a number of the caller's choice; equal numbers mean the very same policy."""
        selected = self.classes.labels.matching(policy.pods) & self.classes.in_space.get(policy.namespace, 0)
        named = frozenset(d for d in (INGRESS, EGRESS) if any(self._ports(r.ports)[1] for r in policy.rules(d)))
        acting = self.acting[number] = Acting(policy, selected, self.peers(policy), named)
        return acting

    def peers(self, policy: Policy) -> dict[str, list[tuple[int, ...]]]:
        """By direction, for each rule the bits of the classes of its peers on each way."""
        return {d: [self._rule_peers(policy, rule) for rule in policy.rules(d)] for d in (INGRESS, EGRESS)}

    def parting(self, direction: str, class_number: int, policies: tuple[int, ...]) -> Parting:
        """What the policies of these numbers, which all isolate the class in ``direction``, let through."""
        if not policies:
            return OPEN
        named = direction == INGRESS and any(INGRESS in self.acting[number].naming for number in policies)
        ports = self.classes.all[class_number].ports if named else None
        key = (direction, policies, ports)
        parting = self._partings.get(key)
        if parting is None:
            parting = self._partings[key] = self._parted(direction, policies, ports)
        return parting

    def _parted(self, direction: str, policies: tuple[int, ...], ports: frozenset[NamedPort] | None) -> Parting:
        entries = [e for number in policies for e in self._entries(direction, self.acting[number], ports)]
        return parted(entries, self.palette)

    def forget(self, numbers: Collection[int]) -> None:
        """Drop policies and every parting that they had a part in."""
        gone = frozenset(numbers)
        for number in gone:
            del self.acting[number]
        self._partings = {key: parting for key, parting in self._partings.items() if gone.isdisjoint(key[1])}

    def spread(self, split: Split) -> None:
        """Follow classes that came apart. Partings change in place: who holds one keeps holding it."""
        for acting in self.acting.values():
            if acting.selected & split.touched:
                acting.selected = split.spread(acting.selected)
            for rules in acting.peers.values():
                for at, peers in enumerate(rules):
                    if any(bits & split.touched for bits in peers):
                        rules[at] = tuple([split.spread(bits) for bits in peers])
        for parting in self._partings.values():
            split.spread_over(parting)

    def meet_newcomer(self) -> None:
        """Let every policy judge a class that was not there when it was compiled; partings change in place."""
        changed = set()
        for number, acting in self.acting.items():
            old = acting.peers
            fresh = self.compile(number, acting.policy)
            if fresh.peers != old or EGRESS in fresh.naming:
                changed.add(number)
        for (direction, policies, ports), parting in self._partings.items():
            if not changed.isdisjoint(policies):
                fresh_parting = self._parted(direction, policies, ports)
                parting.clear()
                parting.update(fresh_parting)

    def _rule_peers(self, policy: Policy, rule: Rule) -> tuple[int, ...]:
        ways = len(self.classes.ways)
        if rule.peers is None:
            return (EVERYONE,) * ways
        found = [0] * ways
        for peer in rule.peers:
            for way, bits in enumerate(self.peer(policy, peer)):
                found[way] |= bits
        return tuple(found)

    def peer(self, policy: Policy, peer: Peer) -> tuple[int, ...]:
        """The bits of the classes that a peer of a policy means, on each way."""
        if isinstance(peer, BlockPeer):
            return self.classes.containing(peer.block)
        if peer.namespaces is None:
            bits = self.classes.in_space.get(policy.namespace, 0)
        else:
            bits = self.classes.spaces.matching(peer.namespaces)
        if peer.pods is not None:
            bits &= self.classes.labels.matching(peer.pods)
        return (bits,) * len(self.classes.ways)

    def _entries(self, direction: str, acting: Acting, ports: frozenset[NamedPort] | None) -> list[Entry]:
        entries: list[Entry] = []
        for rule, peers in zip(acting.policy.rules(direction), acting.peers[direction], strict=True):
            ink, named = self._ports(rule.ports)
            _draw(entries, ink, peers, EVERYONE)
            for port in named:
                meanings = self._meanings(port) if direction == EGRESS else {_numbers(port, ports): EVERYONE}
                for numbers, bits in meanings.items():
                    _draw(entries, self._ink(port.protocol, numbers), peers, bits)
        return entries

    def _meanings(self, port: PolicyPort) -> dict[frozenset[int], int]:
        """What a port name stands for on the destinations that declare it."""
        return self.classes.named.get((str(port.port), port.protocol), {})

    def _ports(self, ports: tuple[PolicyPort, ...] | None) -> tuple[Ink, tuple[PolicyPort, ...]]:
        """A rule's ports: those given by number as ink, and those given by name."""
        known = self._written.get(ports)
        if known is None:
            numbered = ALL_PORTS if ports is None else _numbered(ports)
            named = tuple(port for port in ports or () if isinstance(port.port, str))
            known = self._written[ports] = (self._mixed(numbered), named)
        return known

    def _ink(self, protocol: str, numbers: frozenset[int]) -> Ink:
        ink = self._inks.get((protocol, numbers))
        if ink is None:
            ports = PortSet.of(protocol, Intervals.of(*((n, n) for n in numbers)))
            ink = self._inks[protocol, numbers] = self._mixed(ports)
        return ink

    def _mixed(self, ports: PortSet) -> Ink:
        ways = range(self.palette.ways)
        alone = (tuple(ports if way == at else NO_PORTS for at in ways) for way in ways)
        return Ink(self.palette.everywhere(ports), tuple(self.palette.number(vector) for vector in alone))


def _numbered(ports: Iterable[PolicyPort]) -> PortSet:
    found = NO_PORTS
    for port in ports:
        if port.port is None:
            found |= PortSet.of(port.protocol, EVERY_PORT)
        elif isinstance(port.port, int):
            last = port.port if port.end_port is None else port.end_port
            found |= PortSet.of(port.protocol, Intervals.of((port.port, last)))
    return found


def _numbers(port: PolicyPort, declared: frozenset[NamedPort] | None) -> frozenset[int]:
    return frozenset(n for name, protocol, n in declared or () if name == port.port and protocol == port.protocol)


def _draw(entries: list[Entry], ink: Ink, peers: tuple[int, ...], among: int) -> None:
    if all(bits == peers[0] for bits in peers):
        entries.append((ink.everywhere, peers[0] & among))
    else:
        entries.extend((number, bits & among) for number, bits in zip(ink.on_way, peers, strict=True))


def parted(entries: Iterable[Entry], palette: Palette) -> Parting:
    """Entries joined so that no class stands twice: where two overlap, the union of their ports."""
    joined: dict[int, int] = {}
    for number, bits in entries:
        if bits and number != NOTHING:
            joined[number] = joined.get(number, 0) | bits
    parting: Parting = {}
    for number, bits in joined.items():
        rest = bits
        for held in list(parting):
            both = parting[held] & rest
            union = palette.union(held, number) if both else held
            if both and union != held:
                parting[held] &= ~both
                parting[union] = parting.get(union, 0) | both
            rest &= ~both
        if rest:
            parting[number] = parting.get(number, 0) | rest
    return {number: bits for number, bits in parting.items() if bits}
