"""Problems on the wire: what is valid and still wrong, where, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, kw_only=True)
class MendingEdit:
    """One edit, whole, as ``edit_policy_fields`` takes it."""

    op: Literal["set", "insert", "remove", "move", "rename"]
    path: str
    value: Any
    to: int | str | None
    emptied: Literal["refuse", "leave_empty", "remove_item"]


@dataclass(frozen=True, kw_only=True)
class Mending:
    """What one click does: edits into the text of ``policy`` (``namespace/name``), as ``edit_policy_fields`` takes."""

    title: str
    policy: str
    edits: tuple[MendingEdit, ...]


@dataclass(frozen=True, kw_only=True)
class ConcernedConnection:
    """A connection that a problem touches."""

    source: str
    destination: str
    protocol: str
    port: int


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One problem. On a board ``file`` is the policy's id. ``pods`` are ``namespace/name``.

    ``ignored``: the reason written in a comment beside it, null while nobody did.
    """

    id: str
    severity: Literal["error", "warning", "hint"]
    message: str
    why: str
    policy: str | None
    pods: tuple[str, ...]
    connections: tuple[ConcernedConnection, ...]
    fix: Mending | None
    ignored: str | None
    file: str | None
    document: int | None
    path: str | None
    line: int | None
    column: int | None
    end_line: int | None
