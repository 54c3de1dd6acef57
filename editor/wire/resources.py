"""The bodies of the REST interface that are not records: what it takes and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from editor.analysis.fixes.manner import Where, Width
from editor.board.arriving import Ignored
from editor.board.changes import Change
from editor.board.choices import Choices
from editor.board.comparison import ArrowTurn, PolicyDiff, Thing
from editor.board.flipping import FlipsBody, TriedText
from editor.board.hazards import Fallen, PodShade, Tried
from editor.board.hints import Key, Longest, ManifestText, Port, Revision
from editor.board.pairs import Pair
from editor.board.previews import Told
from editor.board.records import PolicyRecord, Protocol
from editor.board.table import Table
from editor.board.wishes import Sides, Way
from editor.wire.expectations import ExpectationResult, Status
from editor.wire.fixes import Fix, Flips
from editor.wire.lessons import AskHint, GoToStep, Predict
from editor.wire.messages import Role, Snapshot
from editor.wire.problems import Problem
from editor.wire.verdicts import AlikePods, ConnectionVerdict, Fault, PodIsolation, Reach, Verdict
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
class NewLink:
    """A link to make: ``expires_at`` as ISO 8601 with its zone, null for never."""

    role: Literal["view", "edit"]
    label: str = ""
    expires_at: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangedLink:
    """What to change about a link; what is left out stays."""

    role: Literal["view", "edit"] | None = None
    label: str = ""
    expires_at: str | None = None


@dataclass(frozen=True, kw_only=True)
class LinkUser:
    """Somebody who came by a link, and when last. ``name``: the account's, or null for a browser without one.

    ``called``: the account's name, or the friendly one that a guest goes by who chose none.
    """

    id: int
    name: str | None
    called: str
    used_at: str


@dataclass(frozen=True, kw_only=True)
class ShareLinkEntry:
    """A link that gives a role. ``path``: its address on this server, which is its secret."""

    id: str
    role: Literal["view", "edit"]
    label: str
    path: str
    created_at: str
    expires_at: str | None
    expired: bool
    last_used_at: str | None
    people: tuple[LinkUser, ...]


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
class ImportAnswer(EditAnswer):
    """What an import did. ``warnings``: on each manifest, with its file, document and line. ``ignored``: and why."""

    warnings: tuple[Fault, ...]
    ignored: tuple[Ignored, ...]


@dataclass(frozen=True, kw_only=True)
class ImportBody:
    """What to import: ``manifests`` as text, or the id of a ``delivery`` that was read before; and the choices."""

    manifests: ManifestText | None = None
    delivery: str | None = None
    choices: Choices = field(default_factory=Choices)
    edit_id: Key | None = None
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class PreviewBody:
    """The board that a delivery is for, null for a new one, and the choices."""

    board: str | None = None
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True, kw_only=True)
class ImportPreview:
    """What an import would do. With ``faults`` it is refused unless faulty objects are left out.

    ``delivery``: under which id the manifests wait for an hour; null when they were only looked at.
    """

    delivery: str | None
    new: tuple[Told, ...]
    changed: tuple[Told, ...]
    removed: tuple[Told, ...]
    unchanged: int
    ignored: tuple[Ignored, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


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
class LintBody:
    """Manifests to look through."""

    manifests: ManifestText
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LintAnswer:
    """The problems of manifests, in the order of the text. ``warnings``: comments that ignore nothing."""

    problems: tuple[Problem, ...]
    warnings: tuple[Fault, ...]


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
class ManifestFixesBody(FixesBody):
    """The same in manifests."""

    manifests: ManifestText
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FixesAnswer:
    """The fixes of an arrow, the best first. ``reason``: why there is none, else null. ``allowed``: as it is now."""

    allowed: bool | None
    fixes: tuple[Fix, ...]
    reason: str | None


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
class ComparedSide:
    """One of the two that are compared: a revision of a board, or manifests (``board`` and ``revision`` are null)."""

    name: str
    board: str | None
    revision: int | None


@dataclass(frozen=True, kw_only=True)
class ComparedPairs:
    """All pairs, drawn or not, by workload. ``listed``: those that differ; ``left_out`` more are counted alone.

    ``gained``, ``lost`` and ``unchanged`` count pairs with anything gained, lost, or as before; ``alike`` lists the
    first of the latter.
    """

    listed: tuple[Pair, ...]
    left_out: int
    gained: int
    lost: int
    unchanged: int
    alike: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True)
class ComparisonAnswer:
    """What differs from ``old`` to ``new``; ``from`` and ``to`` are their revisions.

    ``pairs``: all pairs, where they were asked for; null while a policy cannot be read. ``snapshot``: the board at
    ``new``, or both on one canvas where they are not of one board, when it was asked for. ``isolation``: of its pods.
    ``markdown``: the same for a pull request; ``summary``: one line of it.
    """

    from_: int | None
    to: int | None
    old: ComparedSide
    new: ComparedSide
    summary: str
    things: tuple[Thing, ...]
    arrows: tuple[ArrowTurn, ...]
    policies: tuple[PolicyDiff, ...]
    pairs: ComparedPairs | None
    isolation: Mapping[str, PodIsolation]
    snapshot: Snapshot | None
    markdown: str


@dataclass(frozen=True, kw_only=True)
class PolicyAnswer(PolicyRecord):
    """A policy, with what the API server would say against its text."""

    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class Manifests:
    """Kubernetes manifests as YAML text."""

    manifests: str


@dataclass(frozen=True, kw_only=True)
class QueryBody:
    """A connection to judge: places as ``namespace/pod``, ``namespace/workload`` or an IP address.

    ``protocol``: ``TCP``, ``UDP`` or ``SCTP``, in capitals; another IP protocol by its name is answered with
    ``allowed`` null. ``port``: needed, save for a protocol that has none, such as ``ICMP``.
    """

    source: str
    destination: str
    protocol: str
    port: Port | None = None


@dataclass(frozen=True, kw_only=True)
class EvaluateBody:
    """Manifests and the connections to judge in them; options as in the reference of verdicts."""

    manifests: ManifestText
    queries: tuple[QueryBody, ...]
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class EvaluateAnswer:
    """One verdict for every query, in their order; and what to warn of in the manifests."""

    verdicts: tuple[Verdict, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class ReachabilityBody:
    """Manifests whose every pair is asked for."""

    manifests: ManifestText
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ReachabilityAnswer:
    """Every ordered pair with anything allowed (a pair that is absent is blocked), and what behaves alike.

    ``warnings``: of the manifests, what the API server would say included.
    """

    connections: tuple[Reach, ...]
    classes: tuple[AlikePods, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class PreviewFrame:
    """A namespace in an example's little picture."""

    name: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class PreviewBox:
    """A pod or outside host in an example's little picture, at an absolute place."""

    id: str
    name: str
    x: float
    y: float
    outside: bool


@dataclass(frozen=True, kw_only=True)
class PreviewConnection:
    """An arrow in an example's little picture; ``source`` and ``destination`` are ids of boxes."""

    source: str
    destination: str
    allowed: bool | None


@dataclass(frozen=True, kw_only=True)
class Preview:
    """An example's little picture."""

    namespaces: tuple[PreviewFrame, ...]
    boxes: tuple[PreviewBox, ...]
    connections: tuple[PreviewConnection, ...]


@dataclass(frozen=True, kw_only=True)
class ExampleSummary:
    """A built-in example as the start page shows it."""

    id: str
    title: str
    summary: str
    kind: Literal["case", "board"]
    preview: Preview


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
class ManifestWish:
    """A connection that shall pass; an end is ``namespace/pod``, ``namespace/workload``, an address or a block."""

    source: str
    destination: str
    protocol: Protocol = "TCP"
    port: Port


@dataclass(frozen=True, kw_only=True)
class ManifestWishesBody:
    """Manifests and wishes. ``keep``: the manifests' own policies stay beside the new ones."""

    manifests: ManifestText
    wishes: tuple[ManifestWish, ...]
    sides: Sides = "both"
    default_deny: bool = True
    dns: bool = True
    keep: bool = False
    namespaces: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class ManifestWishesAnswer:
    """The policies' texts, and what is not as wished all the same."""

    policies: tuple[str, ...]
    deviations: tuple[WishDeviation, ...]


@dataclass(frozen=True, kw_only=True)
class FlipsAnswer(Flips):
    """What texts of policies would flip, worked out on that revision. ``diffs``: what ``edits`` would change."""

    revision: int
    diffs: tuple[TriedText, ...]


REQUESTS = (
    NewBoard,
    BoardPatch,
    NewLink,
    ChangedLink,
    EditEnvelope,
    UndoEnvelope,
    RevisionName,
    ImportBody,
    PreviewBody,
    EvaluateBody,
    ReachabilityBody,
    LintBody,
    Way,
    WhatIfBody,
    WhyBody,
    ManifestWishesBody,
    AskHint,
    Predict,
    GoToStep,
    FixesBody,
    ManifestFixesBody,
    FlipsBody,
)
"""What comes in; everything else goes out."""
