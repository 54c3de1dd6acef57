"""Links to a board: who made them, what they let one do, and who came by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


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


REQUESTS = (
    NewLink,
    ChangedLink,
)
"""What comes in; everything else goes out."""
