"""People on live boards: ``python -m benchmarks.live_clients BOARDS PEOPLE RATE SECONDS HOST/PROCESS...`` prints JSON.

Every board has ``PEOPLE`` connections, spread over the hosts. Edits are sent at ``RATE`` a second in all, at random
moments (as independent people do), by a random person of the next board. Timed from the moment at which an edit was to
be sent until another person of its board has its message in hand; with one person a board, an observer is added.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
import urllib.request
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import websockets
from websockets.asyncio.client import ClientConnection
from websockets.typing import Origin

SETTLING = 2.0
# What has not come by then never comes.
WAITING = 30.0
KEY = '"edit_id":"'


@dataclass
class Board:
    """A board, what can be edited on it, and everybody's connections."""

    path: str
    pods: list[dict[str, Any]]
    policy: dict[str, Any]
    wires: list[ClientConnection] = field(default_factory=list)


@dataclass
class Timing:
    """When each edit was to be sent and by whom, and how long others waited for it."""

    begun: dict[str, tuple[float, int]] = field(default_factory=dict)
    taken: list[float] = field(default_factory=list)
    refused: int = 0
    broken: list[str] = field(default_factory=list)

    def heard(self, text: str, by: int) -> None:
        """A message has arrived at a connection."""
        now = time.perf_counter()
        if text.startswith('{"type":"refused"'):
            self.refused += 1
        if not text.startswith('{"type":"changed"'):
            return
        at = text.index(KEY) + len(KEY)
        begun, author = self.begun.get(text[at : text.index('"', at)], (0.0, by))
        if author != by:
            self.taken.append(now - begun)


def post(host: str, path: str, body: object) -> Any:
    """The answer of the interface."""
    words = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"http://{host}/api/v1/{path}", json.dumps(body).encode(), words)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def edits(board: Board, chance: Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """What people do: half of it moves things, the rest changes labels and policies, which the engine must judge."""
    while True:
        pod, other = chance.choice(board.pods)["id"], chance.choice(board.pods)["id"]
        yield "move", {"items": [{"id": pod, "x": chance.randrange(600), "y": chance.randrange(300)}]}
        yield (
            "edit_pod",
            {"id": other, "labels": {"role": chance.choice(("web", "api", "db")), "n": f"{chance.random()}"}},
        )
        yield "move", {"items": [{"id": other, "x": chance.randrange(600), "y": chance.randrange(300)}]}
        text = f"# {chance.random()}\n{board.policy['text']}"
        yield "edit_policy", {"id": board.policy["id"], "text": text}


async def listen(wire: ClientConnection, number: int, timing: Timing) -> None:
    """Hears everything that one person is told; a connection that ends is not one that was told nothing."""
    try:
        async for text in wire:
            timing.heard(str(text), number)
    except websockets.ConnectionClosed as end:
        timing.broken.append(str(end))
    else:
        timing.broken.append("closed")


async def main(boards: int, people: int, rate: float, seconds: float, served: list[str]) -> None:
    """Print the middle, the slow (95 of 100 are quicker) and the slowest wait, in seconds, and how many there were."""
    hosts, processes = zip(*(place.split("/") for place in served), strict=True)
    timing, listeners = Timing(), []
    found = [await asyncio.to_thread(_made, hosts[0]) for _ in range(boards)]
    numbers: dict[ClientConnection, int] = {}
    for board in found:
        for person in range(max(2, people)):
            host = hosts[person % len(hosts)]
            wire = await websockets.connect(f"ws://{host}{board.path}", origin=Origin(f"http://{host}"), max_size=None)
            numbers[wire] = len(numbers)
            board.wires.append(wire)
            listeners.append(asyncio.create_task(listen(wire, numbers[wire], timing)))
    await asyncio.sleep(SETTLING)
    before = processor(processes)
    await _edit(found, people, rate, seconds, numbers, timing)
    wanted = len(timing.begun) * (max(2, people) - 1)
    until = time.perf_counter() + WAITING
    while len(timing.taken) < wanted and time.perf_counter() < until:
        await asyncio.sleep(0.1)
    used = (processor(processes) - before) / len(timing.begun)
    for task in listeners:
        task.cancel()
    taken = sorted(timing.taken)
    middle, slow = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
    told = {"median": middle, "slow": slow, "slowest": taken[-1], "processor": used}
    counts = {"edits": len(timing.begun), "missing": wanted - len(taken), "refused": timing.refused}
    print(json.dumps(told | counts | {"broken": len(timing.broken), "why": sorted(set(timing.broken))}))


async def _edit(
    found: list[Board], people: int, rate: float, seconds: float, numbers: dict[ClientConnection, int], timing: Timing
) -> None:
    chance = Random("live")
    doing = [edits(board, chance) for board in found]
    at = start = time.perf_counter()
    turn = 0
    while at < start + seconds:
        at += chance.expovariate(rate)
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        board = found[turn % len(found)]
        wire = board.wires[chance.randrange(people)]
        command, params = next(doing[turn % len(found)])
        edit_id = str(uuid.uuid4())
        timing.begun[edit_id] = (at, numbers[wire])
        envelope = {
            "type": "edit",
            "edit_id": edit_id,
            "command": command,
            "params": params,
            "client_id": f"{numbers[wire]}",
        }
        await wire.send(json.dumps(envelope))
        turn += 1


def processor(processes: Iterable[str]) -> float:
    """Seconds of the processor that processes have used so far, as Linux counts them."""
    stats = [Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split() for process in processes]
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


def _made(host: str) -> Board:
    whole = post(host, "boards/", {"example": "case-4"})
    held = whole["snapshot"]
    return Board(f"/ws/boards/{whole['id']}/", held["pods"], held["policies"][0])


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]), sys.argv[5:]))
