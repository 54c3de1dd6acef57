"""Port numbers that none of the destination pods declares."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import workloads
from editor.analysis.opened import covers, declared, opened
from editor.analysis.problem import HINT, Problem
from editor.analysis.problems.service_port import behind
from editor.analysis.scene import Scene
from editor.analysis.words import listed, port_words
from editor.analysis.written import Written
from editor.engine.cluster import Pod
from editor.engine.policies import PolicyPort

ID = "port-not-declared"
SUMMARY = "The rule opens a port that none of its pods declares (undeclared ports still work; a hint, not an error)."
WHY = "Declaring ports is documentation: a pod may listen on others. Often, though, the number is a slip."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Only where every destination pod declares ports, for silence says nothing; a Service's port is told as that."""
    for path, port, pods in opened(scene, one):
        if not isinstance(port.port, int) or not pods or not all(pod.ports for pod in pods):
            continue
        held = declared(pods)
        if any(covers(port, number, protocol) for protocol, number in held):
            continue
        if behind(scene, port, pods) is None:
            yield _problem(one, path, port, pods, sorted(held))


def _problem(one: Written, path: str, port: PolicyPort, pods: list[Pod], held: list[tuple[str, int]]) -> Problem:
    shown = listed([f"{protocol} {number}" for protocol, number in held])
    message = f"None of {listed(workloads(pods))} declares {port_words(port)}; declared: {shown}."
    same = [number for protocol, number in held if protocol == port.protocol]
    fix = None
    if len(same) == 1 and port.end_port is None:
        edit = {"op": "set", "path": f"{path}.port", "value": same[0]}
        fix = one.mending(f"Open {port.protocol} {same[0]} instead", edit)
    return one.problem(ID, HINT, path, message, WHY, pods=sorted(p.ref for p in pods), fix=fix)
