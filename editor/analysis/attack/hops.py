"""How far somebody gets who holds one pod: whom it reaches, whom those reach, and so on, with the way there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from editor.engine.cluster import Cluster
from editor.engine.errors import Fault, NetpolError
from editor.engine.options import DEFAULTS, Options
from editor.engine.policies import Policy
from editor.engine.ports import PortSet
from editor.engine.reachability import reach
from editor.engine.workloads import Row, arrows, rows

OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Reached:
    """A workload, pod or block of addresses that falls after ``hops`` connections, from ``via`` on ``ports``.

    ``path`` names every place from the start on, this one included; ``row`` holds the pods or addresses that are meant.
    """

    name: str
    hops: int
    via: str
    ports: PortSet
    path: tuple[str, ...]
    row: Row = field(compare=False, repr=False)

    def as_json(self) -> dict[str, Any]:
        """The place and the way there."""
        ports = self.ports.as_json()
        return {"place": self.name, "hops": self.hops, "via": self.via, "ports": ports, "path": list(self.path)}


def reached_from(
    cluster: Cluster, policies: Sequence[Policy], start: str, most: int | None = None, options: Options = DEFAULTS
) -> list[Reached]:
    """Everything that can be reached from ``start``, nearest first; each place by a shortest way.

    ``start`` is a row of the matrix (``namespace/workload``, or ``namespace/pod`` where replicas differ), a pod of it,
    or ``outside`` for any outside address. Every connection that policies allow counts as a way, whether something
    listens there or not. Nothing leads on from outside addresses. ``most``: no more hops than that.
    Raises NetpolError ``unknown_place``.
    """
    found = reach(cluster, policies, options)
    every = rows(found)
    names = {_name(row): row for row in every}
    begun = _begun(every, start)
    onward: dict[str, list[tuple[str, PortSet]]] = {name: [] for name in names}
    for source, destination, ports in arrows(found):
        onward[_name(source)].append((_name(destination), ports))
    return [*_spread(names, begun, start, onward, most)]


def _begun(every: Sequence[Row], start: str) -> list[str]:
    if start == OUTSIDE:
        return [_name(row) for row in every if row.name is None]
    held = [_name(row) for row in every if row.name == start or any(pod.ref == start for pod in row.pods)]
    if not held:
        problem = f"No running pod or workload is called {start}. Name one as namespace/name, or {OUTSIDE}."
        raise NetpolError([Fault("unknown_place", problem, value=start)])
    return held


def _spread(
    names: dict[str, Row], begun: list[str], start: str, onward: dict[str, list[tuple[str, PortSet]]], most: int | None
) -> Iterator[Reached]:
    ways: dict[str, tuple[str, ...]] = dict.fromkeys(begun, (start,))
    edge, hops = begun, 0
    while edge and (most is None or hops < most):
        hops += 1
        fallen: list[str] = []
        for source in edge:
            for name, ports in onward[source]:
                if name not in ways:
                    ways[name] = (*ways[source], name)
                    fallen.append(name)
                    yield Reached(name, hops, ways[source][-1], ports, ways[name], names[name])
        # Whoever holds an address outside is nobody that was taken.
        edge = [name for name in fallen if names[name].name is not None]


def _name(row: Row) -> str:
    return row.name if row.name is not None else ", ".join(str(network) for network in row.cidrs[:3])
