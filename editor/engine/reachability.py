"""All pairs: who may reach whom and on which ports, exactly, by classes that behave alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from editor.engine.alike import Alike
from editor.engine.bits import ones
from editor.engine.classes import Classes
from editor.engine.cluster import Cluster
from editor.engine.flattening import Flattening, Row
from editor.engine.lens import Lens
from editor.engine.options import DEFAULTS, Options
from editor.engine.palette import NOTHING, Palette
from editor.engine.parties import Endpoint, hosts, is_itself
from editor.engine.policies import EGRESS, INGRESS, Policy
from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.engine.sides import Parting, Sides


class Reachability:
    """The answer for all pairs.

    ``rows[s]`` says what any pod of class ``s`` may reach in pods of other classes, and in other pods of its own.
    No row speaks of the pairs that no policy can stop, see ``between``; none leads from outside to outside.
    """

    def __init__(self, classes: Classes, ports: Sequence[PortSet], rows: Sequence[Row]) -> None:
        self.classes, self.ports, self.rows = classes, ports, rows

    def allowed(self, source: int, destination: int) -> PortSet:
        """The ports between two classes, by their numbers."""
        for number, bits in self.rows[source].items():
            if bits >> destination & 1:
                return self.ports[number]
        return NO_PORTS

    def between(self, source: Endpoint, destination: Endpoint) -> PortSet:
        """The ports between two ends of the cluster, as ``connections.allowed_set``. One must be a pod."""
        options = self.classes.options
        if unstoppable(source, destination, options):
            return ALL_PORTS
        numbers = self.classes.number_of(source), self.classes.number_of(destination)
        if numbers[0] is None or numbers[1] is None:
            raise KeyError(f"{source.ref} or {destination.ref} is not in this cluster")
        return self.allowed(numbers[0], numbers[1])

    def pairs(self) -> Iterator[tuple[Alike, Alike, PortSet]]:
        """Every ordered pair of classes with anything allowed; a class with itself means two different members."""
        every = self.classes.all
        for source, row in zip(every, self.rows, strict=True):
            for number, bits in row.items():
                for destination in ones(bits):
                    yield source, every[destination], self.ports[number]

    @cached_property
    def pair_count(self) -> int:
        """How many ordered pairs of classes have anything allowed."""
        return sum(bits.bit_count() for row in self.rows for bits in row.values())


def unstoppable(source: Endpoint, destination: Endpoint, options: Options) -> bool:
    """Whether everything passes whatever the policies say: a pod to itself, and a node with the pods it hosts.

    The node's own side is never isolated, so an exempt side at the pod leaves nothing to judge.
    """
    if is_itself(source, destination) or hosts(source, destination, options):
        return True
    return options.egress_to_own_node and hosts(destination, source, options)


def reach(
    cluster: Cluster, policies: Sequence[Policy], options: Options = DEFAULTS, lens: Lens | None = None
) -> Reachability:
    """The reachability of all pairs. ``lens`` may be finer than these policies need, to compare two answers."""
    classes = Classes(cluster, lens or Lens.of(policies), options)
    sides = Sides(classes, Palette(len(classes.ways)))
    selecting: dict[str, list[list[int]]] = {d: [[] for _ in classes.all] for d in (INGRESS, EGRESS)}
    for number, policy in enumerate(policies):
        selected = ones(sides.compile(number, policy).selected)
        for direction in policy.types:
            lists = selecting[direction]
            for member in selected:
                lists[member].append(number)
    partings = {
        direction: [sides.parting(direction, c, tuple(numbers)) for c, numbers in enumerate(lists)]
        for direction, lists in selecting.items()
    }
    return join(sides, partings[EGRESS], partings[INGRESS])


def join(sides: Sides, egress: Sequence[Parting], ingress: Sequence[Parting]) -> Reachability:
    """Both sides together: for each source what its egress and the destinations' ingress allow."""
    classes, meet = sides.classes, sides.palette.meet
    flat = Flattening(classes, sides.palette)
    incoming = Incoming(classes.everyone, ingress)
    targets = classes.everyone & ~classes.outside
    rows: list[Row] = []
    for source, alike in enumerate(classes.all):
        among = targets if alike.outside else classes.everyone
        lets_in = incoming.of(source)
        row: Row = {}
        for out, allowed in egress[source].items():
            reachable = allowed & among
            for into, bits in lets_in.items():
                both = reachable & bits
                if both:
                    number = meet(out, into)
                    row[number] = row.get(number, 0) | both
        row.pop(NOTHING, None)
        rows.append(flat.row(alike, row))
    return Reachability(classes, flat.ports, rows)


class Incoming:
    """Ingress turned round: for each source class, what all destinations together let in from it.

    Most sets of sources are small, or leave few out; either way only the few are gone through one by one.
    """

    def __init__(self, everyone: int, ingress: Sequence[Parting]) -> None:
        self._common: Parting = {}
        self._added: list[Parting] = [{} for _ in ingress]
        self._left_out: list[Parting] = [{} for _ in ingress]
        for (number, sources), destinations in _same_sources(everyone, ingress).items():
            missing = everyone & ~sources
            if missing.bit_count() <= sources.bit_count():
                _put(self._common, number, destinations)
                for source in ones(missing):
                    _put(self._left_out[source], number, destinations)
            else:
                for source in ones(sources):
                    _put(self._added[source], number, destinations)

    def of(self, source: int) -> Parting:
        """By palette number, the bits of the destinations that let it in."""
        found = dict(self._common)
        # A destination gives a source one number, so leaving out takes away nothing that is added below.
        for number, bits in self._left_out[source].items():
            found[number] &= ~bits
        for number, bits in self._added[source].items():
            _put(found, number, bits)
        return found


def _same_sources(everyone: int, ingress: Sequence[Parting]) -> dict[tuple[int, int], int]:
    """By palette number and bits of the sources, the bits of the destinations that let just those in on it."""
    shared: dict[int, tuple[Parting, int]] = {}
    for destination, parting in enumerate(ingress):
        known = shared.get(id(parting))
        shared[id(parting)] = (parting, (known[1] if known else 0) | 1 << destination)
    same: dict[tuple[int, int], int] = {}
    for parting, destinations in shared.values():
        for number, sources in parting.items():
            key = (number, sources & everyone)
            same[key] = same.get(key, 0) | destinations
    return same


def _put(parting: Parting, number: int, bits: int) -> None:
    parting[number] = parting.get(number, 0) | bits
