"""Whether a lesson keeps what it promises: a lesson that nobody solves, or that anything solves, is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from editor.engine.errors import Fault, NetpolError, Place
from editor.engine.evaluate import evaluate_all
from editor.engine.queries import Query
from editor.lessons.judging import Judged, Outcome, manifests, play
from editor.lessons.lesson import Lesson
from editor.lessons.shape import shape
from editor.lessons.starting import starting_records
from editor.manifests.sources import Source
from editor.manifests.validate import validate


def check(lesson: Lesson) -> list[Fault]:
    """Everything that is wrong with a lesson; each fault at the place in its file that it concerns."""
    # What is to be played must be sound.
    unsound = [*_unreadable(lesson), *shape(lesson)]
    return unsound or [*_drawn(lesson), *_played(lesson)]


def _unreadable(lesson: Lesson) -> Iterator[Fault]:
    """Manifests without meaning, and policies that the API server would refuse."""
    texts = [
        ("board.manifests", lesson.start.manifests),
        ("policies", lesson.start.policies),
        ("solution", lesson.solution),
    ]
    texts += [(f"worlds.{name}.manifests", world.manifests) for name, world in lesson.worlds.items()]
    texts += [(f"wrong[{index}].policies", one.policies) for index, one in enumerate(lesson.wrong)]
    texts += [
        (f"steps[{index}].predict.policies", step.prediction.policies or "")
        for index, step in enumerate(lesson.steps)
        if step.prediction
    ]
    for field, text in texts:
        if not text:
            continue
        try:
            manifests(text)
        except NetpolError as wrong:
            yield from (_within(lesson, field, fault.message, fault.place) for fault in wrong.faults)
            continue
        for judged in validate([Source(field, text)]):
            yield from (_within(lesson, field, f"{e.field}: {e.message}", e.place) for e in judged.errors)


def _within(lesson: Lesson, field: str, message: str, place: Place) -> Fault:
    where = f"`{field}`, line {place.line}: " if place.line else f"`{field}`: "
    return Fault(
        "bad_manifests", where + message, Place(lesson.place.file, path=field, line=lesson.place.line, column=1)
    )


def _drawn(lesson: Lesson) -> Iterator[Fault]:
    """Arrows between places that are not there, and things that have no place of that name."""
    begun = play(lesson)
    arrows = [*lesson.start.arrows, *(a for step in lesson.steps if step.prediction for a in step.prediction.arrows)]
    known = {f"outside/{name}": address for name, address in lesson.start.hosts.items()}
    try:
        evaluate_all(begun.cluster, begun.policies, [named_by_address(arrow, known) for arrow in arrows])
        starting_records(lesson)
    except NetpolError as wrong:
        yield from (Fault(fault.code, fault.message, lesson.place, fault.value) for fault in wrong.faults)
    there = {*known, *begun.cluster.namespaces, *(pod.ref for pod in begun.cluster.pods)}
    for name in lesson.start.places:
        if name not in there:
            yield Fault(
                "unknown_place", f"`board.places` speaks of {name}, which is not on the board.", lesson.place, name
            )


def named_by_address(arrow: Query, hosts: Mapping[str, str]) -> Query:
    """The same question with outside hosts by their addresses."""
    source, destination = (hosts.get(end, end) for end in (arrow.source, arrow.destination))
    return Query(source, destination, arrow.protocol, arrow.port)


def _played(lesson: Lesson) -> Iterator[Fault]:
    """The start fails, the solution passes, and each wrong solution fails the goal that it names."""
    if not lesson.goals:
        return
    begun = play(lesson)
    yield from _unclear("the start", begun.goals)
    if begun.passed:
        yield Fault("start_passes", "Every goal holds at the start: there is nothing to do.", lesson.place)
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
