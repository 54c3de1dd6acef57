"""What opens one shut side: a slip corrected, a peer or port more, a rule more, a policy more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from editor.analysis.fixes.candidate import (
    ADD_POLICY,
    ADD_RULE,
    CORRECT,
    EXTEND,
    Candidate,
    appended,
    put,
    removed,
)
from editor.analysis.fixes.ends import Peer, all_words, named, peers_of, selected, short
from editor.analysis.fixes.manner import Manner
from editor.analysis.fixes.standing import PEERS, Held, Standing
from editor.analysis.fixes.texts import new_policy
from editor.analysis.nearest import nearest
from editor.analysis.problem import Edit
from editor.engine.matching import peer_admits, ports_admit
from editor.engine.policies import EGRESS, BlockPeer, Policy, Rule, SelectorPeer
from editor.engine.trials import Attempt


def openings(standing: Standing, attempt: Attempt, manner: Manner) -> Iterator[Candidate]:
    """The candidates for one side, each in one policy."""
    for held in standing.isolating(attempt):
        peers = peers_of(standing.cluster, attempt.other, held.policy.namespace, standing.options, manner.width)
        if held.text is None:
            continue
        for at, rule in enumerate(held.policy.rules(attempt.direction)):
            yield from _InRule(standing, attempt, held, at, rule).candidates(peers, wide=manner.width != "labels")
        if peers is not None:
            yield _rule(attempt, held.policy, peers)
    yield from _policy(standing, attempt, manner)


def port_of(attempt: Attempt) -> dict[str, Any]:
    """The asked port as a rule writes it."""
    return {"protocol": attempt.protocol, "port": attempt.port}


def _rule(attempt: Attempt, policy: Policy, peers: Sequence[Peer]) -> Candidate:
    title = f"Add a rule to {policy.ref}: {_way(attempt)} {all_words(peers)} on {attempt.protocol} {attempt.port}"
    edits = {policy.ref: (appended(f"spec.{attempt.direction.lower()}", _written(attempt, peers)),)}
    return Candidate(title, ADD_RULE, edits)


def _written(attempt: Attempt, peers: Sequence[Peer]) -> dict[str, Any]:
    """A rule without peers means everyone."""
    named_peers = {PEERS[attempt.direction]: list(peers)} if peers else {}
    return {**named_peers, "ports": [port_of(attempt)]}


def _policy(standing: Standing, attempt: Attempt, manner: Manner) -> Iterator[Candidate]:
    own = attempt.own.pod
    if own is None:
        return
    peers = peers_of(standing.cluster, attempt.other, own.namespace, standing.options, manner.width)
    if peers is None:
        return
    about = own.namespace if manner.own == "namespace" else short(attempt.own)
    name = f"{about}-{'to' if attempt.direction == EGRESS else 'from'}-{_named(attempt, manner)}"
    selector = selected(standing.cluster, own, standing.options, manner)
    ref, text = new_policy(standing, own.namespace, name, selector, attempt.direction, [_written(attempt, peers)])
    title = f"Add policy {ref}: {_way(attempt)} {all_words(peers)} on {attempt.protocol} {attempt.port}"
    yield Candidate(title, ADD_POLICY, added=(text,))


def _named(attempt: Attempt, manner: Manner) -> str:
    """The other end as a part of a policy's name."""
    pod = attempt.other.pod
    if manner.width == "namespace" and pod is not None:
        return pod.namespace
    return short(attempt.other) if manner.width in ("labels", "namespace") else manner.width


def _way(attempt: Attempt) -> str:
    return "to" if attempt.direction == EGRESS else "from"


class _InRule:
    """What can be done within one rule that does not let the arrow through."""

    def __init__(self, standing: Standing, attempt: Attempt, held: Held, at: int, rule: Rule) -> None:
        self.standing, self.attempt, self.ref, self.rule = standing, attempt, held.policy.ref, rule
        self.name = f"{attempt.direction.lower()}[{at}]"
        self.path, self.word = f"spec.{self.name}", PEERS[attempt.direction]
        self.ports_fit = ports_admit(rule, attempt.destination, attempt.protocol, attempt.port)
        self.fits = [self._fits(held.policy, peer) for peer in rule.peers or ()]

    def _fits(self, policy: Policy, peer: SelectorPeer | BlockPeer) -> bool:
        return peer_admits(self.standing.cluster, policy, peer, self.attempt.other, self.standing.options)

    def candidates(self, peers: Sequence[Peer] | None, *, wide: bool) -> Iterator[Candidate]:
        """Corrections first, which no ``wide`` answer is, then what is added."""
        if self.ports_fit and self.rule.peers is not None:
            for at, own in enumerate(() if wide else self.rule.peers):
                yield from self._corrected(f"{self.path}.{self.word}[{at}]", f"{self.word}[{at}]", own)
            if peers:
                edits = [appended(f"{self.path}.{self.word}", peer) for peer in peers]
                yield self._made(f"Add {all_words(peers)} to {self.name}", EXTEND, *edits)
        elif not wide and not self.ports_fit and (self.rule.peers is None or any(self.fits)):
            yield from self._other_port()
            wanted = port_of(self.attempt)
            title = f"Add {self.attempt.protocol} {self.attempt.port} to {self.name}"
            yield self._made(title, EXTEND, appended(f"{self.path}.ports", wanted))

    def _made(self, title: str, weight: int, *edits: Edit) -> Candidate:
        return Candidate(f"{title} of {self.ref}", weight, {self.ref: edits})

    def _other_port(self) -> Iterator[Candidate]:
        """A listed number that the destination does not have, where it has the asked one."""
        pod = self.attempt.destination.pod
        declared = {(port.protocol, port.number) for port in pod.ports} if pod is not None else set()
        if (self.attempt.protocol, self.attempt.port) not in declared:
            return
        for at, port in enumerate(self.rule.ports or ()):
            slip = isinstance(port.port, int) and (port.protocol, port.port) not in declared and port.end_port is None
            if slip and port.protocol == self.attempt.protocol:
                title = f"Change port {port.port} to {self.attempt.port} in {self.name}"
                yield self._made(title, CORRECT, put(f"{self.path}.ports[{at}].port", self.attempt.port))

    def _corrected(self, path: str, name: str, peer: SelectorPeer | BlockPeer) -> Iterator[Candidate]:
        where = f"{self.name} {name}"
        if isinstance(peer, BlockPeer):
            yield from self._without_hole(path, where, peer)
            return
        pod = self.attempt.other.pod
        if pod is None:
            return
        unmet = () if peer.pods is None else peer.pods.unmet(pod.labels)
        if not unmet:
            title = f"Look in namespace {pod.namespace} instead, in {where}"
            yield self._made(title, CORRECT, put(f"{path}.namespaceSelector", named(pod.namespace)))
        elif len(unmet) == 1 and unmet[0].operator == "In" and len(unmet[0].values) == 1:
            yield from self._label(f"{path}.podSelector.matchLabels", where, unmet[0].key, unmet[0].values[0])

    def _label(self, path: str, where: str, key: str, value: str) -> Iterator[Candidate]:
        """A label that is nearly one of the pod's."""
        labels = self.attempt.other.pod.labels if self.attempt.other.pod is not None else {}
        held = labels.get(key)
        if held is not None:
            if nearest(value, [held]) is not None:
                title = f"Change {key}={value} to {key}={held} in {where}"
                yield self._made(title, CORRECT, put(f"{path}[{json.dumps(key)}]", held))
            return
        near = nearest(key, [name for name, own in labels.items() if own == value])
        if near is not None:
            title = f"Change {key}={value} to {near[0]}={value} in {where}"
            yield self._made(title, CORRECT, {"op": "rename", "path": f"{path}[{json.dumps(key)}]", "to": near[0]})

    def _without_hole(self, path: str, where: str, peer: BlockPeer) -> Iterator[Candidate]:
        address, block = self.attempt.other.address, peer.block
        if address is None or address.version != block.cidr.version or address not in block.cidr:
            return
        holes = [at for at, hole in enumerate(block.excepts) if address in hole]
        if not holes:
            return
        holding = f"{path}.ipBlock.except"
        every = len(holes) == len(block.excepts)
        edits = [removed(holding)] if every else [removed(f"{holding}[{at}]") for at in reversed(holes)]
        told = ", ".join(str(block.excepts[at]) for at in holes)
        yield self._made(f"Remove except {told} from {where}", CORRECT, *edits)
