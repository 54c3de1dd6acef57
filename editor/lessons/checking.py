"""Whether a lesson keeps what it promises: a lesson that nobody solves, or that anything solves, is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.engine.errors import Fault
from editor.lessons.judging import Judged, Outcome, play
from editor.lessons.lesson import Lesson
from editor.lessons.misconceptions import misconceptions, unknown_problems
from editor.lessons.offered import offered
from editor.lessons.shape import shape
from editor.lessons.soundness import drawn, unreadable


def check(lesson: Lesson) -> list[Fault]:
    """Everything that is wrong with a lesson; each fault at the place in its file that it concerns."""
    # What is to be played must be sound.
    unsound = [*unreadable(lesson), *shape(lesson), *unknown_problems(lesson)]
    return unsound or [
        *offered(lesson),
        *drawn(lesson),
        *_played(lesson),
        *misconceptions(lesson),
    ]


def _played(lesson: Lesson) -> Iterator[Fault]:
    """The start fails, the solution passes, and each wrong solution fails the goal that it names."""
    if not lesson.goals:
        return
    begun = play(lesson)
    yield from _unclear("the start", begun.goals)
    if begun.passed:
        yield Fault("start_passes", "Every goal holds at the start: there is nothing to do.", lesson.at("goals"))
    solved = play(lesson, lesson.solution)
    for goal in solved.goals:
        if not goal.reached:
            problem = f"The solution does not reach {goal.goal.id}: {goal.judgement.words()}"
            yield Fault("solution_fails", problem, goal.goal.place, goal.goal.id)
    outcomes = [play(lesson, one.policies) for one in lesson.wrong]
    for one, outcome in zip(lesson.wrong, outcomes, strict=True):
        failed = [goal.goal.id for goal in outcome.goals if not goal.reached]
        if one.fails not in failed:
            problem = f"“{one.name}” does not fail {one.fails}; it fails {', '.join(failed) or 'nothing'}."
            yield Fault("wrong_passes", problem, one.place, one.fails)
    yield from _never_failing(lesson, [begun, *outcomes])


def _unclear(what: str, goals: Iterable[Judged]) -> Iterator[Fault]:
    for goal in goals:
        if goal.judgement.faults:
            problem = f"{goal.goal.id} cannot be judged at {what}: {goal.judgement.words()}"
            yield Fault("unclear_goal", problem, goal.goal.place, goal.goal.id)


def _never_failing(lesson: Lesson, outcomes: Iterable[Outcome]) -> Iterator[Fault]:
    """A goal that holds at the start and under every wrong solution checks nothing."""
    failed = {goal.goal.id for outcome in outcomes for goal in outcome.goals if not goal.reached}
    for goal in lesson.goals:
        if goal.id not in failed:
            problem = f"Neither the start nor a wrong solution fails {goal.id}: add one that does."
            yield Fault("goal_never_fails", problem, goal.place, goal.id)
