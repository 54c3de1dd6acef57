"""All that the checks look at: a cluster, its policies as written, and the connections that somebody wants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from editor.analysis.grants import Grants
from editor.analysis.ground import Ground
from editor.analysis.problem import Concerned
from editor.analysis.written import Written
from editor.engine.cluster import Cluster, Pod
from editor.engine.options import DEFAULTS, Options
from editor.engine.policies import EGRESS, INGRESS

if TYPE_CHECKING:
    from editor.analysis.redundancy import Redundant


class Scene:
    """``wishes``: the connections drawn on a board; empty where nobody drew any.

    ``known``: whether the pods are known at all. Policies alone say nothing about what a selector matches.
    """

    def __init__(
        self,
        cluster: Cluster,
        written: Sequence[Written],
        options: Options = DEFAULTS,
        wishes: Sequence[Concerned] = (),
        census: Census | None = None,
    ) -> None:
        self.cluster, self.written, self.options, self.wishes = cluster, tuple(written), options, tuple(wishes)
        self.known = bool(cluster.pods)
        self.census = census or Census(cluster)

    @cached_property
    def ground(self) -> Ground:
        """Who selects whom. A policy's number is its place in ``written``."""
        return Ground(self.cluster, [one.policy for one in self.written], self.options)

    def selected(self, one: Written) -> int:
        """The bits of the classes that a policy selects."""
        return self.ground.selected[self.number[one]]

    @cached_property
    def grants(self) -> Mapping[str, Grants]:
        """By direction, what each peer of each rule lets through."""
        return {direction: Grants(self.ground, direction) for direction in (INGRESS, EGRESS)}

    @cached_property
    def redundancies(self) -> Sequence[Redundant]:
        """What could go without changing a verdict; asked by three checks."""
        from editor.analysis.redundancy import redundancies

        return redundancies(self)

    @cached_property
    def number(self) -> Mapping[Written, int]:
        """The place of each policy in ``written``."""
        return {one: at for at, one in enumerate(self.written)}


class Census:
    """What labels there are, for whoever looks for the one that was meant. Of a cluster alone."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster

    @cached_property
    def by_namespace(self) -> Mapping[str, Sequence[Pod]]:
        """The pods of each namespace."""
        found: dict[str, list[Pod]] = defaultdict(list)
        for pod in self.cluster.pods:
            found[pod.namespace].append(pod)
        return found

    def values(self, spaces: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """By label key, the values that pods of these namespaces carry."""
        joined: dict[str, set[str]] = defaultdict(set)
        for space in spaces:
            for key, values in self._values.get(space, {}).items():
                joined[key] |= values
        return {key: frozenset(values) for key, values in joined.items()}

    @cached_property
    def _values(self) -> Mapping[str, Mapping[str, set[str]]]:
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for pod in self.cluster.pods:
            for key, value in pod.labels.items():
                found[pod.namespace][key].add(value)
        return found

    @cached_property
    def space_values(self) -> Mapping[str, frozenset[str]]:
        """By label key, the values that namespaces carry."""
        found: dict[str, set[str]] = defaultdict(set)
        for space in self.cluster.namespaces.values():
            for key, value in space.labels.items():
                found[key].add(value)
        return {key: frozenset(values) for key, values in found.items()}
