"""Rules that one end wrote and the other end's policies stop."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.cut_off import reachable
from editor.analysis.grants import Grant
from editor.analysis.problem import WARNING, Concerned, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed, ports_words
from editor.analysis.written import PEERS, Written
from editor.engine.bits import ones
from editor.engine.policies import EGRESS, INGRESS, SelectorPeer
from editor.engine.ports import PROTOCOLS, PortSet

ID = "one-side-only"
SUMMARY = "The destination lets the source in, and the source's own egress stops it (or the other way round)."
WHY = "Both ends are judged: the source's egress and the destination's ingress must each let the connection through."
MOST = 20
"""More connections than this are not listed one by one."""


def of_all(scene: Scene) -> Iterator[Problem]:
    """Peers that name pods by label, none of which gets through on any port of the rule, stopped by the other end."""
    for at, one in enumerate(scene.written):
        for direction in (INGRESS, EGRESS):
            for r, path, rule in one.rules(direction):
                for p, peer in enumerate(rule.peers or ()):
                    if isinstance(peer, SelectorPeer) and peer.pods is not None and peer.pods.requirements:
                        where = f"{path}.{PEERS[direction]}[{p}]"
                        yield from _peer(scene, one, (at, r, p), direction, where)


def _peer(scene: Scene, one: Written, own: tuple[int, int, int], direction: str, path: str) -> Iterator[Problem]:
    other = EGRESS if direction == INGRESS else INGRESS
    ground = scene.ground
    stopped = passing = 0
    pairs: list[tuple[int, int, PortSet]] = []
    for number in ones(scene.selected(one)):
        grant = next(g for g in scene.grants[direction].of_class(number) if (g.policy, g.rule, g.peer) == own)
        for far, ports in _ends(grant, ground.inside):
            if far == number and len(ground.classes.all[far].pods) == 1:
                continue
            let = ports if not ground.isolated[other] >> far & 1 else _other_side(scene, other, far, number, ports)
            if let:
                passing |= 1 << far
            else:
                stopped |= 1 << far
                pairs.append((number, far, ports))
    stopped &= ~passing
    if stopped:
        yield _problem(scene, one, own, direction, path, [pair for pair in pairs if stopped >> pair[1] & 1])


def _ends(grant: Grant, inside: int) -> Iterator[tuple[int, PortSet]]:
    """The classes that a grant names, with its ports there."""
    found: dict[int, PortSet] = {}
    for bits, ports in grant.reach:
        for far in ones(bits[0] & inside):
            found[far] = found[far] | ports if far in found else ports
    yield from found.items()


def _other_side(scene: Scene, direction: str, far: int, near: int, ports: PortSet) -> PortSet:
    """Which of the ports the far end's own policies let through."""
    if direction == EGRESS:
        return reachable(scene, far, 1 << near, ports)
    opened = ports - ports
    for grant in scene.grants[INGRESS].of_class(far):
        for bits, held in grant.reach:
            if any(way >> near & 1 for way in bits):
                opened = opened | (held & ports)
    return opened


def _problem(
    scene: Scene,
    one: Written,
    own: tuple[int, int, int],
    direction: str,
    path: str,
    pairs: list[tuple[int, int, PortSet]],
) -> Problem:
    ground = scene.ground
    far = near = 0
    policies: dict[int, None] = {}
    other = EGRESS if direction == INGRESS else INGRESS
    for number, end, _ in pairs:
        near, far = near | 1 << number, far | 1 << end
        policies.update(dict.fromkeys(ground.selecting[other][end]))
    ports = ports_words(one.policy.rules(direction)[own[1]].ports)
    whom, by = listed(ground.names(far)), listed([scene.written[n].policy.ref for n in policies])
    if direction == INGRESS:
        message = f"This lets {whom} in on {ports}, and their own egress stops it ({by})."
    else:
        message = f"This lets out to {whom} on {ports}, and their ingress stops it ({by})."
    pods = ground.refs(near | far)
    return one.problem(ID, WARNING, path, message, WHY, pods=pods, connections=_arrows(scene, direction, pairs))


def _arrows(scene: Scene, direction: str, pairs: list[tuple[int, int, PortSet]]) -> list[Concerned]:
    found = []
    for number, end, ports in pairs:
        near, far = (scene.ground.classes.all[at].pods for at in (number, end))
        sources, destinations = (far, near) if direction == INGRESS else (near, far)
        protocol = next(p for p in PROTOCOLS if ports.ports(p))
        port = ports.ports(protocol).spans[0][0]
        found += [Concerned(s.ref, d.ref, protocol, port) for s in sources for d in destinations if s.ref != d.ref]
        if len(found) >= MOST:
            break
    return found[:MOST]
