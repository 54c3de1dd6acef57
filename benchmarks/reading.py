"""How fast YAML is read: by kind of text, and with places or without."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

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
        whole, bare = _quickest(partial(read, sources)), _quickest(partial(_load_bare, sources))
        listed, as_json = (_quickest(partial(read, [one])) for one in (_as_list(sources), _as_json(sources)))
        times.append(whole)
        per_document = f"{whole / documents * 1e6:.0f} µs"
        measured = [seconds(one) for one in (listed, as_json, bare)]
        rows.append([f"{size.pods:,} pods", f"{megabytes:.1f} MB", seconds(whole), per_document, *measured])
    remarks = [
        "`CSafeLoader` makes plain mappings: no places, checks or engine objects. A yardstick. Quickest of 3 runs.",
        "Documents of one form, the same text but for names, labels and addresses, are composed once.",
        "One `kind: List`, as of `kubectl get -o yaml|json`, is cut into its items first. JSON is twice as long.",
        f"Growth: {growth([size.pods for size in SIZES], times)}.",
    ]
    columns = ["folder", "text", "read", "for each document", "as one List", "as JSON", "PyYAML's CSafeLoader"]
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


def _load_bare(sources: list[Source]) -> list[Any]:
    return [one for source in sources for one in yaml.load_all(source.text, Loader=yaml.CSafeLoader) if one]


def _as_list(sources: list[Source]) -> Source:
    """The same objects as one document of ``kind: List``."""
    documents = [part for source in sources for part in source.text.split("---\n") if part.strip()]
    items = "".join("- " + part.rstrip("\n").replace("\n", "\n  ") + "\n" for part in documents)
    return Source("list.yaml", f"apiVersion: v1\nitems:\n{items}kind: List\n")


def _as_json(sources: list[Source]) -> Source:
    """The same in JSON, indented as ``kubectl`` does it."""
    listed = {"apiVersion": "v1", "items": _load_bare(sources), "kind": "List"}
    return Source("list.json", json.dumps(listed, indent=4))


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
