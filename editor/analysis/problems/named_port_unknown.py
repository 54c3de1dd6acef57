"""Port names that no destination pod has."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import workloads
from editor.analysis.nearest import nearest, off
from editor.analysis.opened import opened
from editor.analysis.problem import WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import Written
from editor.engine.cluster import Pod
from editor.engine.policies import PolicyPort

ID = "named-port-unknown"
SUMMARY = "No selected destination pod has a port of that name and protocol."
WHY = "A port's name is looked up on the destination pod; where it has none of that name, nothing is opened."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """A name that at least one destination pod could have had, and none has."""
    for path, port, pods in opened(scene, one):
        if isinstance(port.port, str) and pods and not any(_has(pod, port) for pod in pods):
            yield _problem(one, path, port, pods)


def _has(pod: Pod, port: PolicyPort) -> bool:
    return any(p.name == port.port and p.protocol == port.protocol for p in pod.ports)


def _problem(one: Written, path: str, port: PolicyPort, pods: list[Pod]) -> Problem:
    name = str(port.port)
    whom = listed(workloads(pods))
    message = f"No port of {whom} is called {name} ({port.protocol})"
    fix = None
    other = sorted({p.protocol for pod in pods for p in pod.ports if p.name == name})
    near = nearest(name, {p.name for pod in pods for p in pod.ports if p.name and p.protocol == port.protocol})
    if other:
        message += f"; {name} is {listed(other)} there"
        if len(other) == 1:
            fix = one.mending(f"Make it {other[0]}", {"op": "set", "path": f"{path}.protocol", "value": other[0]})
    elif near is not None:
        message += f"; nearest: {near[0]} ({off(near[1])})"
        fix = one.mending(f"Change {name} to {near[0]}", {"op": "set", "path": f"{path}.port", "value": near[0]})
    else:
        names = sorted({p.name for pod in pods for p in pod.ports if p.name})
        message += f"; there are {listed(names)}" if names else "; none of its ports has a name"
    return one.problem(ID, WARNING, path, f"{message}.", WHY, pods=sorted(p.ref for p in pods), fix=fix)
