"""The ports that a rule opens, and the pods on which it opens them."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.scene import Scene
from editor.analysis.written import Written
from editor.engine.cluster import Pod
from editor.engine.policies import EGRESS, INGRESS, PolicyPort


def opened(scene: Scene, one: Written) -> Iterator[tuple[str, PolicyPort, list[Pod]]]:
    """Each port that a rule names, with its path and the pods whose port it is: the destination's, always.

    Where a rule names no peer, or addresses outside, anything may be the destination of egress: then no pod is given.
    """
    ground = scene.ground
    for direction in (INGRESS, EGRESS):
        for _, path, rule in one.rules(direction):
            bits = scene.selected(one) if direction == INGRESS else ground.rule_reach(one.policy, rule)
            if direction == EGRESS and bits & ground.outside:
                continue
            pods = ground.pods(bits)
            for at, port in enumerate(rule.ports or ()):
                yield f"{path}.ports[{at}]", port, pods


def covers(port: PolicyPort, number: int, protocol: str) -> bool:
    """Whether a port given by number, or a range, holds ``number``."""
    if port.protocol != protocol or not isinstance(port.port, int):
        return False
    return port.port <= number <= (port.end_port or port.port)


def declared(pods: list[Pod]) -> dict[tuple[str, int], None]:
    """Protocol and number of every port that these pods declare."""
    return {(p.protocol, p.number): None for pod in pods for p in pod.ports}
