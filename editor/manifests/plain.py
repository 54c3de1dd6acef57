"""Engine objects as plain manifests: mappings, lists and scalars, ready for ``dump``."""

from __future__ import annotations

from typing import Any

from editor.engine.cluster import Namespace, Pod
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Peer, Policy, PolicyPort, Rule
from editor.engine.selectors import Selector

Manifest = dict[str, Any]


def policy_manifest(policy: Policy) -> Manifest:
    """The shortest manifest that means the same, with the policy types always written out."""
    spec: Manifest = {
        "podSelector": selector_manifest(policy.pods),
        "policyTypes": [direction for direction in (INGRESS, EGRESS) if direction in policy.types],
    }
    if policy.ingress:
        spec["ingress"] = [_rule(rule, "from") for rule in policy.ingress]
    if policy.egress:
        spec["egress"] = [_rule(rule, "to") for rule in policy.egress]
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": {"name": policy.name, "namespace": policy.namespace},
        "spec": spec,
    }


def selector_manifest(selector: Selector) -> Manifest:
    """The selector; requirements on one value become ``matchLabels`` where their order allows."""
    labels: dict[str, str] = {}
    expressions: list[Manifest] = []
    for requirement in selector.requirements:
        one_value = requirement.operator == "In" and len(requirement.values) == 1
        if one_value and not expressions and requirement.key not in labels:
            labels[requirement.key] = requirement.values[0]
            continue
        expression: Manifest = {"key": requirement.key, "operator": requirement.operator}
        if requirement.values:
            expression["values"] = list(requirement.values)
        expressions.append(expression)
    written: Manifest = {}
    if labels:
        written["matchLabels"] = labels
    if expressions:
        written["matchExpressions"] = expressions
    return written


def namespace_manifest(namespace: Namespace) -> Manifest:
    """The namespace with its labels as written."""
    metadata: Manifest = {"name": namespace.name}
    if namespace.labels:
        metadata["labels"] = dict(namespace.labels)
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": metadata}


def pod_manifest(pod: Pod) -> Manifest:
    """The pod as far as network policy sees it. Its image is a placeholder that does nothing, for a pod needs one."""
    metadata: Manifest = {"name": pod.name, "namespace": pod.namespace}
    if pod.labels:
        metadata["labels"] = dict(pod.labels)
    if pod.owner:
        reference = {"apiVersion": _API_OF.get(pod.owner.kind, "v1"), "kind": pod.owner.kind, "name": pod.owner.name}
        # The server wants a uid; the owner's own is not known here.
        metadata["ownerReferences"] = [{**reference, "uid": "", "controller": True}]
    spec: Manifest = {"hostNetwork": True} if pod.host_network else {}
    if pod.node:
        spec["nodeName"] = pod.node
    for sidecar, name in ((True, "initContainers"), (False, "containers")):
        container = _container(pod, sidecar=sidecar)
        if container:
            spec[name] = [container]
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec, **_status(pod)}


_API_OF = {
    **dict.fromkeys(("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"), "apps/v1"),
    **dict.fromkeys(("Job", "CronJob"), "batch/v1"),
}
_PAUSE = "registry.k8s.io/pause:3.10"


def _container(pod: Pod, *, sidecar: bool) -> Manifest | None:
    ports: list[Manifest] = []
    for port in pod.ports:
        if port.sidecar == sidecar:
            named = {"name": port.name} if port.name else {}
            ports.append({**named, "containerPort": port.number, "protocol": port.protocol})
    if sidecar:
        return {"name": "sidecar", "image": _PAUSE, "restartPolicy": "Always", "ports": ports} if ports else None
    return {"name": "main", "image": _PAUSE, **({"ports": ports} if ports else {})}


def _status(pod: Pod) -> Manifest:
    status: Manifest = {} if pod.phase == "Running" else {"phase": pod.phase}
    if pod.addresses:
        status["podIP"] = str(pod.addresses[0])
        status["podIPs"] = [{"ip": str(address)} for address in pod.addresses]
    if pod.node_addresses:
        status["hostIP"] = str(pod.node_addresses[0])
        status["hostIPs"] = [{"ip": str(address)} for address in pod.node_addresses]
    return {"status": status} if status else {}


def _rule(rule: Rule, peers: str) -> Manifest:
    written: Manifest = {}
    if rule.peers:
        written[peers] = [_peer(peer) for peer in rule.peers]
    if rule.ports:
        written["ports"] = [_port(port) for port in rule.ports]
    return written


def _peer(peer: Peer) -> Manifest:
    if isinstance(peer, BlockPeer):
        holes = [str(hole) for hole in peer.block.excepts]
        return {"ipBlock": {"cidr": str(peer.block.cidr), **({"except": holes} if holes else {})}}
    written: Manifest = {}
    if peer.namespaces is not None:
        written["namespaceSelector"] = selector_manifest(peer.namespaces)
    if peer.pods is not None:
        written["podSelector"] = selector_manifest(peer.pods)
    return written


def _port(port: PolicyPort) -> Manifest:
    written: Manifest = {"protocol": port.protocol}
    if port.port is not None:
        written["port"] = port.port
    if port.end_port is not None:
        written["endPort"] = port.end_port
    return written
