"""The fewest labels that tell some pods from the others of their namespace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from editor.engine.cluster import Pod
from editor.engine.selectors import Requirement, Selector

HASHES = frozenset(
    (
        *("pod-template-hash", "controller-revision-hash", "pod-template-generation", "controller-uid"),
        *("statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "batch.kubernetes.io/controller-uid"),
        *("batch.kubernetes.io/job-completion-index", "batch.kubernetes.io/job-name", "job-name"),
    )
)
"""Labels that controllers put on by themselves: they differ from one rollout, replica or run to the next."""
LIKELY = (
    "app.kubernetes.io/name",
    "app",
    "k8s-app",
    "name",
    "role",
    "component",
    "app.kubernetes.io/component",
    "tier",
)
"""Labels that people name a workload by, the likeliest first."""
MOST_LABELS = 4


def telling(pods: Sequence[Pod], others: Iterable[Pod]) -> Selector | None:
    """The selector that matches every one of ``pods`` and none of ``others``; None when no labels tell them apart.

    All are of one namespace. Fewest labels first, and among as many the ones that people name workloads by. Pods that
    share no such labels, but each value of one key, are told by that key with several values.
    """
    if not pods:
        return None
    others = list(others)
    if not others:
        return Selector()
    shared = _shared(pods)
    for size in range(1, min(MOST_LABELS, len(shared)) + 1):
        for keys in combinations(sorted(shared, key=_rank), size):
            wanted = {key: shared[key] for key in keys}
            if not any(_carries(other, wanted) for other in others):
                return Selector.of(wanted)
    return _by_values(pods, others, shared)


def naming(pods: Sequence[Pod], others: Iterable[Pod]) -> Selector | None:
    """As ``telling``, but never the empty selector: a pod that comes later must not match by chance."""
    found = telling(pods, others)
    if found is None or found.requirements:
        return found
    shared = _shared(pods)
    best = min(shared, key=_rank, default=None)
    return None if best is None else Selector.of({best: shared[best]})


def _shared(pods: Sequence[Pod]) -> dict[str, str]:
    """The labels that all of them carry, without those that controllers put on."""
    first = pods[0].labels
    return {
        key: value
        for key, value in first.items()
        if key not in HASHES and all(pod.labels.get(key) == value for pod in pods)
    }


def _by_values(pods: Sequence[Pod], others: Sequence[Pod], shared: Mapping[str, str]) -> Selector | None:
    keys = {key for key in pods[0].labels if key not in HASHES and all(key in pod.labels for pod in pods)}
    for key in sorted(keys - shared.keys(), key=_rank):
        values = tuple(sorted({pod.labels[key] for pod in pods}))
        within = [other for other in others if other.labels.get(key) in values]
        rest = {name: value for name, value in shared.items() if within}
        if not any(_carries(other, rest) for other in within):
            needed = _needed(rest, within)
            return Selector((*Selector.of(needed).requirements, Requirement(key, "In", values)))
    return None


def _needed(labels: Mapping[str, str], others: Sequence[Pod]) -> dict[str, str]:
    """The fewest of ``labels`` that none of ``others`` carries together; all of them do."""
    for size in range(len(labels) + 1):
        for keys in combinations(sorted(labels, key=_rank), size):
            wanted = {key: labels[key] for key in keys}
            if not any(_carries(other, wanted) for other in others):
                return wanted
    return dict(labels)


def _carries(pod: Pod, labels: Mapping[str, str]) -> bool:
    return all(pod.labels.get(key) == value for key, value in labels.items())


def _rank(key: str) -> tuple[int, str]:
    return (LIKELY.index(key) if key in LIKELY else len(LIKELY), key)
