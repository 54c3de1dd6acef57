"""The bodies of the REST interface that are not records: what it takes and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from editor.board.changes import Change
from editor.board.choices import Choices
from editor.board.comparison import ArrowTurn
from editor.board.flipping import FlipsBody, TriedText
from editor.board.hazards import Fallen, PodShade, Tried
from editor.board.hints import Key, Longest, ManifestText, Port, Revision
from editor.board.records import PolicyRecord, Protocol
from editor.board.table import Table
from editor.board.wishes import Way
from editor.wire.expectations import ExpectationResult, Status
from editor.wire.fixes import FixesBody, Flips
from editor.wire.lessons import AskHint, GoToStep, Predict
from editor.wire.messages import Role, Snapshot
from editor.wire.problems import Problem
from editor.wire.verdicts import ConnectionVerdict, Fault, PodIsolation
from editor.wire.wishes import GoneText, WishDeviation, WrittenText


@dataclass(frozen=True, kw_only=True)
class BoardSummary:
    """A board in a person's list, and their role there. ``gone_at``: until when it can be had back from the bin."""

    id: str
    name: str
    revision: int
    updated_at: str
    role: Role
    archived: bool
    gone_at: str | None
    namespaces: int
    pods: int
    policies: int


@dataclass(frozen=True, kw_only=True)
class BoardTotals:
    """How many boards a person has in use, put aside, and in the bin."""

    active: int
    archived: int
    deleted: int


@dataclass(frozen=True, kw_only=True)
class Me:
    """Who asks: the name of the account that is signed in, or null; and their boards.

    ``claimable``: how many boards were made in this browser without an account, and can be taken along into it.
    """

    name: str | None
    boards: BoardTotals
    claimable: int


Owner = Literal["you", "nobody"]


@dataclass(frozen=True, kw_only=True)
class Ownership:
    """Whose a board is, as its owner is told. ``nobody``: whoever knows its address may do everything there."""

    owner: Owner


@dataclass(frozen=True, kw_only=True)
class BoardWhole:
    """A board with everything on it."""

    id: str
    name: str
    revision: int
    snapshot: Snapshot


@dataclass(frozen=True, kw_only=True)
class NewBoard:
    """A board to make: empty, from a built-in example's id, from manifests, or from a ``delivery`` of them."""

    name: str | None = None
    example: str | None = None
    manifests: ManifestText | None = None
    delivery: str | None = None
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True, kw_only=True)
class BoardPatch:
    """A board's new name, and whether it is put aside; what is left out stays."""

    name: str | None = None
    archived: bool | None = None


@dataclass(frozen=True, kw_only=True)
class EditEnvelope:
    """An edit as the WebSocket has it; without ``edit_id`` it cannot be repeated safely."""

    command: str
    params: Mapping[str, Any]
    edit_id: Key | None = None
    client_id: Key = ""
    base_revision: Revision | None = None


@dataclass(frozen=True, kw_only=True)
class UndoEnvelope:
    """Who undoes or redoes: a program that keeps no cookies is told from others by its ``client_id``."""

    edit_id: Key | None = None
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class EditAnswer:
    """What an edit did, and who did it. Verdicts and isolation: only those that are new or differ.

    An edit that changes nothing makes no revision: ``revision`` is then the board's, and ``change`` is empty.
    ``reverts``: the revision that it took back, if it is an undo or a redo.
    ``policy_warnings``: what the API server would say against each policy's text that is new, by policy id.
    """

    revision: int
    edit_id: str
    client_id: str
    actor: str
    author: str
    reverts: int | None
    command: str
    sentence: str
    change: Change
    verdicts: tuple[ConnectionVerdict, ...]
    isolation: Mapping[str, PodIsolation]
    policy_warnings: Mapping[str, tuple[Fault, ...]]
    evaluated_ms: float


@dataclass(frozen=True, kw_only=True)
class VerdictsNow:
    """One verdict for every connection of a board, drafts included."""

    revision: int
    verdicts: tuple[ConnectionVerdict, ...]
    isolation: Mapping[str, PodIsolation]
    evaluated_ms: float


@dataclass(frozen=True, kw_only=True)
class BoardProblems:
    """The problems of a board, drafts included, in the order of its policies.

    ``warnings``: comments that ignore nothing.
    """

    revision: int
    problems: tuple[Problem, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class RevisionEntry:
    """One line of a board's history.

    ``author``: the name that whoever did it had then. ``mine``: whoever asks did it. ``reverts``: the revision that
    this one took back. ``undone``: it was taken back. ``name``: what somebody called it, else null.
    """

    revision: int
    edit_id: str
    client_id: str
    actor: str
    author: str
    mine: bool
    reverts: int | None
    undone: bool
    name: str | None
    command: str
    sentence: str
    change: Change
    created_at: str


@dataclass(frozen=True, kw_only=True)
class RevisionName:
    """The name to give to a revision."""

    name: str


@dataclass(frozen=True, kw_only=True)
class NamedRevision:
    """A revision that has a name."""

    revision: int
    name: str


@dataclass(frozen=True, kw_only=True)
class PolicyAnswer(PolicyRecord):
    """A policy, with what the API server would say against its text."""

    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class Manifests:
    """Kubernetes manifests as YAML text."""

    manifests: str


@dataclass(frozen=True, kw_only=True)
class ExpectationResults:
    """All of a board, in their order. ``arrows``: by id of a drawn arrow of which any expectation speaks."""

    revision: int
    results: tuple[ExpectationResult, ...]
    arrows: Mapping[str, Status]


@dataclass(frozen=True, kw_only=True)
class BoardExposure:
    """By pod id, how widely it could be reached; a pod that has ended is left out."""

    revision: int
    pods: Mapping[str, PodShade]


@dataclass(frozen=True, kw_only=True)
class AttackAnswer:
    """What can be reached from ``start``, nearest first."""

    revision: int
    start: str
    fallen: tuple[Fallen, ...]


@dataclass(frozen=True, kw_only=True)
class BoardReachability(Table):
    """The table of a board, drafts included, worked out on that revision."""

    revision: int


@dataclass(frozen=True, kw_only=True)
class WhyBody:
    """A connection that need not be drawn: ids of pods or hosts of the board, at least one of them a pod."""

    source: Key
    destination: Key
    protocol: Protocol = "TCP"
    port: Port


@dataclass(frozen=True, kw_only=True)
class WhatIfBody:
    """A pod to try with. ``namespace_labels``: those of a namespace that the board does not have."""

    namespace: Annotated[str, Longest(63)]
    labels: Mapping[str, str] = field(default_factory=dict)
    namespace_labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class WhatIfAnswer:
    """By id of pod or host, what passes between it and the pod; and how many policies isolate the pod."""

    revision: int
    places: Mapping[str, Tried]
    ingress: int
    egress: int


@dataclass(frozen=True, kw_only=True)
class WrittenPolicies:
    """What ``edit_policies`` takes to do it; the drawn arrows that it turns; and what is not as wished all the same."""

    revision: int
    texts: tuple[WrittenText, ...]
    removed: tuple[GoneText, ...]
    arrows: tuple[ArrowTurn, ...]
    deviations: tuple[WishDeviation, ...]


@dataclass(frozen=True, kw_only=True)
class FlipsAnswer(Flips):
    """What texts of policies would flip, worked out on that revision. ``diffs``: what ``edits`` would change."""

    revision: int
    diffs: tuple[TriedText, ...]


REQUESTS = (
    NewBoard,
    BoardPatch,
    EditEnvelope,
    UndoEnvelope,
    RevisionName,
    Way,
    WhatIfBody,
    WhyBody,
    AskHint,
    Predict,
    GoToStep,
    FixesBody,
    FlipsBody,
)
"""What comes in; everything else goes out."""
