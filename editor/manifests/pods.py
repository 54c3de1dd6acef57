"""Pods and namespaces as manifests write them."""

from __future__ import annotations

from collections.abc import Iterator

from editor.engine.cluster import Address, ContainerPort, Namespace, Owner, Pod
from editor.manifests.fields import address_of, flag_field, object_field, objects_of, text_field
from editor.manifests.located import Located
from editor.manifests.metadata import Metadata, read_metadata
from editor.manifests.policy_ports import read_number, read_protocol

HASH_LABEL = "pod-template-hash"


def read_namespace(manifest: Located) -> Namespace | None:
    """The namespace; None when it has no name or its labels cannot be read."""
    before = len(manifest.document.findings.faults)
    metadata = read_metadata(manifest)
    if len(manifest.document.findings.faults) > before:
        return None
    return Namespace(metadata.name, metadata.labels, manifest.place)


def read_pod(manifest: Located) -> Pod | None:
    """The pod; None when some part that matters to network policy has no meaning."""
    before = len(manifest.document.findings.faults)
    metadata = read_metadata(manifest)
    spec, status = object_field(manifest, "spec"), object_field(manifest, "status")
    pod = Pod(
        namespace=metadata.namespace,
        name=metadata.name,
        labels=metadata.labels,
        ports=read_container_ports(spec),
        addresses=_addresses(status, "podIPs", "podIP"),
        host_network=spec is not None and flag_field(spec, "hostNetwork"),
        node=text_field(spec, "nodeName") if spec is not None else None,
        node_addresses=_addresses(status, "hostIPs", "hostIP"),
        # A pod that was only written down, and never ran, stands for the one that will run.
        phase=(text_field(status, "phase") if status is not None else None) or "Running",
        owner=_owner(manifest, metadata),
        place=manifest.place,
    )
    return None if len(manifest.document.findings.faults) > before else pod


def read_container_ports(spec: Located | None) -> tuple[ContainerPort, ...]:
    """The ports that a pod's containers declare, those of sidecars (init containers that restart always) included."""
    return tuple(_ports(spec)) if spec is not None else ()


def _ports(spec: Located) -> Iterator[ContainerPort]:
    for container in objects_of(spec, "containers"):
        yield from _ports_of(container, sidecar=False)
    for container in objects_of(spec, "initContainers"):
        if text_field(container, "restartPolicy") == "Always":
            yield from _ports_of(container, sidecar=True)


def _ports_of(container: Located, *, sidecar: bool) -> Iterator[ContainerPort]:
    for port in objects_of(container, "ports"):
        found = port.get("containerPort")
        protocol = read_protocol(port)
        if found is None:
            port.fault("bad_port", f"`{port.path}.containerPort` is missing.", missing="containerPort")
            continue
        number = read_number(found)
        if number is not None:
            yield ContainerPort(number, protocol, text_field(port, "name") or None, sidecar)


def _addresses(status: Located | None, many: str, one: str) -> tuple[Address, ...]:
    """At most one address per family; the list wins over the single field, which repeats its first entry."""
    if status is None:
        return ()
    found = [entry for entry in (item.get("ip") for item in objects_of(status, many)) if entry is not None]
    if not found:
        found = [entry for entry in [status.get(one)] if entry is not None and entry.scalar != ""]
    families: dict[int, Address] = {}
    for entry in found:
        address = address_of(entry)
        if address is not None:
            families.setdefault(address.version, address)
    return tuple(families.values())


def controller_of(manifest: Located) -> Owner | None:
    """The owner that controls an object; None for an object that nobody controls."""
    within = object_field(manifest, "metadata")
    for reference in objects_of(within, "ownerReferences") if within is not None else ():
        kind, name = text_field(reference, "kind"), text_field(reference, "name")
        if flag_field(reference, "controller") and kind and name:
            return Owner(kind, name)
    return None


def _owner(manifest: Located, metadata: Metadata) -> Owner | None:
    """The controller. A ReplicaSet whose name ends in the pod's template hash is its Deployment's."""
    owner = controller_of(manifest)
    suffix = f"-{metadata.labels.get(HASH_LABEL)}"
    if owner is None or owner.kind != "ReplicaSet" or not owner.name.endswith(suffix):
        return owner
    return Owner("Deployment", owner.name.removesuffix(suffix)) if len(owner.name) > len(suffix) else owner
