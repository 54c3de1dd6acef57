"""``- ports:`` where ``ports:`` was meant: a second rule instead of a narrower one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from editor.analysis.problem import ERROR, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import counted, listed, ports_words
from editor.analysis.written import Written
from editor.engine.policies import EGRESS, INGRESS, Rule
from editor.manifests.plain import policy_manifest

ID = "ports-extra-dash"
SUMMARY = (
    "A hyphen before `ports` starts a second rule: any peer on that port, and the first rule's peers on every port."
)
DNS = (53, 5353)
WHY = "Each item of the list is a rule of its own; what was to be joined by AND is now joined by OR."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Neighbouring rules, one with peers alone and one with ports alone."""
    for direction in (INGRESS, EGRESS):
        rules = list(one.rules(direction))
        for (_, first, peers), (_, second, ports) in pairwise(rules):
            found = ((first, peers), (second, ports))
            if (_alone(peers), _alone(ports)) == ("ports", "peers"):
                found = found[::-1]
            elif (_alone(peers), _alone(ports)) != ("peers", "ports"):
                continue
            if not _is_dns(direction, found[1][1]):
                yield _problem(scene, one, direction, *found, second)


def _is_dns(direction: str, rule: Rule) -> bool:
    """Whether it lets everything look up names, which many egress policies have as a rule of its own."""
    return direction == EGRESS and all(port.port in DNS for port in rule.ports or ())


def _alone(rule: Rule) -> str:
    if rule.peers is not None and rule.ports is None:
        return "peers"
    return "ports" if rule.peers is None and rule.ports is not None else ""


def _problem(
    scene: Scene, one: Written, direction: str, of_peers: tuple[str, Rule], of_ports: tuple[str, Rule], second: str
) -> Problem:
    ground = scene.ground
    whom = listed(ground.names(ground.rule_reach(one.policy, of_peers[1]))) or "the peers of the first"
    every = "any source" if direction == INGRESS else "any destination"
    message = (
        f"This hyphen starts a second rule: {every} on {ports_words(of_ports[1].ports)}, "
        f"and {whom} on every port. Remove it."
    )
    more = ground.inside & ~ground.rule_reach(one.policy, of_peers[1])
    why = (
        f"{WHY} {counted(len(ground.names(more)), 'workload')} here come in besides those named, and the world outside."
    )
    if direction == EGRESS:
        why = WHY
    fix = one.mending(
        "Make one rule of the two",
        {"op": "set", "path": f"{of_peers[0]}.ports", "value": _ports(one, direction, of_ports[0])},
        {"op": "remove", "path": of_ports[0]},
    )
    pods = ground.refs(scene.selected(one))
    return one.problem(ID, ERROR, second, message, why, pods=pods, fix=fix)


def _ports(one: Written, direction: str, path: str) -> object:
    at = int(path.rpartition("[")[2].rstrip("]"))
    return policy_manifest(one.policy)["spec"][direction.lower()][at]["ports"]
