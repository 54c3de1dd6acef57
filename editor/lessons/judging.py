"""Judging a learner's board: every goal by what the policies do, some in worlds that the learner does not see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from editor.analysis.expectations.judgement import Judgement
from editor.analysis.expectations.judging import judge_expectations
from editor.engine.cluster import Cluster, Namespace, Pod
from editor.engine.policies import Policy
from editor.lessons.lesson import Goal, Lesson
from editor.manifests.load import read_strict
from editor.manifests.reading import Reading
from editor.manifests.sources import Source


@dataclass(frozen=True, slots=True)
class Judged:
    """One goal with its judgement."""

    goal: Goal
    judgement: Judgement
    about: str | None = None

    @property
    def reached(self) -> bool:
        """Whether the goal holds, for certain."""
        return self.judgement.holds

    def as_json(self) -> dict[str, Any]:
        """For the learner: the sentence, whether it is reached, and one concrete connection if it is not."""
        example = self.judgement.counterexample
        return {
            "id": self.goal.id,
            "sentence": self.goal.sentence,
            "hidden": self.goal.hidden,
            "reached": self.reached,
            "about": self.about,
            "words": "" if self.reached else self.judgement.words(),
            "counterexample": example.as_json() if example is not None else None,
        }


def judge_goals(lesson: Lesson, cluster: Cluster, policies: Sequence[Policy]) -> list[Judged]:
    """Every goal of a lesson, in its order."""
    by_world: dict[str | None, list[Goal]] = {}
    for goal in lesson.goals:
        by_world.setdefault(goal.world, []).append(goal)
    found: dict[str, Judged] = {}
    for world, goals in by_world.items():
        seen, more = _seen(lesson, world, cluster)
        judged = judge_expectations(seen, [*policies, *more], [goal.expectation for goal in goals])
        about = lesson.worlds[world].about if world is not None else None
        found.update({g.id: Judged(g, one, about) for g, one in zip(goals, judged, strict=True)})
    return [found[goal.id] for goal in lesson.goals]


def _seen(lesson: Lesson, world: str | None, cluster: Cluster) -> tuple[Cluster, Sequence[Policy]]:
    if world is None:
        return cluster, ()
    reading = manifests(lesson.worlds[world].manifests)
    return merged(cluster, reading), reading.policies


@lru_cache(maxsize=512)
def manifests(text: str) -> Reading:
    """What a text of manifests holds. Raises NetpolError."""
    return read_strict([Source("", text)])


def merged(cluster: Cluster, reading: Reading) -> Cluster:
    """A cluster with more in it; what has the same name takes the other's place."""
    spaces: dict[str, Namespace] = {**cluster.namespaces, **_by_name(reading.namespaces)}
    pods: dict[str, Pod] = {pod.ref: pod for pod in (*cluster.pods, *cluster.ended.values(), *reading.pods)}
    services = {**cluster.services, **{service.ref: service for service in reading.cluster().services.values()}}
    return Cluster.of(spaces.values(), pods.values(), services.values(), cluster.ingresses)


def _by_name(spaces: Iterable[Namespace]) -> dict[str, Namespace]:
    return {space.name: space for space in spaces}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A lesson's goals with a set of policies played on its start."""

    cluster: Cluster
    policies: tuple[Policy, ...]
    goals: tuple[Judged, ...]

    @property
    def passed(self) -> bool:
        """Whether every goal is reached."""
        return all(goal.reached for goal in self.goals)


def play(lesson: Lesson, text: str | None = None) -> Outcome:
    """The outcome of manifests ``text`` on the lesson's start, None: of the start itself. Raises NetpolError.

    Policies of ``text`` take the place of all that a learner may change; locked ones stay.
    """
    begun = manifests(lesson.start.manifests)
    there = manifests(lesson.start.policies).policies if lesson.start.policies else []
    if text is None:
        cluster, policies = begun.cluster(), there
    else:
        played = manifests(text)
        kept = [policy for policy in there if policy.ref in lesson.locked or "policies" in lesson.locked]
        named = {policy.ref for policy in kept}
        cluster = merged(begun.cluster(), played)
        policies = [*kept, *(policy for policy in played.policies if policy.ref not in named)]
    return Outcome(cluster, tuple(policies), tuple(judge_goals(lesson, cluster, policies)))
