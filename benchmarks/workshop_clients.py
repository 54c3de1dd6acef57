"""A workshop at work: ``python -m benchmarks.workshop_clients LEARNERS EVERY SECONDS HOST/PROCESS...`` prints JSON.

One instructor and ``LEARNERS`` join at once, each with a board and two live connections, spread over the hosts. Each
saves a policy every ``EVERY`` seconds for ``SECONDS`` seconds: wrong ones and the right one, by chance. Timed from the
moment of sending until the learner's goals are told, and until the instructor's board has the try.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
import urllib.request
import uuid
from collections import deque
from dataclasses import dataclass, field
from random import Random
from typing import Any

import websockets
from websockets.asyncio.client import ClientConnection
from websockets.typing import Origin

from benchmarks.live_clients import processor
from editor.lessons import catalogue

LESSON = "case-5-one-hyphen"
SETTLING, SILENT = 3.0, 30.0


@dataclass
class Client:
    """A browser: its cookies, and the host that it asks."""

    host: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, body: object = None, method: str | None = None) -> Any:
        """The answer of the interface."""
        data = None if body is None else json.dumps(body).encode()
        words = {"Content-Type": "application/json", "Cookie": self.cookie()}
        request = urllib.request.Request(f"http://{self.host}/api/v1/{path}", data, words, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            for line in answer.headers.get_all("Set-Cookie") or ():
                name, _, held = line.partition(";")[0].partition("=")
                self.cookies[name] = held
            return json.load(answer)

    def cookie(self) -> str:
        return "; ".join(f"{name}={held}" for name, held in self.cookies.items())

    async def connect(self, path: str) -> ClientConnection:
        """A live connection."""
        words = {"Cookie": self.cookie()}
        address = f"ws://{self.host}{path}"
        return await websockets.connect(
            address, origin=Origin(f"http://{self.host}"), additional_headers=words, max_size=None, open_timeout=60
        )


@dataclass
class Learner:
    """One learner: what they sent last, and what they have done."""

    client: Client
    seat: str = ""
    board: str = ""
    policy: str = ""
    wire: ClientConnection | None = None
    room: ClientConnection | None = None
    sent: deque[float] = field(default_factory=deque)
    edits: int = 0
    tries: int = 0
    right: bool = False


@dataclass
class Told:
    """What was measured. ``waiting``: by learner and number of the try, when it was sent."""

    joined: list[float] = field(default_factory=list)
    goals: list[float] = field(default_factory=list)
    board: list[float] = field(default_factory=list)
    waiting: dict[tuple[str, int], float] = field(default_factory=dict)
    refused: int = 0
    ended: int = 0


async def listen(learner: Learner, told: Told) -> None:
    """Hears a learner's board."""
    assert learner.wire is not None
    try:
        async for text in learner.wire:
            kind = str(text)[:40]
            if kind.startswith('{"type":"goals"') and learner.sent:
                told.goals.append(time.perf_counter() - learner.sent.popleft())
            elif kind.startswith('{"type":"refused"'):
                told.refused += 1
    except websockets.ConnectionClosed:
        told.ended += 1


async def overhear(wire: ClientConnection, told: Told) -> None:
    """Hears a connection to the room to its end."""
    try:
        async for _ in wire:
            pass
    except websockets.ConnectionClosed:
        told.ended += 1


async def teach(wire: ClientConnection, told: Told) -> None:
    """Hears what the instructor's board is told."""
    try:
        async for text in wire:
            _noted(json.loads(text), told)
    except websockets.ConnectionClosed:
        told.ended += 1


def _noted(message: dict[str, Any], told: Told) -> None:
    """The tries that the instructor's board has now."""
    now = time.perf_counter()
    for line in message["seats"] if message["type"] == "room" else ():
        tries = line["tries"]
        while (begun := told.waiting.pop((line["id"], tries), None)) is not None:
            told.board.append(now - begun)
            tries -= 1


async def main(learners: int, every: float, seconds: float, served: list[str]) -> None:
    """Print what was measured."""
    hosts, processes = zip(*(place.split("/") for place in served), strict=True)
    told, lesson = Told(), catalogue.lesson(LESSON)
    texts = [lesson.solution, *(one.policies for one in lesson.wrong if "---" not in one.policies)]
    instructor = Client(hosts[0])
    opened = await asyncio.to_thread(
        instructor.ask, "workshops/", {"title": "Benchmark", "lessons": [{"lesson": LESSON}]}
    )
    workshop, code = opened["workshop"]["id"], opened["workshop"]["code"]
    await asyncio.to_thread(instructor.ask, f"workshops/{workshop}/open/", {})
    desk = await instructor.connect(f"/ws/workshops/{workshop}/")
    room = [Learner(Client(hosts[number % len(hosts)])) for number in range(learners)]
    listeners = [asyncio.create_task(teach(desk, told))]
    limit = asyncio.Semaphore(30)
    await asyncio.gather(*(_join(one, number, workshop, code, told, limit) for number, one in enumerate(room)))
    for one in room:
        assert one.room is not None
        listeners += [asyncio.create_task(listen(one, told)), asyncio.create_task(overhear(one.room, told))]
    await asyncio.sleep(SETTLING)
    told.goals.clear()
    before = processor(processes)
    ends = time.perf_counter() + seconds
    await asyncio.gather(*(_work(one, Random(number), every, ends, texts, told) for number, one in enumerate(room)))
    await _settled(room, told)
    used = processor(processes) - before
    for task in listeners:
        task.cancel()
    state = await asyncio.to_thread(instructor.ask, f"workshops/{workshop}/")
    lost = await asyncio.to_thread(_lost, room, state["room"]["seats"])
    edits = sum(one.edits for one in room)
    print(json.dumps(_summary(told) | {"edits": edits, "lost": lost, "processor": used / edits}))


async def _settled(room: list[Learner], told: Told) -> None:
    """What was sent last is answered too, or nothing more comes for half a minute."""
    heard, ends = -1, 0.0
    while told.waiting or any(one.sent for one in room):
        if heard != (heard := len(told.goals) + len(told.board)):
            ends = time.perf_counter() + SILENT
        elif time.perf_counter() > ends:
            break
        await asyncio.sleep(0.2)


async def _join(learner: Learner, number: int, workshop: str, code: str, told: Told, limit: asyncio.Semaphore) -> None:
    """From the code to a board that is open at the step with the goals."""
    async with limit:
        began, client = time.perf_counter(), learner.client
        joined = await asyncio.to_thread(client.ask, "workshops/join/", {"code": code, "nickname": f"learner {number}"})
        learner.seat = joined["seat"]["id"]
        begun = await asyncio.to_thread(client.ask, f"workshops/{workshop}/seat/board/", {"lesson": 0})
        learner.board = begun["board"]
        learner.wire = await client.connect(f"/ws/boards/{learner.board}/")
        welcome = json.loads(await learner.wire.recv())
        (policy,) = welcome["snapshot"]["policies"]
        learner.policy = policy["id"]
        learner.room = await client.connect(f"/ws/workshops/{workshop}/")
        told.joined.append(time.perf_counter() - began)
        await asyncio.to_thread(client.ask, f"boards/{learner.board}/lesson/step/", {"step": 1})


async def _work(learner: Learner, chance: Random, every: float, ends: float, texts: list[str], told: Told) -> None:
    """Saves a text every few seconds, at moments of one's own."""
    assert learner.wire is not None
    at = time.perf_counter() + chance.random() * every
    while at < ends:
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        which = chance.randrange(len(texts))
        learner.edits += 1
        learner.right = which == 0
        now = time.perf_counter()
        learner.sent.append(now)
        if not learner.right:
            learner.tries += 1
            told.waiting[learner.seat, learner.tries] = now
        params = {"id": learner.policy, "text": f"# {learner.edits} {chance.random()}\n{texts[which]}"}
        envelope = {"type": "edit", "edit_id": str(uuid.uuid4()), "command": "edit_policy", "params": params}
        await learner.wire.send(json.dumps(envelope | {"client_id": learner.seat}))
        at += every


def _lost(room: list[Learner], lines: list[dict[str, Any]]) -> int:
    """Learners of whom anything is not as they left it: edits, tries, or whether all goals are reached."""
    by_seat = {line["id"]: line for line in lines}
    lost = 0
    for one in room:
        line = by_seat[one.seat]
        reached = all(line["work"][0]["goals"].values())
        revision = one.client.ask(f"boards/{one.board}/")["revision"]
        lost += (line["tries"], reached, revision) != (one.tries, one.right, one.edits + 1)
    return lost


def _summary(told: Told) -> dict[str, Any]:
    return {
        name: {"median": times[len(times) // 2], "slow": times[len(times) * 95 // 100], "slowest": times[-1]}
        for name, found in (("joined", told.joined), ("goals", told.goals), ("board", told.board))
        if (times := sorted(found))
    } | {
        "refused": told.refused,
        "broken": told.ended,
        "unseen": len(told.waiting),
    }


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), sys.argv[4:]))
