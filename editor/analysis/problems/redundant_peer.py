"""Peers that another peer of the same rule covers."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.redundancy import Redundant
from editor.analysis.redundant_words import reasons
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import PEERS

ID = "redundant-peer"
SUMMARY = "Another peer of the same rule covers this one."


def of_all(scene: Scene) -> Iterator[Problem]:
    """Whoever it lets through, the other peers of its rule let through on the same ports."""
    for found in scene.redundancies:
        if found.part[3] is not None:
            yield _problem(scene, found)


def _problem(scene: Scene, found: Redundant) -> Problem:
    number, direction, rule, peer = found.part
    one = scene.written[number]
    word = PEERS[direction]
    path = f"spec.{direction.lower()}[{rule}].{word}[{peer}]"
    covering = {other.peer for held in found.proofs[0].covers.values() for other in held}
    by = listed([f"{word}[{at}]" for at in sorted(at for at in covering if at is not None)])
    message = (
        f"{by} of the same rule {'covers' if len(covering) == 1 else 'cover'} {word}[{peer}]"
        f"{', also for pods to come' if found.forever else ''}: remove it."
    )
    fix = one.mending(f"Remove {word}[{peer}]", {"op": "remove", "path": path})
    pods = scene.ground.refs(found.proofs[0].other)
    severity = WARNING if found.forever else HINT
    return one.problem(ID, severity, path, message, reasons(scene, found), pods=pods, fix=fix)
