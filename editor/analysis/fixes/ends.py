"""How a rule speaks of one end of an arrow: of it alone, and of everybody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from editor.analysis.fixes.manner import Manner, Width
from editor.analysis.telling import HASHES, naming
from editor.engine.addresses import Network
from editor.engine.cluster import NAME_LABEL, Address, Cluster, Pod
from editor.engine.options import Options
from editor.engine.parties import Endpoint, Party, addresses, as_node
from editor.engine.selectors import Requirement, Selector
from editor.manifests.plain import selector_manifest

Peer = dict[str, Any]
FAMILIES = {4: "0.0.0.0/0", 6: "::/0"}
PRIVATE = {4: ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"), 6: ("fc00::/7",)}
"""The blocks that nobody has on the Internet."""
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


def peers_of(cluster: Cluster, end: Party, space: str, options: Options, width: Width) -> list[Peer] | None:
    """The peers that mean an end as widely as asked, in a policy of namespace ``space``.

    None where that means nothing for this end; no peers at all mean everyone.
    """
    if width == "labels":
        one = peer_of(cluster, end, space, options)
        return None if one is None else [one]
    if width == "everyone":
        return []
    if width == "cluster":
        return None if end.pod is None else [{"namespaceSelector": {}}]
    if width == "namespace":
        return None if end.pod is None else [_all_of(end.pod.namespace, space)]
    return None if isinstance(end.endpoint, Pod) else internet()


def _all_of(there: str, space: str) -> Peer:
    return {"podSelector": {}} if there == space else {"namespaceSelector": named(there)}


def internet() -> list[Peer]:
    """Every public address."""
    return [{"ipBlock": {"cidr": cidr, "except": list(PRIVATE[family])}} for family, cidr in FAMILIES.items()]


def selected(cluster: Cluster, pod: Pod, options: Options, manner: Manner) -> Selector:
    """Whom a new policy for a pod selects."""
    return Selector() if manner.own == "namespace" else selector_of(cluster, pod, options)


def everyone_but(cluster: Cluster, end: Party, options: Options, *, world: bool, width: Width = "labels") -> list[Peer]:
    """The peers that mean all but this end, or all but its namespace; ``world``: outside addresses too.

    Empty where nothing tells the end from others.
    """
    if end.pod is None:
        inside: list[Peer] = [{"namespaceSelector": {}}]
    else:
        inside = [{"namespaceSelector": {"matchExpressions": [elsewhere(end.pod.namespace)]}}]
        if width == "labels":
            refusals = [refusing(one) for one in selector_of(cluster, end.pod, options).requirements]
            if not refusals:
                return []
            there = named(end.pod.namespace)
            inside += [{"namespaceSelector": there, "podSelector": {"matchExpressions": [one]}} for one in refusals]
    return [*inside, *(_world(fellows(cluster, end, width), options) if world else [])]


def elsewhere(space: str) -> dict[str, Any]:
    """The expression that every namespace but one meets."""
    return {"key": NAME_LABEL, "operator": "NotIn", "values": [space]}


def fellows(cluster: Cluster, end: Party, width: Width) -> list[Endpoint]:
    """The ends that are meant together with one: of a namespace all its pods, of everyone every pod."""
    if width == "everyone":
        return [*cluster.pods, *([] if isinstance(end.endpoint, Pod) else [end.endpoint])]
    if width == "namespace" and end.pod is not None:
        return [pod for pod in cluster.pods if pod.namespace == end.pod.namespace and not pod.host_network]
    return [end.endpoint]


def _world(ends: Sequence[Endpoint], options: Options) -> list[Peer]:
    holes: dict[int, list[str]] = {family: [] for family in FAMILIES}
    for end in ends:
        if isinstance(end, Pod) and not as_node(end, options) and not options.ipblock_matches_pods:
            continue
        held = addresses(end, options)
        if not held:  # whatever address it will get lies in these blocks
            return []
        for family, address in held.items():
            holes[family].append(only(address))
    cut = {family: {"except": found} for family, found in holes.items() if found}
    return [{"ipBlock": {"cidr": cidr, **cut.get(family, {})}} for family, cidr in FAMILIES.items()]


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


def all_words(peers: Sequence[Peer]) -> str:
    """Peers that ``peers_of`` made, in a sentence."""
    if not peers:
        return "everyone"
    return "the Internet" if len(peers) > 1 else words(peers[0])


def words(peer: Peer) -> str:
    """A peer that ``peer_of`` made, in a sentence."""
    if "ipBlock" in peer:
        return str(peer["ipBlock"]["cidr"])
    if peer == {"namespaceSelector": {}}:
        return "every pod of the cluster"
    if "podSelector" not in peer:
        return f"every pod of namespace {peer['namespaceSelector']['matchLabels'][NAME_LABEL]}"
    labels = ", ".join(f"{key}={value}" for key, value in peer["podSelector"].get("matchLabels", {}).items())
    more = peer["podSelector"].get("matchExpressions", [])
    labels = ", ".join([*([labels] if labels else []), *(f"{one['key']} in {one['values']}" for one in more)])
    space = peer.get("namespaceSelector", {}).get("matchLabels", {}).get(NAME_LABEL)
    return f"{labels or 'every pod'}{f' of namespace {space}' if space else '' if labels else ' of its namespace'}"
