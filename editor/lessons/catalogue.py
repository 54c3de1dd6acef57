"""The lessons that come with the product, in tracks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from editor.lessons.lesson import Lesson
from editor.lessons.reading import read_lesson
from editor.manifests.sources import Source

COURSE = Path(__file__).parent / "course"
TRACKS = (
    ("database", "Protect the database", "From a cluster where everybody talks to everybody to one guarded database."),
    ("foundations", "What decides", "The rules behind every policy, one at a time."),
    ("exam", "Exam practice", "Tasks in the style of CKA, CKAD and CKS, against the clock."),
)


@dataclass(frozen=True, slots=True)
class Track:
    """Lessons that build on one another: the files of one folder, in the order of their names."""

    id: str
    title: str
    summary: str
    lessons: tuple[Lesson, ...]


@lru_cache
def tracks() -> tuple[Track, ...]:
    """Every track with its lessons."""
    return tuple(Track(name, title, summary, _lessons(name)) for name, title, summary in TRACKS)


def lesson(name: str) -> Lesson:
    """The lesson of that id; KeyError when there is none."""
    return {one.id: one for track in tracks() for one in track.lessons}[name]


def lesson_files(track: str) -> list[Path]:
    """The files of a track, in order: ``01-all-open.yaml`` is the lesson ``all-open``."""
    return sorted((COURSE / track).glob("*.yaml"))


def name_of(file: str) -> str:
    """The id of the lesson in a file of that name."""
    stem = Path(file).stem
    number, dash, rest = stem.partition("-")
    return rest if dash and number.isdigit() else stem


def _lessons(track: str) -> tuple[Lesson, ...]:
    return tuple(
        read_lesson(name_of(path.name), Source(f"{track}/{path.name}", path.read_text()))
        for path in lesson_files(track)
    )
