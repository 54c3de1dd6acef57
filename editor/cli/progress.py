"""Progress on standard error: only on a terminal, and only when something takes longer than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType

PATIENCE = 1.0
INTERVAL = 0.2


class Progress:
    """``reading 12 of 300``, rewritten in place and wiped at the end."""

    def __init__(self, verb: str, total: int) -> None:
        self._verb = verb
        self._total = total
        self._done = 0
        self._next = time.monotonic() + PATIENCE
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if time.monotonic() >= self._next and sys.stderr.isatty():
            self._next = time.monotonic() + INTERVAL
            self._shown = True
            sys.stderr.write(f"\r{self._verb} {self._done} of {self._total}")
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
