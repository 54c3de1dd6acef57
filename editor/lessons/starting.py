"""The board that a learner begins with."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from editor.board.arrivals import arrive
from editor.board.copying import copied
from editor.board.from_manifests import sound
from editor.board.layout import below_everything
from editor.board.records import Board, BoardRecord, ConnectionRecord, HostRecord, NamespaceRecord, PodRecord, Record
from editor.board.shapes import read
from editor.lessons.lesson import Lesson
from editor.manifests.sources import Source

HOST_STEP = 240.0


def starting_records(lesson: Lesson) -> list[Record]:
    """All that stands on the board of a lesson, with fresh ids at every call. Raises NetpolError."""
    start = lesson.start
    if start.standing is not None:
        return copied(start.standing, lambda: str(uuid.uuid4()))
    empty = Board.of(BoardRecord(id=str(uuid.uuid4()), name=lesson.title))
    texts = [Source("board", start.manifests), *([Source("policies", start.policies)] if start.policies else [])]
    arrived = [item.record for item in arrive(empty, sound(texts)).change.puts]
    standing = [*_placed(arrived, start.places)]
    board = Board.of(empty.board, standing)
    hosts = [*_hosts(board, start.hosts, start.places)]
    board = Board.of(empty.board, [*standing, *hosts])
    return [*board.records(), *_arrows(board, lesson)]


def starting_board(lesson: Lesson) -> Board:
    """The same as a board of its own. Raises NetpolError."""
    return Board.of(BoardRecord(id=str(uuid.uuid4()), name=lesson.title), starting_records(lesson))


def _placed(records: Iterable[Record], places: Mapping[str, tuple[float, ...]]) -> Iterator[Record]:
    spaces: dict[str, str] = {}
    for record in records:
        if isinstance(record, NamespaceRecord):
            spaces[record.id] = record.name
            wanted = places.get(record.name)
            yield record if wanted is None else _framed(record, *wanted)
        elif isinstance(record, PodRecord):
            wanted = places.get(f"{spaces[record.namespace]}/{record.name}")
            yield record if wanted is None else replace(record, x=wanted[0], y=wanted[1])
        else:
            yield record


def _framed(
    record: NamespaceRecord, x: float, y: float, width: float | None = None, height: float | None = None
) -> NamespaceRecord:
    return replace(record, x=x, y=y, width=width or record.width, height=height or record.height)


def _hosts(board: Board, hosts: Mapping[str, str], places: Mapping[str, tuple[float, ...]]) -> Iterator[HostRecord]:
    for index, (name, address) in enumerate(hosts.items()):
        x, y, *_ = places.get(f"outside/{name}", (index * HOST_STEP, below_everything(board)))
        yield read(HostRecord, {"id": str(uuid.uuid4()), "name": name, "address": address, "x": x, "y": y})


def _arrows(board: Board, lesson: Lesson) -> Iterator[ConnectionRecord]:
    ids = {board.place_name(place): place for place in [*board.pods, *board.hosts]}
    for arrow in lesson.start.arrows:
        ends = {"source": ids.get(arrow.source), "destination": ids.get(arrow.destination)}
        made = {"id": str(uuid.uuid4()), **ends, "protocol": arrow.protocol, "port": arrow.port}
        yield read(ConnectionRecord, made)
