"""Adds a pod to a namespace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.board.changes import Change, put
from editor.board.checks import (
    free_name,
    known,
    label_faults,
    name_faults,
    new_id,
    pod_addresses,
    port_faults,
    refuse,
)
from editor.board.layout import free_pod_place, grown
from editor.board.records import Board, PodPort, PodRecord

NAME = "add_pod"


@dataclass(frozen=True, kw_only=True)
class Params:
    """``namespace`` is its id; x and y count from its frame's corner. What is left out: the first free
    name of pod-1, pod-2 and so on; a free place."""

    id: str | None = None
    namespace: str
    name: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    ports: tuple[PodPort, ...] = ()
    addresses: tuple[str, ...] = ()
    x: float | None = None
    y: float | None = None


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown namespace, a taken or impossible name, impossible labels, ports and addresses."""
    namespace = known(board.namespaces, params.namespace, "namespace", "namespace")
    neighbours = board.pods_of(namespace.id)
    taken = {pod.name for pod in neighbours}
    name = free_name("pod", taken) if params.name is None else params.name
    refuse([*name_faults(name, "pod", taken), *label_faults(params.labels), *port_faults(params.ports)])
    free_x, free_y = free_pod_place(neighbours)
    made = PodRecord(
        id=new_id(board, params.id),
        namespace=namespace.id,
        name=name,
        labels=params.labels,
        ports=params.ports,
        addresses=pod_addresses(params.addresses, "addresses"),
        x=free_x if params.x is None else params.x,
        y=free_y if params.y is None else params.y,
    )
    return Change(puts=(put(made),), patches=grown(namespace, [*neighbours, made]))


def describe(board: Board, params: Params, change: Change) -> str:
    """Names the pod with its namespace."""
    return f"Added pod {board.namespaces[params.namespace].name}/{change.puts[0].record.name}"  # type: ignore[union-attr]
