"""The cluster that policies act on: namespaces, pods and their ports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

from editor.engine.errors import NOWHERE, Place

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
