"""Rules of a direction that the policy does not claim."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.problem import ERROR, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import counted
from editor.analysis.written import Written
from editor.engine.policies import EGRESS, INGRESS

ID = "rules-under-unlisted-type"
SUMMARY = "These rules are ignored: `policyTypes` does not name the direction."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Rules that stand under a direction missing from ``policyTypes``."""
    for direction, rules in ((INGRESS, one.policy.ingress), (EGRESS, one.policy.egress)):
        if not rules or direction in one.policy.types:
            continue
        name = direction.lower()
        message = f"{_these(len(rules), name)} ignored: add {direction} to `policyTypes`, or remove the rules."
        why = "The API server accepts it, and the pods stay as they were in this direction; some plugins differ."
        types = [kind for kind in (INGRESS, EGRESS) if kind in one.policy.types or kind == direction]
        fix = one.mending(f"Add {direction} to policyTypes", {"op": "set", "path": "spec.policyTypes", "value": types})
        pods = scene.ground.refs(scene.selected(one))
        yield one.problem(ID, ERROR, f"spec.{name}", message, why, pods=pods, fix=fix, at_key=True)


def _these(count: int, name: str) -> str:
    return f"{'This' if count == 1 else 'These'} {counted(count, f'{name} rule')} {'is' if count == 1 else 'are'}"
