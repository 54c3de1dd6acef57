"""Selectors that match no pod, with the label that may have been meant."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from editor.analysis.meant import culprit, meant
from editor.analysis.nearest import nearest, off
from editor.analysis.problem import HINT, WARNING, Edit, Mending, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import PEERS, Written
from editor.engine.policies import EGRESS, INGRESS, Peer, SelectorPeer
from editor.engine.selectors import Selector

ID = "selects-nothing"
SUMMARY = "This selector matches no pod here; nearest: `app=api` (one character off)."
NOBODY = "The policy guards nobody: the pods that it was written for stay as open as they were."
NO_PEER = "The rule lets nobody through by this peer; connections that it was written for stay blocked."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """The policy's own selector, and those of its peers. Silent where no pod is known at all."""
    if not scene.known:
        return
    yield from _own(scene, one)
    for direction in (INGRESS, EGRESS):
        for _, path, rule in one.rules(direction):
            for at, peer in enumerate(rule.peers or ()):
                found = _peer(scene, one, f"{path}.{PEERS[direction]}[{at}]", peer)
                if found is not None:
                    yield found


def _own(scene: Scene, one: Written) -> Iterator[Problem]:
    policy = one.policy
    if scene.selected(one):
        return
    there = scene.census.by_namespace.get(policy.namespace, ())
    if not there:
        yield from _empty_namespace(scene, one)
    elif policy.pods.requirements and not any(policy.pods.matches(pod.labels) for pod in there):
        message, fix = _words(scene, one, policy.pods, [policy.namespace], "spec.podSelector")
        yield one.problem(ID, WARNING, "spec.podSelector", message, NOBODY, fix=fix)


def _empty_namespace(scene: Scene, one: Written) -> Iterator[Problem]:
    """A namespace without pods: a slip when its name is nearly that of another one, and otherwise not yet filled."""
    name = one.policy.namespace
    near = nearest(name, scene.census.by_namespace) if name not in scene.cluster.namespaces else None
    if near is not None:
        message = f"There is no namespace {name} here; nearest: {near[0]} ({off(near[1])})."
        fix = one.mending(
            f"Move the policy to namespace {near[0]}", {"op": "set", "path": "metadata.namespace", "value": near[0]}
        )
        path = "metadata.namespace" if one.written("metadata.namespace") else "metadata"
        yield one.problem(ID, WARNING, path, message, NOBODY, fix=fix)
    elif one.policy.pods.requirements:
        message = f"This selector matches no pod: namespace {name} has none here."
        yield one.problem(ID, HINT, "spec.podSelector", message, NOBODY)


def _peer(scene: Scene, one: Written, path: str, peer: Peer) -> Problem | None:
    if not isinstance(peer, SelectorPeer) or peer.pods is None or not peer.pods.requirements:
        return None
    if any(pod.host_network and peer.pods.matches(pod.labels) for pod in scene.cluster.pods):
        return None
    spaces = _spaces(scene, one, peer)
    there = [space for space in spaces if space in scene.census.by_namespace]
    # Without any pod there: another namespace is meant, or one that is not part of these manifests.
    if not there or scene.ground.any_way(one.policy, peer):
        return None
    if peer.namespaces is None and _elsewhere(scene, one, peer.pods):
        return None
    message, fix = _words(scene, one, peer.pods, there, f"{path}.podSelector")
    return one.problem(ID, WARNING if fix else HINT, f"{path}.podSelector", message, NO_PEER, fix=fix)


def _spaces(scene: Scene, one: Written, peer: SelectorPeer) -> list[str]:
    if peer.namespaces is None:
        return [one.policy.namespace]
    return [name for name, space in scene.cluster.namespaces.items() if peer.namespaces.matches(space.labels)]


def _elsewhere(scene: Scene, one: Written, pods: Selector) -> bool:
    """Whether such pods run in other namespaces: then the namespace is the mistake, not the label."""
    return bool(scene.ground.matching(pods) & ~scene.ground.space(one.policy.namespace))


def _words(
    scene: Scene, one: Written, selector: Selector, spaces: Sequence[str], path: str
) -> tuple[str, Mending | None]:
    where = listed(sorted(spaces))
    if not selector.possible():
        return f"No labels can ever meet this selector ({selector}): two of its requirements contradict.", None
    carried = scene.census.values(spaces)
    found = meant(selector, carried)
    if found is None:
        wrong = culprit(selector, carried)
        if wrong is None:
            return f"No pod of {where} meets all of this selector ({selector}) at once, though each part of it.", None
        keys = sorted(carried.get(wrong.key, ()))
        has = f"; {wrong.key} is {listed(keys)} there" if keys else f"; no pod there has the label {wrong.key}"
        return f"This selector matches no pod of {where} ({wrong}){has}.", None
    message = f"This selector matches no pod of {where} ({found.wrong}); nearest: {found}."
    labels = f"{path}.matchLabels"
    if not one.written(f"{labels}.{found.wrong.key}"):
        return message, None
    path = f"{labels}[{json.dumps(found.wrong.key)}]"
    steps: list[Edit] = []
    if found.key != found.wrong.key:
        steps.append({"op": "rename", "path": path, "to": found.key})
        path = f"{labels}[{json.dumps(found.key)}]"
    if found.value not in found.wrong.values:
        steps.append({"op": "set", "path": path, "value": found.value})
    return message, one.mending(f"Change {found.wrong} to {found.key}={found.value}", *steps)
