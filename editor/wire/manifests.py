"""What is asked about manifests that are sent along, without a board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from editor.board.hints import ManifestText, Port
from editor.board.records import Protocol
from editor.board.wishes import Sides
from editor.wire.fixes import FixesBody
from editor.wire.problems import Problem
from editor.wire.verdicts import AlikePods, Fault, Reach, Verdict
from editor.wire.wishes import WishDeviation


@dataclass(frozen=True, kw_only=True)
class LintBody:
    """Manifests to look through."""

    manifests: ManifestText
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LintAnswer:
    """The problems of manifests, in the order of the text. ``warnings``: comments that ignore nothing."""

    problems: tuple[Problem, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class ManifestFixesBody(FixesBody):
    """The same in manifests."""

    manifests: ManifestText
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class QueryBody:
    """A connection to judge: places as ``namespace/pod``, ``namespace/workload`` or an IP address.

    ``protocol``: ``TCP``, ``UDP`` or ``SCTP``, in capitals; another IP protocol by its name is answered with
    ``allowed`` null. ``port``: needed, save for a protocol that has none, such as ``ICMP``.
    """

    source: str
    destination: str
    protocol: str
    port: Port | None = None


@dataclass(frozen=True, kw_only=True)
class EvaluateBody:
    """Manifests and the connections to judge in them; options as in the reference of verdicts."""

    manifests: ManifestText
    queries: tuple[QueryBody, ...]
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class EvaluateAnswer:
    """One verdict for every query, in their order; and what to warn of in the manifests."""

    verdicts: tuple[Verdict, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class ReachabilityBody:
    """Manifests whose every pair is asked for."""

    manifests: ManifestText
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ReachabilityAnswer:
    """Every ordered pair with anything allowed (a pair that is absent is blocked), and what behaves alike.

    ``warnings``: of the manifests, what the API server would say included.
    """

    connections: tuple[Reach, ...]
    classes: tuple[AlikePods, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class ManifestWish:
    """A connection that shall pass; an end is ``namespace/pod``, ``namespace/workload``, an address or a block."""

    source: str
    destination: str
    protocol: Protocol = "TCP"
    port: Port


@dataclass(frozen=True, kw_only=True)
class ManifestWishesBody:
    """Manifests and wishes. ``keep``: the manifests' own policies stay beside the new ones."""

    manifests: ManifestText
    wishes: tuple[ManifestWish, ...]
    sides: Sides = "both"
    default_deny: bool = True
    dns: bool = True
    keep: bool = False
    namespaces: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class ManifestWishesAnswer:
    """The policies' texts, and what is not as wished all the same."""

    policies: tuple[str, ...]
    deviations: tuple[WishDeviation, ...]


REQUESTS = (
    EvaluateBody,
    ReachabilityBody,
    LintBody,
    ManifestWishesBody,
    ManifestFixesBody,
)
"""What comes in; everything else goes out."""
