"""Which goals belong to a step, and which of them a learner sees."""

from __future__ import annotations

from collections.abc import Sequence

from editor.lessons.judging import Judged
from editor.lessons.lesson import Lesson


def last_with_goals(lesson: Lesson) -> int | None:
    """The step at whose end every goal must hold; None when no step has goals."""
    return max((at for at, step in enumerate(lesson.steps) if step.goals), default=None)


def of_step(lesson: Lesson, step: int, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """The goals that end a step: its own, and with the last ones all that were not asked for or hold no more."""
    own = set(lesson.steps[step].goals)
    if step != last_with_goals(lesson):
        return tuple(one for one in judged if one.goal.id in own)
    asked = {name for each in lesson.steps for name in each.goals}
    return tuple(one for one in judged if one.goal.id in own or one.goal.id not in asked or not one.reached)


def seen(goals: Sequence[Judged]) -> tuple[Judged, ...]:
    """Those that the learner sees: a hidden goal only when it fails although all that are shown hold."""
    shown = tuple(one for one in goals if not one.goal.hidden)
    if all(one.reached for one in shown):
        return tuple(one for one in goals if not one.goal.hidden or not one.reached)
    return shown
