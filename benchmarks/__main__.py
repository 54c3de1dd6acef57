"""Runs the benchmarks: ``python -m benchmarks [PART...] [--write]``."""

from __future__ import annotations

import argparse
import importlib
import os
import platform

from benchmarks.processes import ROOT
from benchmarks.tables import Table, with_tables

PARTS = ("engine", "live", "workshop", "reading", "nca", "answers", "canvas")
REPORT = ROOT / "docs" / "performance.md"
HEAD = """# How fast it is

Made by `make bench` (`python -m benchmarks --write`); `benchmarks/` holds the clusters and the runs. Seconds are those
of one machine ({machine}) while it also did other work; ratios come from one run on it, so they say
more than seconds. The clusters are made up: teams with a default deny, DNS, tiers, rules across namespaces, scrapers,
address blocks with holes and ranges of ports; every tenth team has no policy. None of this is a timed test.
"""


def main() -> None:
    """Run the parts asked for, print their tables, and write the report when asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them when none is named")
    parser.add_argument("--write", action="store_true", help=f"write them into {REPORT.relative_to(ROOT)}")
    seconds = "how long the room of `workshop` works (120)"
    parser.add_argument("--seconds", type=int, help=seconds)
    asked = parser.parse_args()
    if asked.seconds:
        os.environ["NETPOL_BENCH_SECONDS"] = str(asked.seconds)
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    found: list[Table] = []
    for part in asked.parts or PARTS:
        for table in importlib.import_module(f"benchmarks.{part}").tables():
            print(table.as_text(), flush=True)
            found.append(table)
    if asked.write:
        machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
        held = REPORT.read_text("utf-8") if asked.parts else HEAD.format(machine=machine)
        REPORT.write_text(with_tables(held, found), "utf-8")


if __name__ == "__main__":
    main()
