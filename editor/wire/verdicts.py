"""The JSON of faults and verdicts as the outside contract has it, for the browser's types and the API's schema."""

from __future__ import annotations

from typing import Any, Literal, TypedDict


class Fault(TypedDict):
    """One thing that is wrong: a stable code, what to do about it, and the place. Lines and columns count from 1."""

    code: str
    message: str
    file: str | None
    document: int | None
    path: str | None
    line: int | None
    column: int | None
    value: Any


class Errors(TypedDict):
    """What every refusal answers."""

    errors: list[Fault]


class Lines(TypedDict):
    """Where something stands in a text; all null where that is not known."""

    line: int | None
    column: int | None
    end_line: int | None


class NearMiss(TypedDict):
    """A peer of a rule that did not let the connection through: what was met and what was not, in words.

    ``unmet_at`` says of each of ``unmet`` where the condition itself stands.
    """

    rule: str
    peer: str | None
    met: list[str]
    unmet: list[str]
    unmet_at: list[Lines]
    file: str | None
    line: int | None
    column: int | None
    end_line: int | None


class PolicyReason(TypedDict):
    """A policy's part in one side; ``rule`` is null when none of its rules lets the connection through."""

    policy: str
    rule: str | None
    peer: str | None
    near_misses: list[NearMiss]
    file: str | None
    line: int | None
    column: int | None
    end_line: int | None
    peer_line: int | None
    peer_end_line: int | None


class Side(TypedDict):
    """One direction's part of a verdict, at one pod. ``isolated_by`` names every policy that isolates it."""

    allowed: bool | None
    isolated: bool
    isolated_by: list[str]
    policies: list[PolicyReason]


class Verdict(TypedDict):
    """Whether a connection passes, and why. ``allowed`` null: the specification leaves it undefined."""

    source: str
    destination: str
    protocol: str
    port: int | None
    allowed: bool | None
    blocked_at: Literal["ingress", "egress", "both"] | None
    egress: Side | None
    ingress: Side | None
    notes: list[str]


class ConnectionVerdict(Verdict):
    """The verdict of an arrow on a board. The reasons' ``file`` is the policy's id."""

    connection: str


class PodIsolation(TypedDict):
    """How many policies isolate a pod, by direction."""

    ingress: int
    egress: int


class OutsideBlocks(TypedDict):
    """Addresses outside the cluster that no policy tells apart."""

    cidrs: list[str]


class Reach(TypedDict):
    """What one workload or outside block may reach in another: by protocol, ports and ranges such as ``1-65535``."""

    source: str | OutsideBlocks
    destination: str | OutsideBlocks
    allowed: dict[str, list[str]]


class AlikePods(TypedDict):
    """Pods (``namespace/name``) or outside blocks that no policy tells apart."""

    pods: list[str]
    cidrs: list[str]
