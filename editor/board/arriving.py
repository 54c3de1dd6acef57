"""What manifests bring for a board: names, meanings and places alone, as plain values that a process can hand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from editor.board.checks import name_faults
from editor.board.policies import LONGEST_NAME
from editor.board.records import NamespaceRecord, Phase, PodOwner, PodPort, PodRecord, PolicyRecord, Record
from editor.board.shapes import as_json, read
from editor.engine.cluster import NAME_LABEL, Pod
from editor.engine.errors import Fault, NetpolError, Place
from editor.manifests.load import read as read_manifests
from editor.manifests.reading import Reading
from editor.manifests.sources import Source
from editor.manifests.warnings import warnings_of

# What a browser can still show, some ten times over.
MOST: Mapping[str, int] = {"namespaces": 2_000, "pods": 10_000, "policies": 5_000}
FINISHED = ("Succeeded", "Failed")


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where it was written; lines and documents count from 1."""

    file: str | None = None
    document: int | None = None
    line: int | None = None


@dataclass(frozen=True, kw_only=True)
class ArrivingNamespace:
    """A namespace. ``labels`` as on a board, without the one that Kubernetes adds."""

    name: str
    labels: Mapping[str, str]
    at: Origin


@dataclass(frozen=True, kw_only=True)
class ArrivingPod:
    """A pod, or the one that stands for a workload without pods: then ``kind`` is the workload's."""

    kind: str
    namespace: str
    name: str
    labels: Mapping[str, str]
    ports: tuple[PodPort, ...]
    addresses: tuple[str, ...]
    host_network: bool
    node: str | None
    node_addresses: tuple[str, ...]
    phase: Phase
    owner: PodOwner | None
    at: Origin

    def meaning(self) -> dict[str, Any]:
        """The fields of a pod's record that manifests say."""
        return {name: getattr(self, name) for name in MEANING}


MEANING = ("labels", "ports", "addresses", "host_network", "node", "node_addresses", "phase", "owner")


@dataclass(frozen=True, kw_only=True)
class ArrivingPolicy:
    """A policy's own text."""

    namespace: str
    name: str
    text: str
    at: Origin


@dataclass(frozen=True, kw_only=True)
class Ignored:
    """What was read and is not brought along, and why; ``name`` is null for ``count`` objects of a kind together."""

    kind: str
    namespace: str | None
    name: str | None
    count: int
    reason: str
    at: Origin


@dataclass(frozen=True, kw_only=True)
class Arriving:
    """Everything that manifests bring. With ``faults`` it is what is left without the faulty objects."""

    namespaces: tuple[ArrivingNamespace, ...] = ()
    pods: tuple[ArrivingPod, ...] = ()
    policies: tuple[ArrivingPolicy, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    passed_over: Mapping[str, int] = field(default_factory=dict)


def arriving(
    sources: Iterable[Source], faults: Iterable[Fault] = (), told: Callable[[int], None] | None = None
) -> Arriving:
    """What ``sources`` bring; ``faults``: what was wrong before there was text. Never raises for bad input.

    ``told`` is called with the number of characters read since it was last called.
    """
    listed = list(sources)
    reading = read_manifests(listed, told)
    found = _Checked()
    namespaces = [_namespace(one.name, one.labels, one.place) for one in reading.namespaces]
    finished, pods = _split(_pods(reading))
    policies = list(_policies(reading))
    result = Arriving(
        namespaces=tuple(found.sound(namespaces)),
        pods=tuple(found.sound(pods)),
        policies=tuple(found.sound(policies)),
        ignored=(*finished, *_not_shown(reading)),
        warnings=tuple(map(_plain, warnings_of(reading, listed))),
        passed_over=dict(reading.passed_over),
    )
    return replace(result, faults=tuple(map(_plain, (*faults, *reading.faults, *found.faults, *_too_many(result)))))


def sound(sources: Iterable[Source]) -> Arriving:
    """The same. Raises NetpolError with every fault."""
    found = arriving(sources)
    if found.faults:
        raise NetpolError(found.faults)
    return found


def _plain(fault: Fault) -> Fault:
    """With a value that is plain JSON, and short."""
    value = fault.value if isinstance(fault.value, (bool, type(None))) else str(fault.value)[:200]
    return replace(fault, value=value.encode("utf-8", "replace").decode() if isinstance(value, str) else value)


def origin(place: Place) -> Origin:
    """Where something stands, without its column."""
    return Origin(file=place.file, document=place.document, line=place.line)


def _namespace(name: str, labels: Mapping[str, str], place: Place) -> ArrivingNamespace:
    own = {key: value for key, value in labels.items() if key != NAME_LABEL}
    return ArrivingNamespace(name=name, labels=own, at=origin(place))


def _pods(reading: Reading) -> Iterator[ArrivingPod]:
    """The pods by their last mention, and ONE for each workload that has none among them."""
    standing = {(one.place.file, one.place.line): one.kind for one in reading.workloads}
    stood: set[tuple[str, PodOwner | None]] = set()
    for pod in {(pod.namespace, pod.name): pod for pod in reading.pods}.values():
        made = _pod(pod, standing.get((pod.place.file, pod.place.line), "Pod"))
        if made.kind != "Pod":
            if (made.namespace, made.owner) in stood:
                continue
            stood.add((made.namespace, made.owner))
        yield made


def _pod(pod: Pod, kind: str) -> ArrivingPod:
    return ArrivingPod(
        kind=kind,
        namespace=pod.namespace,
        name=pod.name,
        labels=dict(pod.labels),
        ports=tuple(PodPort(port=p.number, protocol=p.protocol, name=p.name) for p in pod.ports),  # type: ignore[arg-type]
        addresses=tuple(str(address) for address in pod.addresses),
        host_network=pod.host_network,
        node=pod.node,
        node_addresses=tuple(str(address) for address in pod.node_addresses),
        phase=pod.phase,  # type: ignore[arg-type]
        owner=PodOwner(kind=pod.owner.kind, name=pod.owner.name) if pod.owner else None,
        at=origin(pod.place),
    )


def _split(pods: Iterable[ArrivingPod]) -> tuple[list[Ignored], list[ArrivingPod]]:
    """Pods of a workload that have finished, and the others."""
    finished, others = [], []
    for pod in pods:
        if pod.owner is None or pod.phase not in FINISHED:
            others.append(pod)
            continue
        reason = (
            f"This pod of {pod.owner.kind} {pod.owner.name} has finished ({pod.phase}): it sends and takes nothing."
        )
        finished.append(Ignored(kind="Pod", namespace=pod.namespace, name=pod.name, count=1, reason=reason, at=pod.at))
    return finished, others


def _policies(reading: Reading) -> Iterator[ArrivingPolicy]:
    for one in reading.objects:
        if one.kind == "NetworkPolicy" and one.value is not None:
            namespace = one.namespace or "default"
            yield ArrivingPolicy(namespace=namespace, name=one.name, text=one.text, at=origin(one.place))


NOT_SHOWN = {
    "Service": "A board shows pods and policies; a Service takes no part in what a policy allows.",
    "EndpointSlice": "A board shows pods and policies; these only list the addresses of pods.",
    "Ingress": "A board shows pods and policies; put an outside address for what comes in from outside.",
}


def _not_shown(reading: Reading) -> Iterator[Ignored]:
    """The kinds that a board does not show, counted, and the workloads that run nothing, one by one."""
    kinds = Counter(one.kind for one in reading.objects if one.kind in NOT_SHOWN)
    for kind, count in kinds.items():
        yield _together(kind, count, NOT_SHOWN[kind])
    stood_for = {(pod.place.file, pod.place.line) for pod in reading.pods}
    shown: Counter[str] = Counter()
    for one in reading.workloads:
        if one.replicas == 0:
            reason = "It runs no pods: it has no replicas, or it has finished."
            yield Ignored(
                kind=one.kind, namespace=one.namespace, name=one.name, count=1, reason=reason, at=origin(one.place)
            )
        elif (one.place.file, one.place.line) not in stood_for:
            shown[one.kind] += 1
    for kind, count in shown.items():
        yield _together(kind, count, "The pods or workloads that these control stand for them.")
    for kind, count in reading.passed_over.items():
        if kind not in NOT_SHOWN:
            yield _together(kind, count, "It takes no part in network policy.")


def _together(kind: str, count: int, reason: str) -> Ignored:
    return Ignored(kind=kind, namespace=None, name=None, count=count, reason=reason, at=Origin())


Brought = ArrivingNamespace | ArrivingPod | ArrivingPolicy


class _Checked:
    """Keeps what a database can hold and Kubernetes would name so, and says what is wrong with the rest."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def sound(self, brought: Iterable[Any]) -> Iterator[Any]:
        for one in brought:
            faults = _faults_of(one)
            self.faults += (replace(f, place=_placed(one, f)) for f in faults)
            if not faults:
                yield one


def _placed(one: Brought, fault: Fault) -> Place:
    return replace(fault.place, file=one.at.file, document=one.at.document, line=one.at.line)


def _faults_of(one: Brought) -> list[Fault]:
    """What no board can hold: names that Kubernetes refuses, text with a NUL, or without end."""
    record = as_record(one)
    what = {NamespaceRecord: "namespace", PodRecord: "pod"}.get(type(record))
    faults = name_faults(one.name, what, ()) if what else []
    space = getattr(one, "namespace", None)
    if space is not None:
        faults += [replace(f, place=Place(path="metadata.namespace")) for f in name_faults(space, "namespace", ())]
    if isinstance(one, ArrivingPolicy) and not 0 < len(one.name) <= LONGEST_NAME:
        message = f"A policy's name has 1 to {LONGEST_NAME} characters; write it at metadata.name."
        faults.append(Fault("invalid_name", message, Place(path="metadata.name"), one.name[:80]))
    try:
        read(type(record), as_json(record))
    except NetpolError as error:
        faults += error.faults
    return faults


def as_record(one: Brought, record_id: str = "", namespace: str = "") -> Record:
    """It as a record at the origin; ``namespace``: the id of a pod's namespace."""
    if isinstance(one, ArrivingNamespace):
        return NamespaceRecord(id=record_id, name=one.name, labels=one.labels, x=0, y=0)
    if isinstance(one, ArrivingPolicy):
        return PolicyRecord(id=record_id, namespace=one.namespace, name=one.name, text=one.text)
    return PodRecord(id=record_id, namespace=namespace, name=one.name, x=0, y=0, **one.meaning())


def _too_many(result: Arriving) -> Iterator[Fault]:
    for what, most in MOST.items():
        count = len(getattr(result, what))
        if count > most:
            message = f"These manifests hold {count} {what}; a board takes {most} at once. Import fewer namespaces."
            yield Fault("too_many_objects", message, value=count)
