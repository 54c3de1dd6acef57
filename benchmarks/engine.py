"""The engine alone, after reading: all pairs, and one policy edited in a warm cluster."""

from __future__ import annotations

from benchmarks.clusters import Size
from benchmarks.processes import measured
from benchmarks.tables import Table, growth, seconds

LARGEST = Size.of(100_000, 5_000, 5_000)
ALL_PAIRS = (Size.of(100, 20, 20), Size.of(1_000, 200, 200), Size.of(10_000, 1_000, 1_000), LARGEST)
ONE_LINT = (Size.of(50, 20, 20), Size.of(500, 100, 200))
ONE_WRITING = (Size.of(20, 20, 20), Size.of(150, 50, 20))
ONE_EDIT = (Size.of(50, 20, 20), Size.of(3_000, 600, 600), LARGEST)
# One number grows, the other two stay.
GROWTHS = {
    "pods": tuple(Size.of(pods, 1_000, 1_000) for pods in (2_500, 10_000, 40_000)),
    "workloads": tuple(Size.of(10_000, workloads, 1_000) for workloads in (1_000, 2_000, 4_000)),
    "policies": tuple(Size.of(10_000, 1_000, policies) for policies in (500, 1_000, 2_000)),
}


def tables() -> list[Table]:
    """All pairs, one edit, the problems after it, policies from wishes, and growth."""
    return [_all_pairs(), _one_edit(), _one_lint(), _one_writing(), _growth()]


def _all_pairs() -> Table:
    rows = []
    for size in ALL_PAIRS:
        found = measured("benchmarks.all_pairs", size.pods, size.workloads, size.policies) or {}
        memory = f"{found['peak_mib']:,.0f} MiB" if found else "-"
        rows.append([str(size), seconds(found.get("seconds")), memory, f"{found.get('pairs', 0):,}"])
    remarks = [
        "From engine objects to the ports of every ordered pair; the quickest of 5 runs.",
        "Memory is the peak of the whole process: Python, the cluster's objects and the answer.",
    ]
    return Table("All pairs", ["cluster", "time", "memory", "pairs of classes with anything allowed"], rows, remarks)


def _one_edit() -> Table:
    rows = []
    for size in ONE_EDIT:
        found = measured("benchmarks.one_edit", size.pods, size.workloads, size.policies) or {}
        rows.append([str(size), *(seconds(found.get(name)) for name in ("median", "slow", "slowest", "warm"))])
    remarks = [
        "A policy chosen by chance gets another port, loses a rule or a peer, or lets everything in to its namespace.",
        "Timed until the pairs that changed are named; 300 edits. `warm`: the start of a warm cluster, once a board.",
    ]
    columns = ["cluster", "middle", "95 of 100 are quicker", "slowest", "warm"]
    return Table("One policy edited", columns, rows, remarks)


def _one_lint() -> Table:
    rows = []
    for size in ONE_LINT:
        found = measured("benchmarks.one_lint", size.pods, size.workloads, size.policies) or {}
        rows.append([str(size), *(seconds(found.get(n)) for n in ("text", "slowest_text", "pod", "slowest_pod"))])
    remarks = [
        "All 26 problems of all policies, from the edited text to the sorted list; 40 edits of each kind.",
        "After an edit of a text the other policies keep what was found in them alone; a pod may change any of it.",
    ]
    columns = ["cluster", "a policy's text", "slowest", "a pod", "slowest"]
    return Table("Problems after an edit", columns, rows, remarks)


def _one_writing() -> Table:
    rows = []
    for size in ONE_WRITING:
        found = measured("benchmarks.one_writing", size.pods, size.workloads, size.policies) or {}
        written = f"{found.get('policies', 0)}"
        rows.append([f"{size.workloads} workloads", *(seconds(found.get(n)) for n in ("middle", "slowest")), written])
    remarks = [
        "Each workload wishes for up to 4 others; ingress and egress, default deny and DNS; with the proof. 5 runs."
    ]
    return Table("Policies from wishes", ["cluster", "middle", "slowest", "policies"], rows, remarks)


def _growth() -> Table:
    rows = []
    for what, sizes in GROWTHS.items():
        times = []
        for size in sizes:
            found = measured("benchmarks.all_pairs", size.pods, size.workloads, size.policies)
            times.append(found["seconds"] if found else float("inf"))
        numbers = [getattr(size, what) for size in sizes]
        steps = ", ".join(f"{number:,}: {seconds(time)}" for number, time in zip(numbers, times, strict=True))
        rows.append([what, steps, growth(numbers, times)])
    return Table("All pairs: growth of one number while the others stay", ["grows", "times", "growth"], rows)
