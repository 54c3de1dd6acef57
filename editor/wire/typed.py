"""Text that several people type into at once: what a browser says, and what everybody is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from editor.board.hints import Key, Revision
from editor.wire.verdicts import ConnectionVerdict, Fault, PodIsolation


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
