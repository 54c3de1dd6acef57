"""A long reading told step by step, a line of JSON each; it ends when the one who asked goes away."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Any

from asgiref.sync import sync_to_async

from editor.board.arriving import Arriving
from editor.engine.errors import NetpolError
from editor.services.readers import Progress, Upload, reading


async def lines(uploads: Sequence[Upload], finish: Callable[[Arriving], Any]) -> AsyncIterator[bytes]:
    """Progress, and last what ``finish`` makes of the manifests, or ``{"errors": [...]}``."""
    stop = threading.Event()
    steps = _Steps(reading(uploads, stop))
    try:
        while (step := await asyncio.to_thread(steps.next)) is not None:
            if isinstance(step, Progress):
                yield _line({"stage": step.stage, "done": step.done, "of": step.of})
            else:
                yield _line({"stage": "comparing", "done": 0, "of": 0})
                yield _line(await sync_to_async(finish, thread_sensitive=False)(step))
    except NetpolError as error:
        yield _line({"errors": [fault.as_json() for fault in error.faults]})
    finally:
        stop.set()
        # A step that is under way ends soon, now that it is told to, and with it the process.
        await asyncio.shield(asyncio.to_thread(steps.end))


class _Steps:
    """Steps that one thread takes at a time: whoever goes away leaves one under way."""

    def __init__(self, steps: Iterator[Progress | Arriving]) -> None:
        self._steps, self._lock = steps, threading.Lock()

    def next(self) -> Progress | Arriving | None:
        with self._lock:
            return next(self._steps, None)

    def end(self) -> None:
        while self.next() is not None:
            pass


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode() + b"\n"
