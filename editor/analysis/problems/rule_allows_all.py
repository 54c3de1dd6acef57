"""A rule, or an emptied list of peers, that lets everybody in or out."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import ports_words
from editor.analysis.written import PEERS, Written
from editor.engine.policies import EGRESS, INGRESS, Rule

ID = "rule-allows-all"
SUMMARY = "`- {}` (or an empty `from`) lets every source in, outside addresses too."
WHOM = {INGRESS: "lets every source in, outside addresses too", EGRESS: "lets out to every destination, outside too"}


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """``- {}``, a bare hyphen, and ``from: []``. A rule that only names ports says openly that it is for everybody."""
    for direction in (INGRESS, EGRESS):
        for _, path, rule in one.rules(direction):
            emptied = one.empty(f"{path}.{PEERS[direction]}")
            if rule.peers is not None or not (rule.ports is None or emptied):
                continue
            written = _written(one, path, PEERS[direction], rule, emptied=emptied)
            message = f"{written} {WHOM[direction]}, on {ports_words(rule.ports)}: name the peers that are meant."
            alone = len(one.policy.rules(direction)) == 1 and not emptied and not one.empty(path)
            why = (
                "As the only rule it undoes the isolation of this policy, and every other one on these pods."
                if alone
                else "The other rules of this direction change nothing beside it."
                if rule.ports is None
                else "An empty list of peers means everybody, not nobody."
            )
            pods = scene.ground.refs(scene.selected(one))
            yield one.problem(ID, HINT if alone else WARNING, path, message, why, pods=pods)


def _written(one: Written, path: str, peers: str, rule: Rule, *, emptied: bool) -> str:
    if one.empty(path):
        return "A bare hyphen"
    if emptied:
        return f"An empty `{peers}`"
    return "`- {}`" if rule.ports is None and not one.anatomy.fields(path) else "A rule without peers and ports"
