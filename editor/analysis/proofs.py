"""Proofs that something in a policy changes no verdict, at its own side and for the pods that there are.

A rule, peer or policy that lets nobody through here guards pods to come, and is not called redundant; neither is one
whose connections the other side stops, which is told as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from editor.analysis.grants import Grant, Grants, uncovered
from editor.analysis.ground import Ground
from editor.engine.bits import ones
from editor.engine.policies import EGRESS, INGRESS

Part = tuple[int, str, int | None, int | None]
"""A policy's number, a direction, and the numbers of a rule and of a peer in it; None: all of them."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Between the classes of ``own`` and ``other`` (bits) ``covers`` do the same: each part with those that do."""

    own: int
    other: int
    covers: dict[Grant, tuple[Grant, ...]]


class Proofs:
    """What is proven redundant counts as gone for the next proof, so that all of it may go together."""

    def __init__(self, ground: Ground, grants: Mapping[str, Grants]) -> None:
        self.ground, self.grants = ground, grants
        self.gone: set[Part] = set()

    def of(self, part: Part) -> Proof | None:
        """The proof that ``part`` could go; None when it is needed. It is empty when it lets nobody through here.

        A peer must be covered within its own rule.
        """
        policy, direction, rule, peer = part
        own = other = 0
        covers: dict[Grant, dict[Grant, None]] = {}
        for number, bits in self._groups(policy, direction):
            among = _others(self.ground, number)
            held = [one for one in self.grants[direction].of_class(number) if not self._is_gone(one, direction)]
            meant = [one for one in held if _is_part(one, policy, rule, peer)]
            rest = [one for one in held if not _is_part(one, policy, rule, peer)]
            if peer is not None:
                rest = [one for one in rest if one.policy == policy and one.rule == rule]
            for grant in meant:
                reached = reach(grant) & among
                if reached:
                    if uncovered(grant, rest, among):
                        return None
                    own, other = own | bits, other | reached
                    covering = (one for one in rest if reach(one) & reached)
                    covers.setdefault(grant, {}).update(dict.fromkeys(covering))
        return Proof(own, other, {grant: tuple(found) for grant, found in covers.items()})

    def isolated_anyway(self, policy: int) -> bool:
        """Whether every pod that a policy isolates is isolated by another one too, in each of its directions."""
        for direction in self.ground.policies[policy].types:
            lists = self.ground.selecting[direction]
            for number in ones(self.ground.selected[policy]):
                if all(one == policy or (one, direction, None, None) in self.gone for one in lists[number]):
                    return False
        return True

    def _is_gone(self, grant: Grant, direction: str) -> bool:
        if not self.gone:
            return False
        parts = ((None, None), (grant.rule, None), (grant.rule, grant.peer))
        return any((grant.policy, direction, rule, peer) in self.gone for rule, peer in parts)

    def _groups(self, policy: int, direction: str) -> Iterator[tuple[int, int]]:
        """The classes that a policy selects: one of each kind, with the bits of its kind."""
        kinds = self._kinds[direction]
        found: dict[object, tuple[int, int]] = {}
        for number in ones(self.ground.selected[policy]):
            first, bits = found.get(kinds[number], (number, 0))
            found[kinds[number]] = (first, bits | 1 << number)
        yield from found.values()

    @cached_property
    def _kinds(self) -> dict[str, list[object]]:
        """For each class what decides, in each direction, on the answer: its policies, and what port names mean."""
        return {direction: [self._kind(direction, n) for n in range(len(self.ground.classes.all))]
                for direction in (INGRESS, EGRESS)}  # fmt: skip

    def _kind(self, direction: str, number: int) -> object:
        alike = self.ground.classes.all[number]
        names = alike.ports if direction == INGRESS else None
        return self.ground.selecting[direction][number], names, number if len(alike.pods) == 1 else None


def reach(grant: Grant) -> int:
    """The bits of the classes that a grant lets through on any way."""
    found = 0
    for bits, _ in grant.reach:
        for way in bits:
            found |= way
    return found


def _is_part(grant: Grant, policy: int, rule: int | None, peer: int | None) -> bool:
    return grant.policy == policy and rule in (None, grant.rule) and (peer is None or peer == grant.peer)


def _others(ground: Ground, number: int) -> int:
    """The classes that matter at the other end: all of them, but a pod alone in its class always reaches itself."""
    everyone = ground.classes.everyone
    return everyone & ~(1 << number) if len(ground.classes.all[number].pods) == 1 else everyone
