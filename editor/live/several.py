"""The channel layer of several processes: each tells its own people as one process does; Redis carries between them."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any
from uuid import uuid4

from redis.exceptions import RedisError

from editor.live.layer import BEHIND, OneProcessLayer
from editor.live.line import Line

log = logging.getLogger(__name__)

# What Redis calls the channels, so that other programs can use it too.
GROUPS, PROCESSES = "netpol.group.", "netpol.process."


class SeveralProcessesLayer(OneProcessLayer):
    """Nothing is dropped without a word: whoever may have missed something is told so and comes anew.

    That is who has more waiting than the layer keeps, and everybody after the line to Redis was broken. Meanwhile each
    process goes on with its own people. Channels' own layer for Redis keeps silent about both, reads each message
    anew for each hearer, and says that it listens before it does.
    """

    def __init__(self, url: str, **kwargs: Any) -> None:  # noqa: ANN401 - the parent's own
        """``url`` of the Redis, as in ``REDIS_URL``."""
        super().__init__(**kwargs)
        self._url, self._process = url, uuid4().hex
        self._listening: set[str] = set()
        self._lines: dict[asyncio.AbstractEventLoop, Line] = {}

    async def new_channel(self, prefix: str = "specific") -> str:
        """A name that says to every process where its listener is."""
        return f"{prefix}.{self._process}!{uuid4().hex}"

    async def receive(self, channel: str) -> dict[str, Any]:
        """The next message of a channel. Raises RedisError when there is no line."""
        if channel not in self._listening:
            self._listening.add(channel)
            await self._line().join(PROCESSES + self._process)
        try:
            return await super().receive(channel)
        except asyncio.CancelledError:
            await self._forget(channel)
            raise

    async def send(self, channel: str, message: dict[str, Any]) -> None:
        """To one connection, wherever it is."""
        process = channel.partition("!")[0].rpartition(".")[2]
        if process == self._process:
            await super().send(channel, message)
        else:
            await self._publish(PROCESSES + process, {"to": channel, "event": message})

    async def group_add(self, group: str, channel: str) -> None:
        """From now on the connection hears what is said to the group. Raises RedisError when there is no line."""
        await super().group_add(group, channel)
        await self._line().join(GROUPS + group)

    async def group_discard(self, group: str, channel: str) -> None:
        """The connection hears no more of it."""
        await super().group_discard(group, channel)
        line = self._lines.get(asyncio.get_running_loop())
        if group not in self.groups and line is not None:
            await line.leave(GROUPS + group)

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        """To everybody in the group; by Redis to one's own people too, so that all hear it in one order."""
        self.require_valid_group_name(group)
        if not await self._publish(GROUPS + group, message):
            await super().group_send(group, message)

    async def _publish(self, name: str, message: dict[str, Any]) -> bool:
        """Whether Redis took it. A loop in which nobody listens, as that of a command, keeps no line open."""
        line = self._lines.get(asyncio.get_running_loop())
        mine = line or self._new_line()
        try:
            await mine.say(name, json.dumps(message, ensure_ascii=False, separators=(",", ":")))
        except (RedisError, OSError):
            log.exception("Redis did not take a message: other processes are not told of it.")
            return False
        finally:
            if line is None:
                await mine.close()
        return True

    def _line(self) -> Line:
        loop = asyncio.get_running_loop()
        if loop not in self._lines:
            self._lines[loop] = self._new_line()
        return self._lines[loop]

    def _new_line(self) -> Line:
        return Line(self._url, self._heard, self._missed)

    def _heard(self, name: str, text: str) -> None:
        message = json.loads(text)
        if name.startswith(GROUPS):
            for channel in self.groups.get(name.removeprefix(GROUPS), ()):
                self._put(channel, message)
        elif message["to"] in self._listening:
            self._put(message["to"], message["event"])

    def _missed(self, name: str) -> None:
        for channel in self.groups.get(name.removeprefix(GROUPS), ()):
            self._put(channel, BEHIND)

    async def _forget(self, channel: str) -> None:
        self._listening.discard(channel)
        if not self._listening and (line := self._lines.pop(asyncio.get_running_loop(), None)) is not None:
            await line.close()
