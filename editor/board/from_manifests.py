"""From the texts of manifests to what they bring for a board, with every fault and all that is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from editor.board.arriving import Arriving, ArrivingNamespace, ArrivingPod, ArrivingPolicy, origin
from editor.board.fit import Fit
from editor.board.left_out import not_shown, sort_pods
from editor.board.records import PodOwner, PodPort
from editor.engine.cluster import NAME_LABEL, Pod
from editor.engine.errors import Fault, NetpolError, Place
from editor.manifests.load import read as read_manifests
from editor.manifests.reading import Reading
from editor.manifests.sources import Source
from editor.manifests.warnings import warnings_of

# What a browser can still show, some ten times over.
MOST: Mapping[str, int] = {"namespaces": 2_000, "pods": 10_000, "policies": 5_000}


def arriving(
    sources: Iterable[Source], faults: Iterable[Fault] = (), told: Callable[[int], None] | None = None
) -> Arriving:
    """What ``sources`` bring; ``faults``: what was wrong before there was text. Never raises for bad input.

    ``told`` is called with the number of characters read since it was last called.
    """
    listed = list(sources)
    reading = read_manifests(listed, told)
    found = Fit()
    namespaces = [_namespace(one.name, one.labels, one.place) for one in reading.namespaces]
    pods = sort_pods(_pods(reading), reading)
    policies = list(_policies(reading))
    result = Arriving(
        namespaces=tuple(found.sound(namespaces)),
        pods=tuple(found.sound(pods.come)),
        policies=tuple(found.sound(policies)),
        ignored=(*pods.ignored, *not_shown(reading)),
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


def _policies(reading: Reading) -> Iterator[ArrivingPolicy]:
    for one in reading.objects:
        if one.kind == "NetworkPolicy" and one.value is not None:
            namespace = one.namespace or "default"
            yield ArrivingPolicy(namespace=namespace, name=one.name, text=one.text, at=origin(one.place))


def _too_many(result: Arriving) -> Iterator[Fault]:
    for what, most in MOST.items():
        count = len(getattr(result, what))
        if count > most:
            message = f"These manifests hold {count} {what}; a board takes {most} at once. Import fewer namespaces."
            yield Fault("too_many_objects", message, value=count)
