"""One event loop's line to Redis: what is said there, and what is heard."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from redis.asyncio import Redis
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

# Redis answers in well under a millisecond; whoever waits so long has no line.
PATIENCE = 5.0
PAUSE = 0.5


class Line:
    """Says and hears texts under names. Both keep their order."""

    def __init__(self, url: str, heard: Callable[[str, str], None], missed: Callable[[str], None]) -> None:
        """``heard``: a name and a text. ``missed``: a name under which something may have been said unheard."""
        self._redis = Redis.from_url(
            url, decode_responses=True, socket_keepalive=True, socket_connect_timeout=PATIENCE, protocol=2
        )
        self._speaker = self._redis.client()
        self._ear = self._redis.pubsub()
        self._heard, self._missed = heard, missed
        self._joined: dict[str, asyncio.Event] = {}
        self._saying, self._joining = asyncio.Lock(), asyncio.Lock()
        self._listener: asyncio.Task[None] | None = None

    async def say(self, name: str, text: str) -> None:
        """To everybody who joined the name. Raises RedisError or OSError."""
        async with self._saying:
            await asyncio.wait_for(self._speaker.publish(name, text), PATIENCE)

    async def join(self, name: str) -> None:
        """Answers when Redis has confirmed it: nothing said from then on is missed. Raises RedisError or OSError."""
        confirmed = self._joined.get(name)
        if confirmed is None:
            confirmed = self._joined[name] = asyncio.Event()
            try:
                async with self._joining:
                    await self._ear.subscribe(name)
                    self._listener = self._listener or asyncio.create_task(self._listen())
            except BaseException:
                self._joined.pop(name, None)
                raise
        await asyncio.wait_for(confirmed.wait(), PATIENCE)

    async def leave(self, name: str) -> None:
        """Nothing under that name is heard any more. Without a line there is nothing to leave."""
        if self._joined.pop(name, None) is not None:
            try:
                async with self._joining:
                    await self._ear.unsubscribe(name)
            except (RedisError, OSError):
                log.info("Redis was not told that nobody listens to %s any more.", name)

    async def close(self) -> None:
        """Ends it."""
        if self._listener is not None:
            self._listener.cancel()
            await asyncio.gather(self._listener, return_exceptions=True)
        async with self._saying:
            await self._speaker.aclose()
        await self._ear.aclose()
        await self._redis.aclose()

    async def _listen(self) -> None:
        while True:
            try:
                message = await self._ear.get_message(timeout=None)
            except (RedisError, OSError):
                log.exception("The line to Redis is broken.")
                await asyncio.sleep(PAUSE)
                continue
            if message is not None:
                self._take(message["type"], message["channel"], message["data"])

    def _take(self, kind: str, name: str, text: str) -> None:
        if kind == "message":
            self._heard(name, text)
        elif kind == "subscribe" and (confirmed := self._joined.get(name)) is not None:
            if confirmed.is_set():  # a second time: the line was broken in between
                self._missed(name)
            confirmed.set()
