"""Fixes on the wire: the edits that open or close an arrow, and everything that each of them flips."""

from __future__ import annotations

from dataclasses import dataclass

from editor.analysis.fixes.manner import Where, Width
from editor.board.hints import Port
from editor.board.records import Protocol
from editor.wire.problems import MendingEdit
from editor.wire.verdicts import OutsideBlocks


@dataclass(frozen=True, kw_only=True)
class Flip:
    """Connections from one workload or outside block to another that pass after an edit and did not before.

    Or the other way round: ``before`` and ``after`` say which. ``ports`` by protocol, as in the matrix.
    """

    source: str | OutsideBlocks
    destination: str | OutsideBlocks
    ports: dict[str, list[str]]
    before: bool
    after: bool
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Flips:
    """What an edit flips. The counts are of all; ``left_out`` of them are not listed."""

    opened: int
    closed: int
    flips: tuple[Flip, ...]
    left_out: int


@dataclass(frozen=True, kw_only=True)
class FixedPolicy:
    """What becomes of one policy's text. ``before`` null: it is new.

    ``key``: on a board the policy's id, in manifests the file; null for a new one. ``edits``: the same as edits, as
    ``edit_policy_fields`` takes; none for a new one.
    """

    policy: str
    key: str | None
    before: str | None
    text: str
    diff: str
    edits: tuple[MendingEdit, ...]


@dataclass(frozen=True, kw_only=True)
class Fix:
    """One way to flip the arrow: all of ``changes`` together. ``others``: what flips beside it."""

    title: str
    sentence: str
    changes: tuple[FixedPolicy, ...]
    others: Flips


@dataclass(frozen=True, kw_only=True)
class FixesBody:
    """The arrow that should be another. On a board its ends are ids of pods and hosts, or places as in a query.

    There an end may be the id of a namespace too: all of its pods. ``where``: the side to write at; ``width``: whom the
    rules name at the other end.
    """

    source: str
    destination: str
    protocol: Protocol
    port: Port
    want: bool
    where: Where = "needed"
    width: Width = "labels"


@dataclass(frozen=True, kw_only=True)
class FixesAnswer:
    """The fixes of an arrow, the best first. ``reason``: why there is none, else null. ``allowed``: as it is now."""

    allowed: bool | None
    fixes: tuple[Fix, ...]
    reason: str | None
