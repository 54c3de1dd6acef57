"""Ingress objects as manifests write them: which Services they send to."""

from __future__ import annotations

from collections.abc import Iterator

from editor.engine.ingresses import Ingress, IngressBackend
from editor.manifests.fields import object_field, objects_of, text_field
from editor.manifests.located import Located
from editor.manifests.metadata import read_metadata
from editor.manifests.policy_ports import read_number


def read_ingress(manifest: Located) -> Ingress | None:
    """The Ingress; None when something in it has no meaning."""
    before = len(manifest.document.findings.faults)
    metadata = read_metadata(manifest)
    spec = object_field(manifest, "spec")
    backends = () if spec is None else tuple(_backends(spec))
    found = Ingress(metadata.namespace, metadata.name, backends, place=manifest.place)
    return None if len(manifest.document.findings.faults) > before else found


def _backends(spec: Located) -> Iterator[IngressBackend]:
    yield from _backend(spec, "defaultBackend", default=True)
    for rule in objects_of(spec, "rules"):
        host, http = text_field(rule, "host"), object_field(rule, "http")
        for path in objects_of(http, "paths") if http is not None else ():
            yield from _backend(path, "backend", host, text_field(path, "path"))


def _backend(
    parent: Located, name: str, host: str | None = None, path: str | None = None, *, default: bool = False
) -> Iterator[IngressBackend]:
    backend = object_field(parent, name)
    if backend is None or backend.get("resource") is not None:
        # A resource, such as a bucket, is no pod.
        return
    service = object_field(backend, "service")
    called = text_field(service, "name") if service is not None else None
    port = _port(service) if service is not None else None
    if called and port is not None:
        yield IngressBackend(called, port, host, path, default)
    else:
        backend.warn(
            "bad_backend", f"`{backend.path}` names no Service with its port: the API server refuses it; passed over."
        )


def _port(service: Located) -> int | str | None:
    port = object_field(service, "port")
    if port is None:
        return None
    number = port.get("number")
    return text_field(port, "name") if number is None else read_number(number)
