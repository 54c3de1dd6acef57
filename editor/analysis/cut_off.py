"""Pods whose egress is isolated and does not reach something that they need, told of once each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from editor.analysis.grants import numbered
from editor.analysis.scene import Scene
from editor.analysis.written import Written
from editor.engine.bits import ones
from editor.engine.policies import EGRESS
from editor.engine.ports import PortSet


def cut_off(scene: Scene, needs: Callable[[int], bool]) -> Iterator[tuple[Written, int]]:
    """Policies with the bits of the isolated classes that need something more, by ``needs`` of a class's number.

    Each class counts for one policy that isolates it: the one over the most pods, which is where the way out was shut.
    """
    ground = scene.ground
    found: dict[int, int] = defaultdict(int)
    for number in ones(ground.isolated[EGRESS] & ground.inside):
        if needs(number):
            held = ground.selecting[EGRESS][number]
            broadest = max(held, key=lambda policy: (ground.selected[policy].bit_count(), -policy))
            found[broadest] |= 1 << number
    for policy in sorted(found):
        yield scene.written[policy], found[policy]


def reachable(scene: Scene, number: int, places: int, ports: PortSet) -> PortSet:
    """Which of ``ports`` the egress of a class reaches on any of the classes of ``places``."""
    left = ports
    for grant in scene.grants[EGRESS].of_class(number):
        for bits, opened in grant.reach:
            if left & opened and any(way & places for way in bits):
                left = left - opened
    return ports - left


def opened_anywhere(scene: Scene, number: int, ports: PortSet) -> PortSet:
    """Which of ``ports`` the egress of a class opens to anything at all, be it there yet or not."""
    ground, opened = scene.ground, ports - ports
    for policy in ground.selecting[EGRESS][number]:
        for rule in ground.policies[policy].rules(EGRESS):
            opened = opened | (ports if rule.ports is None else ports & numbered(rule.ports))
    return opened
