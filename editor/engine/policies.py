"""A NetworkPolicy's parsed meaning: defaults applied, absent and empty told apart once and for all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from editor.engine.addresses import Block
from editor.engine.errors import NOWHERE, Place
from editor.engine.selectors import EVERYTHING, Selector

INGRESS = "Ingress"
EGRESS = "Egress"


@dataclass(frozen=True, slots=True)
class SelectorPeer:
    """Pods by label. Both selectors must hold; ``namespaces`` None means the policy's own namespace.

    ``pods`` None (only ``namespaceSelector`` written) means every pod of the chosen namespaces.
    """

    pods: Selector | None
    namespaces: Selector | None
    place: Place = field(default=NOWHERE, compare=False)

    def __post_init__(self) -> None:
        """An item of ``from`` or ``to`` must specify a peer; an empty one would let everything in unseen."""
        if self.pods is None and self.namespaces is None:
            raise ValueError("a peer needs a podSelector or a namespaceSelector")


@dataclass(frozen=True, slots=True)
class BlockPeer:
    """Addresses of an ``ipBlock``."""

    block: Block
    place: Place = field(default=NOWHERE, compare=False)


Peer = SelectorPeer | BlockPeer


@dataclass(frozen=True, slots=True)
class PolicyPort:
    """A port of a rule: ``port`` None is every port of the protocol, text is a name on the destination pod.

    ``end_port`` is inclusive and stands only beside a number.
    """

    protocol: str = "TCP"
    port: int | str | None = None
    end_port: int | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule lets through. ``peers`` None: every peer; ``ports`` None: every port and protocol."""

    peers: tuple[Peer, ...] | None = None
    ports: tuple[PolicyPort, ...] | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def __post_init__(self) -> None:
        """An empty ``from``, ``to`` or ``ports`` means the same as an absent one; who reads it decides that, once."""
        if self.peers == () or self.ports == ():
            raise ValueError("an empty list admits everything, as an absent one does: pass None")


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy: the pods it selects in its namespace, the directions it isolates, and its rules.

    ``types`` holds the directions after defaulting. Rules under a direction that is not in ``types`` are kept as
    written and ignored by the evaluation, as the specification says.
    """

    namespace: str
    name: str
    pods: Selector = EVERYTHING
    types: frozenset[str] = frozenset((INGRESS,))
    ingress: tuple[Rule, ...] = ()
    egress: tuple[Rule, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def ref(self) -> str:
        """``namespace/name``."""
        return f"{self.namespace}/{self.name}"

    def rules(self, direction: str) -> tuple[Rule, ...]:
        """The rules of ``direction``; none when the policy does not isolate it."""
        if direction not in self.types:
            return ()
        return self.ingress if direction == INGRESS else self.egress


def default_types(declared: Iterable[str] | None, egress_rules: int) -> frozenset[str]:
    """The directions a policy isolates; ``declared`` None or empty means that ``policyTypes`` says nothing.

    Source: NetworkPolicySpec.policyTypes. Ingress is always assumed, Egress only with at least one egress rule.
    """
    named = frozenset(declared or ())
    if named:
        return named
    return frozenset((INGRESS, EGRESS)) if egress_rules else frozenset((INGRESS,))
