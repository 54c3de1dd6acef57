"""What can be seen of a lesson without playing it: names that lead nowhere, texts too long to be read."""

from __future__ import annotations

from collections.abc import Iterator

from editor.engine.errors import Fault
from editor.lessons.lesson import Lesson
from editor.lessons.pictures import without_pictures

LONGEST_TITLE, LONGEST_SENTENCE, LONGEST_STEP = 60, 160, 1200


def shape(lesson: Lesson) -> Iterator[Fault]:
    """Everything of that kind."""
    yield from _whole(lesson)
    yield from _goals(lesson)
    yield from _steps(lesson)
    yield from _hints(lesson)
    yield from _wrong(lesson)


def _whole(lesson: Lesson) -> Iterator[Fault]:
    if len(lesson.title) > LONGEST_TITLE:
        yield Fault("too_long", f"The title is longer than {LONGEST_TITLE} characters.", lesson.at("title"))
    if not lesson.steps:
        yield Fault("missing_field", "`steps` is missing: a lesson says something.", lesson.at("steps"))
    if not lesson.goals and not any(step.prediction for step in lesson.steps):
        problem = "There is nothing to do: add `goals`, or a step with `predict`."
        yield Fault("missing_field", problem, lesson.at("goals"))
    for name in lesson.worlds:
        if all(goal.world != name for goal in lesson.goals):
            yield Fault("unused_world", f"No goal is judged in the world {name}.", lesson.at(f"worlds.{name}"), name)


def _goals(lesson: Lesson) -> Iterator[Fault]:
    names = [goal.id for goal in lesson.goals]
    asked = {name for step in lesson.steps for name in step.goals}
    for at, goal in enumerate(lesson.goals):
        if goal.id in names[:at]:
            yield Fault("repeated_id", f"Two goals are called {goal.id}.", goal.place, goal.id)
        if goal.world is not None and goal.world not in lesson.worlds:
            yield Fault("unknown_world", f"There is no world {goal.world}.", goal.place, goal.world)
        if len(goal.sentence) > LONGEST_SENTENCE or not goal.sentence.endswith("."):
            problem = f"`{goal.id}`: one sentence, of at most {LONGEST_SENTENCE} characters, with a full stop."
            yield Fault("bad_sentence", problem, goal.place)
        if goal.id not in asked and not goal.hidden:
            yield Fault("unused_goal", f"No step asks for the goal {goal.id}.", goal.place, goal.id)


def _steps(lesson: Lesson) -> Iterator[Fault]:
    names = {goal.id for goal in lesson.goals}
    for step in lesson.steps:
        if len(without_pictures(step.text)) > LONGEST_STEP:
            problem = f"“{step.title}” is longer than {LONGEST_STEP} characters: make two steps of it."
            yield Fault("too_long", problem, step.place)
        for name in step.goals:
            if name not in names:
                yield Fault("unknown_goal", f"There is no goal {name}.", step.place, name)


def _hints(lesson: Lesson) -> Iterator[Fault]:
    before = 0
    for hint in lesson.hints:
        if hint.after <= before:
            problem = "Hints come one after the other: `after` must grow."
            yield Fault("unreachable_hint", problem, hint.place, hint.after)
        before = hint.after
    if lesson.hints and not lesson.goals:
        yield Fault("unreachable_hint", "Without goals nobody tries, and no hint is shown.", lesson.hints[0].place)


def _wrong(lesson: Lesson) -> Iterator[Fault]:
    names = {goal.id for goal in lesson.goals}
    for one in lesson.wrong:
        if one.fails not in names:
            yield Fault("unknown_goal", f"There is no goal {one.fails}.", one.place, one.fails)
