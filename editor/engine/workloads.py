"""The rows of a matrix: workloads, pods that stand by themselves, and outside addresses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.engine.addresses import Network
from editor.engine.bits import ones
from editor.engine.classes import Classes
from editor.engine.cluster import Pod
from editor.engine.parties import as_node
from editor.engine.ports import ALL_PORTS, PortSet
from editor.engine.reachability import Reachability, unstoppable


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``name`` is ``namespace/workload`` or ``namespace/pod``, and None for outside addresses.

    ``number`` is the class of all its pods; ``pods`` is empty for outside addresses, ``cidrs`` for all others.
    """

    name: str | None
    number: int
    pods: tuple[Pod, ...] = ()
    cidrs: tuple[Network, ...] = ()

    def as_json(self) -> str | dict[str, list[str]]:
        """The name, or ``{"cidrs": [...]}``."""
        return self.name if self.name is not None else {"cidrs": [str(network) for network in self.cidrs]}


Arrow = tuple[Row, Row, PortSet]


def rows(found: Reachability) -> list[Row]:
    """The rows of an answer."""
    return rows_of(found.classes)


def rows_of(classes: Classes) -> list[Row]:
    """Workloads by name, then the outside.

    A workload is the pods of one controlling owner. Where they differ in labels, ports or policy, or where the name
    would mean two things, its pods stand by their own names.
    """
    groups: dict[tuple[str, str | None, str], list[tuple[Pod, int]]] = defaultdict(list)
    for number, alike in enumerate(classes.all):
        for pod in alike.pods:
            owner = pod.owner
            key = (pod.namespace, None, pod.name) if owner is None else (pod.namespace, owner.kind, owner.name)
            groups[key].append((pod, number))
    uses = Counter(f"{space}/{name}" for space, _, name in groups)
    made = []
    for (space, _, name), members in groups.items():
        if uses[f"{space}/{name}"] == 1 and _same(members):
            made.append(Row(f"{space}/{name}", members[0][1], tuple(pod for pod, _ in members)))
        else:
            made.extend(Row(pod.ref, number, (pod,)) for pod, number in members)
    made.sort(key=lambda row: row.name or "")
    outside = [Row(None, n, cidrs=alike.cidrs) for n, alike in enumerate(classes.all) if alike.outside]
    return [*made, *sorted(outside, key=lambda row: [(n.version, n) for n in row.cidrs])]


def _same(members: Sequence[tuple[Pod, int]]) -> bool:
    first, number = members[0]
    ports = frozenset(first.ports)
    return all(
        other == number and pod.labels == first.labels and (pod.ports is first.ports or frozenset(pod.ports) == ports)
        for pod, other in members
    )


def arrows(found: Reachability) -> Iterator[Arrow]:
    """Every ordered pair of rows with anything allowed, by source and then by destination.

    A row with itself means one replica to another; a pod that stands alone always reaches itself. A node always
    reaches the pods that it hosts: between rows that holds where all pods of the one are on the nodes of the other.
    """
    every = rows(found)
    by_class: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(every):
        by_class[row.number].append(at)
    nodes = [at for at, row in enumerate(every) if row.pods and as_node(row.pods[0], found.classes.options)]
    for at, source in enumerate(every):
        reached: dict[int, PortSet] = {}
        for number, bits in found.rows[source.number].items():
            for destination in ones(bits):
                reached.update(dict.fromkeys(by_class[destination], found.ports[number]))
        for other in [at, *(nodes if at not in nodes else range(len(every)))]:
            if _always(source, every[other], found):
                reached[other] = ALL_PORTS
        for other in sorted(reached):
            yield source, every[other], reached[other]


def _always(source: Row, destination: Row, found: Reachability) -> bool:
    options = found.classes.options
    if not source.pods or not destination.pods:
        return False
    return all(unstoppable(s, d, options) for s in source.pods for d in destination.pods)


def matrix_json(found: Reachability) -> dict[str, list[dict[str, object]]]:
    """``{"connections": [{"source", "destination", "allowed"}]}``: a pair that is absent is blocked."""
    return {
        "connections": [
            {"source": source.as_json(), "destination": destination.as_json(), "allowed": ports.as_json()}
            for source, destination, ports in arrows(found)
        ]
    }
