"""Times policies from wishes: ``python -m benchmarks.one_writing PODS WORKLOADS POLICIES`` prints JSON."""

from __future__ import annotations

import json
import sys
import time
from random import Random
from statistics import median

from benchmarks.clusters import Size, world
from editor.analysis.wishes.proof import fulfil
from editor.analysis.wishes.wish import Manner, Wish, workloads
from editor.engine.ports import Intervals, PortSet

RUNS = 5
WISHES_EACH = 4


def main(size: Size) -> None:
    """Print the middle and the slowest time from the wishes to the proven policies' text."""
    cluster, _ = world(size)
    chance = Random("wishes")
    names = [name for name in workloads(cluster) if not name.startswith("kube-")]
    ports = [PortSet.of("TCP", Intervals.of((port, port))) for port in (80, 5432, 8080)]
    wishes = [
        Wish(source, destination, chance.choice(ports))
        for source in names
        for destination in chance.sample(names, min(WISHES_EACH, len(names)))
        if source != destination
    ]
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        found = fulfil(cluster, wishes, Manner())
        times.append(time.perf_counter() - start)
        assert not found.deviations
    print(json.dumps({"middle": median(times), "slowest": max(times), "policies": len(found.texts)}))


if __name__ == "__main__":
    main(Size.of(*map(int, sys.argv[1:4])))
