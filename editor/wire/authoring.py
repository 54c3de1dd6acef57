"""Lessons that people write, on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from editor.board.hints import Key, Longest, ManifestText
from editor.lessons.manuscript import Manuscript
from editor.lessons.proofs import Played
from editor.wire.lessons import LessonEntry, TextPart
from editor.wire.verdicts import Fault

FileName = Annotated[str, Longest(200)]


@dataclass(frozen=True, kw_only=True)
class OwnLessonEntry:
    """A lesson of one's own in the list. ``written_on``: the board on which it is written, null when that is gone.

    ``playable``: a version of it was sound, and that one is played.
    """

    lesson: LessonEntry
    written_on: str | None
    playable: bool


@dataclass(frozen=True, kw_only=True)
class OwnLessons:
    """A person's own lessons, the one changed last first."""

    own: tuple[OwnLessonEntry, ...]


@dataclass(frozen=True, kw_only=True)
class OwnLessonState:
    """A lesson of one's own as it stands. ``faults``: what the check says, each with the path of its field.

    ``played``: what the start, the solution and the wrong solutions do. ``playable``: a version of it was sound.
    """

    id: str
    board: str | None
    version: int
    manuscript: Manuscript
    faults: tuple[Fault, ...]
    played: tuple[Played, ...]
    playable: bool


@dataclass(frozen=True, kw_only=True)
class MakeOwnLesson:
    """What to make it of, one of these: a ``board`` of one's own, a ``lesson`` by id to copy, or the ``text`` of a
    file.
    """

    board: Key | None = None
    lesson: Key | None = None
    text: ManifestText | None = None
    file: FileName = ""


@dataclass(frozen=True, kw_only=True)
class KeepManuscript:
    """The manuscript, on top of the version that its author saw."""

    manuscript: Manuscript
    version: int


@dataclass(frozen=True, kw_only=True)
class RecordLesson:
    """What to take from the board. ``at``: which wrong solution to record anew, null for one more."""

    what: Literal["start", "goals", "solution", "wrong"]
    version: int
    at: int | None = None


@dataclass(frozen=True, kw_only=True)
class ShowLesson:
    """What to put on the board. ``at``: which wrong solution."""

    what: Literal["start", "solution", "wrong"]
    at: int | None = None


@dataclass(frozen=True, kw_only=True)
class PreviewText:
    """A Markdown text of the lesson."""

    text: Annotated[str, Longest(100_000)]


@dataclass(frozen=True, kw_only=True)
class PreviewedText:
    """It as a learner sees it, or what is wrong with its pictures."""

    parts: tuple[TextPart, ...]
    faults: tuple[Fault, ...]


REQUESTS = (MakeOwnLesson, KeepManuscript, RecordLesson, ShowLesson, PreviewText)
