"""Reads manifests in a process of its own: ``python -m editor.board.reader``, files in, what they bring out.

Fifty megabytes take seconds of processor and hundreds of megabytes of memory. Here they hold nobody up, cannot take
more than their bounds, end with the process, and stop when it is stopped.

Standard input: a line of JSON, ``{"files": [{"name", "size"}], "memory": bytes, "seconds": n}``, then the bytes of the
files one after the other. Standard output, a line of JSON each: ``{"read": characters, "of": characters}`` now and
then, and last ``{"arriving": ...}``, as ``arriving.Arriving``.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from editor.board.arriving import Arriving
from editor.board.from_manifests import arriving
from editor.board.shapes import as_json
from editor.board.uploads import unpacked
from editor.engine.errors import Fault

# A line of progress for every so many characters.
STEP = 1_000_000


def main() -> None:
    """Read one request and answer it."""
    asked = json.loads(sys.stdin.buffer.readline())
    resource.setrlimit(resource.RLIMIT_AS, (asked["memory"],) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (asked["seconds"],) * 2)
    try:
        found = brought([(file["name"], sys.stdin.buffer.read(file["size"])) for file in asked["files"]], _progress)
    except MemoryError:
        message = "Reading this takes more memory than is allowed here. Import it in parts, such as by namespace."
        found = Arriving(faults=(Fault("too_large_to_read", message),))
    _say({"arriving": as_json(found)})


def brought(files: list[tuple[str, bytes]], told: Callable[[int, int], None] | None = None) -> Arriving:
    """What uploaded files bring; empties the list. ``told`` hears how many characters are read, and of how many."""
    texts = unpacked(files)
    files.clear()
    of = sum(len(source.text) for source in texts.sources)
    done = last = 0

    def read(characters: int) -> None:
        nonlocal done, last
        done += characters
        if told is not None and done - last >= STEP:
            last = done
            told(done, of)

    if told is not None:
        told(0, of)
    found = arriving(texts.sources, texts.faults, read)
    return replace(found, ignored=(*texts.ignored, *found.ignored))


def _progress(done: int, of: int) -> None:
    _say({"read": done, "of": of})


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
