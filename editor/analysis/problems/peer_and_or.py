"""Two list items where one with both selectors was meant."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.problem import WARNING, Edit, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import counted, listed
from editor.analysis.written import PEERS, Written
from editor.engine.bits import ones
from editor.engine.policies import EGRESS, INGRESS, Peer, SelectorPeer
from editor.engine.selectors import Selector
from editor.manifests.plain import selector_manifest

ID = "peer-and-or"
SUMMARY = "One item with both selectors means AND; a second hyphen means OR, and opens N more sources."
WHY = "With the hyphen each item is a peer of its own: pods with these labels here, and every pod of those namespaces."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Neighbouring items, one with labels of pods alone and one with namespaces alone, that also make sense as one.

    They do when some pod meets both: otherwise two different peers were meant.
    """
    for direction in (INGRESS, EGRESS):
        for _, path, rule in one.rules(direction):
            peers = rule.peers or ()
            for at in range(len(peers) - 1):
                found = _pair(peers[at], peers[at + 1])
                if found is not None:
                    yield from _problem(scene, one, direction, f"{path}.{PEERS[direction]}", at, found)


def _pair(first: Peer, second: Peer) -> tuple[Selector, Selector] | None:
    """The selectors for pods and for namespaces when one item has the one and its neighbour the other."""
    for one, other in ((first, second), (second, first)):
        if not isinstance(one, SelectorPeer) or not isinstance(other, SelectorPeer):
            return None
        if one.pods and one.pods.requirements and one.namespaces is None and other.pods is None and other.namespaces:
            return one.pods, other.namespaces
    return None


def _problem(
    scene: Scene, one: Written, direction: str, path: str, at: int, found: tuple[Selector, Selector]
) -> Iterator[Problem]:
    pods, namespaces = found
    ground = scene.ground
    chosen = ground.classes.spaces.matching(namespaces)
    both = ground.matching(pods) & chosen
    either = chosen | (ground.matching(pods) & ground.space(one.policy.namespace))
    # A single pod that the policy selects reaches itself whatever the policies say.
    itself = sum(
        1 << number for number in ones(scene.selected(one) & either) if len(ground.classes.all[number].pods) == 1
    )
    more = either & ~both & ~(itself if scene.selected(one).bit_count() == 1 else 0)
    if not both or not more:
        return
    names = ground.names(more)
    kind = "source" if direction == INGRESS else "destination"
    message = (
        f"A second hyphen means OR: it opens {counted(len(names), f'more {kind}')} ({listed(names)}). "
        "One item with both selectors means AND."
    )
    joined = {"namespaceSelector": selector_manifest(namespaces), "podSelector": selector_manifest(pods)}
    edits: list[Edit] = [
        {"op": "set", "path": f"{path}[{at}]", "value": joined},
        {"op": "remove", "path": f"{path}[{at + 1}]"},
    ]
    fix = one.mending("Join the two items: AND", *edits)
    yield one.problem(ID, WARNING, f"{path}[{at + 1}]", message, WHY, pods=ground.refs(more), fix=fix)
