"""An egress policy without ``policyTypes``, which shuts the way in as well."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import workloads
from editor.analysis.problem import WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import Written
from editor.engine.policies import EGRESS

ID = "egress-only-isolates-ingress"
SUMMARY = "Without `policyTypes`, this policy also shuts all ingress."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Egress rules, no word of ingress, and no policy types: Kubernetes then assumes ``Ingress`` too."""
    silent = not one.written("spec.policyTypes") or one.empty("spec.policyTypes")
    if not silent or not one.policy.egress or one.written("spec.ingress"):
        return
    pods = scene.ground.pods(scene.selected(one))
    whom = listed(workloads(pods)) or "the pods that it selects"
    message = f"Without `policyTypes`, this policy also shuts all ingress of {whom}: write `policyTypes: [Egress]`."
    why = "Without policyTypes, Ingress is always assumed; no ingress rule then lets anybody in."
    fix = one.mending("Write policyTypes: [Egress]", {"op": "set", "path": "spec.policyTypes", "value": [EGRESS]})
    refs = sorted(pod.ref for pod in pods)
    yield one.problem(ID, WARNING, "spec.egress", message, why, pods=refs, fix=fix, at_key=True)
