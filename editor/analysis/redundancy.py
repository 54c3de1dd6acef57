"""What could go without changing a verdict: whole policies, then rules, then peers; the later of two alike goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor.analysis.grants import Grant
from editor.analysis.implied import peer_implied, ports_implied, selected_implied
from editor.analysis.proofs import Part, Proof, Proofs
from editor.analysis.scene import Scene
from editor.engine.policies import EGRESS, INGRESS, Peer, Policy, Rule


@dataclass(frozen=True, slots=True)
class Redundant:
    """``part`` could go, as ``proofs`` show, one for each direction. ``forever``: for all pods to come as well."""

    part: Part
    proofs: tuple[Proof, ...]
    forever: bool

    @property
    def covering(self) -> list[tuple[int, int]]:
        """The policies and rules that do the same, each once."""
        found = (one for proof in self.proofs for held in proof.covers.values() for one in held)
        return list(dict.fromkeys((grant.policy, grant.rule) for grant in found))


def redundancies(scene: Scene) -> tuple[Redundant, ...]:
    """Everything redundant. All of it together could go: each proof stands without what was found before."""
    proofs = Proofs(scene.ground, scene.grants)
    return (*_policies(scene, proofs), *_rules(scene, proofs), *_peers(scene, proofs))


def _policies(scene: Scene, proofs: Proofs) -> Iterator[Redundant]:
    for number in range(len(scene.written) - 1, -1, -1):
        policy = scene.written[number].policy
        # A default deny guards pods to come; what selects nobody is told as that.
        if not scene.ground.selected[number] or _denies_all(policy) or not proofs.isolated_anyway(number):
            continue
        found = [(direction, proofs.of((number, direction, None, None))) for direction in sorted(policy.types)]
        shown = [proof for _, proof in found if proof is not None]
        if len(shown) < len(found):
            continue
        rules = any(policy.rules(direction) for direction in policy.types)
        if rules and not any(proof.covers for proof in shown):
            continue
        proofs.gone.update((number, direction, None, None) for direction in policy.types)
        forever = _guarded_forever(scene, number) and all(_forever(scene, d, p) for d, p in found if p)
        yield Redundant((number, INGRESS, None, None), tuple(shown), forever)


def _denies_all(policy: Policy) -> bool:
    return not policy.pods.requirements and not any(policy.rules(direction) for direction in policy.types)


def _guarded_forever(scene: Scene, number: int) -> bool:
    """Whether each direction stays isolated for any pod that this policy could ever select, by one other policy."""
    own = scene.written[number].policy
    others = [one.policy for at, one in enumerate(scene.written) if at != number]
    return all(any(d in other.types and selected_implied(own, other) for other in others) for d in own.types)


def _rules(scene: Scene, proofs: Proofs) -> Iterator[Redundant]:
    for number in range(len(scene.written) - 1, -1, -1):
        for direction in (INGRESS, EGRESS):
            for rule in range(len(scene.written[number].policy.rules(direction)) - 1, -1, -1):
                yield from _proven(scene, proofs, (number, direction, rule, None))


def _peers(scene: Scene, proofs: Proofs) -> Iterator[Redundant]:
    """Peers that other peers of the same rule cover."""
    for number in range(len(scene.written) - 1, -1, -1):
        for direction in (INGRESS, EGRESS):
            for r, rule in enumerate(scene.written[number].policy.rules(direction)):
                for peer in range(len(rule.peers or ()) - 1, -1, -1):
                    if len(rule.peers or ()) > 1:
                        yield from _proven(scene, proofs, (number, direction, r, peer))


def _proven(scene: Scene, proofs: Proofs, part: Part) -> Iterator[Redundant]:
    number, direction, rule, _ = part
    if {(number, direction, None, None), (number, direction, rule, None)} & proofs.gone:
        return
    proof = proofs.of(part)
    if proof is not None and proof.covers:
        proofs.gone.add(part)
        yield Redundant(part, (proof,), _forever(scene, direction, proof))


def _forever(scene: Scene, direction: str, proof: Proof) -> bool:
    return all(any(_covers(scene, direction, one, other) for other in held) for one, held in proof.covers.items())


def _covers(scene: Scene, direction: str, one: Grant, other: Grant) -> bool:
    own, wide = (scene.written[grant.policy].policy for grant in (one, other))
    narrow_rule, wide_rule = own.rules(direction)[one.rule], wide.rules(direction)[other.rule]
    if not selected_implied(own, wide) or not ports_implied(narrow_rule, wide_rule):
        return False
    return peer_implied(scene.cluster, own.namespace, _peer(narrow_rule, one), _peer(wide_rule, other))


def _peer(rule: Rule, grant: Grant) -> Peer | None:
    return None if grant.peer is None or rule.peers is None else rule.peers[grant.peer]
