"""Times all pairs of one cluster: ``python -m benchmarks.all_pairs PODS WORKLOADS POLICIES`` prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import time

from benchmarks.clusters import Size, world
from editor.engine.reachability import reach


def main(size: Size, times: int = 5) -> None:
    """Print the quickest time, the peak of memory, and how much was found."""
    cluster, policies = world(size)
    taken = []
    pairs = 0
    for _ in range(times):
        start = time.perf_counter()
        pairs = reach(cluster, policies).pair_count
        taken.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": min(taken), "peak_mib": peak, "pairs": pairs}))


if __name__ == "__main__":
    main(Size.of(*map(int, sys.argv[1:4])))
