"""Services: which pods and ports lie behind them. Policies judge the pod's own port, never the Service's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editor.engine.errors import NOWHERE, Fault, NetpolError, Place

if TYPE_CHECKING:
    from editor.engine.cluster import Address, Cluster, Pod
    from editor.engine.queries import Query
    from editor.engine.verdict import Verdict

PREFIX = "svc:"
"""Before ``namespace/service`` in a query."""

TRANSLATED = "Service {service} port {port} is port {target} of {backend}: policies judge the pod's port."
SEVERAL = (
    "Service {service} leads to {count} places; the verdict is the same for all, the reasons are those of {first}."
)
ITSELF = "Whether a pod reaches itself through a Service depends on the network plugin."


@dataclass(frozen=True, slots=True)
class ServicePort:
    """One port of a Service. ``target``: a number, a name on the pods, or None for the same number."""

    number: int
    protocol: str = "TCP"
    target: int | str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Backend:
    """One address behind a Service without selector, as an EndpointSlice gives it. ``ports``: by the port's name."""

    address: Address | None
    pod: str | None = None
    ports: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Service:
    """``selector`` None: the ``backends`` say what lies behind. ``headless``: clients use the pods' own ports."""

    namespace: str
    name: str
    selector: Mapping[str, str] | None = None
    ports: tuple[ServicePort, ...] = ()
    headless: bool = False
    external_name: str | None = None
    backends: tuple[Backend, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def ref(self) -> str:
        """``namespace/name``."""
        return f"{self.namespace}/{self.name}"


def through_service(cluster: Cluster, query: Query, judged: Callable[[Query], Verdict]) -> Verdict:
    """The verdict of a query whose destination is a Service, ``judged`` giving that of each place behind it.

    Raises NetpolError: ``unknown_place`` for a Service that is not there or leads nowhere, ``bad_port`` for a port that
    it does not have, ``ambiguous_place`` when what lies behind it differs.
    """
    service = _service(cluster, query)
    if query.port is None:
        raise NetpolError([_fault("bad_port", "A Service is reached by a port.", query)])
    ends = sorted(set(_ends(cluster, service, query)))
    # A client that is a backend itself is sent to any of them; what the plugin does with itself, nobody knows.
    others = [end for end in ends if end[0] != query.source] or ends
    verdicts = [judged(replace(query, destination=place, port=target)) for place, target in others]
    if len({(verdict.allowed, verdict.blocked_at) for verdict in verdicts}) > 1:
        shown = ", ".join(place for place, _ in others[:5])
        raise NetpolError(
            [_fault("ambiguous_place", f"{query.destination} leads to places that differ: name one of {shown}.", query)]
        )
    notes = list(_notes(query, service, ends, others))
    return replace(verdicts[0], destination=query.destination, port=query.port, notes=(*verdicts[0].notes, *notes))


def _service(cluster: Cluster, query: Query) -> Service:
    """The Service; ``svc:namespace/service:port`` is understood too, where it names the query's own port."""
    name, _, port = query.destination.removeprefix(PREFIX).partition(":")
    if port and port != str(query.port):
        problem = f"{query.destination} names another port than the query's {query.port}."
        raise NetpolError([_fault("bad_port", problem, query)])
    found = cluster.services.get(name)
    if found is None:
        raise NetpolError([_fault("unknown_place", f"There is no Service {name}.", query)])
    return found


def _ends(cluster: Cluster, service: Service, query: Query) -> Iterable[tuple[str, int]]:
    """The places behind a Service, in words, each with the port it is reached by."""
    if service.external_name is not None:
        problem = f"{query.destination} is only another name of {service.external_name}: name its address."
        raise NetpolError([_fault("unknown_place", problem, query)])
    ends = places_behind(cluster, service, _port(service, query))
    if not ends:
        problem = f"{query.destination} leads nowhere: no running pod has its labels and the port that it targets."
        raise NetpolError([_fault("unknown_place", problem, query)])
    return ends


def places_behind(cluster: Cluster, service: Service, port: ServicePort) -> list[tuple[str, int]]:
    """The pods (``namespace/name``) and addresses behind a Service's port, each with the port it is reached by."""
    if not service.selector:
        return [end for backend in service.backends for end in _behind(cluster, backend, port)]
    pods = _selected(cluster, service)
    return [(pod.ref, target) for pod in pods if (target := _target(pod, port, service.headless)) is not None]


def _port(service: Service, query: Query) -> ServicePort:
    assert query.port is not None  # noqa: S101 -- checked by the only caller
    for port in service.ports:
        if (port.number, port.protocol) == (query.port, query.protocol):
            return port
    if service.headless:
        # A headless Service is a name for its pods: any of their ports may be asked.
        return ServicePort(query.port, query.protocol)
    has = ", ".join(f"{port.number}/{port.protocol}" for port in service.ports) or "none"
    raise NetpolError(
        [_fault("bad_port", f"{query.destination} has no port {query.port}/{query.protocol}: it has {has}.", query)]
    )


def _selected(cluster: Cluster, service: Service) -> Sequence[Pod]:
    wanted = (service.selector or {}).items()
    return [pod for pod in cluster.pods if pod.namespace == service.namespace and wanted <= pod.labels.items()]


def _target(pod: Pod, port: ServicePort, headless: bool) -> int | None:  # noqa: FBT001
    if headless or port.target is None:
        return port.number
    if isinstance(port.target, int):
        return port.target
    named = [p.number for p in pod.ports if (p.name, p.protocol) == (port.target, port.protocol)]
    return named[0] if named else None


def _behind(cluster: Cluster, backend: Backend, port: ServicePort) -> Iterable[tuple[str, int]]:
    target = backend.ports.get(port.name or "", port.target if isinstance(port.target, int) else port.number)
    if backend.pod is not None and cluster.pod(backend.pod) is not None:
        yield backend.pod, target
    elif backend.address is not None:
        yield str(backend.address), target


def _notes(
    query: Query, service: Service, ends: Sequence[tuple[str, int]], others: Sequence[tuple[str, int]]
) -> Iterable[str]:
    first, target = others[0]
    if target != query.port:
        yield TRANSLATED.format(service=service.ref, port=query.port, target=target, backend=first)
    if len(others) > 1:
        yield SEVERAL.format(service=service.ref, count=len(others), first=first)
    if any(place == query.source for place, _ in ends):
        yield ITSELF


def _fault(code: str, problem: str, query: Query) -> Fault:
    return Fault(code, problem, value=query.destination)
