"""The Service's port where the pod's own is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.analysis.ground import workloads
from editor.analysis.opened import declared, opened
from editor.analysis.problem import WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import Written
from editor.engine.cluster import Pod
from editor.engine.policies import PolicyPort
from editor.engine.services import Service, places_behind

ID = "service-port"
SUMMARY = "The rule names the Service's port; the pod listens on another."
WHY = "By the time a policy judges it, the connection goes to the pod's own port: a Service's port is rewritten before."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Rules over pods behind a Service that give its port, where none of the pods listens on that one."""
    for path, port, pods in opened(scene, one):
        found = behind(scene, port, pods)
        if found is None:
            continue
        service, target = found
        message = (
            f"{port.protocol} {port.port} is the port of Service {service.ref}; "
            f"{listed(workloads(pods))} {'listens' if len(workloads(pods)) == 1 else 'listen'} on {target}."
        )
        edit = {"op": "set", "path": f"{path}.port", "value": target}
        fix = one.mending(f"Open {port.protocol} {target} instead", edit)
        yield one.problem(ID, WARNING, path, message, WHY, pods=sorted(p.ref for p in pods), fix=fix)


def behind(scene: Scene, port: PolicyPort, pods: Sequence[Pod]) -> tuple[Service, int] | None:
    """The Service whose port this is, and the port behind it; None when a pod itself declares the number."""
    if not isinstance(port.port, int) or port.end_port not in (None, port.port) or not scene.cluster.services:
        return None
    if (port.protocol, port.port) in declared(list(pods)):
        return None
    refs = {pod.ref for pod in pods}
    for service in scene.cluster.services.values():
        for listens in service.ports:
            if (listens.number, listens.protocol) != (port.port, port.protocol):
                continue
            targets = {target for place, target in places_behind(scene.cluster, service, listens) if place in refs}
            if targets and port.port not in targets:
                return service, min(targets)
    return None
