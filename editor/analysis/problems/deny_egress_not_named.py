"""An empty ``egress`` that was meant to shut the way out, and does not."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import workloads
from editor.analysis.problem import ERROR, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import Written
from editor.engine.policies import EGRESS, INGRESS

ID = "deny-egress-not-named"
SUMMARY = "`egress: []` alone isolates nothing; name `Egress` in `policyTypes`."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """``egress`` is written without a rule, and ``policyTypes`` does not name it."""
    if EGRESS in one.policy.types or not one.empty("spec.egress"):
        return
    pods = scene.ground.pods(scene.selected(one))
    whom = listed(workloads(pods)) or "the pods that it selects"
    message = f"`egress` without rules isolates nothing: {whom} may open any connection. Name Egress in `policyTypes`."
    why = "Only policyTypes isolates egress when there is no egress rule; an empty list is as good as none."
    types = [kind for kind in (INGRESS, EGRESS) if kind in one.policy.types or kind == EGRESS]
    fix = one.mending("Name Egress in policyTypes", {"op": "set", "path": "spec.policyTypes", "value": types})
    refs = sorted(pod.ref for pod in pods)
    yield one.problem(ID, ERROR, "spec.egress", message, why, pods=refs, fix=fix, at_key=True)
