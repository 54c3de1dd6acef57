"""The bodies of ``exposure``: who could reach a pod, pods that do not exist yet included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict

from editor.board.hints import ManifestText
from editor.wire.verdicts import Fault


@dataclass(frozen=True, kw_only=True)
class ExposureBody:
    """Manifests, and the pod or workload that is asked for: without one, every workload."""

    manifests: ManifestText
    pod: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


class Grant(TypedDict):
    """Whom one peer of one rule lets in, existing or not; the fields that do not apply to ``who`` are null.

    Selectors are text as ``kubectl`` writes them. ``policy`` null: no policy isolates the pod.
    """

    who: Literal["everyone", "addresses", "pods"]
    block: str | None
    namespace: str | None
    namespace_selector: str | None
    pod_selector: str | None
    namespaces_now: list[str] | None
    ports: dict[str, list[str]]
    policy: str | None
    rule: str | None
    peer: str | None
    words: str
    file: str | None
    line: int | None
    column: int | None


class Brake(TypedDict):
    """A policy that isolates the egress of pods that are let in, and what it lets them send to the exposed pod."""

    namespace: str
    pod_selector: str
    policy: str
    lets: dict[str, list[str]]
    words: str


class Publication(TypedDict):
    """An Ingress that sends to the pod; ``port`` is the pod's own."""

    ingress: str
    service: str
    service_port: int
    port: int
    protocol: str
    routes: list[str]
    words: str
    file: str | None
    line: int | None
    column: int | None


class Exposed(TypedDict):
    """Who could reach a pod: whoever a grant lets in, unless brakes hold it and none of them lets it out."""

    pod: str
    isolated: bool
    isolated_by: list[str]
    grants: list[Grant]
    brakes: list[Brake]
    published: list[Publication]
    words: list[str]


@dataclass(frozen=True, kw_only=True)
class ExposureAnswer:
    """One exposure for the pod that was asked for, or for every workload; and what to warn of in the manifests."""

    exposures: tuple[Exposed, ...]
    warnings: tuple[Fault, ...]
