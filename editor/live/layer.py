"""The channel layer of one process: quick when fifty people hear every edit."""

from __future__ import annotations

import asyncio
from typing import Any

from channels.layers import InMemoryChannelLayer

# What a connection is told when more waited for it than the layer keeps: it missed something and must come anew.
BEHIND = {"type": "wire.behind"}


class OneProcessLayer(InMemoryChannelLayer):
    """Channels' own, without its costs for each message: a task for each hearer, a copy for each, a look at all groups.

    Nobody alters an event, and each connection leaves its groups when it ends, so neither copies nor expiry are needed.
    Channels' own layer takes somebody whose browser slept for a minute out of every group, silently; this one tells
    whoever is too far behind.
    """

    async def send(self, channel: str, message: dict[str, Any]) -> None:
        """To one connection."""
        self.require_valid_channel_name(channel)
        self._put(channel, message)

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        """To everybody in the group, in one step: what two people send arrives in the same order everywhere."""
        self.require_valid_group_name(group)
        for channel in self.groups.get(group, ()):
            self._put(channel, message)

    async def receive(self, channel: str) -> dict[str, Any]:
        """The next message of a channel."""
        queue = self._queue(channel)
        try:
            found: dict[str, Any] = await queue.get()
        finally:
            if queue.empty():
                self.channels.pop(channel, None)
        return found

    def _queue(self, channel: str) -> asyncio.Queue[dict[str, Any]]:
        queue: asyncio.Queue[dict[str, Any]] | None = self.channels.get(channel)
        if queue is None:
            queue = self.channels[channel] = asyncio.Queue(maxsize=self.get_capacity(channel))
        return queue

    def _put(self, channel: str, message: dict[str, Any]) -> None:
        queue = self._queue(channel)
        if queue.full():
            while not queue.empty():
                queue.get_nowait()
            message = BEHIND
        queue.put_nowait(message)
