"""A room of learners at work: how soon goals tick, and whether the instructor's board keeps up."""

from __future__ import annotations

import json
import os
import sys

from benchmarks.live import Served, one_process, two_processes
from benchmarks.processes import run
from benchmarks.tables import Table, seconds
from tests.several import servers

EVERY = 2
LASTING = int(os.environ.get("NETPOL_BENCH_SECONDS", "120"))
ONE, TWO = (30, 60, 90), (60, 150, 300)


def tables() -> list[Table]:
    """One process on SQLite, then two on PostgreSQL and Redis where those are installed."""
    rows = []
    for learners in ONE:
        with one_process() as served:
            rows.append(_row(f"{learners} learners; one process, SQLite", learners, served))
    missing = [name for name in ("postgres", "initdb", "redis-server") if servers.program(name) is None]
    for learners in TWO if not missing else ():
        with two_processes() as served:
            rows.append(_row(f"{learners} learners; two processes, PostgreSQL, Redis", learners, served))
    remarks = [
        f"Each learner has a board of the lesson “Case 5” and saves a policy every {EVERY} seconds for {LASTING} "
        "seconds, wrong ones and the right one by chance: each is a revision, judged, linted, and told.",
        "`goals`: from sending to the learner's goals. `instructor`: from sending a wrong one to its try on the "
        "instructor's board, which is told four times a second. Clients, servers and databases share the two cores.",
        "`lost`: learners of whom afterwards a revision, a try or a goal is not as they left it. `errors`: refused "
        "edits, connections that ended, and tries that the instructor's board never had.",
        "`join`: 95 of 100 are quicker from the code to an open board, while all come at once, 30 at a time.",
        f"The machine's load over the 15 minutes before was {os.getloadavg()[2]:.1f}: other work ran on it.",
    ]
    if missing:
        remarks.append(f"Two processes were not measured: {', '.join(missing)} is not installed.")
    columns = (
        *("who", "goals, middle", "95 of 100 are quicker", "slowest", "instructor, middle", "95 of 100"),
        *("join", "processor", "edits", "errors", "lost"),
    )
    return [Table("A workshop: from an edit to the goals and to the instructor's board", columns, rows, remarks)]


def _row(told: str, learners: int, served: Served) -> list[str]:
    places = [f"{host}/{process}" for host, process in served]
    words = [str(learners), str(EVERY), str(LASTING), *places]
    done = run([sys.executable, "-m", "benchmarks.workshop_clients", *words], LASTING + 600).output
    found = json.loads(done)
    never: dict[str, float | None] = {"median": None, "slow": None, "slowest": None}
    goals, board = found.get("goals", never), found.get("board", never)
    times = [goals["median"], goals["slow"], goals["slowest"], board["median"], board["slow"], found["joined"]["slow"]]
    errors = found["refused"] + found["broken"] + found["unseen"]
    cells = [*map(seconds, [*times, found["processor"]]), str(found["edits"]), str(errors), str(found["lost"])]
    sys.stderr.write(f"{told}: {', '.join(cells)}\n")
    return [told, *cells]
