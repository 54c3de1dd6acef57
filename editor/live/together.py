"""The part of a connection that is about people: each tells the board's group where they are, and hears of the others.

Only the channel layer carries it, so it works between processes; a sign of life every few seconds keeps a person there.
"""

from __future__ import annotations

import asyncio
import time
import zlib
from dataclasses import replace
from typing import Any

from channels.db import database_sync_to_async

from editor.board.shapes import as_json, read
from editor.live.admission import Admission
from editor.live.listening import Listener
from editor.live.roster import SIGN_EVERY, Pace, Roster
from editor.services import people
from editor.wire.messages import ServerMessage
from editor.wire.people import CallMe, Here, Left, People, Person, Presence
from editor.wire.publishing import encoded, group

TINTS = 8
# A pointer moves 20 times a second at most; a little room for the keys pressed meanwhile.
PACE = (30.0, 40.0)

_connected: dict[str, list[WithPeople]] = {}


class WithPeople(Listener):
    """Knows who else is on the board."""

    board_id: str
    client_id: str
    actor: str
    admission: Admission
    me: Person

    async def _send(self, message: ServerMessage) -> None:
        """To this person's browser."""
        await self.send(text_data=encoded(message))

    async def _arrive(self) -> None:
        """Before the welcome: who is here already, as a neighbour of this process knows it."""
        self.signs: asyncio.Task[None] | None = None
        self.roster, self.pace = Roster(), Pace(*PACE)
        name = await database_sync_to_async(people.display_name)(self.scope["session"])
        instructor = self.admission.instructor
        self.alone = not _connected.get(self.board_id)
        for other in _connected.setdefault(self.board_id, []):
            for person in (other.me, *other.roster.everybody()):
                self.roster.hear(person, time.monotonic())
        usual = zlib.crc32((self.actor or self.client_id).encode()) % TINTS + 1
        tint = self.roster.tint(usual, TINTS)
        self.me = Person(id=self.client_id, client_id="", name=name, tint=tint, instructor=instructor)
        _connected[self.board_id].append(self)

    async def _greet(self) -> None:
        """After the welcome: tells who is here, and everybody that one more is."""
        for person in self.roster.everybody():
            await self._send(Presence(person=person))
        await self._tell_people()
        asks = self.channel_name if self.alone else None
        await self._to_group({"type": "person.told", "person": as_json(self.me), "asks": asks})
        self.signs = asyncio.create_task(self._give_signs())

    async def _leave(self) -> None:
        """The others are told at once."""
        here = _connected.get(self.board_id, [])
        if self in here:
            here.remove(self)
        if not here:
            _connected.pop(self.board_id, None)
        if self.signs is not None:
            self.signs.cancel()
        await self._to_group({"type": "person.left", "id": self.me.id})

    async def _here(self, said: Here) -> None:
        """Where this person is now."""
        if not self.pace.lets(time.monotonic()):
            return
        fields = {name: getattr(said, name) for name in Here.__dataclass_fields__ if name != "type"}
        self.me = replace(self.me, **fields)
        await self._to_group({"type": "person.told", "person": as_json(self.me), "asks": None})

    async def _call(self, said: CallMe) -> None:
        """This person chose a name; it is kept in the browser's session."""
        name = await database_sync_to_async(people.choose_name)(self.scope["session"], said.name)
        self.me = replace(self.me, name=name)
        await self._send(Presence(person=self.me))
        await self._to_group({"type": "person.told", "person": as_json(self.me), "asks": None})

    async def person_told(self, event: dict[str, Any]) -> None:
        """Somebody came, or is elsewhere now."""
        person = read(Person, event["person"])
        if person.id == self.me.id:
            return
        new = self.roster.hear(person, time.monotonic())
        await self._send(Presence(person=person))
        if new:
            await self._tell_people()
        if person.tint == self.me.tint and self.me.id > person.id:
            await self._give_way()
        if event["asks"]:
            answer = {"type": "person.told", "person": as_json(self.me), "asks": None}
            await self.tell_one(event["asks"], answer)

    async def _give_way(self) -> None:
        """Somebody of another process has the same colour: one of the two takes a free one."""
        tint = self.roster.tint(self.me.tint, TINTS)
        if tint != self.me.tint:
            self.me = replace(self.me, tint=tint)
            await self._send(Presence(person=self.me))
            await self._to_group({"type": "person.told", "person": as_json(self.me), "asks": None})

    async def person_sign(self, event: dict[str, Any]) -> None:
        """Somebody is still here; one of whom nothing is known yet is asked."""
        if event["id"] != self.me.id and not self.roster.sign(event["id"], time.monotonic()):
            await self.tell_one(event["channel"], {"type": "person.asked", "channel": self.channel_name})

    async def person_asked(self, event: dict[str, Any]) -> None:
        """Another does not know this person yet."""
        told = {"type": "person.told", "person": as_json(self.me), "asks": None}
        await self.tell_one(event["channel"], told)

    async def person_left(self, event: dict[str, Any]) -> None:
        """Somebody left."""
        if self.roster.leave(event["id"]):
            await self._gone([event["id"]])

    async def _give_signs(self) -> None:
        while True:
            await asyncio.sleep(SIGN_EVERY)
            await self._to_group({"type": "person.sign", "id": self.me.id, "channel": self.channel_name})
            silent = self.roster.silent(time.monotonic())
            if silent:
                await self._gone(silent)

    async def _gone(self, ids: list[str]) -> None:
        for person_id in ids:
            await self._send(Left(id=person_id))
        await self._tell_people()

    async def _tell_people(self) -> None:
        await self._send(People(count=len(self.roster) + 1))

    async def _to_group(self, event: dict[str, Any]) -> None:
        await self.tell_group(group(self.board_id), event)
