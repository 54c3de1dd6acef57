"""What manifests hold and a board is not given, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from editor.board.arriving import ArrivingPod, Ignored, Origin, origin
from editor.manifests.reading import Reading

FINISHED = ("Succeeded", "Failed")
# What Helm runs for a moment. A Namespace or a NetworkPolicy that a hook makes is there to stay.
PASSING = ("Pod", "Job")
NOT_SHOWN = {
    "Service": "Policies speak of pods and never of Services.",
    "EndpointSlice": "They only list the addresses of pods.",
    "Ingress": "Put an outside address for what comes in from outside.",
}


@dataclass(slots=True)
class Sorted:
    """Pods that come, and those that do not."""

    come: list[ArrivingPod] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)


def sort_pods(pods: Iterable[ArrivingPod], reading: Reading) -> Sorted:
    """Leaves out Helm's hooks, and pods of a workload that have finished."""
    hooks = {(one.place.file, one.place.line): one.hook for one in reading.objects if one.hook and one.kind in PASSING}
    found = Sorted()
    for pod in pods:
        reason = _passing(pod, hooks.get((pod.at.file, pod.at.line), ""))
        if reason:
            found.ignored.append(
                Ignored(kind=pod.kind, namespace=pod.namespace, name=pod.name, count=1, reason=reason, at=pod.at)
            )
        else:
            found.come.append(pod)
    return found


def _passing(pod: ArrivingPod, hook: str) -> str:
    if hook:
        return f"Helm runs it for a moment (hook {hook[:80]}): it is no part of what stays."
    if pod.owner is not None and pod.phase in FINISHED:
        return f"This pod of {pod.owner.kind} {pod.owner.name} has finished ({pod.phase}): it sends and takes nothing."
    return ""


def not_shown(reading: Reading) -> Iterator[Ignored]:
    """The kinds that a board does not show, counted, the workloads that run nothing, and what a text goes without."""
    kinds = Counter(one.kind for one in reading.objects if one.kind in NOT_SHOWN)
    for kind, count in kinds.items():
        yield _together(kind, count, NOT_SHOWN[kind])
    yield from _workloads(reading)
    for kind, count in reading.passed_over.items():
        if kind not in NOT_SHOWN:
            yield _together(kind, count, "It takes no part in network policy.")
    listed = sum(1 for one in reading.objects if one.kind == "NetworkPolicy" and one.value and one.chunk is None)
    if listed:
        yield _together(
            "Fields",
            listed,
            "Policies of a List come without uid, status and the like.",
        )


def _workloads(reading: Reading) -> Iterator[Ignored]:
    stood_for = {(pod.place.file, pod.place.line) for pod in reading.pods}
    shown: Counter[str] = Counter()
    for one in reading.workloads:
        if one.replicas == 0:
            reason = "It runs no pods: it has no replicas, or it has finished."
            at = origin(one.place)
            yield Ignored(kind=one.kind, namespace=one.namespace, name=one.name, count=1, reason=reason, at=at)
        elif (one.place.file, one.place.line) not in stood_for:
            shown[one.kind] += 1
    for kind, count in shown.items():
        yield _together(kind, count, "The pods or workloads that these control stand for them.")


def _together(kind: str, count: int, reason: str) -> Ignored:
    return Ignored(kind=kind, namespace=None, name=None, count=count, reason=reason, at=Origin())
