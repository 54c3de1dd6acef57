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
    HostRecord,
    NamespaceRecord,
    PodRecord,
    PolicyRecord,
)
from editor.board.steps import Step
from editor.wire.verdicts import ConnectionVerdict, Fault, PodIsolation

PROTOCOL = 1
Role = Literal["owner", "edit", "view"]


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Everything on a board, in the order in which it was made."""

    namespaces: tuple[NamespaceRecord, ...]
    pods: tuple[PodRecord, ...]
    hosts: tuple[HostRecord, ...]
    connections: tuple[ConnectionRecord, ...]
    policies: tuple[PolicyRecord, ...]

    @classmethod
    def of(cls, board: Board) -> Snapshot:
        """Of a board as a value."""
        return cls(
            namespaces=tuple(board.namespaces.values()),
            pods=tuple(board.pods.values()),
            hosts=tuple(board.hosts.values()),
            connections=tuple(board.connections.values()),
            policies=tuple(board.policies.values()),
        )


@dataclass(frozen=True, kw_only=True)
class DraftState:
    """Text being typed into a policy. ``text`` null: there is no draft (any more).

    ``good``: the text parses, so that the verdicts are its own; otherwise ``faults`` say where it does not, and the
    verdicts stay those of the last text that parsed. ``base``: the policy's own text when the draft was begun, to be
    sent along when it is saved; null when that is not known.
    """

    policy: str
    text: str | None
    base: str | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    good: bool
    client_id: str


@dataclass(frozen=True, kw_only=True)
class Welcome:
    """The first message: the board as it stands.

    ``actor``: who the log says this browser's person is. ``role``: what they may do here. ``undo``, ``redo``: what
    that person can take back and bring back, the newest last; every ``changed`` of that actor goes on from there.
    ``policy_warnings``: what the API server would say against the saved texts, by policy id, for those that have any.
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
    undo: tuple[Step, ...]
    redo: tuple[Step, ...]
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
class DraftMessage:
    """A draft was typed or dropped. Verdicts and isolation: only those that differ."""

    type: Literal["draft"] = "draft"
    draft: DraftState
    client_id: str
    verdicts: tuple[ConnectionVerdict, ...]
    isolation: Mapping[str, PodIsolation]
    evaluated_ms: float


@dataclass(frozen=True, kw_only=True)
class DraftRefused:
    """What was typed was not taken: somebody else is typing there, or it was typed onto a text that is gone.

    Only its author is told. ``draft``: how the policy's draft stands; its ``text`` is null when there is none, and the
    policy's own text counts.
    """

    type: Literal["draft_refused"] = "draft_refused"
    draft: DraftState
    errors: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class Refused:
    """What was sent was not done. ``edit_id`` is null when it was no edit, or named none."""

    type: Literal["refused"] = "refused"
    edit_id: str | None
    errors: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class People:
    """How many browsers have the board open."""

    type: Literal["people"] = "people"
    count: int


@dataclass(frozen=True, kw_only=True)
class RoleChanged:
    """What this person may do here is another now."""

    type: Literal["role"] = "role"
    role: Role


@dataclass(frozen=True, kw_only=True)
class History:
    """The revisions after ``from``, oldest first. Their verdicts together are those of now: apply them in order."""

    type: Literal["history"] = "history"
    from_: int
    changes: tuple[Changed, ...]


ServerMessage = (
    Welcome
    | Changed
    | Unchanged
    | RevisionNamed
    | DraftMessage
    | DraftRefused
    | Refused
    | People
    | RoleChanged
    | History
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
class DraftTyped:
    """The whole text of a policy as it is being typed.

    ``base``: the text that its author began to type onto, draft or saved. When another stands there, the draft is
    refused; null overwrites whatever nobody is typing just now.
    """

    type: Literal["draft"] = "draft"
    policy: str
    text: str
    base: str | None = None
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class DropDraft:
    """Throws away what was typed and goes back to the policy's text."""

    type: Literal["drop_draft"] = "drop_draft"
    policy: str
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class CatchUp:
    """Asks for what came after ``revision``; the answer is history, or a fresh welcome when that is too far back."""

    type: Literal["catch_up"] = "catch_up"
    revision: int


ClientMessage = EditMessage | UndoMessage | RedoMessage | RestoreMessage | DraftTyped | DropDraft | CatchUp
