"""What manifests bring for a board: names, meanings and places alone, as plain values that a process can hand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from editor.board.records import NamespaceRecord, Phase, PodOwner, PodPort, PodRecord, PolicyRecord, Record
from editor.engine.errors import Fault, Place


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


def origin(place: Place) -> Origin:
    """Where something stands, without its column."""
    return Origin(file=place.file, document=place.document, line=place.line)


Brought = ArrivingNamespace | ArrivingPod | ArrivingPolicy


def as_record(one: Brought, record_id: str = "", namespace: str = "") -> Record:
    """It as a record at the origin; ``namespace``: the id of a pod's namespace."""
    if isinstance(one, ArrivingNamespace):
        return NamespaceRecord(id=record_id, name=one.name, labels=one.labels, x=0, y=0)
    if isinstance(one, ArrivingPolicy):
        return PolicyRecord(id=record_id, namespace=one.namespace, name=one.name, text=one.text)
    return PodRecord(id=record_id, namespace=namespace, name=one.name, x=0, y=0, **one.meaning())
