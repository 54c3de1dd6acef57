"""Policies over pods that share their node's network."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import workloads
from editor.analysis.problem import WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import Written
from editor.engine.options import NODE

ID = "host-network-selected"
SUMMARY = "This selects only host-network pods, which most plugins do not filter."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """The selector matches pods by their labels, and every one of them is on the host network."""
    if scene.options.host_network != NODE or scene.selected(one):
        return
    meant = [
        pod for pod in scene.census.by_namespace.get(one.policy.namespace, ()) if one.policy.pods.matches(pod.labels)
    ]
    if not meant:
        return
    message = (
        f"This selects only {listed(workloads(meant))}, on the host network: most plugins do not filter such pods."
    )
    why = "A pod on the host network counts as its node's address; guard the node instead, or leave the host network."
    refs = sorted(pod.ref for pod in meant)
    yield one.problem(ID, WARNING, "spec.podSelector", message, why, pods=refs)
