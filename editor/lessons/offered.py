"""Whether what a learner may use and change leaves a way to the solution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from editor.engine.errors import Fault, Place
from editor.lessons.judging import manifests
from editor.lessons.lesson import LOCKABLE, NAMESPACES, PODS, POLICIES, Lesson
from editor.manifests.reading import Reading

WRITING = ("yaml", "form", "draw")


def offered(lesson: Lesson) -> Iterator[Fault]:
    """Tools that do not suffice, locks on nothing, and solutions that open a lock."""
    yield from _twice(lesson, "tools", lesson.tools)
    yield from _twice(lesson, "locked", lesson.locked)
    if lesson.goals and not set(WRITING) & set(lesson.tools):
        problem = f"Nothing can be changed with these `tools`: offer one of {', '.join(WRITING)}."
        yield Fault("no_way_to_write", problem, lesson.at("tools"))
    if "fixes" in lesson.tools and "problems" not in lesson.tools:
        problem = "`tools`: fixes stand beside problems; without `problems` nobody sees them."
        yield Fault("unreachable_tool", problem, lesson.at("tools"), "fixes")
    yield from _locks(lesson)
    yield from _opened(lesson, "The solution", lesson.solution, lesson.at("solution"))
    for one in lesson.wrong:
        yield from _opened(lesson, f"“{one.name}”", one.policies, one.place)


def _twice(lesson: Lesson, field: str, names: Sequence[str]) -> Iterator[Fault]:
    for at, name in enumerate(names):
        if name in names[:at]:
            yield Fault("repeated_word", f"`{field}` names {name} twice.", lesson.at(field), name)


def _locks(lesson: Lesson) -> Iterator[Fault]:
    there = _refs(manifests(lesson.start.policies).policies) if lesson.start.policies else set()
    if lesson.goals and POLICIES in lesson.locked and {PODS, NAMESPACES} <= set(lesson.locked):
        problem = "`locked`: with policies, pods and namespaces locked there is nothing to change."
        yield Fault("all_locked", problem, lesson.at("locked"))
    for name in lesson.locked:
        if name not in LOCKABLE and name not in there:
            problem = f"`locked` names {name}; no policy of that name stands there at the start."
            yield Fault("unknown_policy", problem, lesson.at("locked"), name)


def _opened(lesson: Lesson, who: str, text: str, place: Place) -> Iterator[Fault]:
    """Pods, namespaces and policies that a solution brings although the learner cannot."""
    for kind, refs in _brought(manifests(text)) if text else ():
        kept = kind in lesson.locked
        for ref in sorted(ref for ref in refs if kept or (kind == POLICIES and ref in lesson.locked)):
            problem = f"{who} brings {ref}, which the learner cannot change: {kind} are locked, or this one is."
            yield Fault("locked_in_solution", problem, place, ref)


def _brought(played: Reading) -> Iterator[tuple[str, set[str]]]:
    yield PODS, _refs(played.pods)
    yield NAMESPACES, {space.name for space in played.namespaces}
    yield POLICIES, _refs(played.policies)


def _refs(things: Sequence[Any]) -> set[str]:
    return {thing.ref for thing in things}
