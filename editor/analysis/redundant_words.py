"""Why something is redundant, and for which pods, in words."""

from __future__ import annotations

from editor.analysis.redundancy import Redundant
from editor.analysis.scene import Scene
from editor.analysis.words import counted, listed


def by_whom(scene: Scene, found: Redundant) -> str:
    """The rules that let the same through."""
    names = []
    direction = found.part[1].lower()
    for policy, rule in found.covering:
        own = policy == found.part[0]
        names.append(f"{direction}[{rule}]" if own else f"{scene.written[policy].policy.ref}")
    names = list(dict.fromkeys(names))
    return f"{listed(names)} {'lets' if len(names) == 1 else 'let'} the same through" if names else ""


def reasons(scene: Scene, found: Redundant) -> str:
    """For whom it was proven, and what may come."""
    ground = scene.ground
    own = other = 0
    for proof in found.proofs:
        own, other = own | proof.own, other | proof.other
    if not own:
        own = ground.selected[found.part[0]]
    between = f"for {counted(len(ground.pods(own)), 'pod')} selected here"
    if other & ground.inside:
        between += f" and {counted(len(ground.pods(other)), 'pod')} at the other end"
    if other & ground.outside:
        between += f"{',' if other & ground.inside else ' and'} every outside address concerned"
    after = (
        "By its form it holds for every pod to come as well."
        if found.forever
        else "A pod to come may differ: remove it only if it was not written for one."
    )
    return f"Proven {between}. {after}"
