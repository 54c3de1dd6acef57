"""A ``podSelector`` alone, where pods with these labels run in other namespaces."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import Ground, workloads
from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import PEERS, Written
from editor.engine.cluster import NAME_LABEL
from editor.engine.policies import EGRESS, INGRESS, SelectorPeer
from editor.engine.selectors import Selector

ID = "podselector-own-namespace"
SUMMARY = "A `podSelector` alone looks only in the policy's own namespace; pods elsewhere with these labels stay out."
WHY = "Labels are alike in many namespaces; which of them are meant must be said with a namespaceSelector."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """A warning where the own namespace has no such pod at all; see ``of_all`` for where it has some."""
    ground = scene.ground
    for direction in (INGRESS, EGRESS):
        for path, selector in _alone(one, direction):
            away = ground.matching(selector) & ~ground.space(one.policy.namespace)
            if away and not ground.matching(selector) & ground.space(one.policy.namespace):
                yield _all_elsewhere(one, path, selector, ground, away)


def of_all(scene: Scene) -> Iterator[Problem]:
    """A hint where such pods run elsewhere too, and nothing but this peer's narrowness keeps them out."""
    ground = scene.ground
    for one in scene.written:
        for path, selector in _alone(one, INGRESS):
            own = ground.matching(selector) & ground.space(one.policy.namespace)
            away = ground.matching(selector) & ~ground.space(one.policy.namespace) & ~ground.isolated[EGRESS]
            away &= ~_let_in_anyway(ground, one, scene)
            if own and away and scene.selected(one):
                yield _some_elsewhere(one, path, ground, away, scene)


def _alone(one: Written, direction: str) -> Iterator[tuple[str, Selector]]:
    for _, path, rule in one.rules(direction):
        for at, peer in enumerate(rule.peers or ()):
            if isinstance(peer, SelectorPeer) and peer.namespaces is None and peer.pods and peer.pods.requirements:
                yield f"{path}.{PEERS[direction]}[{at}]", peer.pods


def _let_in_anyway(ground: Ground, one: Written, scene: Scene) -> int:
    """The bits of whoever any rule of the policies on these pods lets in, on whatever port."""
    found = 0
    for number, other in enumerate(scene.written):
        if INGRESS in other.policy.types and ground.selected[number] & scene.selected(one):
            for _, _, rule in other.rules(INGRESS):
                found |= ground.rule_reach(other.policy, rule)
    return found


def _all_elsewhere(one: Written, path: str, selector: Selector, ground: Ground, away: int) -> Problem:
    pods = ground.pods(away)
    spaces = sorted({pod.namespace for pod in pods})
    message = (
        f"A `podSelector` alone looks only in {one.policy.namespace}, where no pod has {selector}; "
        f"{listed(workloads(pods))} {'does' if len(workloads(pods)) == 1 else 'do'}: add a `namespaceSelector`."
    )
    fix = None
    if len(spaces) == 1:
        chosen = {"matchLabels": {NAME_LABEL: spaces[0]}}
        edit = {"op": "set", "path": f"{path}.namespaceSelector", "value": chosen}
        fix = one.mending(f"Look in namespace {spaces[0]}", edit)
    refs = sorted(pod.ref for pod in pods)
    return one.problem(ID, WARNING, path, message, WHY, pods=refs, fix=fix)


def _some_elsewhere(one: Written, path: str, ground: Ground, away: int, scene: Scene) -> Problem:
    pods = ground.pods(away)
    names = workloads(pods)
    message = (
        f"A `podSelector` alone looks only in {one.policy.namespace}: "
        f"{listed(names)}, with the same labels, {'stays' if len(names) == 1 else 'stay'} out."
    )
    senders, selected = {pod.ref for pod in pods}, set(ground.refs(scene.selected(one)))
    drawn = [wish for wish in scene.wishes if wish.source in senders and wish.destination in selected]
    return one.problem(ID, HINT, path, message, WHY, pods=sorted(senders), connections=drawn)
