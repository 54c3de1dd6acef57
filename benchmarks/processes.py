"""Programs run as a whole, with a limit of time, so that nobody waits for ever."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "var" / "bench"
# Settings that would have Python compile every module at each start, or write every few bytes by themselves.
SLOWING = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")


class BrokenRunError(Exception):
    """A program that was to be timed failed."""


@dataclass(frozen=True, slots=True)
class Run:
    """``seconds`` from start to exit; None when the limit came first, and then there is no output.

    ``cpu``: seconds of the processor, which other people's work on the machine disturbs less.
    """

    seconds: float | None
    cpu: float
    output: str


def run(
    command: Sequence[str],
    limit: float,
    times: int = 1,
    fine: Sequence[int] = (0,),
    more: Mapping[str, str] | None = None,
) -> Run:
    """Run it ``times`` over and take the middle time. Raises BrokenRunError for an exit code that is not ``fine``.

    ``more``: variables of its environment.
    """
    taken, used = [], []
    output = ""
    usual = {name: value for name, value in os.environ.items() if name not in SLOWING} | dict(more or {})
    for _ in range(times):
        before = _processor()
        start = time.perf_counter()
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                timeout=limit,
                check=False,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                env=usual,
            )
        except subprocess.TimeoutExpired:
            return Run(None, _processor() - before, "")
        taken.append(time.perf_counter() - start)
        used.append(_processor() - before)
        output = done.stdout
        if done.returncode not in fine:
            raise BrokenRunError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    return Run(median(taken), median(used), output)


def _processor() -> float:
    """Seconds of the processor that ended child processes have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(module: str, *words: object, limit: float = 300) -> dict[str, Any] | None:
    """What a module of the benchmarks prints as JSON in a process of its own; None when the limit came first.

    A process of its own: so the peak of memory is that of one measurement alone.
    """
    found = run([sys.executable, "-m", module, *map(str, words)], limit)
    return None if found.seconds is None else json.loads(found.output)
