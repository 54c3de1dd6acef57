"""How a connection listens: to its browser and to its channel, one event at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

from channels.consumer import get_handler_name
from channels.exceptions import StopConsumer
from channels.generic.websocket import AsyncWebsocketConsumer
from channels.layers import get_channel_layer

Event = dict[str, Any]
Source = Callable[[], Awaitable[Event]]


class Listener(AsyncWebsocketConsumer):
    """Channels' consumer with two lasting listeners instead of two new tasks for each event.

    Fifty people hear each edit, so what is done for each of them counts. Events are still handled one after the other.
    """

    async def __call__(self, scope: Event, receive: Source, send: Callable[[Event], Awaitable[None]]) -> None:
        """One connection, from its beginning to its end."""
        self.scope, self.base_send = scope, send
        self.channel_layer = get_channel_layer()
        self.channel_name = await self.channel_layer.new_channel()
        self._one_at_a_time = asyncio.Lock()
        sources: tuple[Source, ...] = (receive, partial(self.channel_layer.receive, self.channel_name))
        listeners = [asyncio.create_task(self._listen(source)) for source in sources]
        try:
            ended, _ = await asyncio.wait(listeners, return_when=asyncio.FIRST_COMPLETED)
            for each in ended:
                with suppress(StopConsumer):
                    each.result()
        finally:
            for each in listeners:
                each.cancel()
            await asyncio.gather(*listeners, return_exceptions=True)

    async def _listen(self, source: Source) -> None:
        while True:
            event = await source()
            async with self._one_at_a_time:
                await self.dispatch(event)

    async def dispatch(self, message: Event) -> None:
        """Without Channels' own look after old database connections, which ``database_sync_to_async`` has as well.

        It asks the one thread of the database before each message: to hand on what fifty people are told, fifty times,
        behind every edit that waits there.
        """
        await getattr(self, get_handler_name(message))(message)
