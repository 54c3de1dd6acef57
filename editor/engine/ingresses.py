"""Ingress objects: by which of them a pod is published. They change no verdict: policies judge who really connects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from editor.engine.errors import NOWHERE, Place
from editor.engine.services import Service, ServicePort, places_behind

if TYPE_CHECKING:
    from editor.engine.cluster import Cluster

PUBLISHED = (
    "Ingress {ingress} publishes {pod} on port {port}/{protocol}, through Service {service} port {service_port} "
    "({routes}). What arrives that way comes from the ingress controller, not from the client: the controller's pods "
    "(with some cloud controllers, the load balancer's addresses) must be let in on port {port}."
)
DEFAULT_BACKEND = "default backend"


@dataclass(frozen=True, slots=True)
class IngressBackend:
    """A Service and its port, by number or name. ``host`` and ``path``: None where the rule leaves them open."""

    service: str
    port: int | str
    host: str | None = None
    path: str | None = None
    default: bool = False

    @property
    def route(self) -> str:
        """What a client asks for to get here, in words."""
        return DEFAULT_BACKEND if self.default else f"{self.host or 'any host'}{self.path or ''}"


@dataclass(frozen=True, slots=True)
class Ingress:
    """An Ingress with the Services that it sends to; Services are of its own namespace."""

    namespace: str
    name: str
    backends: tuple[IngressBackend, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def ref(self) -> str:
        """``namespace/name``."""
        return f"{self.namespace}/{self.name}"


@dataclass(frozen=True, slots=True)
class Publication:
    """A pod's port that an Ingress sends to. ``port`` is the pod's own, ``service_port`` the Service's."""

    pod: str
    port: int
    protocol: str
    ingress: str
    service: str
    service_port: int
    routes: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False)

    def words(self) -> str:
        """By what it is published, and what that means for policies."""
        routes = ", ".join(self.routes)
        return PUBLISHED.format(
            ingress=self.ingress,
            pod=self.pod,
            port=self.port,
            protocol=self.protocol,
            service=self.service,
            service_port=self.service_port,
            routes=routes,
        )

    def as_json(self) -> dict[str, Any]:
        """The publication as a structure, with its words and the Ingress's place."""
        return {
            "ingress": self.ingress,
            "service": self.service,
            "service_port": self.service_port,
            "port": self.port,
            "protocol": self.protocol,
            "routes": list(self.routes),
            "words": self.words(),
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
        }


def publications(cluster: Cluster) -> Mapping[str, tuple[Publication, ...]]:
    """By pod (``namespace/name``), by which Ingress objects and Services it is published."""
    found: dict[str, list[Publication]] = defaultdict(list)
    for ingress in cluster.ingresses:
        for (service, port), routes in _targets(cluster, ingress).items():
            for place, number in sorted(set(places_behind(cluster, cluster.services[service], port))):
                if cluster.pod(place) is not None:
                    held = (place, number, port.protocol, ingress.ref, service, port.number, tuple(routes))
                    found[place].append(Publication(*held, ingress.place))
    return {pod: tuple(held) for pod, held in found.items()}


def _targets(cluster: Cluster, ingress: Ingress) -> dict[tuple[str, ServicePort], list[str]]:
    """By Service and port, the routes that lead there; a Service that is not there leads nowhere."""
    found: dict[tuple[str, ServicePort], list[str]] = defaultdict(list)
    for backend in ingress.backends:
        service = cluster.services.get(f"{ingress.namespace}/{backend.service}")
        for port in _ports(service, backend) if service is not None else ():
            found[service.ref, port].append(backend.route)  # type: ignore[union-attr]
    return found


def _ports(service: Service, backend: IngressBackend) -> Iterator[ServicePort]:
    # An Ingress speaks HTTP: of two ports with one number it means the TCP one.
    for port in service.ports:
        if backend.port in (port.number, port.name) and port.protocol == "TCP":
            yield port
            return
