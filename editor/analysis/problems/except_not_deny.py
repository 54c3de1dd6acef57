"""Holes in a block that another peer or rule fills again."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.grants import Grant
from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import PEERS, Written
from editor.engine.addresses import Network
from editor.engine.bits import ones
from editor.engine.policies import EGRESS, INGRESS, BlockPeer
from editor.engine.ports import NO_PORTS, PortSet

ID = "except-not-deny"
SUMMARY = "`except` is undone by another rule that lets the same address in."
WHY = "`except` narrows its own block and denies nothing: policies only add, and another rule may let the address in."


def of_all(scene: Scene) -> Iterator[Problem]:
    """A warning where the whole hole is filled, a hint where a part of it is: that may be meant."""
    for at, one in enumerate(scene.written):
        for direction in (INGRESS, EGRESS):
            for r, path, rule in one.rules(direction):
                for p, peer in enumerate(rule.peers or ()):
                    if isinstance(peer, BlockPeer):
                        for e, hole in enumerate(peer.block.excepts):
                            where = f"{path}.{PEERS[direction]}[{p}].ipBlock.except[{e}]"
                            yield from _hole(scene, one, (at, r, p), direction, hole, where)


def _hole(
    scene: Scene, one: Written, own: tuple[int, int, int], direction: str, hole: Network, path: str
) -> Iterator[Problem]:
    inside = _classes_in(scene, hole)
    filled = 0
    by: dict[str, None] = {}
    for number in ones(scene.selected(one)):
        grants = scene.grants[direction].of_class(number)
        ports = next((_ports(g) for g in grants if (g.policy, g.rule, g.peer) == own), NO_PORTS)
        for grant in grants:
            if (grant.policy, grant.rule, grant.peer) == own:
                continue
            found = _fills(grant, ports, inside)
            if found:
                filled |= found
                by[_name(scene, grant, own, direction)] = None
    if filled:
        whole = filled == inside
        verb = "in" if direction == INGRESS else "out"
        part = "it" if whole else "part of it"
        message = (
            f"`except` {hole} denies nothing: {listed(list(by))} {'lets' if len(by) == 1 else 'let'} {part} {verb}."
        )
        pods = scene.ground.refs(scene.selected(one))
        yield one.problem(ID, WARNING if whole else HINT, path, message, WHY, pods=pods)


def _classes_in(scene: Scene, hole: Network) -> int:
    """The classes of outside addresses that have some in a hole."""
    low, high = int(hole.network_address), int(hole.broadcast_address)
    found = 0
    for number in ones(scene.ground.outside):
        spans = scene.ground.classes.all[number].spans
        if any(family == hole.version and start <= high and low <= end for family, start, end in spans):
            found |= 1 << number
    return found


def _ports(grant: Grant) -> PortSet:
    found = NO_PORTS
    for _, ports in grant.reach:
        found = found | ports
    return found


def _fills(grant: Grant, ports: PortSet, inside: int) -> int:
    found = 0
    for bits, opened in grant.reach:
        if opened & ports:
            for way in bits:
                found |= way & inside
    return found


def _name(scene: Scene, grant: Grant, own: tuple[int, int, int], direction: str) -> str:
    rule = f"{direction.lower()}[{grant.rule}]"
    peer = "" if grant.peer is None else f".{PEERS[direction]}[{grant.peer}]"
    return f"{rule}{peer}" if grant.policy == own[0] else f"{scene.written[grant.policy].policy.ref} {rule}"
