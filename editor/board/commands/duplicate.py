"""Makes copies of pods, namespaces and outside addresses, with the arrows among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import uuid4

from editor.board.changes import Change, Patch, put
from editor.board.checks import fault, free_name, new_id, refuse
from editor.board.layout import grown
from editor.board.records import Board, HostRecord, NamespaceRecord, PodRecord
from editor.engine.errors import NetpolError

NAME = "duplicate"


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What is copied, and the id that its copy gets; without one the server makes it."""

    id: str
    new_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Params:
    """Everything that is copied together, and how far from the originals the copies stand, in canvas pixels."""

    items: tuple[Copy, ...]
    dx: float = 40.0
    dy: float = 40.0


Made = dict[str, NamespaceRecord | PodRecord | HostRecord]


def plan(board: Board, params: Params) -> Change:
    """A namespace is copied with its pods; its policies stay where they are. Arrows come along when both their ends do.

    Refuses unknown things and one thing twice. Codes: ``unknown_object``, ``copied_twice``.
    """
    ids = [item.id for item in params.items]
    refuse(
        fault("copied_twice", "One thing is copied once at a time.", f"items[{index}].id", item_id)
        for index, item_id in enumerate(ids)
        if item_id in ids[:index]
    )
    made: Made = {}
    for index, item in enumerate(params.items):
        given = new_id(board, item.new_id)
        if item.id in board.namespaces:
            _copy_namespace(board, board.namespaces[item.id], given, params, made)
        elif item.id in board.hosts:
            _copy_host(board, board.hosts[item.id], given, params, made)
        elif item.id not in board.pods:
            message = "This is not on the board, or cannot be copied."
            raise NetpolError([fault("unknown_object", message, f"items[{index}].id", item.id[:80])])
        elif board.pods[item.id].namespace not in ids:
            _copy_pod(board, board.pods[item.id], given, params, made)
    arrows = [
        replace(arrow, id=str(uuid4()), source=made[arrow.source].id, destination=made[arrow.destination].id)
        for arrow in board.connections.values()
        if arrow.source in made and arrow.destination in made
    ]
    return Change(puts=tuple(put(record) for record in [*made.values(), *arrows]), patches=_grown_frames(board, made))


def _copy_namespace(board: Board, held: NamespaceRecord, given: str, params: Params, made: Made) -> None:
    taken = [*(each.name for each in board.namespaces.values()), *_names(made, NamespaceRecord)]
    name = free_name(held.name[:58], taken)
    made[held.id] = replace(held, id=given, name=name, x=held.x + params.dx, y=held.y + params.dy)
    for pod in board.pods_of(held.id):
        made[pod.id] = replace(pod, id=str(uuid4()), namespace=given)


def _copy_host(board: Board, held: HostRecord, given: str, params: Params, made: Made) -> None:
    taken = [*(each.name for each in board.hosts.values()), *_names(made, HostRecord)]
    name = free_name(held.name[:58], taken)
    made[held.id] = replace(held, id=given, name=name, x=held.x + params.dx, y=held.y + params.dy)


def _copy_pod(board: Board, held: PodRecord, given: str, params: Params, made: Made) -> None:
    beside = [pod.name for pod in board.pods_of(held.namespace)]
    copies = [pod.name for pod in made.values() if isinstance(pod, PodRecord) and pod.namespace == held.namespace]
    name = free_name(held.name[:248], [*beside, *copies])
    x, y = max(0.0, held.x + params.dx), max(0.0, held.y + params.dy)
    made[held.id] = replace(held, id=given, name=name, x=x, y=y)


def _names(made: Made, kind: type) -> list[str]:
    return [record.name for record in made.values() if isinstance(record, kind)]


def _grown_frames(board: Board, made: Made) -> tuple[Patch, ...]:
    """Frames that were there already reach around the copies in them."""
    found: list[Patch] = []
    pods = [record for record in made.values() if isinstance(record, PodRecord)]
    for namespace_id in dict.fromkeys(pod.namespace for pod in pods):
        if namespace_id in board.namespaces:
            inside = [*board.pods_of(namespace_id), *(pod for pod in pods if pod.namespace == namespace_id)]
            found.extend(grown(board.namespaces[namespace_id], inside))
    return tuple(found)


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Names the original when it is one, else says how many there were."""
    if len(params.items) > 1:
        return f"Duplicated {len(params.items)} things"
    item_id = params.items[0].id if params.items else ""
    namespace = board.namespaces.get(item_id)
    return f"Duplicated {f'namespace {namespace.name}' if namespace else board.place_name(item_id)}"
