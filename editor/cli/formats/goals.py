"""The goals of a lesson that was played, as text."""

from __future__ import annotations

from collections.abc import Iterable

from editor.analysis.problem import Problem
from editor.lessons.judging import Judged, Outcome
from editor.lessons.lesson import Lesson


def lines(lesson: Lesson, outcome: Outcome, problems: Iterable[Problem]) -> str:
    """A line for each goal, with its counter-example if it is missed, and what the lesson says of the problems."""
    said = [line for judged in outcome.goals for line in _goal(judged)]
    reached = sum(judged.reached for judged in outcome.goals)
    said.append(f"{reached} of {len(outcome.goals)} reached")
    found = dict.fromkeys(problem.id for problem in problems)
    if found:
        said.append(f"problems: {', '.join(found)}")
    said += [f"  {name}: {lesson.feedback[name]}" for name in found if name in lesson.feedback]
    return "\n".join(said)


def _goal(judged: Judged) -> Iterable[str]:
    hidden = " (hidden)" if judged.goal.hidden else ""
    yield f"{'reached' if judged.reached else 'missed':9}{judged.goal.id}{hidden}: {judged.goal.sentence}"
    if not judged.reached:
        where = f"{judged.about} " if judged.about else ""
        yield f"{'':9}{where}{judged.judgement.words()}"
