"""Several processes on PostgreSQL and Redis behave as one process on SQLite does."""

import asyncio
import json
import os
import subprocess
import sys
import urllib.request
import uuid
from contextlib import ExitStack
from pathlib import Path

import pytest
import websockets

from tests.several import servers

ROOT = Path(__file__).resolve().parents[2]
MISSING = [name for name in ("postgres", "initdb", "redis-server") if servers.program(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING),
    reason=f"NOT TESTED on PostgreSQL and Redis: {', '.join(MISSING)} missing; install postgresql and redis-server",
)
STORIES = ["tests/services", "tests/live", "tests/api/test_boards.py"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The variables of a process on PostgreSQL and Redis."""
    with servers.postgres() as database, servers.redis() as redis:
        yield os.environ | {
            "DATABASE_URL": database,
            "REDIS_URL": redis,
            "NETPOL_VAR": str(tmp_path_factory.mktemp("var")),
            "SECRET_KEY": "only for tests",
        }


def test_the_stories_of_boards_hold_there_too(environment):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *STORIES]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]


@pytest.fixture
def two_processes(environment, tmp_path):
    """The addresses of two processes of the product on one database."""
    variables = environment | {"DJANGO_SETTINGS_MODULE": "editor.config.settings.base"}
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(migrate, cwd=ROOT, env=variables, check=True)
    with ExitStack() as stack:
        found = []
        for name in ("one", "other"):
            port, folder = servers.free_port(), tmp_path / name
            folder.mkdir()
            words = [
                "uvicorn",
                "editor.config.asgi:application",
                "--ws",
                "editor.live.frames:Wire",
                "--port",
                str(port),
            ]
            command = [sys.executable, "-m", *words]
            stack.enter_context(servers.running(command, folder, port, cwd=ROOT, env=variables))
            found.append(f"127.0.0.1:{port}")
        yield found


def post(host, path, body):
    request = urllib.request.Request(
        f"http://{host}/api/v1/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def an_edit(index):
    return {"command": "add_host", "params": {"name": f"host {index}"}, "edit_id": str(uuid.uuid4())}


async def hear(wire, kind, wanted=lambda _message: True):
    """The next message of that type that is the wanted one."""
    while True:
        message = json.loads(await asyncio.wait_for(wire.recv(), timeout=20))
        if message["type"] == kind and wanted(message):
            return message


async def test_an_edit_at_one_process_reaches_the_browsers_of_the_other(two_processes):
    one, other = two_processes
    board = (await asyncio.to_thread(post, one, "boards/", {"example": "case-1"}))["id"]
    path = f"/ws/boards/{board}/"
    async with (
        websockets.connect(f"ws://{one}{path}", origin=f"http://{one}") as here,
        websockets.connect(f"ws://{other}{path}", origin=f"http://{other}") as there,
    ):
        assert (await hear(here, "welcome"))["revision"] == (await hear(there, "welcome"))["revision"] == 1
        for wire in (here, there):
            await hear(wire, "people", lambda message: message["count"] == 2)
        edits = [
            asyncio.to_thread(post, host, f"boards/{board}/commands/", an_edit(index))
            for index, host in enumerate(two_processes * 5)
        ]
        made = await asyncio.gather(*edits)
        assert sorted(each["revision"] for each in made) == list(range(2, 12))
        for wire in (here, there):
            told = [(await hear(wire, "changed"))["revision"] for _ in edits]
            assert sorted(told) == list(range(2, 12))
