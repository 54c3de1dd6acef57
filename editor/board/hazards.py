"""A board as an attacker sees it: how widely each pod is reached, how far one gets from a pod, and a pod to try with.

Nothing of it is kept: the pod to try with stands on no board and in no export.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Literal

from editor.analysis.attack.hops import OUTSIDE, Reached, reached_from
from editor.analysis.attack.shades import shades
from editor.board.checks import fault, known, label_faults, name_faults, refuse
from editor.board.project import cluster_of, policies_of
from editor.board.records import Board
from editor.board.world import world_of
from editor.engine.cluster import Cluster, Namespace, Pod
from editor.engine.errors import NetpolError
from editor.engine.judge import isolated
from editor.engine.parties import Endpoint
from editor.engine.policies import Policy
from editor.engine.ports import PortSet
from editor.engine.reachability import Reachability, reach, unstoppable
from editor.engine.workloads import rows

Shade = Literal["nobody", "namespace", "cluster", "world"]
GHOST = "pod-to-try"


@dataclass(frozen=True, kw_only=True)
class PodShade:
    """The widest circle that reaches a pod; ``words`` show one connection from there, empty for nobody."""

    shade: Shade
    words: str
    certain: bool


@dataclass(frozen=True, kw_only=True)
class Fallen:
    """What falls after ``hops`` connections. ``pods``, ``hosts``: its ids on the board; ``path`` from the start on.

    ``via``: the ids of what the last connection comes from.
    """

    place: str
    hops: int
    ports: Mapping[str, tuple[str, ...]]
    path: tuple[str, ...]
    pods: tuple[str, ...]
    hosts: tuple[str, ...]
    via: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Tried:
    """On which ports the pod to try with reaches a thing of the board (by id), and is reached by it."""

    reaches: Mapping[str, tuple[str, ...]]
    reached_by: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What a pod would meet: ``places`` by id of pod or host, and how many policies isolate it."""

    places: Mapping[str, Tried]
    ingress: int
    egress: int


def shades_of(board: Board, drafts: Mapping[str, str]) -> dict[str, PodShade]:
    """By pod id. Raises NetpolError where a policy cannot be read."""
    cluster, policies = _world(board, drafts)
    found = {
        one.pod.ref: PodShade(
            shade=one.shade,  # type: ignore[arg-type]
            words=one.evidence.words() if one.evidence else "",
            certain=one.certain,
        )
        for one in shades(cluster, policies)
    }
    return {key: found[board.place_name(key)] for key in board.pods if board.place_name(key) in found}


def fallen_from(board: Board, drafts: Mapping[str, str], start: str, most: int | None) -> tuple[Fallen, ...]:
    """What is reached from the pod with the id ``start``, or from ``outside``, nearest first.

    Raises NetpolError: ``unknown_object``, ``unknown_place`` for a pod that has ended, and as ``shades_of``.
    """
    cluster, policies = _world(board, drafts)
    name = OUTSIDE
    if start != OUTSIDE:
        known(board.pods, start, "pod", "from")
        name = board.place_name(start)
    found = reached_from(cluster, policies, name, most)
    ids = {board.place_name(key): key for key in board.pods}
    pods_of: dict[str | None, tuple[str, ...]] = {
        row.name: tuple(ids[pod.ref] for pod in row.pods if pod.ref in ids)
        for row in rows(reach(cluster, policies))
        if row.name is not None
    }
    pods_of[name] = (start,) if start != OUTSIDE else tuple(board.hosts)
    return tuple(_fallen(board, one, pods_of) for one in found)


def _fallen(board: Board, one: Reached, pods_of: Mapping[str | None, tuple[str, ...]]) -> Fallen:
    hosts = [
        key
        for key, host in board.hosts.items()
        if any(ip_address(host.address) in network for network in one.row.cidrs)
    ]
    return Fallen(
        place=one.name,
        hops=one.hops,
        ports=_ports(one.ports),
        path=one.path,
        pods=pods_of.get(one.row.name, ()) if one.row.name is not None else (),
        hosts=tuple(hosts),
        via=pods_of.get(one.via, ()),
    )


def tried(
    board: Board, drafts: Mapping[str, str], space: str, labels: Mapping[str, str], space_labels: Mapping[str, str]
) -> Trial:
    """What a pod with these labels would meet in a namespace of the board, or in a new one with ``space_labels``.

    Raises NetpolError: impossible names and labels, and as ``shades_of``.
    """
    cluster, policies = _world(board, drafts)
    taken = {one.name for one in board.namespaces.values()}
    refuse([*([] if space in taken else _space_faults(space)), *label_faults(labels), *label_faults(space_labels)])
    pod = Pod(namespace=space, name=_free(cluster, space), labels=labels)
    spaces = [Namespace(one.name, one.labels) for one in board.namespaces.values()]
    if space not in taken:
        spaces.append(Namespace(space, space_labels))
    found = reach(Cluster.of(spaces, [*cluster.pods, pod]), policies)
    ingress, egress = isolated(pod, [policy for policy in policies if policy.namespace == space])
    return Trial(places=dict(_met(board, found, pod)), ingress=ingress, egress=egress)


def _space_faults(space: str) -> list[Any]:
    return [
        fault(one.code, one.message, "namespace", one.value) for one in name_faults(space, "namespace", frozenset())
    ]


def _free(cluster: Cluster, space: str) -> str:
    name = GHOST
    while cluster.named(f"{space}/{name}"):
        name += "-x"
    return name


def _met(board: Board, found: Reachability, pod: Pod) -> Iterator[tuple[str, Tried]]:
    world = world_of(board)
    places: dict[str, Endpoint] = {**world.pods, **world.hosts}
    for key, place in places.items():
        if isinstance(place, Pod) and (place.terminated or unstoppable(place, pod, found.classes.options)):
            continue
        out, back = found.between(pod, place), found.between(place, pod)
        yield key, Tried(reaches=_ports(out), reached_by=_ports(back))


def _ports(ports: PortSet) -> dict[str, tuple[str, ...]]:
    return {protocol: tuple(spans) for protocol, spans in ports.as_json().items() if spans}


def _world(board: Board, drafts: Mapping[str, str]) -> tuple[Cluster, Sequence[Policy]]:
    policies, faults = policies_of(board, drafts)
    if faults:
        raise NetpolError(faults)
    return cluster_of(board), policies
