"""The lessons that there are."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from editor.board.records import SHAPES, TABLES, Board, BoardRecord, Record
from editor.board.shapes import as_json, read
from editor.lessons import catalogue
from editor.lessons.catalogue import Track
from editor.lessons.from_board import lesson_of_board
from editor.lessons.lesson import Lesson
from editor.models import Board as BoardRow
from editor.models import WorkshopLesson

# How the ids of lessons begin that are boards of an instructor's.
OF_BOARD = "board-"


class NoSuchLessonError(LookupError):
    """There is no lesson of that id."""


class NoLessonError(LookupError):
    """The board was not made for a lesson."""


def lesson_named(name: str) -> Lesson:
    """A lesson of the course, or one that a workshop made of a board. Raises NoSuchLessonError."""
    try:
        return catalogue.lesson(name)
    except KeyError:
        if not name.startswith(OF_BOARD):
            raise NoSuchLessonError(name[:80]) from None
    return _of_board(name)


@lru_cache(maxsize=128)
def _of_board(name: str) -> Lesson:
    """What a board was when the workshop took it never changes."""
    found = WorkshopLesson.objects.filter(lesson=name, board__isnull=False).first()
    if found is None or found.board is None:
        raise NoSuchLessonError(name[:80])
    title, *records = found.board
    return lesson_of_board(name, Board.of(BoardRecord(**title), [_record(one) for one in records]))


def taken(board: Board) -> list[dict[str, Any]]:
    """A board as a workshop keeps it: its own record first."""
    return [as_json(board.board), *({"table": TABLES[type(one)], **as_json(one)} for one in board.records())]


def _record(kept: dict[str, Any]) -> Record:
    found: Record = read(SHAPES[kept["table"]], {key: held for key, held in kept.items() if key != "table"})
    return found


def lesson_of(row: BoardRow) -> Lesson | None:
    """The lesson of a board; None for any other board, and for a lesson that a later version no longer has."""
    try:
        return lesson_named(row.lesson) if row.lesson else None
    except NoSuchLessonError:
        return None


def track_of(name: str) -> tuple[Track, int]:
    """The track of a lesson that exists, and its place there, from 0."""
    for track in catalogue.tracks():
        for at, one in enumerate(track.lessons):
            if one.id == name:
                return track, at
    raise NoSuchLessonError(name[:80])


def following(name: str) -> str | None:
    """The lesson after one, in the next track when it ends its own; None after the last."""
    order = [one.id for track in catalogue.tracks() for one in track.lessons]
    at = order.index(name) + 1
    return order[at] if at < len(order) else None
