"""Runs so many replicas of a pod: copies come beside it, or go again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated
from uuid import uuid4

from editor.board.changes import Change, patches, put
from editor.board.checks import free_name, known
from editor.board.commands import delete
from editor.board.hints import Between
from editor.board.layout import free_pod_place, grown
from editor.board.records import Board, PodOwner, PodRecord

NAME = "scale_pod"
MOST = 50


@dataclass(frozen=True, kw_only=True)
class Params:
    """``replicas``: how many pods the pod's workload has then, the pod itself counted."""

    id: str
    replicas: Annotated[int, Between(1, MOST, "bad_replicas")]


def plan(board: Board, params: Params) -> Change:
    """A pod of no workload becomes the first of a Deployment of its name.

    What goes is the newest, never the pod itself. A copy has the labels and ports of the pod; an address is one pod's
    own, so that it has none yet.
    """
    held = known(board.pods, params.id, "pod")
    owner = held.owner or PodOwner(kind="Deployment", name=held.name)
    others = [pod for pod in fellows(board, held) if pod.id != held.id]
    wanted = params.replicas - 1
    gone = [pod.id for pod in others[wanted:]] if wanted < len(others) else []
    removed = delete.plan(board, delete.Params(ids=tuple(gone))) if gone else Change()
    made = tuple(_copies(board, replace(held, owner=owner), wanted - len(others)))
    named = patches(held, owner=owner) if made else ()
    frame = grown(board.namespaces[held.namespace], [*board.pods_of(held.namespace), *made]) if made else ()
    return Change(
        puts=(*removed.puts, *(put(pod) for pod in made)),
        patches=(*removed.patches, *named, *frame),
        removes=removed.removes,
    )


def fellows(board: Board, pod: PodRecord) -> list[PodRecord]:
    """The pods of a pod's workload, itself included, in the order in which they were made."""
    if pod.owner is None:
        return [pod]
    return [one for one in board.pods_of(pod.namespace) if one.owner == pod.owner]


def _copies(board: Board, held: PodRecord, count: int) -> Iterator[PodRecord]:
    neighbours = board.pods_of(held.namespace)
    for _ in range(count):
        x, y = free_pod_place(neighbours)
        name = free_name(held.name[:248], (pod.name for pod in neighbours))
        made = replace(held, id=str(uuid4()), name=name, addresses=(), x=x, y=y)
        neighbours.append(made)
        yield made


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Says how many there are then."""
    name = board.place_name(params.id)
    return f"Scaled {name} to {params.replicas} {'replica' if params.replicas == 1 else 'replicas'}"
