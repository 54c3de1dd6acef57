"""Pods that do not exist yet: one for each way in which policies could treat a pod that anyone may add.

A newcomer has no address, declares no port unless it is told to, and is not on the host network: such a pod counts as
its node's address, which an expectation about outside addresses covers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from editor.analysis.expectations.domains import FRESH, Domain, possibilities
from editor.analysis.expectations.ends import End, Pods
from editor.engine.cluster import NAME_LABEL, Cluster, ContainerPort, Namespace, Pod
from editor.engine.matching import isolating
from editor.engine.policies import EGRESS, INGRESS, Policy, SelectorPeer
from editor.engine.selectors import Selector

MOST_STATES = 20_000
NEW_POD, NEW_SOURCE = "new-pod", "new-source"


@dataclass(frozen=True, slots=True)
class Space:
    """A namespace for newcomers. ``new``: it does not exist yet."""

    name: str
    labels: Mapping[str, str]
    new: bool


class Newcomers:
    """The newcomers that ``end`` speaks of, as far as policies can tell them apart.

    ``direction`` is their own side: ``Egress`` for sources, ``Ingress`` for destinations.
    """

    def __init__(self, cluster: Cluster, policies: Sequence[Policy], end: End, direction: str) -> None:
        self._cluster, self._end, self._direction = cluster, end, direction
        self._policies = policies
        self._by_space: dict[str, list[Policy]] = defaultdict(list)
        for policy in policies:
            if direction in policy.types:
                self._by_space[policy.namespace].append(policy)
        self._asked = [kind for kind in end.all_kinds() if isinstance(kind, Pods)]
        taken = {pod.name for pod in cluster.pods}
        first = NEW_POD if direction == INGRESS else NEW_SOURCE
        self._name = next(n for n in (first, *(f"{first}-{k}" for k in range(2, len(taken) + 3))) if n not in taken)

    def toward(self, other: Pod | None) -> Iterator[tuple[Space, Pod]]:
        """Every kind of newcomer that the policies of ``other``, the opposite end, or their own can tell apart."""
        opposite = EGRESS if self._direction == INGRESS else INGRESS
        return self._all(isolating(self._policies, opposite, other), opposite)

    def toward_anyone(self) -> Iterator[tuple[Space, Pod]]:
        """Every kind of newcomer that any policy at all can tell apart."""
        opposite = EGRESS if self._direction == INGRESS else INGRESS
        return self._all([policy for policy in self._policies if opposite in policy.types], opposite)

    def _all(self, policies: Iterable[Policy], direction: str) -> Iterator[tuple[Space, Pod]]:
        rules = [rule for policy in policies for rule in policy.rules(direction)]
        peers = [peer for rule in rules for peer in rule.peers or () if isinstance(peer, SelectorPeer)]
        of_policies = {policy.namespace for policy in policies}
        asked_spaces = _selectors([*(peer.namespaces for peer in peers), *(kind.spaces for kind in self._asked)])
        asked_pods = _selectors([*(peer.pods for peer in peers), *(kind.pods for kind in self._asked)])
        for space in self._spaces(asked_spaces, of_policies):
            own = _selectors(policy.pods for policy in self._by_space.get(space.name, ()))
            for labels in possibilities([*own, *asked_pods], {}, MOST_STATES):
                pod = Pod(space.name, self._name, labels)
                if self._end.takes_pod(pod, space.labels):
                    yield space, pod

    def _spaces(self, selectors: Sequence[Selector], named: set[str]) -> Iterator[Space]:
        """Every namespace that exists, those with the same answers once; then the possible new ones."""
        named = named | {kind.namespace for kind in self._asked if kind.namespace is not None}
        existing = {*self._cluster.namespaces, *(policy.namespace for policy in self._policies)}
        seen: set[object] = set()
        for name in sorted(existing):
            labels = self._cluster.namespace_labels(name)
            alike = tuple(selector.matches(labels) for selector in selectors)
            if name not in self._by_space and name not in named:
                if alike in seen:
                    continue
                seen.add(alike)
            yield Space(name, labels, new=False)
        # A new namespace has a name that no other has; the server writes that name among its labels. Both ends may be
        # in new ones: those of sources and of destinations must not share the name that is made up for them.
        reserved = {FRESH} if self._direction == INGRESS else set()
        fresh = [Domain(absent=False, values=frozenset((name,)), all_but=False) for name in sorted(named - existing)]
        for domain in (*fresh, Domain(absent=False, values=frozenset(existing | named | reserved))):
            for labels in possibilities(selectors, {NAME_LABEL: domain}, MOST_STATES):
                yield Space(labels[NAME_LABEL], labels, new=True)


class Future:
    """The policies and namespaces as newcomers meet them."""

    def __init__(self, cluster: Cluster, policies: Sequence[Policy]) -> None:
        self._cluster = cluster
        self._by_space: dict[str, list[Policy]] = defaultdict(list)
        for policy in policies:
            self._by_space[policy.namespace].append(policy)
        self.port_names = {
            (port.port, port.protocol)
            for policy in policies
            for rule in (*policy.ingress, *policy.egress)
            for port in rule.ports or ()
            if isinstance(port.port, str)
        }

    def world(self, spaces: Iterable[Space]) -> Cluster:
        """The namespaces of the cluster with new ones added; without pods, which no judgement asks for."""
        return Cluster({**self._cluster.namespaces, **{s.name: Namespace(s.name, s.labels) for s in spaces}}, ())

    def acting(self, *spaces: str) -> list[Policy]:
        """The policies of these namespaces: no others act on pods there."""
        return [policy for name in dict.fromkeys(spaces) for policy in self._by_space.get(name, ())]

    def declaring(self, pod: Pod, number: int) -> Pod:
        """The same newcomer, giving every name of a port that rules ask for to ``number``: whoever adds it may."""
        ports = tuple(ContainerPort(number, protocol, name) for name, protocol in sorted(self.port_names))
        return Pod(pod.namespace, pod.name, pod.labels, ports)


def _selectors(found: Iterable[Selector | None]) -> list[Selector]:
    return list(dict.fromkeys(s for s in found if s is not None and s.requirements))
