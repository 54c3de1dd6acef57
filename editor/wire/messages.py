"""The messages of ``/ws/boards/<id>/``, either way. ``frontend/src/wire/messages.ts`` is generated from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from editor.board.changes import Change
from editor.board.hints import Key, Revision
from editor.board.records import (
    Board,
    BoardRecord,
    ConnectionRecord,
    ExpectationRecord,
    HostRecord,
    NamespaceRecord,
    PodRecord,
    PolicyRecord,
)
from editor.board.steps import Step
from editor.wire.expectations import ExpectationResult, Status
from editor.wire.lessons import Goals
from editor.wire.people import CallMe, Here, Left, People, Person, Presence
from editor.wire.problems import Problem
from editor.wire.typed import DraftMessage, DraftState, DraftTyped, DropDraft, PullText, SaveText, TextAnswer, TypeText
from editor.wire.verdicts import ConnectionVerdict, Fault, PodIsolation

PROTOCOL = 4
Role = Literal["owner", "edit", "view"]


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Everything on a board, in the order in which it was made."""

    namespaces: tuple[NamespaceRecord, ...]
    pods: tuple[PodRecord, ...]
    hosts: tuple[HostRecord, ...]
    connections: tuple[ConnectionRecord, ...]
    policies: tuple[PolicyRecord, ...]
    expectations: tuple[ExpectationRecord, ...]

    @classmethod
    def of(cls, board: Board) -> Snapshot:
        """Of a board as a value."""
        return cls(
            namespaces=tuple(board.namespaces.values()),
            pods=tuple(board.pods.values()),
            hosts=tuple(board.hosts.values()),
            connections=tuple(board.connections.values()),
            policies=tuple(board.policies.values()),
            expectations=tuple(board.expectations.values()),
        )


@dataclass(frozen=True, kw_only=True)
class Welcome:
    """The first message: the board as it stands.

    ``actor``: who the log says this browser's person is. ``role``: what they may do here. ``undo``, ``redo``: what
    that person can take back and bring back, the newest last; every ``changed`` of that actor goes on from there.
    ``policy_warnings``: what the API server would say against the saved texts, by policy id, for those that have any.
    ``lesson``: the lesson that the board was made for, null for any other board. ``closed``: it asks for a prediction,
    so that no verdict is told. ``workshop``: the id of the workshop that the board is part of, else null.
    ``own_lesson``: the lesson that is being written on the board, for its owner.
    """

    type: Literal["welcome"] = "welcome"
    protocol: int = PROTOCOL
    client_id: str
    revision: int
    board: BoardRecord
    snapshot: Snapshot
    verdicts: tuple[ConnectionVerdict, ...]
    drafts: tuple[DraftState, ...]
    isolation: Mapping[str, PodIsolation]
    policy_warnings: Mapping[str, tuple[Fault, ...]]
    actor: str
    role: Role
    lesson: str | None
    closed: bool
    workshop: str | None
    own_lesson: str | None
    undo: tuple[Step, ...]
    redo: tuple[Step, ...]
    you: Person
    people: int
    evaluated_ms: float


@dataclass(frozen=True, kw_only=True)
class Changed:
    """An edit became a revision. Verdicts and isolation: only those that are new or differ.

    ``actor``: who did it, and ``author``: the name they go by. ``reverts``: the revision that it took back, if it is
    an undo or a redo. ``policy_warnings``: what the API server would say against each policy's text that is new, by
    policy id; empty when it is content.
    """

    type: Literal["changed"] = "changed"
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
class Unchanged:
    """The board was already as the sender's edit would have it: nothing was done, and there is no revision of it."""

    type: Literal["unchanged"] = "unchanged"
    edit_id: str
    revision: int


@dataclass(frozen=True, kw_only=True)
class RevisionNamed:
    """Somebody gave a revision a name, or (null) took its name away."""

    type: Literal["revision_named"] = "revision_named"
    revision: int
    name: str | None


@dataclass(frozen=True, kw_only=True)
class Refused:
    """What was sent was not done. ``edit_id`` is null when it was no edit, or named none."""

    type: Literal["refused"] = "refused"
    edit_id: str | None
    errors: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class RoleChanged:
    """What this person may do here is another now."""

    type: Literal["role"] = "role"
    role: Role


@dataclass(frozen=True, kw_only=True)
class History:
    """The revisions after ``from``, oldest first. Their verdicts together are those of now: apply them in order.

    ``drafts``: all that there are now.
    """

    type: Literal["history"] = "history"
    from_: int
    changes: tuple[Changed, ...]
    drafts: tuple[DraftState, ...]


@dataclass(frozen=True, kw_only=True)
class ProblemsFound:
    """The problems of the board by policy id, drafts included; under the empty id those that stand in no policy.

    ``whole``: these are all; otherwise they take the place of what was told before under the same ids.
    """

    type: Literal["problems"] = "problems"
    revision: int
    whole: bool
    groups: Mapping[str, tuple[Problem, ...]]


@dataclass(frozen=True, kw_only=True)
class ExpectationsJudged:
    """Every expectation of the board judged, drafts included. ``arrows``: by id of a drawn arrow that any speaks of."""

    type: Literal["expectations"] = "expectations"
    revision: int
    results: tuple[ExpectationResult, ...]
    arrows: Mapping[str, Status]


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """What holds now, in place of all that was told before: to the boards of lessons when a prediction is asked for
    (``closed``: then nothing is told) and when its answer is shown.
    """

    type: Literal["verdicts"] = "verdicts"
    closed: bool
    verdicts: tuple[ConnectionVerdict, ...]
    isolation: Mapping[str, PodIsolation]


@dataclass(frozen=True, kw_only=True)
class Pong:
    """The answer to ``ping``: where the board stands, so that whoever missed the last message notices it.

    ``drafts``: by policy id, the version of each draft that there is.
    """

    type: Literal["pong"] = "pong"
    revision: int
    drafts: Mapping[str, int]


ServerMessage = (
    Welcome
    | Changed
    | Unchanged
    | RevisionNamed
    | DraftMessage
    | TextAnswer
    | Refused
    | People
    | Presence
    | Left
    | RoleChanged
    | History
    | Goals
    | ProblemsFound
    | ExpectationsJudged
    | Verdicts
    | Pong
)


@dataclass(frozen=True, kw_only=True)
class EditMessage:
    """Asks for a command. A repeat of ``edit_id`` is answered with the revision it already made.

    ``base_revision``: the revision that its author saw. What others changed since in the same field is not overwritten.
    """

    type: Literal["edit"] = "edit"
    edit_id: Key
    command: str
    params: Mapping[str, Any]
    client_id: Key = ""
    base_revision: Revision | None = None


@dataclass(frozen=True, kw_only=True)
class UndoMessage:
    """Takes back the sender's newest edit of which anything is left. A repeat is answered as an edit's."""

    type: Literal["undo"] = "undo"
    edit_id: Key
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class RedoMessage:
    """Brings back what the sender's newest undo took back."""

    type: Literal["redo"] = "redo"
    edit_id: Key
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class RestoreMessage:
    """Makes the board what it was at ``revision``, as a new revision that its author can undo."""

    type: Literal["restore"] = "restore"
    edit_id: Key
    revision: Revision
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class CatchUp:
    """Asks for what came after ``revision``; the answer is history, or a fresh welcome when that is too far back.

    Null asks for the welcome: something else than a revision is missing.
    """

    type: Literal["catch_up"] = "catch_up"
    revision: int | None


@dataclass(frozen=True, kw_only=True)
class Ping:
    """Asks for a sign of life, every few seconds."""

    type: Literal["ping"] = "ping"


ClientMessage = (
    EditMessage
    | UndoMessage
    | RedoMessage
    | RestoreMessage
    | SaveText
    | TypeText
    | PullText
    | DraftTyped
    | DropDraft
    | CatchUp
    | Here
    | CallMe
    | Ping
)
