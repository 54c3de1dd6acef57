"""Messages to everybody who has a board open, through the channel layer."""

from __future__ import annotations

import json
import logging
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.exceptions import ChannelFull
from channels.layers import get_channel_layer
from redis.exceptions import RedisError

from editor.board.project import PICTURE
from editor.board.shapes import as_json
from editor.wire.messages import Changed, ServerMessage, Verdicts
from editor.wire.typed import DraftMessage
from editor.wire.workshop_messages import WorkshopServerMessage

log = logging.getLogger(__name__)

# What a channel layer raises that cannot take something now.
AWAY = (ChannelFull, RedisError, OSError)


def group(board_id: str | UUID) -> str:
    """The channel layer's name for the people of a board."""
    return f"board.{board_id}"


def workshop_group(workshop_id: str | UUID) -> str:
    """The name for everybody in a workshop."""
    return f"workshop.{workshop_id}"


def desk_group(workshop_id: str | UUID) -> str:
    """The name for those who teach it."""
    return f"desk.{workshop_id}"


def seat_group(seat_id: str | UUID) -> str:
    """The name for a learner's devices."""
    return f"seat.{seat_id}"


def encoded(message: ServerMessage | WorkshopServerMessage) -> str:
    """A message as it goes over the wire."""
    return json.dumps(as_json(message), ensure_ascii=False, separators=(",", ":"))


def publish(board_id: str | UUID, message: ServerMessage) -> None:
    """Sends a message to everybody on the board. Call it after the commit; never from within an event loop."""
    _tell(group(board_id), "wire.message", text=encoded(message), stirs=stirs(message))


def stirs(message: ServerMessage) -> bool:
    """Whether after a message other problems, or other results of expectations, may be found than before it."""
    if isinstance(message, Verdicts):
        return True
    if isinstance(message, Changed):
        change = message.change
        return bool(change.puts or change.removes) or any(patch.field not in PICTURE for patch in change.patches)
    return isinstance(message, DraftMessage) and (message.draft.good or message.draft.text is None)


def publish_to(name: str, message: WorkshopServerMessage) -> None:
    """Sends a message to a group of a workshop. As ``publish``."""
    _tell(name, "wire.message", text=encoded(message))


def publish_news(workshop_id: str | UUID, seat_id: str | UUID) -> None:
    """Something of a learner is new: the instructor's connections look it up, gathered."""
    _tell(desk_group(workshop_id), "seat.news", seat=str(seat_id))


def publish_out(seat_id: str | UUID) -> None:
    """A learner was taken out: their connections end."""
    _tell(seat_group(seat_id), "access.changed")


def publish_workshop_end(workshop_id: str | UUID) -> None:
    """The workshop is no more: every connection ends."""
    _tell(workshop_group(workshop_id), "wire.gone")


def publish_end(board_id: str | UUID) -> None:
    """Closes everybody's connection: the board is no more."""
    _tell(group(board_id), "wire.gone")


def publish_access(board_id: str | UUID) -> None:
    """Who may do what on the board is another now: every connection looks up its own role again."""
    _tell(group(board_id), "access.changed")


def group_of(actor: str) -> str:
    """The channel layer's name for the connections of a person; ``actor`` as the log names them."""
    return actor.replace(":", ".")


def publish_leave(actor: str) -> None:
    """A person signed in or out, or has another password: their connections must come anew, as who they are now."""
    _tell(group_of(actor), "access.anew")


def _tell(name: str, kind: str, **more: str | bool) -> None:
    layer = get_channel_layer()
    if layer is not None:
        try:
            async_to_sync(layer.group_send)(name, {"type": kind, **more})
        except AWAY:
            # It is committed. Whoever was to hear of it does with their next sign of life.
            log.exception("What was said to %s is lost.", name)
