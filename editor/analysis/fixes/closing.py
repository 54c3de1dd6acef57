"""What shuts one open side: every rule that lets the arrow through taken back or narrowed, or the pod isolated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from editor.analysis.anatomy import anatomy
from editor.analysis.fixes.candidate import ADD_POLICY, Candidate, put
from editor.analysis.fixes.ends import everyone_but, selected, short
from editor.analysis.fixes.manner import Manner
from editor.analysis.fixes.narrowing import Narrowed, narrowings
from editor.analysis.fixes.standing import PEERS, Held, Standing
from editor.analysis.fixes.texts import new_policy
from editor.analysis.problem import Edit
from editor.analysis.wishes.writing import ports_as_plain
from editor.engine.matching import peer_admits, ports_admit
from editor.engine.policies import EGRESS, INGRESS
from editor.engine.ports import ALL_PORTS, Intervals, PortSet
from editor.engine.trials import Attempt

MOST_MIXED = 24
"""Several rules that let the arrow through can each be narrowed in several ways; of all mixtures the first so many."""


def closings(standing: Standing, attempt: Attempt, manner: Manner) -> Iterator[Candidate]:
    """The candidates for one side."""
    isolating = standing.isolating(attempt)
    if not isolating:
        yield from _isolations(standing, attempt, manner)
        return
    granting = [(held, at) for held in isolating for at in _granting(standing, attempt, held)]
    if any(held.text is None for held, _ in granting):
        return
    ways = [list(narrowings(standing, attempt, held, at, manner.width)) for held, at in granting]
    for mixture in islice(product(*ways), MOST_MIXED):
        if mixture:
            yield _together(attempt, {held.policy.ref: held for held, _ in granting}, mixture)


def _granting(standing: Standing, attempt: Attempt, held: Held) -> Iterator[int]:
    """The numbers of the rules that let the arrow through."""
    for at, rule in enumerate(held.policy.rules(attempt.direction)):
        peers = rule.peers is None or any(
            peer_admits(standing.cluster, held.policy, peer, attempt.other, standing.options) for peer in rule.peers
        )
        if peers and ports_admit(rule, attempt.destination, attempt.protocol, attempt.port):
            yield at


def _together(attempt: Attempt, held: dict[str, Held], mixture: tuple[Narrowed, ...]) -> Candidate:
    """All of them, the last rule first, so that no number shifts before it is used."""
    edits: dict[str, tuple[Edit, ...]] = {}
    for one in sorted(mixture, key=lambda one: -one.rule):
        edits[one.policy] = (*edits.get(one.policy, ()), *one.edits)
    named = {ref: (*_types(attempt, held[ref]), *made) for ref, made in edits.items()}
    title = ", and ".join(
        one.title if number == 0 else f"{one.title[0].lower()}{one.title[1:]}" for number, one in enumerate(mixture)
    )
    return Candidate(title, sum(one.weight for one in mixture), named)


def _types(attempt: Attempt, held: Held) -> list[Edit]:
    """Without its last egress rule a policy that names no types would no longer isolate egress: name them first."""
    if attempt.direction != EGRESS or "spec.policyTypes" in anatomy(held.text or "").places:
        return []
    return [put("spec.policyTypes", [one for one in (INGRESS, EGRESS) if one in held.policy.types])]


def _isolations(standing: Standing, attempt: Attempt, manner: Manner) -> Iterator[Candidate]:
    """Nothing shuts this side yet: a policy that lets everybody else through as today."""
    own = attempt.own.pod
    if own is None:
        return
    word = PEERS[attempt.direction]
    whole = manner.own == "namespace"
    spoken = f"namespace {own.namespace}" if whole else f"{own.namespace}/{short(attempt.own)}"
    way = "in" if attempt.direction == INGRESS else "out"
    selector = selected(standing.cluster, own, standing.options, manner)
    others = {"ports": ports_as_plain(_other_ports(attempt))}
    link = "to" if attempt.direction == EGRESS else "from"
    name = f"{own.namespace if whole else short(attempt.own)}-{link}-all-but"
    if manner.width == "everyone":
        name = f"{name}-{attempt.port}"
        ref, text = new_policy(standing, own.namespace, name, selector, attempt.direction, [others])
        title = f"Add policy {ref}: isolate {spoken} on the way {way}, letting through everybody on every other port"
        yield Candidate(title, ADD_POLICY, added=(text,))
        return
    there = attempt.other.pod.namespace if manner.width == "namespace" and attempt.other.pod is not None else None
    name = f"{name}-{there or short(attempt.other)}"
    for world in (True, False):
        peers = everyone_but(standing.cluster, attempt.other, standing.options, world=world, width=manner.width)
        if not peers:
            continue
        ref, text = new_policy(standing, own.namespace, name, selector, attempt.direction, [{word: peers}])
        kept = "all others as today" if world else "every other pod, and no address outside"
        title = f"Add policy {ref}: isolate {spoken} on the way {way}, letting through {kept}"
        yield Candidate(title, ADD_POLICY, added=(text,))
        rules = [others, {word: peers, "ports": [_port(attempt)]}]
        _, text = new_policy(standing, own.namespace, name, selector, attempt.direction, rules)
        yield Candidate(f"{title}, and everybody on every other port", ADD_POLICY, added=(text,))


def _port(attempt: Attempt) -> dict[str, Any]:
    return {"protocol": attempt.protocol, "port": attempt.port}


def _other_ports(attempt: Attempt) -> PortSet:
    return ALL_PORTS - PortSet.of(attempt.protocol, Intervals.of((attempt.port, attempt.port)))
