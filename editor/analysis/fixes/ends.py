"""How a rule speaks of one end of an arrow: of it alone, and of everybody else."""

from __future__ import annotations

import re
from typing import Any

from editor.analysis.telling import HASHES, naming
from editor.engine.addresses import Network
from editor.engine.cluster import NAME_LABEL, Address, Cluster, Pod
from editor.engine.options import Options
from editor.engine.parties import Party, addresses, as_node
from editor.engine.selectors import Requirement, Selector
from editor.manifests.plain import selector_manifest

Peer = dict[str, Any]
FAMILIES = {4: "0.0.0.0/0", 6: "::/0"}
LONGEST_PART = 60


def selector_of(cluster: Cluster, pod: Pod, options: Options) -> Selector:
    """The fewest labels that tell a pod, with its replicas, from the others of its namespace.

    Where none do, all of its labels that a controller did not put on: others are then meant as well.
    """
    there = [one for one in cluster.pods if one.namespace == pod.namespace and not as_node(one, options)]
    group = [one for one in there if one == pod or (pod.owner is not None and one.owner == pod.owner)]
    found = naming(group, [one for one in there if one not in group])
    own = {key: value for key, value in pod.labels.items() if key not in HASHES}
    return found if found is not None and found.matches(pod.labels) else Selector.of(own)


def peer_of(cluster: Cluster, end: Party, space: str, options: Options) -> Peer | None:
    """The peer that means this end in a policy of namespace ``space``; None for what has no address and no labels."""
    if end.pod is not None:
        pods = {"podSelector": selector_manifest(selector_of(cluster, end.pod, options))}
        return pods if end.pod.namespace == space else {"namespaceSelector": named(end.pod.namespace), **pods}
    return None if end.address is None else {"ipBlock": {"cidr": only(end.address)}}


def everyone_but(cluster: Cluster, end: Party, options: Options, *, world: bool) -> list[Peer]:
    """The peers that mean all but this end; ``world``: outside addresses too.

    Empty where nothing tells the end from others.
    """
    if end.pod is None:
        inside: list[Peer] = [{"namespaceSelector": {}}]
    else:
        there = end.pod.namespace
        elsewhere = {"matchExpressions": [{"key": NAME_LABEL, "operator": "NotIn", "values": [there]}]}
        refusals = [refusing(one) for one in selector_of(cluster, end.pod, options).requirements]
        if not refusals:
            return []
        inside = [{"namespaceSelector": elsewhere}]
        inside += [{"namespaceSelector": named(there), "podSelector": {"matchExpressions": [one]}} for one in refusals]
    return [*inside, *(_world(end, options) if world else [])]


def _world(end: Party, options: Options) -> list[Peer]:
    held: dict[int, Address] = {}
    if end.pod is None or options.ipblock_matches_pods:
        held = addresses(end.endpoint, options)
        if not held:  # whatever address it will get lies in these blocks
            return []
    holes = {family: {"except": [only(address)]} for family, address in held.items()}
    return [{"ipBlock": {"cidr": cidr, **holes.get(family, {})}} for family, cidr in FAMILIES.items()]


def refusing(requirement: Requirement) -> dict[str, Any]:
    """The expression that whatever meets ``requirement`` does not meet."""
    return {"key": requirement.key, "operator": "NotIn", "values": list(requirement.values)}


def named(space: str) -> dict[str, Any]:
    """The selector of one namespace, by the label that Kubernetes gives it."""
    return {"matchLabels": {NAME_LABEL: space}}


def only(address: Address) -> str:
    """The block of one address."""
    return f"{address}/{address.max_prefixlen}"


def within(hole: str, block: Network) -> bool:
    """Whether a block of one address is a strict part of another block."""
    return hole != str(block)


def short(end: Party) -> str:
    """An end as a part of a policy's name."""
    owner = end.endpoint.owner if isinstance(end.endpoint, Pod) else None
    name = owner.name if owner is not None else end.name
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:LONGEST_PART].strip("-") or "pods"


def words(peer: Peer) -> str:
    """A peer that ``peer_of`` made, in a sentence."""
    if "ipBlock" in peer:
        return str(peer["ipBlock"]["cidr"])
    labels = ", ".join(f"{key}={value}" for key, value in peer["podSelector"].get("matchLabels", {}).items())
    more = peer["podSelector"].get("matchExpressions", [])
    labels = ", ".join([*([labels] if labels else []), *(f"{one['key']} in {one['values']}" for one in more)])
    space = peer.get("namespaceSelector", {}).get("matchLabels", {}).get(NAME_LABEL)
    return f"{labels or 'every pod'}{f' of namespace {space}' if space else ''}"
