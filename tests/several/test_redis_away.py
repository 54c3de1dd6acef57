"""Redis dies and comes back: no connection ends, no edit is lost, and everybody hears again by themselves."""

import signal
import subprocess

import pytest
from asgiref.sync import sync_to_async

from tests.live.browser import on_board
from tests.services.making import board_from, submit
from tests.several import servers

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        servers.program("redis-server") is None,
        reason="NOT TESTED with Redis: redis-server missing; install redis-server",
    ),
]


class Redis:
    """A Redis that can be killed and started again at the same port."""

    def __init__(self, folder):
        self.port, self.folder = servers.free_port(), folder
        self.start()

    def start(self):
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)]
        with (self.folder / "log").open("w") as log:
            self.process = subprocess.Popen([servers.program("redis-server"), *words], stdout=log)
        servers.wait_for(self.port, self.process, self.folder / "log")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def redis(tmp_path, settings):
    found = Redis(tmp_path)
    hosts = [{"address": f"redis://127.0.0.1:{found.port}/0", "socket_timeout": 5.0}]
    layer = {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": hosts}}
    settings.CHANNEL_LAYERS = {"default": layer}
    yield found
    found.kill()


async def test_a_redis_that_dies_costs_no_edit_and_everybody_hears_again(redis):
    row = await sync_to_async(board_from)("case-1")
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        start = (await one.hear("welcome"))["revision"]
        await other.hear("welcome")
        redis.kill()
        await one.edit("add_host", name="while it is away")
        for each in (one, other):  # the author is no better off: the next sign of life says what is missing
            await each.say(type="ping")
            assert (await each.hear("pong"))["revision"] == start + 1
            await each.say(type="catch_up", revision=start)
            assert len((await each.hear("history"))["changes"]) == 1
        redis.start()
        heard = set()
        for number in range(60):  # the layer comes back within a second or two
            revision = (await sync_to_async(submit)(row, "add_host", name=f"{number}")).changed.revision
            heard = {await told(each, revision) for each in (one, other)}
            if heard == {True}:
                break
        assert heard == {True}


async def told(browser, revision):
    """Whether it hears of that revision by itself, soon."""
    while not await browser.wire.receive_nothing(timeout=0.3):
        message = await browser._next()
        if message["type"] == "changed" and message["revision"] == revision:
            return True
    return False
