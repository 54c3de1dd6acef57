"""Several processes on PostgreSQL and Redis behave as one process on SQLite does."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
import websockets

from editor.lessons import catalogue
from editor.live.admission import ENDED
from tests.several import servers

ROOT = Path(__file__).resolve().parents[2]
MISSING = [name for name in ("postgres", "initdb", "redis-server") if servers.program(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING),
    reason=f"NOT TESTED on PostgreSQL and Redis: {', '.join(MISSING)} missing; install postgresql and redis-server",
)
WRONG = catalogue.lesson("case-5-one-hyphen").wrong[0].policies
STORIES = ["tests/services", "tests/live", "tests/api/test_boards.py"]
WITHOUT_A_DATABASE = ["--ignore=tests/services/test_environment.py"]


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
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *STORIES, *WITHOUT_A_DATABASE]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]


@pytest.fixture(scope="module")
def two_processes(environment, tmp_path_factory):
    """The addresses of two processes of the product on one database."""
    variables = environment | {"DJANGO_SETTINGS_MODULE": "editor.config.settings.base"}
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(migrate, cwd=ROOT, env=variables, check=True)
    with ExitStack() as stack:
        found = []
        for name in ("one", "other"):
            port, folder = servers.free_port(), tmp_path_factory.mktemp(name)
            words = [
                "uvicorn",
                "editor.config.asgi:application",
                "--ws",
                "websockets-sansio",
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


class OwnersBrowser:
    """A browser with a session, for REST and for live connections at either process."""

    def __init__(self, host):
        self.cookie = ""
        with urllib.request.urlopen(f"http://{host}/") as answer:
            self._keep(answer)

    def _keep(self, answer):
        held = [line.partition(";")[0] for line in answer.headers.get_all("Set-Cookie") or ()]
        self.cookie = "; ".join([*filter(None, [self.cookie]), *held])

    def ask(self, method, host, path, body=None):
        """The answer of the interface, as the page asks it."""
        token = self.cookie.partition("csrftoken=")[2].partition(";")[0]
        words = {
            "Content-Type": "application/json",
            "Origin": f"http://{host}",
            "X-CSRFToken": token,
            "Cookie": self.cookie,
        }
        data = json.dumps(body).encode() if body is not None else None
        with urllib.request.urlopen(
            urllib.request.Request(f"http://{host}{path}", data, words, method=method)
        ) as answer:
            self._keep(answer)
            return json.loads(answer.read() or "null")

    def open_link(self, host, path):
        with suppress(urllib.error.HTTPError):  # it leads on to the board's page
            urllib.request.urlopen(urllib.request.Request(f"http://{host}{path}", headers={"Cookie": self.cookie}))

    def live(self, host, board):
        address = f"ws://{host}/ws/boards/{board}/"
        return websockets.connect(address, origin=f"http://{host}", additional_headers={"Cookie": self.cookie})


async def test_people_at_two_processes_see_where_the_other_is_and_that_they_left(two_processes):
    one, other = two_processes
    board = (await asyncio.to_thread(post, one, "boards/", {"example": "case-1"}))["id"]
    path = f"/ws/boards/{board}/"
    async with websockets.connect(f"ws://{one}{path}", origin=f"http://{one}") as here:
        mine = (await hear(here, "welcome"))["you"]
        async with websockets.connect(f"ws://{other}{path}", origin=f"http://{other}") as there:
            theirs = (await hear(there, "welcome"))["you"]
            assert (await hear(there, "presence"))["person"]["id"] == mine["id"]
            where = {"selection": ["pod"], "editing": {"id": "pod", "field": "Labels"}}
            await there.send(json.dumps({"type": "here", "client_id": "tab", **where}))
            seen = await hear(here, "presence", lambda message: message["person"]["selection"] == ["pod"])
            assert (seen["person"]["id"], seen["person"]["editing"]) == (theirs["id"], where["editing"])
        assert (await hear(here, "left"))["id"] == theirs["id"]


async def test_two_who_type_at_two_processes_end_with_the_same_text(two_processes):
    one, other = two_processes
    board = (await asyncio.to_thread(post, one, "boards/", {"example": "case-1"}))["id"]
    path = f"/ws/boards/{board}/"
    async with (
        websockets.connect(f"ws://{one}{path}", origin=f"http://{one}") as here,
        websockets.connect(f"ws://{other}{path}", origin=f"http://{other}") as there,
    ):
        (policy,) = (await hear(here, "welcome"))["snapshot"]["policies"]
        await hear(there, "welcome")
        await here.send(json.dumps({"type": "pull_text", "policy": policy["id"]}))
        series, length = (await hear(here, "text"))["series"], len(policy["text"])
        stroke = {"type": "type_text", "policy": policy["id"], "series": series, "version": 0}
        for wire, name, changes in (
            (here, "here", [[0, "# one", ""], length]),
            (there, "there", [length, [0, "# two", ""]]),
        ):
            for _ in range(2):  # what is sent twice is taken once
                await wire.send(json.dumps({**stroke, "client_id": name, "update_id": name, "changes": changes}))
        wanted = "# one\n" + policy["text"] + "# two\n"
        for wire in (here, there):
            await hear(wire, "draft", lambda message: message["draft"]["text"] == wanted)


async def test_a_link_revoked_at_one_process_ends_the_connections_at_the_other(two_processes):
    one, other = two_processes
    owner, guest = await asyncio.to_thread(OwnersBrowser, one), await asyncio.to_thread(OwnersBrowser, other)
    board = (await asyncio.to_thread(owner.ask, "POST", one, "/api/v1/boards/", {"example": "case-1"}))["id"]
    links = f"/api/v1/boards/{board}/links/"
    made = await asyncio.to_thread(owner.ask, "POST", one, links, {"role": "edit"})
    await asyncio.to_thread(guest.open_link, other, made["path"])
    async with guest.live(other, board) as there:
        assert (await hear(there, "welcome"))["role"] == "edit"
        await asyncio.to_thread(owner.ask, "PATCH", one, f"{links}{made['id']}/", {"role": "view"})
        assert (await hear(there, "role"))["role"] == "view"
        await asyncio.to_thread(owner.ask, "DELETE", one, f"{links}{made['id']}/")
        with pytest.raises(websockets.ConnectionClosed) as end:
            await hear(there, "nothing more")
        assert end.value.rcvd.code == ENDED


class Person:
    """A browser without one: its cookies, and the process that it asks."""

    def __init__(self, host):
        self.host, self.cookies = host, {}

    def headers(self):
        held = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Content-Type": "application/json", "Cookie": held}

    def ask(self, path, body):
        request = urllib.request.Request(f"http://{self.host}/api/v1/{path}", json.dumps(body).encode(), self.headers())
        with urllib.request.urlopen(request) as answer:
            for line in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value
            return json.load(answer)

    def on(self, path):
        words = {"Cookie": self.headers()["Cookie"]}
        return websockets.connect(f"ws://{self.host}{path}", origin=f"http://{self.host}", additional_headers=words)


def a_workshop(teacher, learner):
    """A workshop taught at one process and attended at the other: its address, and the learner's board."""
    made = teacher.ask("workshops/", {"title": "Thursday", "lessons": [{"lesson": "case-5-one-hyphen"}]})["workshop"]
    teacher.ask(f"workshops/{made['id']}/open/", {})
    learner.ask("workshops/join/", {"code": made["code"], "nickname": "maple"})
    board = learner.ask(f"workshops/{made['id']}/seat/board/", {"lesson": 0})["board"]
    learner.ask(f"boards/{board}/lesson/step/", {"step": 1})
    return f"workshops/{made['id']}", f"boards/{board}"


async def test_a_room_at_two_processes_is_one_room(two_processes):
    teacher, learner = map(Person, two_processes)
    workshop, board = await asyncio.to_thread(a_workshop, teacher, learner)
    async with teacher.on(f"/ws/{workshop}/") as desk:
        assert (await hear(desk, "workshop_state"))["state"]["you"] == "instructor"
        async with learner.on(f"/ws/{workshop}/") as seat, learner.on(f"/ws/{board}/") as canvas:
            await hear(seat, "workshop_state")
            welcome = await hear(canvas, "welcome")
            await hear(desk, "room", lambda told: told["seats"][0]["here"])
            params = {"id": welcome["snapshot"]["policies"][0]["id"], "text": WRONG}
            asked = {"type": "edit", "edit_id": str(uuid.uuid4()), "command": "edit_policy", "params": params}
            await canvas.send(json.dumps(asked))
            told = await hear(desk, "room", lambda told: told["seats"] and told["seats"][0]["tries"] == 1)
            assert told["seats"][0]["words"]
            await asyncio.to_thread(teacher.ask, f"{workshop}/freeze/", {"frozen": True})
            assert (await hear(seat, "workshop"))["what"] == "frozen"
            assert (await hear(canvas, "role"))["role"] == "view"
            async with teacher.on(f"/ws/{board}/"):
                await hear(canvas, "presence", lambda told: told["person"]["instructor"])
        await hear(desk, "room", lambda told: not told["seats"][0]["here"])


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
