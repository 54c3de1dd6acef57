"""Whether the manifests of a lesson have a meaning, and its board and pictures show what they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from editor.engine.errors import Fault, NetpolError, Place
from editor.engine.evaluate import evaluate_all
from editor.engine.queries import Query
from editor.lessons.judging import manifests, play
from editor.lessons.lesson import Lesson, Start
from editor.lessons.pictures import Picture, pictured, pictures
from editor.lessons.starting import starting_records
from editor.manifests.sources import Source
from editor.manifests.validate import validate


def unreadable(lesson: Lesson) -> Iterator[Fault]:
    """Manifests without meaning, policies that the API server would refuse, and pictures that never end."""
    if lesson.start.manifests and _holds_policies(lesson.start.manifests):
        problem = "`board.manifests` holds namespaces and pods; policies of the start stand under `policies`."
        yield Fault("misplaced_policy", problem, lesson.at("board.manifests"))
    texts = [*_texts(lesson)]
    try:
        texts += [(field, picture.manifests) for field, picture in _pictures(lesson)]
    except NetpolError as wrong:
        yield from (_within(lesson, "steps", fault.message, fault.place) for fault in wrong.faults)
    for field, text in texts:
        if text:
            yield from _refused(lesson, field, text)


def _texts(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield "board.manifests", lesson.start.manifests
    yield "policies", lesson.start.policies
    yield "solution", lesson.solution
    yield from ((f"worlds.{name}.manifests", world.manifests) for name, world in lesson.worlds.items())
    yield from ((f"wrong[{index}].policies", one.policies) for index, one in enumerate(lesson.wrong))
    for index, step in enumerate(lesson.steps):
        if step.prediction:
            yield f"steps[{index}].predict.policies", step.prediction.policies or ""


def _refused(lesson: Lesson, field: str, text: str) -> Iterator[Fault]:
    try:
        manifests(text)
    except NetpolError as wrong:
        yield from (_within(lesson, field, fault.message, fault.place) for fault in wrong.faults)
        return
    for judged in validate([Source(field, text)]):
        yield from (_within(lesson, field, f"{e.field}: {e.message}", e.place) for e in judged.errors)


def _holds_policies(text: str) -> bool:
    try:
        return bool(manifests(text).policies)
    except NetpolError:
        return False  # told by _refused


def _within(lesson: Lesson, field: str, message: str, place: Place) -> Fault:
    where = f"`{field}`, line {place.line}: " if place.line else f"`{field}`: "
    return Fault(
        "bad_manifests", where + message, Place(lesson.place.file, path=field, line=lesson.place.line, column=1)
    )


def drawn(lesson: Lesson) -> Iterator[Fault]:
    """Arrows that lead nowhere, and places of things that are not there: on the board and in pictures."""
    yield from _drawn(lesson)
    for field, picture in _pictures(lesson):
        yield from (_within(lesson, field, *told) for told in _badly_pictured(lesson, picture))


def _pictures(lesson: Lesson) -> Iterator[tuple[str, Picture]]:
    """The pictures in the texts of a lesson, each with the field that it stands in."""
    for index, step in enumerate(lesson.steps):
        yield from ((f"steps[{index}].text, picture", one) for one in pictures(step.text))
        if step.prediction:
            yield from ((f"steps[{index}].predict.reveal, picture", one) for one in pictures(step.prediction.reveal))


def _badly_pictured(lesson: Lesson, picture: Picture) -> Iterator[tuple[str, Place]]:
    try:
        shown = pictured(lesson, picture)
        yield from ((fault.message, Place()) for fault in _drawn(shown))
    except NetpolError as wrong:
        yield from ((fault.message, fault.place) for fault in wrong.faults)
        return
    if _trimmed(shown.start) == _trimmed(lesson.start):
        yield "It shows the board as it is: leave it out.", Place()


def _trimmed(start: Start) -> Start:
    return replace(start, policies=start.policies.strip())


def _drawn(lesson: Lesson) -> Iterator[Fault]:
    begun = play(lesson)
    arrows = [*lesson.start.arrows, *(a for step in lesson.steps if step.prediction for a in step.prediction.arrows)]
    known = {f"outside/{name}": address for name, address in lesson.start.hosts.items()}
    try:
        evaluate_all(begun.cluster, begun.policies, [named_by_address(arrow, known) for arrow in arrows])
        starting_records(lesson)
    except NetpolError as wrong:
        yield from (Fault(fault.code, fault.message, lesson.at("board.arrows"), fault.value) for fault in wrong.faults)
    there = {*known, *begun.cluster.namespaces, *(pod.ref for pod in begun.cluster.pods)}
    for name in lesson.start.places:
        if name not in there:
            yield Fault(
                "unknown_place",
                f"`board.places` speaks of {name}, which is not on the board.",
                lesson.at("board.places"),
                name,
            )


def named_by_address(arrow: Query, hosts: Mapping[str, str]) -> Query:
    """The same question with outside hosts by their addresses."""
    source, destination = (hosts.get(end, end) for end in (arrow.source, arrow.destination))
    return Query(source, destination, arrow.protocol, arrow.port)
