"""Proof that policies let pass what was wished for and nothing else, on the exact matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from editor.analysis.wishes.wish import End, Flow, Manner, Wish, Workload, workloads
from editor.analysis.wishes.writing import DNS_PORTS, serves_dns, write_policies
from editor.engine.addresses import Block
from editor.engine.cluster import Cluster, Pod
from editor.engine.lens import Lens
from editor.engine.options import DEFAULTS, Options
from editor.engine.parties import Endpoint, Outside
from editor.engine.policies import BlockPeer, Policy, Rule
from editor.engine.ports import NO_PORTS, PortSet
from editor.engine.reachability import Reachability, reach
from editor.manifests.dump import dump
from editor.manifests.load import read_strict
from editor.manifests.sources import Source


@dataclass(frozen=True, slots=True)
class Deviation:
    """Ports between two places that pass and were not wished for, or the other way round."""

    source: str
    destination: str
    ports: PortSet
    wished: bool

    def words(self) -> str:
        """The fact, in a sentence."""
        if self.wished:
            return f"{self.source} should reach {self.destination} on {self.ports}, and does not."
        return f"{self.source} reaches {self.destination} on {self.ports}, which nobody wished for."

    def as_json(self) -> dict[str, Any]:
        """The fact, and its words."""
        ports = self.ports.as_json()
        ends = {"source": self.source, "destination": self.destination}
        return {**ends, "ports": ports, "wished": self.wished, "words": self.words()}


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """Policies with the proof. ``deviations`` is empty unless policies that were kept allow more."""

    texts: tuple[str, ...]
    policies: tuple[Policy, ...]
    deviations: tuple[Deviation, ...]

    def as_json(self) -> dict[str, Any]:
        """The policies' texts, and what they do not do as wished."""
        return {"policies": list(self.texts), "deviations": [one.as_json() for one in self.deviations]}


def fulfil(
    cluster: Cluster,
    wishes: Iterable[Wish],
    manner: Manner,
    kept: Sequence[Policy] = (),
    options: Options = DEFAULTS,
) -> Fulfilment:
    """Policies for ``wishes`` beside those that are ``kept``, proven. Raises NetpolError as ``write_policies``."""
    written = write_policies(cluster, wishes, manner, [policy.ref for policy in kept])
    texts = tuple(dump([manifest]) for manifest in written.policies)
    made = tuple(read_strict([Source(f"policy-{n}", text)]).policies[0] for n, text in enumerate(texts))
    found = [*_deviations(cluster, [*kept, *made], written.flows, manner, options)]
    return Fulfilment(texts, made, tuple(found))


def _deviations(
    cluster: Cluster, policies: Sequence[Policy], flows: Sequence[Flow], manner: Manner, options: Options
) -> Iterator[Deviation]:
    """Every pair of places, one side of which is held, whose ports are not as wished; each pair of names once."""
    blocks = [BlockPeer(end) for flow in flows for end in flow[:2] if isinstance(end, Block)]
    probe = [Policy("", "", ingress=(Rule(peers=tuple(blocks)),))] if blocks else []
    found = reach(cluster, policies, options, Lens.of((*policies, *probe)))
    places = [*_places(cluster, found, _Held(manner.scope(cluster), flows, manner))]
    wished = _Wished(flows)
    told: set[tuple[str, str]] = set()
    for source in places:
        for destination in places:
            names = (source.name, destination.name)
            stops = (manner.egress and source.held) or (manner.ingress and destination.held)
            if names in told or not stops or source.place.ref == destination.place.ref:
                continue
            wanted = wished.between(source, destination)
            if manner.looks_up and source.held and destination.dns and not (manner.ingress and destination.held):
                wanted |= DNS_PORTS
            passes = found.between(source.place, destination.place)
            for ports, lacking in ((wanted - passes, True), (passes - wanted, False)):
                if ports:
                    told.add(names)
                    yield Deviation(*names, ports, lacking)


@dataclass(frozen=True, slots=True)
class _Place:
    """A pod under its workload's name, or one address of a part of the outside."""

    name: str
    place: Endpoint
    held: bool
    dns: bool = False


def _places(cluster: Cluster, found: Reachability, held: _Held) -> Iterator[_Place]:
    """Two pods of each class of each workload stand for all of it: more would show nothing new."""
    for one in workloads(cluster).values():
        classes = Counter[int | None]()
        for pod in one.pods:
            number = found.classes.number_of(pod)
            classes[number] += 1
            if classes[number] <= 2:  # noqa: PLR2004
                yield _Place(one.ref, pod, held.holds(one), serves_dns(one))
    for alike in found.classes.all:
        if alike.outside:
            yield _Place(str(alike.cidrs[0]), alike.example, held=False)


class _Wished:
    """The ports wished for between two places."""

    def __init__(self, flows: Iterable[Flow]) -> None:
        self._named: dict[tuple[str, str], PortSet] = {}
        self._addressed: list[Flow] = []
        for source, destination, ports in flows:
            if isinstance(source, Workload) and isinstance(destination, Workload):
                names = (source.ref, destination.ref)
                self._named[names] = self._named.get(names, NO_PORTS) | ports
            else:
                self._addressed.append((source, destination, ports))

    def between(self, here: _Place, there: _Place) -> PortSet:
        """The union of all wishes that speak of both."""
        if isinstance(here.place, Pod) and isinstance(there.place, Pod):
            return self._named.get((here.name, there.name), NO_PORTS)
        wanted = NO_PORTS
        for source, destination, ports in self._addressed:
            if _speaks_of(source, here) and _speaks_of(destination, there):
                wanted |= ports
        return wanted


def _speaks_of(end: End, place: _Place) -> bool:
    if isinstance(end, Workload):
        return isinstance(place.place, Pod) and place.name == end.ref
    return isinstance(place.place, Outside) and end.contains(place.place.address)


class _Held:
    """Which workloads the written policies isolate."""

    def __init__(self, scope: Sequence[str], flows: Iterable[Flow], manner: Manner) -> None:
        self._scope, self._manner = frozenset(scope), manner
        self._spoken_of = {end.ref for flow in flows for end in flow[:2] if isinstance(end, Workload)}

    def holds(self, one: Workload) -> bool:
        """Whether it is isolated at all."""
        return one.namespace in self._scope and (self._manner.default_deny or one.ref in self._spoken_of)
