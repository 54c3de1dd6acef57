"""Who selects whom, in bits over classes of pods that behave alike: what the checks stand on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from editor.engine.alike import Alike
from editor.engine.bits import ones
from editor.engine.classes import Classes
from editor.engine.cluster import Cluster, Pod
from editor.engine.lens import Lens
from editor.engine.options import Options
from editor.engine.palette import Palette
from editor.engine.policies import EGRESS, INGRESS, Peer, Policy, Rule
from editor.engine.selectors import Selector
from editor.engine.sides import Sides


class Ground:
    """Policies go by their number in ``policies``. Nothing here changes."""

    def __init__(self, cluster: Cluster, policies: Sequence[Policy], options: Options) -> None:
        self.cluster, self.policies, self.options = cluster, policies, options
        self.classes = Classes(cluster, Lens.of(policies), options)
        self.sides = Sides(self.classes, Palette(len(self.classes.ways)))
        self.selected = [self.sides.compile(number, policy).selected for number, policy in enumerate(policies)]
        everyone = self.classes.everyone
        self.outside = self.classes.outside
        self.inside = everyone & ~self.outside
        self.selecting: dict[str, list[tuple[int, ...]]] = {
            direction: self._selecting(direction) for direction in (INGRESS, EGRESS)
        }

    def _selecting(self, direction: str) -> list[tuple[int, ...]]:
        found: list[list[int]] = [[] for _ in self.classes.all]
        for number, policy in enumerate(self.policies):
            if direction in policy.types:
                for member in ones(self.selected[number]):
                    found[member].append(number)
        return [tuple(numbers) for numbers in found]

    @cached_property
    def isolated(self) -> dict[str, int]:
        """By direction, the bits of the classes that any policy isolates."""
        return {
            direction: sum(1 << number for number, held in enumerate(lists) if held)
            for direction, lists in self.selecting.items()
        }

    def any_way(self, policy: Policy, peer: Peer) -> int:
        """The bits of the classes that a peer means on one way or another."""
        found = 0
        for bits in self.sides.peer(policy, peer):
            found |= bits
        return found

    def rule_reach(self, policy: Policy, rule: Rule) -> int:
        """The bits of the classes that the peers of a rule mean; all of them when it names none."""
        if rule.peers is None:
            return self.classes.everyone
        found = 0
        for peer in rule.peers:
            found |= self.any_way(policy, peer)
        return found

    def space(self, namespace: str) -> int:
        """The bits of the classes of a namespace that selectors can match."""
        return self.classes.in_space.get(namespace, 0)

    def matching(self, selector: Selector) -> int:
        """The bits of the classes with such labels, whatever their namespace."""
        return self.classes.labels.matching(selector)

    def alike(self, bits: int) -> list[Alike]:
        """The classes of ``bits``."""
        return [self.classes.all[number] for number in ones(bits)]

    def pods(self, bits: int) -> list[Pod]:
        """Every pod of the classes of ``bits``."""
        return [pod for alike in self.alike(bits & self.inside) for pod in alike.pods]

    def refs(self, bits: int) -> tuple[str, ...]:
        """Their names, sorted."""
        return tuple(sorted(pod.ref for pod in self.pods(bits)))

    def names(self, bits: int) -> list[str]:
        """Their workloads by name, sorted: the controlling owner, or the pod itself."""
        return workloads(self.pods(bits))


def workload(pod: Pod) -> str:
    """``namespace/owner``, or the pod's own ref when nothing controls it."""
    return f"{pod.namespace}/{pod.owner.name}" if pod.owner else pod.ref


def workloads(pods: Iterable[Pod]) -> list[str]:
    """The workloads of pods, each once, sorted."""
    return sorted({workload(pod) for pod in pods})
