"""The cluster that policies act on: namespaces, pods and their ports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING

from editor.engine.errors import NOWHERE, Fault, NetpolError, Place

if TYPE_CHECKING:
    from editor.engine.ingresses import Ingress
    from editor.engine.services import Service

NAME_LABEL = "kubernetes.io/metadata.name"

Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class ContainerPort:
    """A port that a container declares. ``sidecar``: declared by an init container that restarts always."""

    number: int
    protocol: str = "TCP"
    name: str | None = None
    sidecar: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """The controller that a pod belongs to, such as ``Deployment`` ``web``."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Pod:
    """A pod. ``addresses`` holds at most one address per family; ``node_addresses`` are its node's own."""

    namespace: str
    name: str
    labels: Mapping[str, str] = field(default_factory=dict)
    ports: tuple[ContainerPort, ...] = ()
    addresses: tuple[Address, ...] = ()
    host_network: bool = False
    node: str | None = None
    node_addresses: tuple[Address, ...] = ()
    phase: str = "Running"
    owner: Owner | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def ref(self) -> str:
        """``namespace/name``, as queries and verdicts write it."""
        return f"{self.namespace}/{self.name}"

    @property
    def terminated(self) -> bool:
        """Whether the pod has ended: its address may already belong to someone else."""
        return self.phase in ("Succeeded", "Failed")


@dataclass(frozen=True, slots=True)
class Namespace:
    """A namespace with the labels as written; see ``Cluster`` for the label that Kubernetes adds."""

    name: str
    labels: Mapping[str, str] = field(default_factory=dict)
    place: Place = field(default=NOWHERE, compare=False)


class Cluster:
    """Namespaces and the pods that run in them. Never changes; build another one instead.

    ``pods`` leaves out pods that have ended: policies act on none of them, and their addresses may already belong
    to others. ``ended`` keeps them by ref, so that an error can say why a pod is not there.
    """

    def __init__(
        self,
        namespaces: Mapping[str, Namespace],
        pods: Iterable[Pod],
        services: Iterable[Service] = (),
        ingresses: Iterable[Ingress] = (),
    ) -> None:
        """From namespaces with their final labels; use ``of`` to have Kubernetes' own label added."""
        self.services: Mapping[str, Service] = {service.ref: service for service in services}
        self.ingresses: tuple[Ingress, ...] = tuple(ingresses)
        everything = tuple(pods)
        self.namespaces: Mapping[str, Namespace] = namespaces
        self.pods: tuple[Pod, ...] = tuple(pod for pod in everything if not pod.terminated)
        self.ended: Mapping[str, Pod] = {pod.ref: pod for pod in everything if pod.terminated}
        self._by_ref = {pod.ref: pod for pod in self.pods}
        self._by_owner: dict[str, list[Pod]] = defaultdict(list)
        for pod in self.pods:
            if pod.owner is not None:
                self._by_owner[f"{pod.namespace}/{pod.owner.name}"].append(pod)

    @classmethod
    def of(
        cls,
        namespaces: Iterable[Namespace],
        pods: Iterable[Pod],
        services: Iterable[Service] = (),
        ingresses: Iterable[Ingress] = (),
    ) -> Cluster:
        """The cluster of these objects.

        Every namespace carries ``kubernetes.io/metadata.name``; the API server sets it itself and overwrites a false
        one. A namespace that a pod uses and nobody declares exists with that label alone.
        Raises NetpolError ``duplicate_object`` when two namespaces or two pods have one name.
        """
        declared, listed = tuple(namespaces), tuple(pods)
        _refuse_duplicates(declared, listed)
        used = {pod.namespace: Namespace(pod.namespace) for pod in listed}
        used.update((namespace.name, namespace) for namespace in declared)
        return cls({name: _with_name_label(namespace) for name, namespace in used.items()}, listed, services, ingresses)

    def namespace_labels(self, name: str) -> Mapping[str, str]:
        """The labels of a namespace, Kubernetes' own included; a namespace nobody declared has that one alone."""
        known = self.namespaces.get(name)
        return known.labels if known else {NAME_LABEL: name}

    def pod(self, ref: str) -> Pod | None:
        """The running pod ``namespace/name``, or None."""
        return self._by_ref.get(ref)

    def named(self, ref: str) -> list[Pod]:
        """The running pods that ``namespace/name`` may mean: the pod itself, and the replicas of a workload."""
        pod = self._by_ref.get(ref)
        owned = self._by_owner.get(ref, [])
        return owned if pod is None else [pod, *(other for other in owned if other is not pod)]


def _with_name_label(namespace: Namespace) -> Namespace:
    return replace(namespace, labels={**namespace.labels, NAME_LABEL: namespace.name})


def _refuse_duplicates(namespaces: Iterable[Namespace], pods: Iterable[Pod]) -> None:
    seen: set[tuple[str, str]] = set()
    faults = []
    named = [("namespace", n.name, n.place) for n in namespaces] + [("pod", p.ref, p.place) for p in pods]
    for kind, name, place in named:
        if (kind, name) in seen:
            message = f"The {kind} {name} stands here a second time: remove or rename one of the two."
            faults.append(Fault("duplicate_object", message, place, name))
        seen.add((kind, name))
    if faults:
        raise NetpolError(faults)
