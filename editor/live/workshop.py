"""One browser's live connection to a workshop: its instructor's, or a learner's."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any
from uuid import uuid4

from channels.db import database_sync_to_async

from editor.engine.errors import NetpolError
from editor.live import incoming
from editor.live.admission import ANEW, ENDED, SomebodyElseError, same_person
from editor.live.desk import Desk
from editor.live.listening import Listener
from editor.live.nowhere import NOT_FOUND
from editor.live.roster import SIGN_EVERY
from editor.models import Seat, Workshop
from editor.services import access
from editor.services.access import TakenOutError
from editor.services.workshops import addresses, admission, state
from editor.services.workshops.admission import NoSuchWorkshopError
from editor.wire.messages import Refused
from editor.wire.publishing import desk_group, encoded, group_of, seat_group, workshop_group
from editor.wire.workshop_messages import (
    Attend,
    WorkshopClientMessage,
    WorkshopPong,
    WorkshopServerMessage,
    WorkshopStateMessage,
)
from editor.wire.workshops import WorkshopState

SHAPES = incoming.by_type(WorkshopClientMessage)


class WorkshopConsumer(Listener):
    """Passes on what the room is told. A learner gives signs of being here; an instructor's connection counts them."""

    desk: Desk | None = None
    seat: Seat | None = None
    signs: asyncio.Task[None] | None = None

    async def connect(self) -> None:
        """Listens before reading: what happens in between comes after the state, and nothing is missed."""
        self.connection, self.looks = str(uuid4()), True
        self.workshop_id = str(self.scope["url_route"]["kwargs"]["workshop_id"])
        await self.accept()
        try:
            self.person = await database_sync_to_async(access.person)(self.scope["session"])
            self.workshop, self.seat = await self._enter()
            await self._listen_in()
            await self._greet()
        except (NoSuchWorkshopError, TakenOutError) as error:
            await self._shut(error)

    async def disconnect(self, code: int) -> None:  # noqa: ARG002 - Channels' own signature
        """Leaves, and the instructor is told."""
        if self.signs is not None:
            self.signs.cancel()
        if self.desk is not None:
            self.desk.leave()
        was_here = bool(self.joined)
        await self.part()
        if was_here and self.seat is not None:
            await self._to_desk("seat.left")

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """One message. Whatever is wrong with it is answered, and the connection stays."""
        try:
            message = incoming.message(incoming.parse(incoming.bounded(text_data, bytes_data)), SHAPES)
        except NetpolError as error:
            errors = tuple(fault.as_json() for fault in error.faults)
            await self._send(Refused(edit_id=None, errors=errors))  # type: ignore[arg-type]
            return
        if not isinstance(message, Attend):
            await self._stand()
        elif self.seat is not None:
            self.looks = message.here
            await self._to_desk("seat.here")

    async def _enter(self) -> tuple[Workshop, Seat | None]:
        return await database_sync_to_async(admission.enter)(self.workshop_id, self.person)

    async def _listen_in(self) -> None:
        own = seat_group(self.seat.pk) if self.seat is not None else desk_group(self.workshop_id)
        actors = {self.person.actor, replace(self.person, account=None).actor} - {""}
        await self.join(workshop_group(self.workshop_id), own, *(group_of(actor) for actor in sorted(actors)))

    async def _greet(self) -> None:
        found = await database_sync_to_async(self._stands)()
        if found.room is not None:
            self.desk = Desk(self.workshop, self._send)
        await self._tell(found)
        if self.desk is not None:
            asks = {"type": "desk.asks", "channel": self.channel_name}
            await self.tell_group(workshop_group(self.workshop_id), asks)
        self.signs = asyncio.create_task(self._give_signs())

    async def _tell(self, found: WorkshopState) -> None:
        self.told = _timeless(found)
        if found.room is not None and self.desk is not None:
            found = replace(found, room=self.desk.begin(found.room))
        await self._send(WorkshopStateMessage(state=found))

    async def _stand(self) -> None:
        """The net under whatever was lost: that it listens, who this is, and how the room stands if that is new."""
        await self.join_again()
        try:
            found = await database_sync_to_async(self._stands_for_the_same)()
        except (NoSuchWorkshopError, TakenOutError) as error:
            await self._shut(error)
        except SomebodyElseError:
            await self.close(code=ANEW)
        else:
            if _timeless(found) != self.told:
                await self._tell(found)
            await self._send(WorkshopPong())

    def _stands_for_the_same(self) -> WorkshopState:
        same_person(self.scope["session"], self.person)
        return self._stands()

    def _stands(self) -> WorkshopState:
        fresh, seat = admission.enter(self.workshop_id, self.person)
        return state.state(fresh, seat, addresses.join_at(fresh, self._origin()))

    def _origin(self) -> str:
        """Where the page came from: checked before anybody is let in."""
        return dict(self.scope["headers"]).get(b"origin", b"http://localhost").decode("latin-1")

    async def _give_signs(self) -> None:
        while True:
            if self.desk is not None:
                self.desk.look_round()
            else:
                await self._to_desk("seat.here")
            await asyncio.sleep(SIGN_EVERY)

    def _sign(self, kind: str) -> dict[str, Any]:
        seat = str(self.seat.pk) if self.seat is not None else ""
        return {"type": kind, "seat": seat, "connection": self.connection, "looks": self.looks}

    async def _to_desk(self, kind: str) -> None:
        await self.tell_group(desk_group(self.workshop_id), self._sign(kind))

    async def _send(self, message: WorkshopServerMessage) -> None:
        await self.send(text_data=encoded(message))

    async def _shut(self, error: Exception) -> None:
        await self.close(code=ENDED if isinstance(error, TakenOutError) else NOT_FOUND)

    async def desk_asks(self, event: dict[str, Any]) -> None:
        """An instructor came, and asks who is here."""
        if self.seat is not None:
            await self.tell_one(event["channel"], self._sign("seat.here"))

    async def seat_here(self, event: dict[str, Any]) -> None:
        """A learner is here, or looks elsewhere."""
        if self.desk is not None:
            heard = event["seat"], event["connection"], time.monotonic()
            if self.desk.attendance.hear(*heard, looks=event["looks"]):
                self.desk.moved(event["seat"])

    async def seat_left(self, event: dict[str, Any]) -> None:
        """A learner's connection ended."""
        if self.desk is not None and self.desk.attendance.leave(event["seat"], event["connection"]):
            self.desk.moved(event["seat"])

    async def seat_news(self, event: dict[str, Any]) -> None:
        """Something of a learner is new."""
        if self.desk is not None:
            self.desk.news(event["seat"])

    async def wire_message(self, event: dict[str, Any]) -> None:
        """What everybody in the room, or this learner, is told."""
        await self.send(text_data=event["text"])

    async def access_changed(self, event: dict[str, Any]) -> None:  # noqa: ARG002 - Channels' own signature
        """This learner was taken out, or let in again."""
        try:
            await self._enter()
        except (NoSuchWorkshopError, TakenOutError) as error:
            await self._shut(error)

    async def access_anew(self, event: dict[str, Any]) -> None:  # noqa: ARG002
        """This browser's person is another now, or sits elsewhere: the page connects again."""
        await self.close(code=ANEW)

    async def wire_gone(self, event: dict[str, Any]) -> None:  # noqa: ARG002
        """The workshop was deleted."""
        await self.close(code=NOT_FOUND)


def _timeless(found: WorkshopState) -> WorkshopState:
    """Without the time of asking, by which no two are alike."""
    return replace(found, workshop=replace(found.workshop, now=""))
