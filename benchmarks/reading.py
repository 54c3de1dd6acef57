"""How fast YAML is read: by kind of text, and with places or without."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.clusters import Size, write
from benchmarks.processes import PLACE
from benchmarks.tables import Table, growth, seconds
from editor.manifests import Source, read, read_policy

SIZES = tuple(Size.of(pods) for pods in (300, 1_000, 3_000))


def tables() -> list[Table]:
    """Folders of growing size, and one policy as it is typed."""
    rows = []
    times = []
    for size in SIZES:
        sources = _sources(size)
        documents = sum(source.text.count("\nkind: ") for source in sources)
        megabytes = sum(len(source.text) for source in sources) / 1e6
        whole = _quickest(lambda sources=sources: read(sources))
        bare = _quickest(lambda sources=sources: [list(_load_all(source.text)) for source in sources])
        times.append(whole)
        per_document = f"{whole / documents * 1e6:.0f} µs"
        rows.append([f"{size.pods:,} pods", f"{megabytes:.1f} MB", seconds(whole), per_document, seconds(bare)])
    remarks = [
        "`CSafeLoader` makes plain mappings: no places, checks or engine objects. A yardstick. Quickest of 3 runs.",
        "Documents of one form, the same text but for names, labels and addresses, are composed once.",
        "One document of `kind: List`, as of `kubectl get -o yaml`, is composed whole: several times as slow.",
        f"Growth: {growth([size.pods for size in SIZES], times)}.",
    ]
    columns = ["folder", "text", "read", "for each document", "PyYAML's CSafeLoader"]
    return [Table("Reading manifests", columns, rows, remarks), _one_policy()]


def _one_policy() -> Table:
    text = next(
        part
        for source in _sources(Size.of(300))
        for part in source.text.split("---\n")
        if "kind: NetworkPolicy" in part and "allow-dns" in part
    )
    times = 200
    taken = _quickest(lambda: [read_policy(text) for _ in range(times)]) / times
    lines = f"{text.count(chr(10))} lines"
    return Table(
        "One policy's text, as on each keystroke", ["policy", "read"], [[f"allow-dns, {lines}", seconds(taken)]]
    )


def _load_all(text: str) -> object:
    return yaml.load_all(text, Loader=yaml.CSafeLoader)


def _sources(size: Size) -> list[Source]:
    PLACE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=PLACE) as folder:
        write(Path(folder), size)
        return [Source(path.name, path.read_text("utf-8")) for path in sorted(Path(folder).iterdir())]


def _quickest(act: Callable[[], object], times: int = 3) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return min(taken)
