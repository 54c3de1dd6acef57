"""What a person chooses about an import: what comes along, and whether anything goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from editor.board.arriving import Arriving, ArrivingPod, ArrivingPolicy

Kind = Literal["Namespace", "Pod", "NetworkPolicy"]
Within = TypeVar("Within", ArrivingPod, ArrivingPolicy)


@dataclass(frozen=True, kw_only=True)
class Choices:
    """By default all of it comes, nothing is removed, and anything faulty refuses the whole.

    ``without_namespaces``, ``without_kinds``: what to leave out. ``remove_missing``: remove what an earlier import put
    into the same namespaces and these manifests no longer hold. ``without_faulty``: leave faulty objects out.
    """

    without_namespaces: tuple[str, ...] = ()
    without_kinds: tuple[Kind, ...] = ()
    remove_missing: bool = False
    without_faulty: bool = False

    def chosen(self, arriving: Arriving) -> Arriving:
        """What is left of ``arriving``."""
        spaces = arriving.namespaces if "Namespace" not in self.without_kinds else ()
        return replace(
            arriving,
            namespaces=tuple(one for one in spaces if one.name not in self.without_namespaces),
            pods=self._within(arriving.pods, "Pod"),
            policies=self._within(arriving.policies, "NetworkPolicy"),
        )

    def _within(self, brought: Iterable[Within], kind: Kind) -> tuple[Within, ...]:
        if kind in self.without_kinds:
            return ()
        return tuple(one for one in brought if one.namespace not in self.without_namespaces)

    def covered(self, arriving: Arriving) -> set[str]:
        """The namespaces that the chosen manifests speak of."""
        pods, policies = arriving.pods, arriving.policies
        within = {*(pod.namespace for pod in pods), *(policy.namespace for policy in policies)}
        return {*(one.name for one in arriving.namespaces)} | within
