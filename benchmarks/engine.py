"""How long the engine takes: ``python -m benchmarks.engine [PODS WORKLOADS POLICIES]``."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from benchmarks.clusters import Size, world
from editor.engine.reachability import reach

Result = TypeVar("Result")
SIZES = ((50, 20, 10), (3_000, 200, 200), (10_000, 1_000, 1_000), (100_000, 5_000, 5_000))


def timed(name: str, act: Callable[[], Result], times: int = 3) -> Result:
    """Run ``act`` several times and print the fastest."""
    best, result = float("inf"), None
    for _ in range(times):
        start = time.perf_counter()
        result = act()
        best = min(best, time.perf_counter() - start)
    print(f"  {name:<44}{best * 1000:10.2f} ms")
    assert result is not None
    return result


def measure(pods: int, workloads: int, policies: int) -> None:
    """Print what one size of cluster costs."""
    cluster, made = world(Size.of(pods, workloads, policies))
    print(f"{pods} pods, {workloads} workloads, {len(made)} policies")
    found = timed("all pairs", lambda: reach(cluster, made))
    print(f"  {len(found.classes.all)} classes, {found.pair_count} pairs with anything allowed")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    sizes = [tuple(map(int, sys.argv[1:4]))] if len(sys.argv) > 3 else SIZES
    for size in sizes:
        measure(*size)
