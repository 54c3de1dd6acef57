"""Several processes on PostgreSQL and Redis behave as one process on SQLite does."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
from contextlib import ExitStack, suppress
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


def test_two_servers_that_start_at_once_on_an_empty_database_both_serve(tmp_path):
    with servers.postgres() as database, servers.redis() as redis, ExitStack() as stack:
        settings = {"DJANGO_SETTINGS_MODULE": "editor.config.settings.base", "SECRET_KEY": "only for tests"}
        variables = os.environ | settings | {"DATABASE_URL": database, "REDIS_URL": redis, "NETPOL_VAR": str(tmp_path)}
        ports = [servers.free_port() for _ in range(2)]
        command = [str(Path(sys.executable).with_name("netpol")), "serve", "--port"]
        for port in ports:
            process = subprocess.Popen([*command, str(port)], cwd=ROOT, env=variables)
            stack.callback(process.wait, timeout=20)
            stack.callback(process.terminate)
        made = [post(f"127.0.0.1:{port}", "boards/", {"example": "case-1"}) for port in map(listening, ports)]
        assert [each["revision"] for each in made] == [1, 1]


def listening(port):
    """The port, as soon as somebody listens there."""
    for _ in range(600):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return port
        time.sleep(0.1)
    raise AssertionError(f"nobody listens on {port}")
