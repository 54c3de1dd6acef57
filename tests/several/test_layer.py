"""The channel layer of several processes: what is said reaches all, in one order, or whoever missed it is told so."""

import asyncio
import signal
import subprocess
import tempfile
from contextlib import asynccontextmanager, suppress

import pytest

from editor.live.layer import BEHIND
from editor.live.several import SeveralProcessesLayer
from tests.several import servers

pytestmark = pytest.mark.skipif(
    servers.program("redis-server") is None,
    reason="NOT TESTED with Redis: redis-server missing; install redis-server",
)


class Redis:
    """A Redis that can be killed and started again at the same port."""

    def __init__(self):
        self.port, self.folder, self.process = servers.free_port(), tempfile.mkdtemp(prefix="netpol-redis-"), None
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", self.folder]
        with open(f"{self.folder}/log", "w") as log:  # noqa: PTH123
            self.process = subprocess.Popen([servers.program("redis-server"), *words], stdout=log)
        servers.wait_for(self.port, self.process, f"{self.folder}/log")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def redis():
    found = Redis()
    found.start()
    yield found
    found.kill()


class Listener:
    """Hears one channel of a layer, as a live connection does."""

    def __init__(self, layer, channel):
        self.layer, self.name, self.queue = layer, channel, asyncio.Queue()
        self.task = asyncio.create_task(self._listen())

    async def _listen(self):
        while True:
            await self.queue.put(await self.layer.receive(self.name))

    async def hear(self):
        return await asyncio.wait_for(self.queue.get(), 10)


@asynccontextmanager
async def listener(layer, *groups):
    found = Listener(layer, await layer.new_channel())
    for group in groups:
        await layer.group_add(group, found.name)
    await asyncio.sleep(0)
    yield found
    for group in groups:
        await layer.group_discard(group, found.name)
    found.task.cancel()
    with suppress(asyncio.CancelledError):
        await found.task


async def test_both_processes_hear_what_either_says_in_one_order(redis):
    one, other = SeveralProcessesLayer(redis.url), SeveralProcessesLayer(redis.url)
    async with listener(one, "board.1") as here, listener(other, "board.1") as there, listener(other, "board.2") as far:
        for number in range(10):
            await (one if number % 2 else other).group_send("board.1", {"type": "told", "number": number})
        await one.group_send("board.2", {"type": "elsewhere"})
        for each in (here, there):
            assert [(await each.hear())["number"] for _ in range(10)] == list(range(10))
        assert await far.hear() == {"type": "elsewhere"}


async def test_one_connection_is_spoken_to_wherever_it_is(redis):
    one, other = SeveralProcessesLayer(redis.url), SeveralProcessesLayer(redis.url)
    async with listener(one) as here, listener(other) as there:
        await one.send(there.name, {"type": "asked"})
        assert await there.hear() == {"type": "asked"}
        await one.send(here.name, {"type": "to oneself"})
        assert await here.hear() == {"type": "to oneself"}


async def test_when_the_last_one_leaves_nothing_stays_open(redis):
    layer = SeveralProcessesLayer(redis.url)
    async with listener(layer, "board.1"):
        assert len(layer._lines) == 1
    await layer.group_send("board.1", {"type": "told"})
    assert (layer._lines, layer._listening, dict(layer.groups)) == ({}, set(), {})


async def test_after_redis_died_everybody_is_told_to_come_anew_and_it_goes_on(redis):
    one, other = SeveralProcessesLayer(redis.url), SeveralProcessesLayer(redis.url)
    async with listener(one, "board.1") as here, listener(other, "board.1") as there:
        redis.kill()
        await one.group_send("board.1", {"type": "told"})
        assert await here.hear() == {"type": "told"}  # its own people hear it all the same
        redis.start()
        assert await there.hear() == BEHIND
        assert await here.hear() == BEHIND
        await one.group_send("board.1", {"type": "told again"})
        for each in (here, there):
            assert await each.hear() == {"type": "told again"}


async def test_who_cannot_keep_up_is_told_so(redis):
    layer = SeveralProcessesLayer(redis.url, capacity=3)
    async with listener(layer, "board.1", "board.2") as quick:
        slow = await layer.new_channel()
        await layer.group_add("board.1", slow)
        for number in range(4):
            await layer.group_send("board.1", {"type": "told", "number": number})
            assert (await quick.hear())["number"] == number
        assert await layer.receive(slow) == BEHIND
        await layer.group_discard("board.1", slow)
        layer._listening.discard(slow)
