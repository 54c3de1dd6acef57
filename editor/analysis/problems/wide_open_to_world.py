"""Rules that let the whole world in."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import workloads
from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed, ports_words
from editor.analysis.written import Written
from editor.engine.policies import INGRESS, BlockPeer, Rule

ID = "wide-open-to-world"
SUMMARY = "Every outside address may reach this pod."
WHY = "Policies only add: no other policy can take this back. A balancer or an Ingress in between may be all it needs."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Ingress rules with ports and no peers, or with a block of a whole address family."""
    for _, path, rule in one.rules(INGRESS):
        found = _whole_world(one, path, rule)
        pods = scene.ground.pods(scene.selected(one))
        if found is None or (scene.known and not pods):
            continue
        at, addresses = found
        whom = listed(workloads(pods)) or "the pods that it selects"
        message = f"{addresses} may reach {whom} on {ports_words(rule.ports)}: name the blocks that are meant."
        severity = WARNING if rule.ports is None else HINT
        yield one.problem(ID, severity, at, message, WHY, pods=sorted(pod.ref for pod in pods))


def _whole_world(one: Written, path: str, rule: Rule) -> tuple[str, str] | None:
    """Where the world is let in, and which addresses; what ``rule-allows-all`` says already is left to it."""
    if rule.peers is None:
        listed_anyway = rule.ports is None or one.empty(f"{path}.from")
        return None if listed_anyway else (path, "Every outside address")
    for at, peer in enumerate(rule.peers):
        if isinstance(peer, BlockPeer) and peer.block.cidr.prefixlen == 0:
            holes = listed([str(hole) for hole in peer.block.excepts])
            named = f"Every outside IPv{peer.block.cidr.version} address" + (f" but {holes}" if holes else "")
            return f"{path}.from[{at}]", named
    return None
