"""One browser's live connection to a board."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar
from uuid import uuid4

from channels.db import database_sync_to_async

from editor.engine.errors import Fault, NetpolError
from editor.live import finding, incoming
from editor.live.admission import ANEW, ENDED, Admission, SomebodyElseError
from editor.live.nowhere import NOT_FOUND
from editor.live.together import WithPeople
from editor.services import access, boards, drafts, edits, reverts, saving, travel
from editor.services.access import AccessEndedError, NoSuchBoardError
from editor.services.people import display_name
from editor.wire.messages import (
    CatchUp,
    ClientMessage,
    EditMessage,
    Ping,
    RedoMessage,
    Refused,
    RestoreMessage,
    RoleChanged,
    Unchanged,
    UndoMessage,
)
from editor.wire.people import CallMe, Here
from editor.wire.publishing import group, group_of
from editor.wire.typed import DraftMessage, DraftTyped, DropDraft, PullText, SaveText, TextAnswer, TypeText

Edit = TypeVar("Edit", bound=edits.AnyEdit)
Typed = TypeVar("Typed", TypeText, DraftTyped, DropDraft)

# Each message's service; what it asks for is in the message.
EDITS: dict[type, Callable[[str, Any, str, str], edits.Outcome]] = {
    EditMessage: edits.submit,
    UndoMessage: reverts.undo,
    RedoMessage: reverts.redo,
    RestoreMessage: travel.restore,
    SaveText: saving.save_text,
}
DRAFTS: dict[type, Callable[[str, Any], DraftMessage | TextAnswer]] = {
    TypeText: drafts.type_text,
    DraftTyped: drafts.put_text,
    DropDraft: drafts.drop,
}


class BoardConsumer(WithPeople):
    """Welcomes, hands what comes to the services, and passes on what the board's group is told."""

    board_id: str = ""

    async def connect(self) -> None:
        """Joins before reading the board: what happens in between comes after the welcome, and nothing is missed."""
        self.board_id = str(self.scope["url_route"]["kwargs"]["board_id"])
        self.client_id = str(uuid4())
        await self.accept()
        self.admission = Admission(self.board_id, self.scope["session"], self._look_again)
        if not await self._admitted():
            return
        self.actor = self.admission.person.actor or access.actor_named(self.client_id)
        await self.join(*self._groups())
        await self._arrive()
        try:
            await self._welcome()
        except NoSuchBoardError:
            await self.close(code=NOT_FOUND)
            return
        await self._greet()
        await finding.come(self)

    async def disconnect(self, code: int) -> None:  # noqa: ARG002 - Channels' own signature
        """Leaves, and tells the others."""
        if self.joined:
            self.admission.leave()
            await finding.leave(self)
            await self.part()
            await self._leave()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """One message. Whatever is wrong with it is answered, and the connection stays."""
        value: object = None
        try:
            value = incoming.parse(incoming.bounded(text_data, bytes_data))
            message: ClientMessage = incoming.message(value)
            await self._handle(message)
        except NetpolError as error:
            await self._refuse(incoming.edit_id(value), error.faults)
        except NoSuchBoardError:
            await self.close(code=NOT_FOUND)
        except AccessEndedError:
            await self.close(code=ENDED)

    async def _handle(self, message: ClientMessage) -> None:
        if type(message) in EDITS:
            await self._carry_out(EDITS[type(message)], message)  # type: ignore[type-var]
        elif type(message) in DRAFTS:
            await self._draft(DRAFTS[type(message)], message)  # type: ignore[type-var]
        elif isinstance(message, PullText):
            await self._send(await self.admission.call(message, drafts.pull, self.board_id, message))
        elif isinstance(message, CatchUp):
            history = await self.admission.call(message, boards.catch_up, self.board_id, message.revision)
            await (self._send(history) if history is not None else self._welcome())
        elif isinstance(message, Here):
            await self._here(message)
        elif isinstance(message, CallMe):
            await self._call(message)
        elif isinstance(message, Ping):
            await self._stand(message)

    async def _stand(self, message: Ping) -> None:
        """The net under whatever was lost: that it listens, who this is, what they may do, where the board is."""
        await self.join_again()
        if await self._look_again():
            pong = await self.admission.call(message, boards.standing, self.board_id)
            await self._send(pong)
            finding.stands(self, pong)

    async def _carry_out(self, service: Callable[[str, Edit, str, str], edits.Outcome], message: Edit) -> None:
        outcome = await self.admission.call(message, self._in_ones_name, service, message)
        if outcome.idle:
            await self._send(Unchanged(edit_id=message.edit_id, revision=outcome.changed.revision))
        elif outcome.repeated:  # everybody was told the first time
            await self._send(outcome.changed)

    def _in_ones_name(self, service: Callable[[str, Edit, str, str], edits.Outcome], message: Edit) -> edits.Outcome:
        """The log keeps the name that its author has at the time."""
        return service(self.board_id, message, self.actor, display_name(self.scope["session"]))

    async def _draft(self, service: Callable[[str, Typed], DraftMessage | TextAnswer], message: Typed) -> None:
        """Whoever names no client is this one connection."""
        named = replace(message, client_id=message.client_id or self.client_id)
        answer = await self.admission.call(message, service, self.board_id, named)
        if isinstance(answer, TextAnswer):  # everybody was told of what was taken
            await self._send(answer)

    async def _admitted(self) -> bool:
        """Asks for this person's role now; closes when the board is not, or no longer, open to them."""
        try:
            await self.admission.enter()
        except NoSuchBoardError:
            await self.close(code=NOT_FOUND)
            return False
        except AccessEndedError:
            await self.close(code=ENDED)
            return False
        except SomebodyElseError:
            await self.close(code=ANEW)
            return False
        return True

    async def _look_again(self) -> bool:
        before = self.admission.role
        admitted = await self._admitted()
        if admitted and self.admission.role != before:
            await self._send(RoleChanged(role=self.admission.role))
        return admitted

    def _groups(self) -> tuple[str, ...]:
        """What this connection listens to: the board, the browser, and the account that is signed in there."""
        who = self.admission.person
        actors = {who.actor, replace(who, account=None).actor} - {""}
        return group(self.board_id), *(group_of(actor) for actor in sorted(actors))

    async def _welcome(self) -> None:
        present, welcome = len(self.roster) + 1, database_sync_to_async(boards.welcome)
        role = self.admission.role
        await self._send(await welcome(self.board_id, self.me, present, self.actor, role))

    async def _refuse(self, edit_id: str | None, faults: Iterable[Fault]) -> None:
        errors = tuple(fault.as_json() for fault in faults)
        await self._send(Refused(edit_id=edit_id, errors=errors))  # type: ignore[arg-type]

    async def wire_message(self, event: dict[str, Any]) -> None:
        """What everybody on the board is told."""
        await self.send(text_data=event["text"])
        if event.get("stirs"):
            finding.hear(self)

    async def access_changed(self, event: dict[str, Any]) -> None:  # noqa: ARG002 - Channels' own signature
        """A link of the board was changed or revoked."""
        await self._look_again()

    async def access_anew(self, event: dict[str, Any]) -> None:  # noqa: ARG002
        """This browser's person signed in or out: the page connects again, as who they are now."""
        await self.close(code=ANEW)

    async def wire_gone(self, event: dict[str, Any]) -> None:  # noqa: ARG002 - Channels' own signature
        """The board was deleted."""
        await self.close(code=NOT_FOUND)
