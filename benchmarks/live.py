"""Boards with people on them: how long after an edit the others have it."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.processes import ROOT, run
from benchmarks.tables import Table, seconds
from tests.several import servers

# Where each process listens, and its id.
Served = list[tuple[str, int]]
RATE = 30
LASTING = 20
BOARDS = ((60, 1, "60 boards, one editor and one observer each"), (1, 50, "one board, 50 people"))


def tables() -> list[Table]:
    """One process on SQLite, then two on PostgreSQL and Redis where those are installed."""
    rows = []
    with one_process() as served:
        rows += [_row(f"{told}; one process, SQLite", boards, people, served) for boards, people, told in BOARDS]
    missing = [name for name in ("postgres", "initdb", "redis-server") if servers.program(name) is None]
    if not missing:
        with two_processes() as served:
            told = "two processes, PostgreSQL, Redis"
            rows += [_row(f"{who}; {told}", boards, people, served) for boards, people, who in BOARDS]
    load = os.getloadavg()[2]
    remarks = [
        f"{RATE} edits a second for {LASTING} seconds at random moments: half move a pod, a quarter change labels, a "
        "quarter a policy's text. From when the edit was to be sent to when another person's browser has its message.",
        "Clients, servers and databases share the two cores. PostgreSQL writes to the disk before it answers.",
        "`missing`: what nobody was told within half a minute after the last edit. `broken`: connections that ended.",
        "`processor`: what the serving processes use of it for each edit, once everybody is there.",
        f"The machine's load over the 15 minutes before was {load:.1f}: other work ran on it.",
    ]
    if missing:
        remarks.append(f"Two processes were not measured: {', '.join(missing)} is not installed.")
    columns = (
        "who",
        "middle",
        "95 of 100 are quicker",
        "slowest",
        "processor",
        "edits",
        "messages missing",
        "refused",
        "broken",
    )
    return [Table("Boards with people: from an edit to the others' message", columns, rows, remarks)]


def _row(told: str, boards: int, people: int, served: Served) -> list[str]:
    places = [f"{host}/{process}" for host, process in served]
    words = [str(boards), str(people), str(RATE), str(LASTING), *places]
    found = json.loads(run([sys.executable, "-m", "benchmarks.live_clients", *words], 300).output)
    times = [seconds(found[name]) for name in ("median", "slow", "slowest", "processor")]
    counts = [str(found[name]) for name in ("edits", "missing", "refused", "broken")]
    sys.stderr.write(f"{told}: {', '.join(times)}; {counts} {found['why']}\n")
    return [told, *times, *counts]


@contextmanager
def one_process() -> Iterator[Served]:
    """The product as ``netpol serve`` starts it."""
    with tempfile.TemporaryDirectory(prefix="netpol-live-") as folder, _serving(Path(folder), {}) as one:
        yield [one]


@contextmanager
def two_processes() -> Iterator[Served]:
    """Two processes on one PostgreSQL and one Redis."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="netpol-live-")))
        database = stack.enter_context(servers.postgres(durable=True))
        more = {"DATABASE_URL": database, "REDIS_URL": stack.enter_context(servers.redis()), "SECRET_KEY": "bench"}
        # Once, by itself: two processes that start at the same moment would both make the tables.
        run([sys.executable, "manage.py", "migrate", "--verbosity=0"], 120, more=_settings(folder) | more)
        yield [stack.enter_context(_serving(folder / name, more)) for name in ("one", "other")]


@contextmanager
def _serving(folder: Path, more: dict[str, str]) -> Iterator[tuple[str, int]]:
    folder.mkdir(exist_ok=True)
    port = servers.free_port()
    command = [str(Path(sys.executable).with_name("netpol")), "serve", "--port", str(port)]
    with servers.running(command, folder, port, cwd=ROOT, env=os.environ | _settings(folder) | more) as process:
        yield f"127.0.0.1:{port}", process.pid


def _settings(folder: Path) -> dict[str, str]:
    return {"NETPOL_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "editor.config.settings.base"}
