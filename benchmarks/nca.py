"""Whole processes side by side: NCA and netpol read the same folder and print who may reach whom."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.analyzer import REQUIREMENT, connectivity
from benchmarks.clusters import Size, write
from benchmarks.processes import PLACE, Run, run
from benchmarks.tables import Table, growth, seconds

SIZES = tuple(Size.of(pods) for pods in (100, 300, 1_000, 3_000))
REPLICAS = tuple(Size.of(pods, 100, 100) for pods in (300, 1_000, 3_000, 10_000))
OWN = (str(Path(sys.executable).parent / "netpol"), "matrix", "--format", "json")
NCA_LIMIT = 400.0
OWN_LIMIT = 120.0


def tables() -> list[Table]:
    """More workloads, and more replicas of the same workloads."""
    remarks = [
        "Whole processes: start, reading, all pairs, printing. Same files, same machine, in turn. Both use one core.",
        f"NCA is {REQUIREMENT} from PyPI: `nca --connectivity FOLDER -r FOLDER -o txt_no_fw_rules`, once.",
        "netpol is `netpol matrix FOLDER --format json`, the middle of 3 runs.",
        "What limits netpol: at 1,000 pods a third is Python's start and imports; at 3,000 nearly half is the reading "
        "of YAML, a sixth the checks of the API server, a sixth start and imports, a twentieth all pairs.",
    ]
    replicas = ["NCA keeps at most two pods that look alike, so that reading is nearly all that more replicas cost it."]
    return [
        _side_by_side("Whole process, side by side with NCA: workloads grow with the pods", SIZES, remarks),
        _side_by_side("The same, with 100 workloads however many pods", REPLICAS, replicas),
    ]


def _side_by_side(title: str, sizes: tuple[Size, ...], remarks: list[str]) -> Table:
    rows = []
    own = []
    PLACE.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        with TemporaryDirectory(dir=PLACE) as folder:
            write(Path(folder), size)
            theirs = connectivity(Path(folder), NCA_LIMIT)
            ours = run([*OWN, folder], OWN_LIMIT, times=3)
        ratios = (_ratio(theirs.seconds or NCA_LIMIT, ours), f"{theirs.cpu / ours.cpu:.0f}")
        marked = ratios if theirs.seconds else tuple(f"more than {ratio}" for ratio in ratios)
        rows.append([str(size), seconds(theirs.seconds), seconds(ours.seconds), *marked])
        own.append(ours.cpu)
    grown = f"netpol, by processor time: {growth([size.pods for size in sizes], own)}."
    columns = ["cluster", "NCA", "netpol", "times faster", "by processor time"]
    return Table(title, columns, rows, [*remarks, grown])


def _ratio(theirs: float, ours: Run) -> str:
    return f"{theirs / ours.seconds:.0f}" if ours.seconds else "-"
