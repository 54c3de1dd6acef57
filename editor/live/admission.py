"""What a live connection may do: asked of ``services.access`` when it opens, with each message that reads or writes the
board, and whenever who may do what has changed. A link that expires ends its connections by the clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from channels.db import database_sync_to_async
from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone

from editor.services import access
from editor.services.access import NOBODY, Role
from editor.wire.messages import CatchUp, ClientMessage, Ping
from editor.wire.people import CallMe, Here
from editor.wire.typed import PullText

Answer = TypeVar("Answer")

# The link by which this connection came has ended.
ENDED = 4403
# Who sits at this browser is another now: come again.
ANEW = 4401
# What a person may send who may only look; everything else is an edit.
LOOKING = (CatchUp, PullText, Here, CallMe, Ping)
# No timer sleeps longer than this: what it waits for may move.
LONGEST_SLEEP = 3600.0


class SomebodyElseError(Exception):
    """At this browser sits another than when it connected."""


def same_person(session: SessionBase, known: access.Person) -> None:
    """Reads the session anew. Raises SomebodyElseError."""
    if session.session_key is not None and access.person(session.__class__(session.session_key)).actor != known.actor:
        raise SomebodyElseError


class Admission:
    """One connection's way to its board."""

    def __init__(self, board_id: str, session: SessionBase, again: Callable[[], Awaitable[object]]) -> None:
        """``again`` is called when what this person may do is about to be another: a link expires, a room is held."""
        self._board_id, self._session, self._again = board_id, session, again
        self._timer: asyncio.Task[None] | None = None
        self.person = NOBODY
        self.role: Role = "view"
        self.instructor = False

    async def enter(self) -> Role:
        """The role that this person has now. Raises NoSuchBoardError, AccessEndedError, SomebodyElseError."""
        self.role, wait = await database_sync_to_async(self._look)()
        self.leave()
        if wait is not None:
            self._timer = asyncio.create_task(self._later(wait))
        return self.role

    async def call(self, message: ClientMessage, service: Callable[..., Answer], *given: object) -> Answer:
        """What a service answers to a message, in the database's thread: one turn there for the question and the deed.

        Raises NotAllowedError, or as ``enter``, unless this person may send that message now; and as the service.
        """
        return await database_sync_to_async(self._call)(message, service, *given)

    def _call(self, message: ClientMessage, service: Callable[..., Answer], *given: object) -> Answer:
        access.admit(self._board_id, self.person, "view" if isinstance(message, LOOKING) else "edit")
        return service(*given)

    def leave(self) -> None:
        """The connection ends: nothing is waited for any more."""
        if self._timer is not None and self._timer is not asyncio.current_task():
            self._timer.cancel()
        self._timer = None

    def _look(self) -> tuple[Role, float | None]:
        if self.person is NOBODY:
            self.person = access.person(self._session)
        else:
            same_person(self._session, self.person)
        row = access.admit(self._board_id, self.person)
        now = access.standing(row, self.person)
        if now.role is None:  # it ended this very moment
            raise access.AccessEndedError(self._board_id)
        self.instructor = now.instructor
        return now.role, (now.until - timezone.now()).total_seconds() if now.until is not None else None

    async def _later(self, wait: float) -> None:
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(min(max(wait, 0.0) + 0.05, LONGEST_SLEEP))
            await self._again()
