"""The instructor's view of the room over one connection: what is new is gathered, read once, and told."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from channels.db import database_sync_to_async

from editor.live.attendance import Attendance
from editor.models import Workshop
from editor.services.workshops.predictions import predictions
from editor.services.workshops.room import entries, misconceptions
from editor.wire.room import PredictionCount, Room, SeatEntry
from editor.wire.workshop_messages import RoomMessage

# However many learners edit, their instructor is told this often and the database is asked this often.
TOLD_EVERY = 0.25


class Desk:
    """Knows every line of the board, and who is here."""

    def __init__(self, workshop: Workshop, tell: Callable[[RoomMessage], Awaitable[None]]) -> None:
        self._workshop, self._tell = workshop, tell
        self._lines: dict[str, SeatEntry] = {}
        self._predicted: tuple[PredictionCount, ...] = ()
        self._news: set[str] = set()
        self._moved: set[str] = set()
        self._telling: asyncio.Task[None] | None = None
        self.attendance = Attendance()

    def begin(self, room: Room) -> Room:
        """Takes the room as it was read; answers it with who is here."""
        self._lines = {seat.id: self._with_presence(seat) for seat in room.seats}
        self._predicted = room.predictions
        return replace(room, seats=tuple(self._lines.values()))

    def news(self, seat: str) -> None:
        """Something of a learner is new, and stands in the database."""
        self._news.add(seat)
        self._soon()

    def moved(self, seat: str) -> None:
        """A learner came or went."""
        self._moved.add(seat)
        self._soon()

    def look_round(self) -> None:
        """Now and then: who has been silent for too long is gone."""
        for seat in self.attendance.silent(time.monotonic()):
            self.moved(seat)

    def leave(self) -> None:
        """The connection ends."""
        if self._telling is not None:
            self._telling.cancel()

    def _soon(self) -> None:
        if self._telling is None or self._telling.done():
            self._telling = asyncio.create_task(self._gathered())

    async def _gathered(self) -> None:
        with suppress(asyncio.CancelledError):
            while self._news or self._moved:
                await asyncio.sleep(TOLD_EVERY)
                await self._tell(await self._look())

    async def _look(self) -> RoomMessage:
        news, moved = self._news, self._moved
        self._news, self._moved = set(), set()
        if news:
            read = await database_sync_to_async(self._read)([UUID(seat) for seat in news])
            self._lines |= {seat.id: seat for seat in read}
        changed = [seat for seat in self._lines if seat in news or seat in moved]
        self._lines |= {seat: self._with_presence(self._lines[seat]) for seat in changed}
        return RoomMessage(
            seats=tuple(self._lines[seat] for seat in changed),
            groups=misconceptions(self._lines.values()),
            predictions=self._predicted,
        )

    def _read(self, news: list[UUID]) -> tuple[SeatEntry, ...]:
        self._predicted = predictions(self._workshop)
        return entries(self._workshop, news)

    def _with_presence(self, seat: SeatEntry) -> SeatEntry:
        return replace(seat, here=self.attendance.here(seat.id))
