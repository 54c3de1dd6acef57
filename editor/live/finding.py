"""Problems and results of expectations, told to everybody who has a board open, as soon as they are found.

One looking for each board and process: what changes while it looks makes it look once more when it is done, so that
nobody's typing waits for it, and fifty people cost no more than one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any, Protocol

from asgiref.sync import sync_to_async
from channels.db import database_sync_to_async

from editor.services import findings
from editor.services.access import NoSuchBoardError
from editor.wire.messages import ExpectationsJudged, Pong, ProblemsFound, ServerMessage
from editor.wire.publishing import encoded

logger = logging.getLogger(__name__)

Groups = dict[str, list[dict[str, Any]]]


class Hearer(Protocol):
    """A connection."""

    board_id: str
    channel_name: str

    async def tell_one(self, channel: str, event: dict[str, Any]) -> bool:
        """As ``Listener.tell_one``."""
        ...


class Finding:
    """What was found last on one board, and who was told of it."""

    def __init__(self, board_id: str) -> None:
        self.board_id = board_id
        # By hearer the number of the problems that it was told last; 0: none yet.
        self.hearers: dict[Hearer, int] = {}
        self.task: asyncio.Task[None] | None = None
        self._stirred = False
        self._number = 0
        self._revision = 0
        self._drafts: Mapping[str, int] = {}
        self._groups: Groups = {}
        self._results: dict[str, Any] | None = None

    def behind(self, now: Pong) -> bool:
        """Whether what was found, and is not looked for anew, is of a board before that."""
        idle = self.task is None or self.task.done()
        return idle and (self._revision < now.revision or self._drafts != now.drafts)

    def stir(self) -> None:
        """Something changed: look, or look again."""
        self._stirred = True
        if self.task is None or self.task.done():
            self.task = asyncio.create_task(self._look())

    async def come(self, hearer: Hearer) -> None:
        """Somebody new is told what is known; the first one makes it look."""
        self.hearers[hearer] = 0
        if self._number == 0:
            self.stir()
            return
        await self._tell_problems(hearer, self._groups)
        await _tell(hearer, self._judged())

    async def _look(self) -> None:
        while self._stirred and self.hearers:
            self._stirred = False
            try:
                now = await database_sync_to_async(findings.stand)(self.board_id)
                self._drafts = now.drafts
                await self._take_problems(await _apart(findings.problems)(now), now.row.revision)
                await self._take_results(await _apart(findings.results)(now))
            except NoSuchBoardError:
                return
            except Exception:
                # What was told stands until the next change; an edit must never fail for it.
                logger.exception("board %s: looking for problems failed", self.board_id)

    async def _take_problems(self, found: Groups, revision: int) -> None:
        changed = {
            key: found.get(key, []) for key in {**self._groups, **found} if found.get(key) != self._groups.get(key)
        }
        first = self._number == 0
        self._groups, self._revision = found, revision
        if changed or first:
            self._number += 1
            for hearer in list(self.hearers):
                await self._tell_problems(hearer, changed)

    async def _tell_problems(self, hearer: Hearer, changed: Groups) -> None:
        """Whoever was told the ones before is told what changed; everybody else is told all."""
        whole = self.hearers.get(hearer) != self._number - 1 or self._number == 1
        groups: Any = self._groups if whole else changed
        self.hearers[hearer] = self._number
        if not await _tell(hearer, ProblemsFound(revision=self._revision, whole=whole, groups=groups)):
            self.hearers[hearer] = 0

    async def _take_results(self, found: dict[str, Any]) -> None:
        before, self._results = self._results, found
        if before is None or any(found[key] != before[key] for key in ("results", "arrows")):
            for hearer in list(self.hearers):
                await _tell(hearer, self._judged())

    def _judged(self) -> ExpectationsJudged:
        held = self._results or {"revision": self._revision, "results": [], "arrows": {}}
        return ExpectationsJudged(**held)


def _apart(look: Any) -> Any:  # noqa: ANN401 - a function, made awaitable
    """In a thread of its own: the database's one thread is for the edits."""
    return sync_to_async(look, thread_sensitive=False)


async def _tell(hearer: Hearer, message: ServerMessage) -> bool:
    """By way of its channel: a browser that does not read must not hold up the others."""
    return await hearer.tell_one(
        hearer.channel_name, {"type": "wire.message", "text": encoded(message), "stirs": False}
    )


_findings: dict[str, Finding] = {}


async def come(hearer: Hearer) -> None:
    """A connection was welcomed."""
    await _findings.setdefault(hearer.board_id, Finding(hearer.board_id)).come(hearer)


async def leave(hearer: Hearer) -> None:
    """A connection ended. The last one of a board takes what was found along."""
    held = _findings.get(hearer.board_id)
    if held is None or hearer not in held.hearers:
        return
    was_first = next(iter(held.hearers)) is hearer
    del held.hearers[hearer]
    if held.hearers:
        if was_first:  # perhaps it left before it could pass on what it heard last
            held.stir()
        return
    del _findings[hearer.board_id]
    if held.task is not None:
        await asyncio.wait([held.task])


def stands(hearer: Hearer, now: Pong) -> None:
    """A connection knows how the board is; if what was found is older, the message that should stir was lost."""
    held = _findings.get(hearer.board_id)
    if held is not None and held.behind(now):
        held.stir()


def hear(hearer: Hearer) -> None:
    """A connection heard of a change; of all that hear it the first one speaks for the board."""
    held = _findings.get(hearer.board_id)
    if held is not None and next(iter(held.hearers), None) is hearer:
        held.stir()
