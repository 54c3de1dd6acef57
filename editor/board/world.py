"""A board's pods, namespaces and outside addresses as the engine has them, kept from one state of it to the next.

What means the same stays the very same object, so that whoever judged with it can tell at once what became another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TypeVar

from editor.board.records import Board, HostRecord, NamespaceRecord, PodRecord
from editor.engine.cluster import Cluster, ContainerPort, Namespace, Owner, Pod
from editor.engine.parties import Endpoint, Outside

Held = TypeVar("Held")


@dataclass(frozen=True)
class World:
    """By id. ``board``: what it was made of."""

    board: Board | None = None
    cluster: Cluster = field(default_factory=lambda: Cluster.of((), ()))
    spaces: Mapping[str, Namespace] = field(default_factory=dict)
    pods: Mapping[str, Pod] = field(default_factory=dict)
    hosts: Mapping[str, Outside] = field(default_factory=dict)

    def end(self, place: str) -> Endpoint:
        """The pod or the outside address of an arrow's end."""
        return self.pods[place] if place in self.pods else self.hosts[place]


def world_of(board: Board, former: World | None = None) -> World:
    """The engine's world of a board; what is as in ``former`` is taken from there."""
    old = former if former is not None else World()
    was = old.board if old.board is not None else Board(board.board)
    spaces = old.spaces
    if board.namespaces is not was.namespaces:
        spaces = {key: _kept(old.spaces.get(key), _space(record)) for key, record in board.namespaces.items()}
    pods = old.pods
    if board.pods is not was.pods or spaces is not old.spaces:
        pods = {key: _pod(board, record, was, old) for key, record in board.pods.items()}
    hosts = old.hosts
    if board.hosts is not was.hosts:
        hosts = {key: _kept(old.hosts.get(key), _host(record)) for key, record in board.hosts.items()}
    cluster = old.cluster
    if not (_same(spaces, old.spaces) and _same(pods, old.pods)) or former is None:
        cluster = Cluster.of(spaces.values(), pods.values())
    return World(board, cluster, spaces, pods, hosts)


def _same(now: Mapping[str, object], old: Mapping[str, object]) -> bool:
    """Whether two tables hold the very same things, in the same order."""
    if now is old:
        return True
    return len(now) == len(old) and all(
        one == other and now[one] is old[other] for one, other in zip(now, old, strict=True)
    )


def _kept(old: Held | None, made: Held) -> Held:
    return old if old is not None and old == made else made


def _space(record: NamespaceRecord) -> Namespace:
    return Namespace(record.name, record.labels)


def _host(record: HostRecord) -> Outside:
    return Outside(ip_address(record.address), f"outside/{record.name}")


def _pod(board: Board, record: PodRecord, was: Board, old: World) -> Pod:
    """The pod, from the former world where neither its record nor its namespace's name became another."""
    held = old.pods.get(record.id)
    name = board.namespaces[record.namespace].name
    if held is not None and was.pods.get(record.id) is record and held.namespace == name:
        return held
    return _kept(held, pod_of(board, record))


def pod_of(board: Board, pod: PodRecord) -> Pod:
    """A pod's record as the engine has it."""
    return Pod(
        namespace=board.namespaces[pod.namespace].name,
        name=pod.name,
        labels=pod.labels,
        ports=tuple(ContainerPort(port.port, port.protocol, port.name) for port in pod.ports),
        addresses=tuple(ip_address(address) for address in pod.addresses),
        host_network=pod.host_network,
        node=pod.node,
        node_addresses=tuple(ip_address(address) for address in pod.node_addresses),
        phase=pod.phase,
        owner=Owner(pod.owner.kind, pod.owner.name) if pod.owner else None,
    )
