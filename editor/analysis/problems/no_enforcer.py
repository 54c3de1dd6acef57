"""Policies are only wishes until the network plugin enforces them; some plugins do not."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.problem import HINT, Problem
from editor.analysis.scene import Scene
from editor.engine.cluster import Pod

ID = "no-enforcer"
SUMMARY = "A policy blocks nothing unless the cluster's network plugin enforces it."
# The agents of plugins that enforce NetworkPolicy, as their own manifests name and label them.
ENFORCERS = (
    "calico-node",
    "canal",
    "cilium",
    "antrea-agent",
    "kube-router",
    "weave-net",
    "ovnkube-node",
    "azure-npm",
    "aws-node",
    "romana-agent",
    "kube-network-policies",
)


def of_all(scene: Scene) -> Iterator[Problem]:
    """Said once, while no agent of such a plugin is seen running."""
    if not scene.written or any(map(_enforces, scene.cluster.pods)):
        return
    message = (
        "These policies block nothing unless the cluster's network plugin enforces them: make sure that yours does."
    )
    why = "Flannel alone, for one, accepts policies and ignores them; Calico, Cilium and Antrea enforce them."
    yield Problem(ID, HINT, message, why)


def _enforces(pod: Pod) -> bool:
    words = {pod.name, pod.owner.name if pod.owner else "", *pod.labels.values()}
    return any(word == name or word.startswith(f"{name}-") for word in words for name in ENFORCERS)
