"""The messages of ``/ws/boards/<id>/``, either way. ``frontend/src/wire/messages.ts`` is generated from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from editor.board.changes import Change
from editor.board.hints import Key, Longest, Revision
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
from editor.wire.problems import Problem
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
class DraftState:
    """Text being typed into a policy. ``text`` null: there is no draft (any more).

    ``good``: the text parses, so that the verdicts are its own; otherwise ``faults`` say where it does not, and the
    verdicts stay those of the last text that parsed. ``base``: the policy's own text when the draft was begun, to be
    sent along when it is saved; null when that is not known. ``version``: of the text that stands in the editor.
    """

    policy: str
    version: int
    text: str | None
    base: str | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    good: bool
    client_id: str


@dataclass(frozen=True, kw_only=True)
class Point:
    """A place on the board, in canvas pixels at zoom 1."""

    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class View:
    """What a person sees of the canvas: the board's point in its middle, and the zoom."""

    x: float
    y: float
    zoom: float


@dataclass(frozen=True, kw_only=True)
class Editing:
    """The field that a person is in: of which thing, and how it is labelled."""

    id: Key
    field: Key


@dataclass(frozen=True, kw_only=True)
class Caret:
    """Where a person is in a policy's text, in UTF-16 units; ``anchor`` differs when something is selected."""

    policy: Key
    anchor: Revision
    head: Revision


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who has the board open. ``id``: their connection's; ``tint``: 1 to 8, the same for one browser.

    ``instructor``: of the workshop in which the board is a learner's.
    """

    id: str
    client_id: str
    name: str
    tint: int
    instructor: bool = False
    pointer: Point | None = None
    view: View | None = None
    selection: tuple[str, ...] = ()
    policy: str | None = None
    editing: Editing | None = None
    caret: Caret | None = None


@dataclass(frozen=True, kw_only=True)
class Presence:
    """Somebody came, or is elsewhere on the board now. It is never stored."""

    type: Literal["presence"] = "presence"
    person: Person


@dataclass(frozen=True, kw_only=True)
class Left:
    """Somebody left."""

    type: Literal["left"] = "left"
    id: str


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
class TextUpdate:
    """One change to the text that stands in a policy's editor, and the ``version`` that it led to.

    ``changes``: the JSON of a CodeMirror ChangeSet, for the text of the version before. ``series``: versions count anew
    when a policy that was deleted comes back.
    """

    policy: str
    series: str
    version: int
    update_id: str
    client_id: str
    changes: tuple[Any, ...]


@dataclass(frozen=True, kw_only=True)
class DraftMessage:
    """A draft was typed, saved over or dropped. Verdicts and isolation: only those that differ.

    ``update``: how the text in the editor changed, if it did.
    """

    type: Literal["draft"] = "draft"
    draft: DraftState
    client_id: str
    update: TextUpdate | None
    verdicts: tuple[ConnectionVerdict, ...]
    isolation: Mapping[str, PodIsolation]
    evaluated_ms: float


@dataclass(frozen=True, kw_only=True)
class TextAnswer:
    """What stands in a policy's editor, to whoever asked or typed onto a text too old.

    Either ``updates``, which lead from the version asked about to ``version``, or the whole ``text``. ``taken``: the
    update that was asked about is part of it.
    """

    type: Literal["text"] = "text"
    policy: str
    series: str
    version: int
    text: str | None
    updates: tuple[TextUpdate, ...]
    taken: bool


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
class TypeText:
    """A keystroke, or a few: a change to the text of ``version``. It is carried over whatever others typed since.

    A repeat of ``update_id`` is not taken twice. Everybody hears the update as it was taken.
    """

    type: Literal["type_text"] = "type_text"
    policy: str
    series: Key
    version: Revision
    update_id: Key
    changes: tuple[Any, ...]
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class PullText:
    """Asks for what stands in a policy's editor, as updates since ``version`` where they are known.

    ``update_id``: one that was sent and not answered.
    """

    type: Literal["pull_text"] = "pull_text"
    policy: str
    series: Key = ""
    version: Revision | None = None
    update_id: Key | None = None


@dataclass(frozen=True, kw_only=True)
class SaveText:
    """Makes one revision of the text as it stands in a policy's editor. A repeat is answered as an edit's."""

    type: Literal["save_text"] = "save_text"
    edit_id: Key
    policy: str
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class DraftTyped:
    """A policy's whole text, for programs without an editor.

    ``base``: the text that it was made from; what others changed since stays. Null overwrites.
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
    """Asks for what came after ``revision``; the answer is history, or a fresh welcome when that is too far back.

    Null asks for the welcome: something else than a revision is missing.
    """

    type: Literal["catch_up"] = "catch_up"
    revision: int | None


@dataclass(frozen=True, kw_only=True)
class Ping:
    """Asks for a sign of life, every few seconds."""

    type: Literal["ping"] = "ping"


@dataclass(frozen=True, kw_only=True)
class Here:
    """Where a person is on the board: their pointer, what they see, have selected, opened and are typing into."""

    type: Literal["here"] = "here"
    client_id: Key = ""
    pointer: Point | None = None
    view: View | None = None
    selection: Annotated[tuple[Key, ...], Longest(50)] = ()
    policy: Key | None = None
    editing: Editing | None = None
    caret: Caret | None = None


@dataclass(frozen=True, kw_only=True)
class CallMe:
    """The name that a person goes by; an empty one gives the first one back."""

    type: Literal["call_me"] = "call_me"
    name: Annotated[str, Longest(40)]


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
