"""The lessons that there are: those of the course, and those that people wrote."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from editor.board.records import SHAPES, TABLES, Board, BoardRecord, Record
from editor.board.shapes import as_json, read
from editor.lessons import catalogue
from editor.lessons.catalogue import Track
from editor.lessons.from_board import lesson_of_board
from editor.lessons.lesson import Lesson
from editor.lessons.reading import read_lesson
from editor.manifests.sources import Source
from editor.models import Board as BoardRow
from editor.models import OwnLesson, WorkshopLesson

# How the ids of lessons begin that a workshop took from its instructor, and of those that somebody wrote.
TAKEN, OWN = "taken-", "own-"
OWN_TRACK = ("own", "Your lessons", "Lessons that you wrote.")


class NoSuchLessonError(LookupError):
    """There is no lesson of that id."""


class NoLessonError(LookupError):
    """The board was not made for a lesson."""


def reference(row: OwnLesson) -> str:
    """The id of a lesson that somebody wrote."""
    return f"{OWN}{row.pk.hex}"


def own_id(name: str) -> UUID | None:
    """The row that such an id names; None for any other id."""
    if not name.startswith(OWN):
        return None
    try:
        return UUID(hex=name.removeprefix(OWN))
    except ValueError:
        return None


def written_on(row: BoardRow) -> str | None:
    """The id of the lesson that somebody writes on a board."""
    held = OwnLesson.objects.filter(board=row, deleted_at__isnull=True).first()
    return reference(held) if held is not None else None


def lesson_named(name: str) -> Lesson:
    """The lesson of that id, whoever asks: of the course, one that a workshop took, or the newest sound version of one
    that somebody wrote. Raises NoSuchLessonError.
    """
    if name.startswith(TAKEN):
        return _taken(name)
    try:
        return catalogue.lesson(name)
    except KeyError:
        found = _own(name)
    if found is None:
        raise NoSuchLessonError(name[:80])
    return found


@lru_cache(maxsize=128)
def _taken(name: str) -> Lesson:
    """What a workshop took never changes, whatever becomes of the board or of the lesson that it was taken from."""
    found = WorkshopLesson.objects.filter(lesson=name).values_list("taken", flat=True).first()
    if isinstance(found, str):
        return read_lesson(name, Source("", found))
    if not found:
        raise NoSuchLessonError(name[:80])
    title, *records = found
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
    """The track of a lesson that exists, and its place there, from 0; a lesson that somebody wrote is alone in its
    own.
    """
    for track in catalogue.tracks():
        for at, one in enumerate(track.lessons):
            if one.id == name:
                return track, at
    return Track(*OWN_TRACK, (lesson_named(name),)), 0


def following(name: str) -> str | None:
    """The lesson after one, in the next track when it ends its own; None after the last."""
    order = [one.id for track in catalogue.tracks() for one in track.lessons]
    at = order.index(name) + 1 if name in order else len(order)
    return order[at] if at < len(order) else None


def _own(name: str) -> Lesson | None:
    text = text_of(name)
    return _read(name, text) if text else None


def text_of(name: str) -> str | None:
    """The file of a lesson that somebody wrote, in its newest sound version; None when there is none."""
    pk = own_id(name)
    return OwnLesson.objects.filter(pk=pk).values_list("text", flat=True).first() if pk is not None else None


@lru_cache(maxsize=256)
def _read(name: str, text: str) -> Lesson:
    stamp = hashlib.sha256(text.encode()).hexdigest()[:16]
    return replace(read_lesson(name, Source("", text)), stamp=stamp)
