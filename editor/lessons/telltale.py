"""What a try that did not do shows of the thinking behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editor.analysis.problem import HINT, SEVERITIES, Problem
from editor.lessons.judging import Judged, play
from editor.lessons.lesson import Lesson
from editor.lessons.misconceptions import problems

LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the tries of a lesson.

    ``usual``: problems that its solution shows too, so that they tell nothing. ``mistakes``: the names of its wrong
    solutions by the goals that they fail, where these belong to one of them alone.
    """

    usual: frozenset[str]
    mistakes: Mapping[frozenset[str], str]


def known(lesson: Lesson) -> Known:
    """Plays the solution and every wrong one."""
    usual = frozenset(one.id for one in problems(lesson, lesson.solution)) if lesson.solution else frozenset()
    named: dict[frozenset[str], list[str]] = {}
    for one in lesson.wrong:
        named.setdefault(_failing(play(lesson, one.policies).goals), []).append(one.name)
    return Known(usual, {goals: names[0] for goals, names in named.items() if len(names) == 1})


def telltale(lesson: Lesson, of: Known, found: Sequence[Problem], goals: Sequence[Judged]) -> tuple[str, str]:
    """The id of the problem that says most, and a sentence on it; an empty id where no problem does.

    The lesson's own misconceptions come first, then the wrong solution that fails the same goals, then the worst that
    the linter finds. Else the sentence names the first goal that is not reached.
    """
    shown = {one.id: one for one in found if one.ignored is None and one.id not in of.usual}
    for name in (*lesson.feedback, *(one.problem for one in lesson.wrong if one.problem is not None)):
        if name in shown:
            return name, _cut(lesson.feedback.get(name) or shown[name].message)
    mistake = of.mistakes.get(_failing(goals))
    if mistake is not None:
        return "", _cut(mistake)
    # A hint may well be meant.
    worst = min((one for one in shown.values() if one.severity != HINT), key=_badness, default=None)
    if worst is not None:
        return worst.id, _cut(worst.message)
    failing = next((one for one in goals if not one.reached), None)
    return "", _cut(f"Not reached: {failing.goal.sentence}") if failing is not None else ""


def _failing(goals: Sequence[Judged]) -> frozenset[str]:
    return frozenset(one.goal.id for one in goals if not one.reached)


def _badness(problem: Problem) -> int:
    return SEVERITIES.index(problem.severity)


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST_WORDS else f"{plain[: LONGEST_WORDS - 1]}…"
