"""A class of pods, or of outside addresses, that behave alike; and the ways in which their connections are judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from editor.engine.address_space import FAMILIES, Span, address, networks
from editor.engine.addresses import Block, Network
from editor.engine.bits import of
from editor.engine.cluster import Pod
from editor.engine.parties import Endpoint, Outside

Way = int | None
EVERY_WAY: tuple[Way, ...] = (*FAMILIES, None)
NamedPort = tuple[str, str, int]
Sighting = tuple[tuple[int, int], ...]
"""For each family that a pod has an address of, the family and the signature of the address."""


@dataclass(slots=True)
class Alike:
    """One class: pods of one namespace, or addresses outside, that no policy can tell apart.

    ``namespace`` is None for outside addresses and for pods that count as their node: no selector matches those.
    ``spans`` is empty for pods.
    """

    namespace: str | None
    labels: frozenset[tuple[str, str]]
    ports: frozenset[NamedPort]
    sighting: Sighting
    pods: list[Pod] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    _bounds: tuple[int, int] | None = None

    def bounds(self) -> tuple[int, int]:
        """Numbers between which all addresses of its pods and their nodes lie; remembered until a pod comes."""
        if self._bounds is None:
            numbers = [int(address) for pod in self.pods for address in (*pod.addresses, *pod.node_addresses)]
            self._bounds = (min(numbers, default=0), max(numbers, default=0))
        return self._bounds

    def admit(self, pod: Pod) -> None:
        """Take in a pod."""
        self.pods.append(pod)
        self._bounds = None

    @property
    def outside(self) -> bool:
        """Whether it is a class of outside addresses."""
        return bool(self.spans)

    @property
    def key(self) -> object:
        """What its members look like, see ``Classes.key``."""
        seen = (self.labels, self.ports, self.sighting)
        return (None, self.sighting) if self.namespace is None else (self.namespace, *seen)

    @property
    def example(self) -> Endpoint:
        """One of its members."""
        return Outside(address(*self.spans[0][:2])) if self.spans else self.pods[0]

    @property
    def cidrs(self) -> tuple[Network, ...]:
        """The fewest networks that make up a class of outside addresses."""
        return networks(self.spans)

    @property
    def families(self) -> frozenset[int] | None:
        """The address families of its pods; None for outside addresses, of which each has its own."""
        return None if self.spans else frozenset(family for family, _ in self.sighting)


def ways(classes: Iterable[Alike]) -> tuple[Way, ...]:
    """The ways in which connections must be judged apart: by IPv4, by IPv6, and without any address.

    When every pod has exactly one address, each is judged by its own on every way: one way is enough.
    """
    plain = all(len(alike.sighting) == 1 for alike in classes)
    return (None,) if plain else EVERY_WAY


def valid_ways(every: tuple[Way, ...], one: frozenset[int] | None, other: frozenset[int] | None) -> list[int]:
    """The positions in ``every`` of the ways that a connection between ends of these families can take.

    An outside address (None), and ends without a common family, are judged by the addresses that there are: any way
    gives the same answer. Mirrors ``parties.routes``.
    """
    if len(every) == 1 or one is None or other is None:
        return [0]
    if one and other and not one & other:
        return [0]
    possible = (one & other) or one or other
    return [every.index(family) for family in sorted(possible)] if possible else [every.index(None)]


def seen_on(way: Way, sighting: Sighting, blocks: tuple[Block, ...]) -> int:
    """The bits of the blocks that contain, on one way, the address that a class is seen under."""
    if len(sighting) == 1:
        return sighting[0][1]
    if sighting:
        return dict(sighting).get(way or 0, 0)
    # A pod without an address is matched by the whole of its address family alone.
    return of(at for at, block in enumerate(blocks) if block.whole_family and way in (None, block.cidr.version))
