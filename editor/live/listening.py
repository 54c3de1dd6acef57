"""How a connection listens to its groups and speaks to others, whatever the channel layer loses."""

from __future__ import annotations

import logging
from typing import Any

from channels.consumer import get_handler_name
from channels.generic.websocket import AsyncWebsocketConsumer

from editor.wire.publishing import AWAY

log = logging.getLogger(__name__)

Event = dict[str, Any]


class Listener(AsyncWebsocketConsumer):
    """Channels' consumer that remembers what it listens to. A layer that is away costs messages, not the connection."""

    joined: tuple[str, ...] = ()

    async def dispatch(self, message: Event) -> None:
        """Without Channels' own look after old database connections, which ``database_sync_to_async`` has as well.

        It asks the one thread of the database before each message: to hand on what fifty people are told, fifty times,
        behind every edit that waits there.
        """
        await getattr(self, get_handler_name(message))(message)

    async def join(self, *groups: str) -> None:
        """From now on it hears what is said to these groups."""
        self.joined = groups
        await self.join_again()

    async def join_again(self) -> None:
        """For whoever was put out without a word, as the layer in memory does to who slept for a minute."""
        try:
            for name in self.joined:
                await self.channel_layer.group_add(name, self.channel_name)
        except AWAY:
            log.exception("A connection does not hear its groups; it tries again with its next sign of life.")

    async def part(self) -> None:
        """It hears no more of them."""
        groups, self.joined = self.joined, ()
        for name in groups:
            try:
                await self.channel_layer.group_discard(name, self.channel_name)
            except AWAY:
                log.info("The channel layer was not told that nobody listens to %s any more.", name)

    async def tell_group(self, name: str, event: Event) -> None:
        """To everybody in a group."""
        try:
            await self.channel_layer.group_send(name, event)
        except AWAY:
            log.exception("What was said to %s is lost.", name)

    async def tell_one(self, channel: str, event: Event) -> bool:
        """To one connection; whether the layer took it."""
        try:
            await self.channel_layer.send(channel, event)
        except AWAY:
            log.exception("What was said to one connection is lost.")
            return False
        return True
