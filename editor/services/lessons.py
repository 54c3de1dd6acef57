"""The lessons that there are."""

from __future__ import annotations

from editor.lessons import catalogue
from editor.lessons.catalogue import Track
from editor.lessons.lesson import Lesson
from editor.models import Board as BoardRow


class NoSuchLessonError(LookupError):
    """There is no lesson of that id."""


class NoLessonError(LookupError):
    """The board was not made for a lesson."""


def lesson_named(name: str) -> Lesson:
    """Raises NoSuchLessonError."""
    try:
        return catalogue.lesson(name)
    except KeyError:
        raise NoSuchLessonError(name[:80]) from None


def lesson_of(row: BoardRow) -> Lesson | None:
    """The lesson of a board; None for any other board, and for a lesson that a later version no longer has."""
    try:
        return catalogue.lesson(row.lesson) if row.lesson else None
    except KeyError:
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
