"""Rules that could go."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.redundancy import Redundant
from editor.analysis.redundant_words import by_whom, reasons
from editor.analysis.scene import Scene

ID = "redundant-rule"
SUMMARY = "Removing this rule changes no verdict."


def of_all(scene: Scene) -> Iterator[Problem]:
    """Whatever it lets through, other rules on the same pods let through as well."""
    for found in scene.redundancies:
        if found.part[2] is not None and found.part[3] is None:
            yield _problem(scene, found)


def _problem(scene: Scene, found: Redundant) -> Problem:
    number, direction, rule, _ = found.part
    one = scene.written[number]
    path = f"spec.{direction.lower()}[{rule}]"
    message = (
        f"Removing {direction.lower()}[{rule}] changes no verdict: {by_whom(scene, found)}"
        f"{', also for pods to come' if found.forever else ''}."
    )
    fix = one.mending(f"Remove {direction.lower()}[{rule}]", {"op": "remove", "path": path, "emptied": "leave_empty"})
    pods = scene.ground.refs(found.proofs[0].own)
    severity = WARNING if found.forever else HINT
    return one.problem(ID, severity, path, message, reasons(scene, found), pods=pods, fix=fix)
