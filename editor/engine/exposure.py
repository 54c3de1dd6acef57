"""Finding the condition on whoever may reach a pod; see ``exposed`` for what it says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from editor.engine.alike import EVERY_WAY
from editor.engine.cluster import Address, Cluster, Pod
from editor.engine.connections import rule_ports
from editor.engine.errors import Fault, NetpolError
from editor.engine.exposed import Brake, Exposure, Grant
from editor.engine.ingresses import Publication, publications
from editor.engine.matching import isolating, peer_admits
from editor.engine.options import DEFAULTS, Options
from editor.engine.parties import Party, addresses, selectable
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Peer, Policy, SelectorPeer
from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.engine.queries import resolve
from editor.engine.reachability import reach
from editor.engine.workloads import rows


def exposures(
    cluster: Cluster, policies: Sequence[Policy], place: str | None = None, options: Options = DEFAULTS
) -> dict[str, Exposure]:
    """The exposure of the pod or workload that ``place`` names, or of every workload: by name.

    Replicas of a workload are all alike, else each stands by itself. Raises NetpolError ``unknown_place`` or
    ``ambiguous_place``.
    """
    if place is None:
        asked = {row.name: row.pods[0] for row in rows(reach(cluster, policies, options)) if row.name is not None}
    else:
        found = resolve(cluster, place, policies)
        if not isinstance(found, Pod):
            raise NetpolError([Fault("unknown_place", f"{place} is outside the cluster: name a pod.", value=place)])
        asked = {place: found}
    published = publications(cluster)
    return {name: _exposure(cluster, policies, pod, options, published) for name, pod in asked.items()}


def exposure(cluster: Cluster, policies: Sequence[Policy], pod: Pod, options: Options = DEFAULTS) -> Exposure:
    """The exact condition on whoever may reach ``pod``, whether it exists yet or not."""
    return _exposure(cluster, policies, pod, options, publications(cluster))


def _exposure(
    cluster: Cluster,
    policies: Sequence[Policy],
    pod: Pod,
    options: Options,
    published: Mapping[str, tuple[Publication, ...]],
) -> Exposure:
    isolators = isolating(policies, INGRESS, selectable(pod, options))
    # A namespace that holds a policy exists, even where nobody declared it and no pod runs in it.
    existing = {*cluster.namespaces, *(policy.namespace for policy in policies)}
    grants = [grant for policy in isolators for grant in _grants(cluster, existing, policy, pod, options)]
    if not isolators:
        grants = [Grant(None, None, None, None, ALL_PORTS)]
    spaces = {space for grant in grants for space in _reach_of(grant, existing, options)}
    brakes = [
        Brake(policy, {party.family: _lets(cluster, policy, party, options) for party in _seen(pod, options)})
        for policy in policies
        if policy.namespace in spaces and EGRESS in policy.types
    ]
    names = tuple(sorted(policy.ref for policy in isolators))
    return Exposure(pod, names, tuple(grants), tuple(brakes), cluster, options, published.get(pod.ref, ()))


def _grants(cluster: Cluster, existing: Collection[str], policy: Policy, pod: Pod, options: Options) -> Iterator[Grant]:
    destination = _seen(pod, options)[0]
    for r, rule in enumerate(policy.rules(INGRESS)):
        ports = rule_ports(rule, destination)
        if not ports:
            continue
        if rule.peers is None:
            yield Grant(policy, f"ingress[{r}]", None, None, ports, place=rule.place)
            continue
        for p, peer in enumerate(rule.peers):
            if _possible(peer):
                spaces = _spaces(cluster, existing, policy, peer)
                yield Grant(policy, f"ingress[{r}]", f"from[{p}]", peer, ports, spaces, peer.place)


def _possible(peer: Peer) -> bool:
    """Whether any pod could ever match; an address always can."""
    if isinstance(peer, BlockPeer):
        return True
    return all(selector is None or selector.possible() for selector in (peer.pods, peer.namespaces))


def _spaces(cluster: Cluster, existing: Iterable[str], policy: Policy, peer: Peer) -> tuple[str, ...]:
    if isinstance(peer, BlockPeer):
        return ()
    if peer.namespaces is None:
        return (policy.namespace,)
    return tuple(space for space in sorted(existing) if peer.namespaces.matches(cluster.namespace_labels(space)))


def _reach_of(grant: Grant, existing: Iterable[str], options: Options) -> Iterable[str]:
    """The namespaces whose egress policies matter to the pods that a grant lets in."""
    if isinstance(grant.peer, SelectorPeer):
        return grant.spaces
    return existing if grant.peer is None or options.ipblock_matches_pods else ()


def _seen(pod: Pod, options: Options) -> list[Party]:
    """The exposed pod as a destination: by each of its addresses, or, without one, by each family it may get."""
    held = addresses(pod, options)
    seen: list[tuple[int | None, Address | None]] = [*held.items()] if held else [(way, None) for way in EVERY_WAY]
    return [Party(pod, selectable(pod, options), address, family) for family, address in seen]


def _lets(cluster: Cluster, policy: Policy, destination: Party, options: Options) -> PortSet:
    allowed = NO_PORTS
    for rule in policy.rules(EGRESS):
        peers = rule.peers
        if peers is None or any(peer_admits(cluster, policy, peer, destination, options) for peer in peers):
            allowed |= rule_ports(rule, destination)
    return allowed
