"""Judging an expectation on the pods that exist, by classes that behave alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from editor.analysis.expectations.ends import End, Named, OneAddress
from editor.analysis.expectations.expectation import Expectation, declared
from editor.engine.addresses import Network
from editor.engine.cluster import Cluster, Pod
from editor.engine.errors import Fault
from editor.engine.parties import Endpoint, Outside
from editor.engine.ports import PortSet
from editor.engine.reachability import Reachability, unstoppable

# Addresses that documentation is written with (RFC 5737, RFC 3849): nobody takes them for a machine of theirs.
_SHOWN = (ip_address("203.0.113.10"), ip_address("2001:db8::10"))


@dataclass(frozen=True, slots=True)
class Group:
    """Members of one class that an end speaks of, and that declare the same ports."""

    number: int
    members: tuple[Endpoint, ...]


Offence = tuple[Endpoint, Endpoint, PortSet]


def groups(end: End, found: Reachability) -> list[Group]:
    """What an end speaks of, by classes."""
    cluster = found.classes.cluster
    made: list[Group] = []
    taken: list[Pod] = []
    for number, alike in enumerate(found.classes.all):
        by_ports: dict[PortSet, list[Endpoint]] = {}
        for pod in alike.pods:
            if end.takes_pod(pod, cluster.namespace_labels(pod.namespace)):
                by_ports.setdefault(declared(pod), []).append(pod)
                taken.append(pod)
        made.extend(Group(number, tuple(members)) for members in by_ports.values())
    held = {kind.address for kind in end.kinds if isinstance(kind, OneAddress) and _held(kind, taken)}
    for number, alike in enumerate(found.classes.all):
        if alike.outside:
            shown = shown_address(alike.cidrs)
            if end.takes_address(shown) and shown not in held:
                made.append(Group(number, (Outside(shown),)))
    return made


def _held(kind: OneAddress, pods: Sequence[Pod]) -> bool:
    return any(kind.address in pod.addresses for pod in pods)


def shown_address(cidrs: Sequence[Network]) -> IPv4Address | IPv6Address:
    """An address of these networks to show to a person."""
    for address in _SHOWN:
        if any(address.version == network.version and address in network for network in cidrs):
            return address
    first = cidrs[0]
    return first.network_address if first.num_addresses == 1 else first.network_address + 1


def pairs(expectation: Expectation, found: Reachability) -> Iterator[tuple[Group, Group]]:
    """Every pair of groups between which a policy could decide anything; never from outside to outside."""
    destinations = groups(expectation.destination, found)
    for source in groups(expectation.source, found):
        for destination in destinations:
            if not (isinstance(source.members[0], Outside) and isinstance(destination.members[0], Outside)):
                yield source, destination


def offences(expectation: Expectation, found: Reachability, pair: tuple[Group, Group]) -> Iterator[Offence]:
    """Connections between two groups that are not as expected: at most one for each source.

    Pairs that no policy can stop, a pod with itself and a node with the pods it hosts, are left out.
    """
    source, destination = pair
    wrong = expectation.offending(destination.members[0], found.allowed(source.number, destination.number))
    if not wrong:
        return
    for one in source.members:
        for other in destination.members:
            if not unstoppable(one, other, found.classes.options):
                yield one, other, wrong
                break


def count(pair: tuple[Group, Group]) -> int:
    """How many pairs of places two groups make, a pod with itself left out."""
    source, destination = pair
    same = {one.ref for one in source.members if isinstance(one, Pod)}
    both = sum(1 for other in destination.members if isinstance(other, Pod) and other.ref in same)
    return len(source.members) * len(destination.members) - both


def faults_of(end: End, cluster: Cluster) -> Iterator[Fault]:
    """Names that stand for nothing: what is expected of them cannot be judged."""
    for kind in end.all_kinds():
        if isinstance(kind, Named) and not cluster.named(kind.ref):
            ended = cluster.ended.get(kind.ref)
            why = (
                f"has ended (phase {ended.phase})" if ended else "is not here: no running pod or workload has this name"
            )
            yield Fault("unknown_place", f"{kind.ref} {why}.", end.place, kind.ref)


def undeclared(expectation: Expectation, destinations: Sequence[Group]) -> Iterator[str]:
    """Destinations that declare no port, where the expectation is about the declared ones."""
    if expectation.ports is None:
        for group in destinations:
            if not expectation.asked(group.members[0]):
                yield from (member.ref for member in group.members)
