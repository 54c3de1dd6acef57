"""Namespace selectors that match no namespace."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.meant import meant
from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.written import PEERS, Written
from editor.engine.cluster import NAME_LABEL
from editor.engine.policies import EGRESS, INGRESS, SelectorPeer
from editor.engine.selectors import Selector

ID = "namespace-label-missing"
SUMMARY = "`namespaceSelector` reads labels; no namespace has these. Use `kubernetes.io/metadata.name`."
WHY = f"The rule lets nobody through by this peer. A namespace is known by its name only in the label {NAME_LABEL}."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Silent where no namespace is known at all."""
    spaces = scene.cluster.namespaces.values()
    for direction in (INGRESS, EGRESS) if spaces else ():
        for _, path, rule in one.rules(direction):
            for at, peer in enumerate(rule.peers or ()):
                if not isinstance(peer, SelectorPeer) or peer.namespaces is None:
                    continue
                selector = peer.namespaces
                if not any(selector.matches(space.labels) for space in spaces):
                    yield _problem(scene, one, f"{path}.{PEERS[direction]}[{at}].namespaceSelector", selector)


def _problem(scene: Scene, one: Written, path: str, selector: Selector) -> Problem:
    asked = [(r.key, r.values) for r in selector.requirements]
    alone = len(asked) == 1 and len(asked[0][1]) == 1
    key, value = (asked[0][0], asked[0][1][0]) if alone else ("", "")
    if alone and key != NAME_LABEL and value in scene.cluster.namespaces:
        message = (
            f"`namespaceSelector` reads labels, and no namespace has {selector}: "
            f"for namespace {value} write {NAME_LABEL}: {value}."
        )
        return _mended(one, path, message, value, NAME_LABEL)
    near = meant(selector, scene.census.space_values)
    if near is not None:
        message = f"No namespace here has {near.wrong}; nearest: {near}."
        if alone:
            return _mended(one, path, message, near.value, near.key)
        return one.problem(ID, WARNING, path, message, WHY)
    if key == NAME_LABEL:
        # Manifests of one team seldom hold the namespaces of the others.
        return one.problem(ID, HINT, path, f"There is no namespace {value} here.", WHY)
    message = f"`namespaceSelector` reads labels, and no namespace here has {selector}: label one, or use {NAME_LABEL}."
    return one.problem(ID, WARNING, path, message, WHY)


def _mended(one: Written, path: str, message: str, value: str, key: str) -> Problem:
    fix = one.mending(f"Select by {key}={value}", {"op": "set", "path": path, "value": {"matchLabels": {key: value}}})
    return one.problem(ID, WARNING, path, message, WHY, fix=fix)
