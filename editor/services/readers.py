"""Manifests read in a process of their own: bounded in number, memory and time, and stopped when nobody waits."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from editor.board.arriving import Arriving
from editor.board.reader import brought
from editor.board.shapes import read
from editor.engine.errors import Fault, NetpolError
from editor.manifests.archives import is_archive

# Whoever waits longer is told to come back; so many may wait.
LONGEST_WAIT = 60.0
MOST_WAITING = 8
PAUSE = 0.2
# So much text is read at once: a process would take longer to start.
SMALL = 300_000

_turns = threading.BoundedSemaphore(settings.NETPOL_READERS)
_places = threading.BoundedSemaphore(settings.NETPOL_READERS + MOST_WAITING)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came: its path, its size in bytes, and its bytes piece by piece."""

    name: str
    size: int
    pieces: Iterable[bytes]


def upload(name: str, raw: bytes) -> Upload:
    """Bytes that are there already."""
    return Upload(name, len(raw), (raw,))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: ``stage`` is ``waiting`` or ``reading``; ``done`` of ``of`` characters."""

    stage: str
    done: int = 0
    of: int = 0


class StoppedError(Exception):
    """Nobody waits for it any more."""


def read_apart(uploads: Sequence[Upload]) -> Arriving:
    """What the files bring. Raises NetpolError: ``busy``."""
    for told in reading(uploads, threading.Event()):
        if isinstance(told, Arriving):
            return told
    raise StoppedError


def reading(uploads: Sequence[Upload], stop: threading.Event) -> Iterator[Progress | Arriving]:
    """Progress, and last what the files bring; ends early once ``stop`` is set. Raises NetpolError: ``busy``."""
    if sum(one.size for one in uploads) <= SMALL:
        files = [(one.name, b"".join(one.pieces)) for one in uploads]
        if not any(is_archive(name, raw[:4]) for name, raw in files):
            yield brought(files)
            return
        uploads = [upload(name, raw) for name, raw in files]
    if not _places.acquire(blocking=False):
        raise NetpolError([_busy()])
    try:
        until = time.monotonic() + LONGEST_WAIT
        while not _turns.acquire(timeout=PAUSE):
            if stop.is_set():
                return
            if time.monotonic() > until:
                raise NetpolError([_busy()])
            yield Progress("waiting")
        try:
            yield from _in_a_process(uploads, stop)
        finally:
            _turns.release()
    finally:
        _places.release()


def _busy() -> Fault:
    return Fault("busy", "Other manifests are being read here. Try again in a minute.")


def _in_a_process(uploads: Sequence[Upload], stop: threading.Event) -> Iterator[Progress | Arriving]:
    command = [sys.executable, "-m", "editor.board.reader"]
    with subprocess.Popen(  # noqa: S603 - our own module, and no word of it from outside
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=settings.ROOT
    ) as child:
        watch = threading.Thread(target=_end_when, args=(child, stop), daemon=True)
        watch.start()
        try:
            _feed(child, uploads)
            for line in child.stdout or ():
                told = json.loads(line)
                if "arriving" in told:
                    yield read(Arriving, told["arriving"])
                    return
                yield Progress("reading", told["read"], told["of"])
        finally:
            child.kill()
    if not stop.is_set():
        message = "These manifests take too long to read, or too much memory. Import them in parts."
        yield Arriving(faults=(Fault("too_large_to_read", message),))


def _feed(child: subprocess.Popen[bytes], uploads: Sequence[Upload]) -> None:
    if child.stdin is None:
        raise RuntimeError("the reader has no standard input")
    head: dict[str, Any] = {
        "files": [{"name": one.name, "size": one.size} for one in uploads],
        "memory": settings.NETPOL_READER_MEMORY,
        "seconds": settings.NETPOL_READER_SECONDS,
    }
    try:
        child.stdin.write(json.dumps(head).encode() + b"\n")
        for one in uploads:
            for piece in one.pieces:
                child.stdin.write(piece)
        child.stdin.close()
    except BrokenPipeError:
        # It was stopped, or hit its bounds: its end says so.
        return


def _end_when(child: subprocess.Popen[bytes], stop: threading.Event) -> None:
    """A blocked read of its answer ends only with the process."""
    while child.poll() is None:
        if stop.wait(PAUSE):
            child.kill()
