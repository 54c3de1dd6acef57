"""Services and EndpointSlices as manifests write them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.engine.cluster import Address
from editor.engine.services import Backend, Service, ServicePort
from editor.manifests.fields import (
    address_of,
    flag_field,
    list_field,
    object_field,
    objects_of,
    text_field,
    text_map,
    whole_number,
)
from editor.manifests.located import Located
from editor.manifests.metadata import read_metadata
from editor.manifests.policy_ports import read_number, read_protocol

SERVICE_LABEL = "kubernetes.io/service-name"
HEADLESS = "None"


@dataclass(frozen=True, slots=True)
class Slice:
    """An EndpointSlice: places behind the Service that its label names.

    ``older``: an Endpoints object, which has its Service's name. Kubernetes copies each into EndpointSlices.
    """

    namespace: str
    name: str
    service: str
    backends: tuple[Backend, ...]
    older: bool = False


def read_service(manifest: Located) -> Service | None:
    """The Service; None when something in it has no meaning."""
    before = len(manifest.document.findings.faults)
    metadata = read_metadata(manifest)
    spec = object_field(manifest, "spec")
    if spec is None:
        return Service(metadata.namespace, metadata.name, place=manifest.place)
    external = text_field(spec, "externalName") if text_field(spec, "type") == "ExternalName" else None
    service = Service(
        metadata.namespace,
        metadata.name,
        text_map(spec, "selector") or None,
        tuple(port for port in map(_port, objects_of(spec, "ports")) if port is not None),
        text_field(spec, "clusterIP") == HEADLESS,
        external,
        place=manifest.place,
    )
    return None if len(manifest.document.findings.faults) > before else service


def read_slice(manifest: Located) -> Slice | None:
    """The EndpointSlice; None when something in it has no meaning."""
    before = len(manifest.document.findings.faults)
    metadata = read_metadata(manifest)
    ports = _ports_by_name(manifest)
    backends = tuple(
        backend for one in objects_of(manifest, "endpoints") for backend in _backends(one, metadata.namespace, ports)
    )
    found = Slice(metadata.namespace, metadata.name, metadata.labels.get(SERVICE_LABEL, ""), backends)
    return None if len(manifest.document.findings.faults) > before else found


def read_endpoints(manifest: Located) -> Slice | None:
    """An Endpoints object as a slice; None when something in it has no meaning. What is not ready is left out."""
    before = len(manifest.document.findings.faults)
    metadata = read_metadata(manifest)
    backends = []
    for subset in objects_of(manifest, "subsets"):
        ports = _ports_by_name(subset)
        for one in objects_of(subset, "addresses"):
            address = one.get("ip")
            if address is not None:
                backends.append(Backend(address_of(address), _target(one, metadata.namespace), ports))
    found = Slice(metadata.namespace, metadata.name, metadata.name, tuple(backends), older=True)
    return None if len(manifest.document.findings.faults) > before else found


def joined(services: Iterable[Service], slices: Iterable[Slice]) -> list[Service]:
    """The Services, those without a selector with what their slices give."""
    listed = list(slices)
    behind: dict[tuple[str, str], list[Backend]] = {}
    newer = {(one.namespace, one.service) for one in listed if not one.older}
    for one in listed:
        # What stands in both must not count twice.
        if not (one.older and (one.namespace, one.service) in newer):
            behind.setdefault((one.namespace, one.service), []).extend(one.backends)
    return [
        service
        if service.selector
        else replace(service, backends=tuple(behind.get((service.namespace, service.name), ())))
        for service in services
    ]


def _port(port: Located) -> ServicePort | None:
    number, target = port.get("port"), port.get("targetPort")
    if number is None:
        port.fault("bad_port", f"`{port.path}.port` is missing.", missing="port")
        return None
    wanted = read_number(number)
    aim: int | str | None = None
    if target is not None and target.kind == "string":
        aim = str(target.scalar)
    # The API server takes 0 for the same number as `port`.
    elif target is not None and whole_number(target) != 0:
        aim = read_number(target)
    protocol = read_protocol(port)
    return None if wanted is None else ServicePort(wanted, protocol, aim, text_field(port, "name"))


def _backends(endpoint: Located, namespace: str, ports: dict[str, int]) -> Iterable[Backend]:
    conditions = object_field(endpoint, "conditions")
    if conditions is not None and conditions.get("ready") is not None and not flag_field(conditions, "ready"):
        return
    pod = _target(endpoint, namespace)
    for item in list_field(endpoint, "addresses") or ():
        address: Address | None = address_of(item)
        yield Backend(address, pod, ports)


def _ports_by_name(parent: Located) -> dict[str, int]:
    ports = {}
    for port in objects_of(parent, "ports"):
        number = port.get("port")
        if number is not None:
            ports[text_field(port, "name") or ""] = read_number(number) or 0
    return ports


def _target(endpoint: Located, namespace: str) -> str | None:
    """The pod that an endpoint names."""
    target = object_field(endpoint, "targetRef")
    if target is None or text_field(target, "kind") != "Pod":
        return None
    return f"{text_field(target, 'namespace') or namespace}/{text_field(target, 'name')}"
