"""The two ends of an expectation: which pods and which outside addresses they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from editor.engine.addresses import Block
from editor.engine.cluster import Address, Pod
from editor.engine.errors import NOWHERE, Place
from editor.engine.selectors import Selector

SpaceLabels = Mapping[str, str]
ANYWHERE, OUTSIDE, ANY_POD = "anywhere", "outside", "pods"


class Kind(Protocol):
    """What every kind of end can tell of itself."""

    def takes_pod(self, pod: Pod, space: SpaceLabels) -> bool:
        """Whether it speaks of ``pod``, whose namespace carries the labels ``space``."""

    def takes_address(self, address: Address) -> bool:
        """Whether it speaks of an outside address."""

    def words(self) -> str:
        """What it speaks of, for a sentence."""

    def as_plain(self) -> str | dict[str, Any]:
        """How an expectations file writes it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A pod or a workload, ``namespace/name``."""

    ref: str

    def takes_pod(self, pod: Pod, space: SpaceLabels) -> bool:  # noqa: ARG002
        """The pod of that name, or each replica of the workload."""
        return self.ref in (pod.ref, f"{pod.namespace}/{pod.owner.name}" if pod.owner else None)

    def takes_address(self, address: Address) -> bool:  # noqa: ARG002
        """None."""
        return False

    def words(self) -> str:
        """Its name."""
        return self.ref

    def as_plain(self) -> str:
        """Its name."""
        return self.ref


@dataclass(frozen=True, slots=True)
class OneAddress:
    """One IP address: the running pod that has it, or else the outside address."""

    address: Address

    def takes_pod(self, pod: Pod, space: SpaceLabels) -> bool:  # noqa: ARG002
        """A pod on the host network shares its node's address, which then names the node."""
        return self.address in pod.addresses and not pod.host_network

    def takes_address(self, address: Address) -> bool:
        """That one."""
        return address == self.address

    def words(self) -> str:
        """The address."""
        return str(self.address)

    def as_plain(self) -> str:
        """The address."""
        return str(self.address)


@dataclass(frozen=True, slots=True)
class Addresses:
    """The outside addresses of a block; all of them when ``block`` is None."""

    block: Block | None = None

    def takes_pod(self, pod: Pod, space: SpaceLabels) -> bool:  # noqa: ARG002
        """No pod, whatever its address: pods are named by what they are."""
        return False

    def takes_address(self, address: Address) -> bool:
        """Those within the block."""
        return self.block is None or self.block.contains(address)

    def words(self) -> str:
        """The block."""
        return "any outside address" if self.block is None else f"any outside address of {self.block}"

    def as_plain(self) -> str | dict[str, Any]:
        """The word for all, a block, or a block with its holes."""
        if self.block is None:
            return OUTSIDE
        if not self.block.excepts:
            return str(self.block.cidr)
        return {"ipBlock": {"cidr": str(self.block.cidr), "except": [str(hole) for hole in self.block.excepts]}}


@dataclass(frozen=True, slots=True)
class Pods:
    """Pods by label. ``spaces`` and ``pods`` None: not asked; ``namespace`` None: of any namespace."""

    namespace: str | None = None
    spaces: Selector | None = None
    pods: Selector | None = None

    def takes_pod(self, pod: Pod, space: SpaceLabels) -> bool:
        """All that is asked must hold."""
        return (
            (self.namespace is None or self.namespace == pod.namespace)
            and (self.spaces is None or self.spaces.matches(space))
            and (self.pods is None or self.pods.matches(pod.labels))
        )

    def takes_address(self, address: Address) -> bool:  # noqa: ARG002
        """None."""
        return False

    def words(self) -> str:
        """The labels asked for, and where."""
        said = "any pod" if not _asks(self.pods) else f"any pod with {self.pods}"
        if self.namespace is not None:
            said += f" in namespace {self.namespace}"
        if _asks(self.spaces):
            said += f" in a namespace with {self.spaces}"
        return said

    def as_plain(self) -> str | dict[str, Any]:
        """Namespace and selectors, or the word for all pods."""
        made: dict[str, Any] = {} if self.namespace is None else {"namespace": self.namespace}
        if self.spaces is not None:
            made["namespaceSelector"] = selector_as_plain(self.spaces)
        if self.pods is not None:
            made["podSelector"] = selector_as_plain(self.pods)
        return made or ANY_POD


@dataclass(frozen=True, slots=True)
class Anywhere:
    """Every pod and every outside address."""

    def takes_pod(self, pod: Pod, space: SpaceLabels) -> bool:  # noqa: ARG002
        """Every pod."""
        return True

    def takes_address(self, address: Address) -> bool:  # noqa: ARG002
        """Every address."""
        return True

    def words(self) -> str:
        """Anything."""
        return "anything"

    def as_plain(self) -> str:
        """The word for it."""
        return ANYWHERE


@dataclass(frozen=True, slots=True)
class End:
    """One end: what any of ``kinds`` speaks of, without what any of ``left_out`` speaks of."""

    kinds: tuple[Kind, ...]
    left_out: tuple[Kind, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    def takes_pod(self, pod: Pod, space: SpaceLabels) -> bool:
        """Whether it speaks of ``pod``, whose namespace carries the labels ``space``."""
        if any(kind.takes_pod(pod, space) for kind in self.left_out):
            return False
        return any(kind.takes_pod(pod, space) for kind in self.kinds)

    def takes_address(self, address: Address) -> bool:
        """Whether it speaks of an outside address."""
        if any(kind.takes_address(address) for kind in self.left_out):
            return False
        return any(kind.takes_address(address) for kind in self.kinds)

    def all_kinds(self) -> tuple[Kind, ...]:
        """Those taken and those left out."""
        return (*self.kinds, *self.left_out)

    def blocks(self) -> Iterator[Block]:
        """The address blocks that it tells apart."""
        for kind in self.all_kinds():
            if isinstance(kind, OneAddress):
                yield Block.of(str(kind.address))
            elif isinstance(kind, Addresses) and kind.block is not None:
                yield kind.block

    def words(self) -> str:
        """What it speaks of, for a sentence."""
        if self.left_out and self.kinds == (Anywhere(),):
            outside = " or ".join(_bare(kind) for kind in self.left_out)
            return f"anything but {outside}"
        said = " or ".join(kind.words() for kind in self.kinds)
        return f"{said}, but not {' or '.join(_bare(kind) for kind in self.left_out)}" if self.left_out else said

    def as_plain(self) -> object:
        """How an expectations file writes it."""
        kinds = [kind.as_plain() for kind in self.kinds]
        if not self.left_out:
            return kinds[0] if len(kinds) == 1 else kinds
        left_out = [kind.as_plain() for kind in self.left_out]
        if self.kinds == (Anywhere(),):
            return {"except": left_out}
        taken = kinds[0]
        return {**(taken if isinstance(taken, dict) else {"place": taken}), "except": left_out}


def _bare(kind: Kind) -> str:
    if isinstance(kind, Pods) and kind.namespace and not (_asks(kind.spaces) or _asks(kind.pods)):
        return f"namespace {kind.namespace}"
    return kind.words().removeprefix("any ")


def _asks(selector: Selector | None) -> bool:
    return selector is not None and bool(selector.requirements)


def selector_as_plain(selector: Selector) -> dict[str, Any]:
    """A selector as manifests write it."""
    equal: dict[str, str] = {}
    others: list[dict[str, object]] = []
    for one in selector.requirements:
        if one.operator == "In" and len(one.values) == 1 and one.key not in equal:
            equal[one.key] = one.values[0]
        else:
            values = {"values": list(one.values)} if one.values else {}
            others.append({"key": one.key, "operator": one.operator, **values})
    made: dict[str, Any] = {"matchLabels": equal} if equal else {}
    return {**made, "matchExpressions": others} if others else made
