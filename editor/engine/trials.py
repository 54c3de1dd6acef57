"""One connection tried against one peer of one rule: the unit of every verdict and of its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor.engine.cluster import Cluster
from editor.engine.matching import peer_admits, ports_admit
from editor.engine.options import Options
from editor.engine.parties import Party
from editor.engine.policies import INGRESS, Peer, Policy, Rule


@dataclass(frozen=True, slots=True)
class Attempt:
    """A connection as one side sees it: ``other`` is the end that the peers of its rules speak of."""

    direction: str
    own: Party
    other: Party
    destination: Party
    protocol: str
    port: int


@dataclass(frozen=True, slots=True)
class Trial:
    """What one peer of one rule says. ``peer`` is None when the rule names no peer and so admits all of them."""

    policy: Policy
    rule: Rule
    rule_index: int
    peer: Peer | None
    peer_index: int
    peer_admits: bool
    ports_admit: bool
    attempt: Attempt

    @property
    def admits(self) -> bool:
        """Whether it lets the connection through."""
        return self.peer_admits and self.ports_admit

    @property
    def rule_name(self) -> str:
        """``ingress[0]``: the rule's place under ``spec``."""
        return f"{self.attempt.direction.lower()}[{self.rule_index}]"

    @property
    def peer_name(self) -> str | None:
        """``from[0]`` or ``to[0]``; None when the rule names no peer."""
        word = "from" if self.attempt.direction == INGRESS else "to"
        return None if self.peer is None else f"{word}[{self.peer_index}]"


def trials(cluster: Cluster, policy: Policy, attempt: Attempt, options: Options) -> Iterator[Trial]:
    """Every peer of every rule of ``policy`` that bears on the attempt's direction, in the order written."""
    for r, rule in enumerate(policy.rules(attempt.direction)):
        ports = ports_admit(rule, attempt.destination, attempt.protocol, attempt.port)
        if rule.peers is None:
            yield Trial(policy, rule, r, None, 0, peer_admits=True, ports_admit=ports, attempt=attempt)
            continue
        for p, peer in enumerate(rule.peers):
            met = peer_admits(cluster, policy, peer, attempt.other, options)
            yield Trial(policy, rule, r, peer, p, peer_admits=met, ports_admit=ports, attempt=attempt)
