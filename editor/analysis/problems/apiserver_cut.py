"""Operators and controllers whose way out does not reach the API server."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.analysis.cut_off import cut_off
from editor.analysis.grants import numbered
from editor.analysis.problem import WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.engine.cluster import Address, Cluster, Pod
from editor.engine.policies import EGRESS, BlockPeer, Rule, SelectorPeer

ID = "apiserver-cut"
SUMMARY = (
    "Egress is isolated and no rule reaches the API server, "
    "which this workload (an operator, a controller) seems to need."
)
WHY = "By its name or labels it works through the Kubernetes API; cut off from it, it cannot do anything."
PORTS = (443, 6443)
API_SERVICE = "default/kubernetes"
# Words that such workloads carry in their names or component labels.
_TELLING = re.compile(
    r"(^|-)(operator|controller|controller-manager|cert-manager|external-dns|external-secrets|cluster-autoscaler"
    r"|descheduler|kube-state-metrics|metrics-server|argocd-application-controller|flux|reloader|velero)($|-)"
)
_COMPONENTS = ("app.kubernetes.io/component", "control-plane", "app.kubernetes.io/name", "app", "name")


def of_all(scene: Scene) -> Iterator[Problem]:
    """For workloads that by their names work through the API."""
    served = _addresses(scene.cluster)
    for one, bits in cut_off(scene, lambda number: _needs(scene, number) and not _reaches(scene, number, served)):
        whom = listed(scene.ground.names(bits))
        message = (
            f"Egress of {whom} is isolated, and no rule reaches the API server: open TCP 443 or 6443 to its address."
        )
        path = "spec.egress" if one.written("spec.egress") else "spec.policyTypes"
        yield one.problem(ID, WARNING, path, message, WHY, pods=scene.ground.refs(bits), at_key=True)


def _needs(scene: Scene, number: int) -> bool:
    return any(_tells(pod) for pod in scene.ground.classes.all[number].pods)


def _tells(pod: Pod) -> bool:
    words = [pod.owner.name if pod.owner else pod.name, *(pod.labels.get(key, "") for key in _COMPONENTS)]
    return any(_TELLING.search(word) for word in words)


def _addresses(cluster: Cluster) -> frozenset[Address]:
    """Where the API server is, as far as its Service's slices or its pods tell."""
    service = cluster.services.get(API_SERVICE)
    found = {backend.address for backend in service.backends if backend.address} if service else set()
    for pod in cluster.pods:
        if pod.labels.get("component") == "kube-apiserver":
            found.update(pod.node_addresses or pod.addresses)
    return frozenset(found)


def _reaches(scene: Scene, number: int, served: frozenset[Address]) -> bool:
    """Whether some rule opens one of its ports to it; without knowing its address, to anything outside."""
    ground = scene.ground
    return any(
        _opens(rule) and _towards(rule, served)
        for policy in ground.selecting[EGRESS][number]
        for rule in ground.policies[policy].rules(EGRESS)
    )


def _opens(rule: Rule) -> bool:
    return rule.ports is None or any(numbered(rule.ports).has("TCP", port) for port in PORTS)


def _towards(rule: Rule, served: frozenset[Address]) -> bool:
    if rule.peers is None:
        return True
    if any(isinstance(peer, SelectorPeer) and _selects_it(peer) for peer in rule.peers):
        return True
    blocks = [peer.block for peer in rule.peers if isinstance(peer, BlockPeer)]
    return any(block.contains(address) for block in blocks for address in served) if served else bool(blocks)


def _selects_it(peer: SelectorPeer) -> bool:
    """Some plugins let selectors match the API server's pods although they are on the host network."""
    return peer.pods is not None and any(
        r.key == "component" and "kube-apiserver" in r.values for r in peer.pods.requirements
    )
