"""Policies that could go."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.redundancy import Redundant
from editor.analysis.redundant_words import by_whom, reasons
from editor.analysis.scene import Scene

ID = "redundant-policy"
SUMMARY = "Removing this policy changes no verdict (a default deny is exempt: it guards pods to come)."


def of_all(scene: Scene) -> Iterator[Problem]:
    """Whatever it isolates is isolated without it, and whatever it lets through is let through without it."""
    for found in scene.redundancies:
        if found.part[2] is None:
            yield _problem(scene, found)


def _problem(scene: Scene, found: Redundant) -> Problem:
    one = scene.written[found.part[0]]
    does = by_whom(scene, found) or "other policies isolate the same pods"
    message = f"Removing this policy changes no verdict: {does}{', also for pods to come' if found.forever else ''}."
    pods = scene.ground.refs(scene.selected(one))
    # A policy without rules says at least in writing that its pods are shut.
    rules = any(one.policy.rules(direction) for direction in one.policy.types)
    severity = WARNING if found.forever and rules else HINT
    return one.problem(ID, severity, "metadata.name", message, reasons(scene, found), pods=pods)
