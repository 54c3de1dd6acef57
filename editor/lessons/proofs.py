"""What is wrong with a manuscript, at which field; and what its start, solution and wrong solutions do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.engine.errors import Fault, NetpolError, Place
from editor.lessons.checking import check
from editor.lessons.judging import play
from editor.lessons.lesson import Lesson
from editor.lessons.manuscript import Manuscript
from editor.lessons.misconceptions import problems
from editor.lessons.reading import read_lesson
from editor.lessons.sketch import sketch
from editor.lessons.writing import written
from editor.manifests.sources import Source

START, SOLUTION = "start", "solution"


@dataclass(frozen=True, kw_only=True)
class Played:
    """What a text does when it is played: by goal id whether it is reached, and the ids of the problems that show.

    ``what``: ``start``, ``solution`` or ``wrong[0]``.
    """

    what: str
    goals: dict[str, bool]
    problems: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Proof:
    """A manuscript looked through. ``lesson`` None: it has no meaning yet. It can be played when ``faults`` is
    empty.
    """

    text: str
    lesson: Lesson | None
    faults: tuple[Fault, ...]
    played: tuple[Played, ...]


def prove(name: str, manuscript: Manuscript) -> Proof:
    """Reads what the manuscript would be as a file, with every fault that ``netpol lesson check`` would find.

    A fault's place has the path of the field (``goals[0].sentence``) and no line: there is no file yet.
    """
    text = written(manuscript)
    faults = [*_repeated(manuscript)]
    lesson = None
    try:
        lesson = read_lesson(name, Source("", text))
        faults += check(lesson)
    except NetpolError as wrong:
        faults += wrong.faults
    played = tuple(_played(lesson or sketch(manuscript)))
    return Proof(text=text, lesson=lesson, faults=tuple(map(_of_field, faults)), played=played)


def _of_field(fault: Fault) -> Fault:
    return replace(fault, place=Place(path=fault.place.path))


def _repeated(manuscript: Manuscript) -> Iterator[Fault]:
    """What would vanish in a file, where these are keys."""
    for field, names in (
        ("worlds", [one.name for one in manuscript.worlds]),
        ("feedback", [one.problem for one in manuscript.feedback]),
    ):
        for at, name in enumerate(names):
            if not name.strip():
                yield Fault("missing_field", "It needs a name.", Place(path=f"{field}[{at}]"))
            elif name in names[:at]:
                yield Fault("repeated_id", f"{name} stands here twice.", Place(path=f"{field}[{at}]"), name)


def _played(lesson: Lesson) -> Iterator[Played]:
    texts: list[tuple[str, str | None]] = [(START, None), (SOLUTION, lesson.solution or None)]
    texts += [(f"wrong[{at}]", one.policies) for at, one in enumerate(lesson.wrong)]
    for what, text in texts:
        if text is None and what != START:
            continue
        try:
            outcome = play(lesson, text)
            shown = {problem.id for problem in problems(lesson, text)}
        except NetpolError:
            continue  # told among the faults
        goals = {goal.goal.id: goal.reached for goal in outcome.goals}
        yield Played(what=what, goals=goals, problems=tuple(sorted(shown)))
