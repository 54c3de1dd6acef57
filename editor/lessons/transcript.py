"""A lesson as its manuscript: what a file says, to be written on."""

from __future__ import annotations

from collections.abc import Iterable

from editor.analysis.expectations.writing import as_plain
from editor.engine.queries import Query
from editor.lessons.lesson import Goal, Lesson, Prediction, Step
from editor.lessons.manuscript import (
    Manuscript,
    WrittenArrow,
    WrittenBoard,
    WrittenFeedback,
    WrittenGoal,
    WrittenHint,
    WrittenPrediction,
    WrittenStep,
    WrittenWorld,
    WrittenWrong,
)


def transcript(lesson: Lesson) -> Manuscript:
    """The manuscript whose file reads as this lesson; comments of its own file are not part of it."""
    start = lesson.start
    return Manuscript(
        title=lesson.title,
        summary=lesson.summary,
        minutes=lesson.minutes,
        clock=lesson.clock,
        board=WrittenBoard(
            manifests=start.manifests, hosts=dict(start.hosts), arrows=_arrows(start.arrows), places=dict(start.places)
        ),
        policies=start.policies,
        locked=lesson.locked,
        tools=lesson.tools,
        steps=tuple(_step(one) for one in lesson.steps),
        goals=tuple(_goal(one) for one in lesson.goals),
        worlds=tuple(
            WrittenWorld(name=name, about=one.about, manifests=one.manifests) for name, one in lesson.worlds.items()
        ),
        hints=tuple(WrittenHint(after=one.after, text=one.text) for one in lesson.hints),
        feedback=tuple(WrittenFeedback(problem=name, words=words) for name, words in lesson.feedback.items()),
        solution=lesson.solution,
        wrong=tuple(
            WrittenWrong(name=one.name, policies=one.policies, fails=one.fails, problem=one.problem)
            for one in lesson.wrong
        ),
    )


def _arrows(queries: Iterable[Query]) -> tuple[WrittenArrow, ...]:
    return tuple(
        WrittenArrow(from_=one.source, to=one.destination, protocol=one.protocol, port=one.port or 0) for one in queries
    )


def _step(step: Step) -> WrittenStep:
    return WrittenStep(title=step.title, text=step.text, goals=step.goals, predict=_prediction(step.prediction))


def _prediction(asked: Prediction | None) -> WrittenPrediction | None:
    if asked is None:
        return None
    return WrittenPrediction(arrows=_arrows(asked.arrows), policies=asked.policies, reveal=asked.reveal)


def _goal(goal: Goal) -> WrittenGoal:
    item = {key: value for key, value in as_plain(goal.expectation).items() if key != "name"}
    # A goal of a world is hidden by itself.
    hidden = goal.hidden and goal.world is None
    return WrittenGoal(id=goal.id, sentence=goal.sentence, item=item, world=goal.world, hidden=hidden)
