"""A verdict and its chain of reasons, in the shape of the outside contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from editor.engine.errors import NOWHERE, Place


def _at(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column, "end_line": place.end_line}


@dataclass(frozen=True, slots=True)
class NearMiss:
    """One peer of one rule that did not let the connection through: what was met and what was not, in words.

    ``place`` is the peer's; ``unmet_at`` says of each of ``unmet`` where the condition itself stands.
    """

    rule: str
    peer: str | None
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False)
    unmet_at: tuple[Place, ...] = field(default=(), compare=False)

    def as_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "peer": self.peer,
            "met": list(self.met),
            "unmet": list(self.unmet),
            "unmet_at": [{"line": at.line, "column": at.column, "end_line": at.end_line} for at in self.unmet_at],
            **_at(self.place),
        }


@dataclass(frozen=True, slots=True)
class PolicyReason:
    """A policy's part in one side. ``rule`` names the rule that lets the connection through, None if none does.

    A policy with two rules that let it through stands twice. ``peer`` is the matching peer (``from[0]``), None when
    the rule admits every peer. ``place`` is the rule's, or the policy's when no rule matches;
    ``peer_place`` is the peer's.
    """

    policy: str
    rule: str | None
    peer: str | None = None
    near_misses: tuple[NearMiss, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    peer_place: Place = field(default=NOWHERE, compare=False)

    def as_json(self) -> dict[str, Any]:
        return {
            "policy": self.policy,
            "rule": self.rule,
            "peer": self.peer,
            "near_misses": [miss.as_json() for miss in self.near_misses],
            **_at(self.place),
            "peer_line": self.peer_place.line,
            "peer_end_line": self.peer_place.end_line,
        }


@dataclass(frozen=True, slots=True)
class Side:
    """One direction's part of a verdict, at one pod.

    ``policies``: on an allowing side every policy, rule and peer that lets the connection through; on a refusing side
    every policy that isolates the pod, each with its near misses. ``isolated_by`` names every isolating policy.
    """

    allowed: bool | None
    isolated: bool
    policies: tuple[PolicyReason, ...] = ()
    isolated_by: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "allowed": self.allowed,
            "isolated": self.isolated,
            "isolated_by": list(self.isolated_by),
            "policies": [reason.as_json() for reason in self.policies],
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a connection passes, and why. ``allowed`` None: the specification leaves it undefined.

    ``egress`` and ``ingress`` are None for an address outside the cluster, which has no side of its own.
    ``port`` is None only for a protocol without ports, such as ICMP.
    """

    source: str
    destination: str
    protocol: str
    port: int | None
    allowed: bool | None
    blocked_at: str | None
    egress: Side | None
    ingress: Side | None
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The shape of ``verdicts[]`` in the outside contract."""
        return {
            "source": self.source,
            "destination": self.destination,
            "protocol": self.protocol,
            "port": self.port,
            "allowed": self.allowed,
            "blocked_at": self.blocked_at,
            "egress": self.egress.as_json() if self.egress else None,
            "ingress": self.ingress.as_json() if self.ingress else None,
            "notes": list(self.notes),
        }
