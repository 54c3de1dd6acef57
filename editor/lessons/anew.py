"""A learner's board back at the start of its lesson."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace

from editor.board.between import between
from editor.board.changes import Change
from editor.board.expectations import says
from editor.board.records import Board, ConnectionRecord, PodRecord, Record
from editor.lessons.lesson import Lesson
from editor.lessons.starting import starting_records


def restarted(lesson: Lesson, board: Board) -> Change:
    """The change that makes a board what its lesson begins with; the board keeps its name."""
    return turned_into(board, Board.of(board.board, starting_records(lesson)))


def turned_into(board: Board, begun: Board) -> Change:
    """The change that puts on a board what stands on another: what is there already by its name keeps its id."""
    known = {name: key for key, name in _names(board).items()}
    ids = {key: known.get(name, key) for key, name in _names(begun).items()}
    return between(board, Board.of(board.board, [_under(ids, record) for record in begun.records()]))


def _names(board: Board) -> dict[str, Hashable]:
    """What tells each thing from the others of its kind, by id."""
    found: dict[str, Hashable] = {key: ("namespace", space.name) for key, space in board.namespaces.items()}
    found |= {key: ("place", board.place_name(key)) for key in (*board.pods, *board.hosts)}
    found |= {key: ("policy", one.namespace, one.name) for key, one in board.policies.items()}
    found |= {key: ("expectation", says(one.item)) for key, one in board.expectations.items()}
    for key, arrow in board.connections.items():
        ends = board.place_name(arrow.source), board.place_name(arrow.destination)
        found[key] = ("arrow", *ends, arrow.protocol, arrow.port)
    return found


def _under(ids: Mapping[str, str], record: Record) -> Record:
    named = replace(record, id=ids.get(record.id, record.id))  # an expectation is itself
    if isinstance(named, PodRecord):
        return replace(named, namespace=ids[named.namespace])
    if isinstance(named, ConnectionRecord):
        return replace(named, source=ids[named.source], destination=ids[named.destination])
    return named
