"""The built-in examples, kept as manifests and a plan of where things stand on the canvas.

A folder holds ``cluster.yaml`` (namespaces and pods), ``board.json`` (frames, positions, outside hosts, the arrows
drawn) and policy files; ``examples.json`` lists the examples in the order that the start page shows them.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from editor.board.arrivals import arrive
from editor.board.arriving import Arriving
from editor.board.from_manifests import sound
from editor.board.records import Board, BoardRecord, ConnectionRecord, HostRecord, NamespaceRecord, PodRecord, Record
from editor.board.shapes import read
from editor.manifests.sources import Source

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """One example: ``kind`` is ``case`` for the nine cases of the database lesson, else ``board``."""

    id: str
    kind: str
    title: str
    summary: str
    folder: str
    policy: str | None

    def records(self) -> list[Record]:
        """All that stands on a board made from it, with fresh ids at every call."""
        plan = json.loads((HERE / self.folder / "board.json").read_text())
        files = ("cluster.yaml", self.policy) if self.policy else ("cluster.yaml",)
        empty = Board.of(BoardRecord(id=str(uuid.uuid4()), name=self.title))
        read_in = [come.record for come in arrive(empty, _read(self.folder, files)).change.puts]
        hosts = [read(HostRecord, {"id": str(uuid.uuid4()), "name": n, **at}) for n, at in plan["hosts"].items()]
        board = Board.of(empty.board, [*_placed(read_in, plan), *hosts])
        return [*board.records(), *_arrows(board, plan["connections"])]


@lru_cache
def list_examples() -> tuple[Example, ...]:
    """Every example, in the order of the start page."""
    return tuple(Example(**entry) for entry in json.loads((HERE / "examples.json").read_text()))


def example(name: str) -> Example:
    """The example of that id; KeyError when there is none."""
    return {one.id: one for one in list_examples()}[name]


@lru_cache
def _read(folder: str, files: tuple[str, ...]) -> Arriving:
    return sound(Source(file, (HERE / folder / file).read_text()) for file in files)


def _placed(records: Iterable[Record], plan: dict[str, Any]) -> Iterable[Record]:
    """The records where the plan wants them, not where an import would lay them out."""
    spaces: dict[str, str] = {}
    for record in records:
        if isinstance(record, NamespaceRecord):
            spaces[record.id] = record.name
            yield replace(record, **plan["frames"][record.name])
        elif isinstance(record, PodRecord):
            yield replace(record, **plan["pods"][f"{spaces[record.namespace]}/{record.name}"])
        else:
            yield record


def _arrows(board: Board, connections: Iterable[tuple[str, str, str, int]]) -> Iterable[Record]:
    ids = {board.place_name(place): place for place in [*board.pods, *board.hosts]}
    for source, destination, protocol, port in connections:
        ends = {"source": ids[source], "destination": ids[destination]}
        yield read(ConnectionRecord, {"id": str(uuid.uuid4()), **ends, "protocol": protocol, "port": port})
