"""Whether the problems that a lesson speaks of show where it says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.analysis.linting import lint
from editor.analysis.problem import Problem
from editor.analysis.problems import every
from editor.analysis.written import Written, written_of
from editor.engine.errors import Fault
from editor.lessons.judging import manifests, play
from editor.lessons.lesson import POLICIES, Lesson


def problems(lesson: Lesson, text: str | None = None) -> Sequence[Problem]:
    """What the linter finds with manifests ``text`` played on the start; None: in the start itself."""
    return lint(play(lesson, text).cluster, [*_written(lesson, text)], {}).problems


def _written(lesson: Lesson, text: str | None) -> Iterator[Written]:
    there = written_of(manifests(lesson.start.policies)) if lesson.start.policies else ()
    if text is None:
        yield from there
        return
    kept = [one for one in there if POLICIES in lesson.locked or one.policy.ref in lesson.locked]
    named = {one.policy.ref for one in kept}
    yield from kept
    yield from (one for one in written_of(manifests(text)) if one.policy.ref not in named)


def misconceptions(lesson: Lesson) -> Iterator[Fault]:
    """Wrong solutions that do not show their problem, and feedback that nobody would ever see."""
    seen = _ids(lesson, None)
    for one in lesson.wrong:
        shown = _ids(lesson, one.policies)
        seen |= shown
        if one.problem is not None and one.problem in known_problems() and one.problem not in shown:
            words = f"“{one.name}” does not show {one.problem}; it shows {', '.join(sorted(shown)) or 'nothing'}."
            yield Fault("problem_not_shown", words, one.place, one.problem)
    for name in lesson.feedback:
        if name in known_problems() and name not in seen:
            words = f"`feedback` speaks of {name}, which neither the start nor a wrong solution shows."
            yield Fault("unreachable_feedback", words, lesson.at(f"feedback.{name}"), name)


def unknown_problems(lesson: Lesson) -> Iterator[Fault]:
    """Ids of problems that do not exist."""
    named = [(one.problem, one.place) for one in lesson.wrong if one.problem is not None]
    named += [(name, lesson.at(f"feedback.{name}")) for name in lesson.feedback]
    for name, place in named:
        if name not in known_problems():
            yield Fault("unknown_problem", f"{name} is no problem's id: `netpol lint --list` names them.", place, name)


def known_problems() -> frozenset[str]:
    """The ids of all problems."""
    return frozenset(check.id for check in every())


def _ids(lesson: Lesson, text: str | None) -> set[str]:
    return {problem.id for problem in problems(lesson, text)}
