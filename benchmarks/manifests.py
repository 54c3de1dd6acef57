"""Engine objects as the Kubernetes objects that mean them, as plain mappings and as YAML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from editor.engine.cluster import Namespace, Pod
from editor.engine.policies import BlockPeer, Peer, Policy, PolicyPort, Rule
from editor.engine.selectors import Selector

Manifest = dict[str, Any]


def dump(objects: Iterable[Manifest]) -> str:
    """One YAML document for each object."""
    return yaml.dump_all(objects, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), sort_keys=False)


def namespace(space: Namespace) -> Manifest:
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": space.name, "labels": dict(space.labels)}}


def pod(pod: Pod) -> Manifest:
    metadata: Manifest = {"name": pod.name, "namespace": pod.namespace, "labels": dict(pod.labels)}
    if pod.owner is not None:
        owner = {"kind": pod.owner.kind, "name": pod.owner.name, "controller": True}
        metadata["ownerReferences"] = [{"apiVersion": "apps/v1", "uid": pod.owner.name, **owner}]
    ports = [
        {"containerPort": port.number, "protocol": port.protocol} | ({"name": port.name} if port.name else {})
        for port in pod.ports
    ]
    spec: Manifest = {"containers": [{"name": "main", "image": "none", "ports": ports}]}
    if pod.node is not None:
        spec["nodeName"] = pod.node
    if pod.host_network:
        spec["hostNetwork"] = True
    status = {
        "phase": pod.phase,
        "podIPs": [{"ip": str(address)} for address in pod.addresses],
        "hostIPs": [{"ip": str(address)} for address in pod.node_addresses],
    }
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec, "status": status}


def policy(policy: Policy) -> Manifest:
    spec: Manifest = {"podSelector": _selector(policy.pods), "policyTypes": sorted(policy.types)}
    if policy.ingress:
        spec["ingress"] = [_rule(rule, "from") for rule in policy.ingress]
    if policy.egress:
        spec["egress"] = [_rule(rule, "to") for rule in policy.egress]
    metadata = {"name": policy.name, "namespace": policy.namespace}
    return {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": metadata, "spec": spec}


def _selector(selector: Selector) -> Manifest:
    written: Manifest = {}
    for requirement in selector.requirements:
        expression: Manifest = {"key": requirement.key, "operator": requirement.operator}
        if requirement.values:
            expression["values"] = list(requirement.values)
        written.setdefault("matchExpressions", []).append(expression)
    return written


def _rule(rule: Rule, word: str) -> Manifest:
    written: Manifest = {}
    if rule.peers is not None:
        written[word] = [_peer(peer) for peer in rule.peers]
    if rule.ports is not None:
        written["ports"] = [_port(port) for port in rule.ports]
    return written


def _peer(peer: Peer) -> Manifest:
    if isinstance(peer, BlockPeer):
        holes = {"except": [str(hole) for hole in peer.block.excepts]} if peer.block.excepts else {}
        return {"ipBlock": {"cidr": str(peer.block.cidr), **holes}}
    selectors = (("podSelector", peer.pods), ("namespaceSelector", peer.namespaces))
    return {name: _selector(selector) for name, selector in selectors if selector is not None}


def _port(port: PolicyPort) -> Manifest:
    fields = (("protocol", port.protocol), ("port", port.port), ("endPort", port.end_port))
    return {name: value for name, value in fields if value is not None}
