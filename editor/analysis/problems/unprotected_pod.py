"""Pods that no policy selects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from editor.analysis.ground import workload
from editor.analysis.problem import HINT, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import counted
from editor.engine.bits import ones
from editor.engine.cluster import Pod

ID = "unprotected-pod"
SUMMARY = "No policy selects this pod: it accepts and sends everything."
WHY = "A pod that no policy selects is isolated in no direction. A default deny for its namespace guards pods to come."
MANY = 4
"""In a namespace without any policy, more workloads than this are told of together."""


def of_all(scene: Scene) -> Iterator[Problem]:
    """One for each workload; one for a whole namespace when it holds many and no policy selects any of them."""
    ground = scene.ground
    covered = 0
    for selected in ground.selected:
        covered |= selected
    bare: dict[str, dict[str, list[Pod]]] = defaultdict(lambda: defaultdict(list))
    for number in ones(ground.inside & ~covered):
        alike = ground.classes.all[number]
        # Pods on the host network are beyond what policies can do.
        for pod in alike.pods if alike.namespace is not None else ():
            bare[pod.namespace][workload(pod)].append(pod)
    for space in sorted(bare):
        held = bare[space]
        if len(held) > MANY and not ground.space(space) & covered:
            pods = [pod for each in held.values() for pod in each]
            message = (
                f"No policy selects any pod of {space}: {counted(len(held), 'workload')} accept and send everything."
            )
            yield _problem(message, pods)
            continue
        for name in sorted(held):
            count = len(held[name])
            does = "it accepts and sends" if count == 1 else f"its {count} pods accept and send"
            yield _problem(f"No policy selects {name}: {does} everything.", held[name])


def _problem(message: str, pods: list[Pod]) -> Problem:
    first = min(pods, key=lambda pod: pod.ref)
    return Problem(ID, HINT, message, WHY, first.place, pods=tuple(sorted(pod.ref for pod in pods)))
