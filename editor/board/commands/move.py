"""Moves things on the canvas, and pods from one namespace into another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from editor.board.changes import Change, Patch, patches
from editor.board.checks import fault, known, refuse
from editor.board.hints import ABSENT, Absent
from editor.board.layout import grown
from editor.board.records import Board, PodRecord
from editor.board.renaming import with_expectations
from editor.engine.errors import NetpolError

NAME = "move"


@dataclass(frozen=True, kw_only=True)
class MoveItem:
    """Where a pod, namespace or host comes to stand. A pod's x and y count from the corner of its (new) namespace."""

    id: str
    x: float
    y: float
    namespace: str | Absent = ABSENT


@dataclass(frozen=True, kw_only=True)
class Params:
    """Everything that moves together."""

    items: tuple[MoveItem, ...]


def plan(board: Board, params: Params) -> Change:
    """Refuses unknown things, one thing twice, and a pod's name that its new namespace has already."""
    counts = Counter(item.id for item in params.items)
    refuse(
        fault("moved_twice", "One thing can move to one place only.", "items", item_id)
        for item_id, count in counts.items()
        if count > 1
    )
    found: list[Patch] = []
    pods = dict(board.pods)
    for index, item in enumerate(params.items):
        if item.id in board.pods:
            pods[item.id] = _moved_pod(board, item, f"items[{index}]")
        else:
            found.extend(_moved_frame(board, item, f"items[{index}]"))
    _check_names(board, pods)
    touched = [pods[item.id] for item in params.items if item.id in pods]
    for pod in touched:
        found.extend(patches(board.pods[pod.id], namespace=pod.namespace, x=pod.x, y=pod.y))
    for namespace_id in dict.fromkeys(pod.namespace for pod in touched):
        found.extend(grown(board.namespaces[namespace_id], (p for p in pods.values() if p.namespace == namespace_id)))
    return with_expectations(board, Change(patches=tuple(found)))


def _moved_pod(board: Board, item: MoveItem, path: str) -> PodRecord:
    pod = board.pods[item.id]
    if isinstance(item.namespace, Absent):
        return replace(pod, x=item.x, y=item.y)
    namespace = known(board.namespaces, item.namespace, "namespace", f"{path}.namespace")
    return replace(pod, namespace=namespace.id, x=item.x, y=item.y)


def _moved_frame(board: Board, item: MoveItem, path: str) -> tuple[Patch, ...]:
    held = board.namespaces.get(item.id) or board.hosts.get(item.id)
    if held is None:
        message = "This is not on the board; it may have been deleted."
        raise NetpolError([fault("unknown_object", message, f"{path}.id", item.id[:80])])
    if not isinstance(item.namespace, Absent):
        raise NetpolError([fault("not_a_pod", "Only a pod stands in a namespace.", f"{path}.namespace", item.id)])
    return patches(held, x=item.x, y=item.y)


def _check_names(board: Board, pods: dict[str, PodRecord]) -> None:
    """Within a namespace a pod's name is unique."""
    counts = Counter((pod.namespace, pod.name) for pod in pods.values())
    refuse(
        fault(
            "name_taken",
            f"Namespace {board.namespaces[namespace].name} has a pod {name} already; rename one of the two first.",
            "items",
            name,
        )
        for (namespace, name), count in counts.items()
        if count > 1
    )


def describe(board: Board, params: Params, change: Change) -> str:
    """Names what moved when it is one thing, and the new namespace when there is one."""
    targets = {patch.after for patch in change.patches if patch.field == "namespace"}
    if len(params.items) == 1:
        item = params.items[0]
        namespace = board.namespaces.get(item.id)
        what = f"namespace {namespace.name}" if namespace else board.place_name(item.id)
    else:
        what = f"{len(params.items)} things"
    where = f" to namespace {board.namespaces[targets.pop()].name}" if len(targets) == 1 else ""
    return f"Moved {what}{where}"
