"""Reads a folder and prints all pairs, as a whole process: ``python -m benchmarks.whole FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from editor.engine.reachability import reach
from editor.manifests import Source, read_strict


def main(folder: Path) -> None:
    """Print every ordered pair of classes with anything allowed."""
    reading = read_strict([Source(str(path), path.read_text("utf-8")) for path in sorted(folder.glob("*.yaml"))])
    names: dict[int, object] = {}
    found = []
    for source, destination, ports in reach(reading.cluster(), reading.policies).pairs():
        for end in (source, destination):
            if id(end) not in names:
                names[id(end)] = str(next(iter(end.pods), end))
        row = {"source": names[id(source)], "destination": names[id(destination)], "allowed": ports.as_json()}
        found.append(row)
    print(json.dumps({"connections": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
