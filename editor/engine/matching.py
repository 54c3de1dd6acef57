"""Whether a policy selects a pod, and whether a rule's peers and ports admit a connection.

Nothing clever on purpose: each function is one sentence of the Kubernetes API reference for NetworkPolicy.
"""

from __future__ import annotations

from collections.abc import Iterable

from editor.engine.addresses import Block
from editor.engine.cluster import Cluster, Pod
from editor.engine.options import Options
from editor.engine.parties import Party
from editor.engine.policies import BlockPeer, Peer, Policy, PolicyPort, Rule


def selects(policy: Policy, pod: Pod) -> bool:
    """NetworkPolicySpec.podSelector: pods of the policy's own namespace, by label."""
    return policy.namespace == pod.namespace and policy.pods.matches(pod.labels)


def isolating(policies: Iterable[Policy], direction: str, pod: Pod | None) -> list[Policy]:
    """The policies that isolate ``pod`` in ``direction``; None, which no selector matches, is never isolated."""
    return [] if pod is None else [p for p in policies if direction in p.types and selects(p, pod)]


def peer_admits(cluster: Cluster, policy: Policy, peer: Peer, party: Party, options: Options) -> bool:
    """NetworkPolicyPeer: both selectors of one item must hold; without namespaceSelector, the policy's namespace."""
    if isinstance(peer, BlockPeer):
        return block_admits(peer.block, party, options)
    if party.pod is None:
        return False
    if peer.namespaces is None:
        right_namespace = party.pod.namespace == policy.namespace
    else:
        right_namespace = peer.namespaces.matches(cluster.namespace_labels(party.pod.namespace))
    return right_namespace and (peer.pods is None or peer.pods.matches(party.pod.labels))


def block_admits(block: Block, party: Party, options: Options) -> bool:
    """IPBlock: by address. A pod without an address matches only the whole of its family: whatever it will get."""
    if party.pod is not None and not options.ipblock_matches_pods:
        return False
    if party.address is None:
        return block.whole_family and party.family in (None, block.cidr.version)
    return block.contains(party.address)


def named_ports(destination: Party, name: str, protocol: str) -> set[int]:
    """The numbers that a port name stands for on the destination pod; none against an outside address."""
    if destination.pod is None:
        return set()
    return {p.number for p in destination.pod.ports if p.name == name and p.protocol == protocol}


def port_admits(port: PolicyPort, destination: Party, protocol: str, number: int) -> bool:
    """NetworkPolicyPort: no port is every port of the protocol; a name is looked up on the destination pod."""
    if port.protocol != protocol:
        return False
    if port.port is None:
        return True
    if isinstance(port.port, str):
        return number in named_ports(destination, port.port, protocol)
    return port.port <= number <= (port.end_port if port.end_port is not None else port.port)


def ports_admit(rule: Rule, destination: Party, protocol: str, number: int) -> bool:
    """A rule without ports admits every port; otherwise one item of its list must admit."""
    return rule.ports is None or any(port_admits(port, destination, protocol, number) for port in rule.ports)
