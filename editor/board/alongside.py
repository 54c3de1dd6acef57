"""Another board, or manifests, beside a board: what is the same has the same id, and the rest stands in free places.

Pods and namespaces are the same by name, policies by namespace and name, outside addresses by address, connections by
their ends and port. So two boards that were made apart can be compared as two revisions of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from editor.board.arrivals import arrive
from editor.board.arriving import MEANING, Arriving, ArrivingNamespace, ArrivingPod, ArrivingPolicy, Origin
from editor.board.changes import apply
from editor.board.layout import GAP_Y, POD_HEIGHT, POD_WIDTH
from editor.board.packing import beside, standing
from editor.board.records import Board, ConnectionRecord, ExpectationRecord, HostRecord, NamespaceRecord, PodRecord


@dataclass(frozen=True)
class Alongside:
    """``board``: the other one, in the ids and places of the first. ``picture``: both on one canvas."""

    board: Board
    picture: Board


def of_manifests(here: Board, arriving: Arriving) -> Alongside:
    """What manifests say, beside a board.

    Manifests without any pod speak of the pods of the board. Outside addresses, connections and expectations are no
    manifests: they stay as far as their ends do.
    """
    if not arriving.pods:
        arriving = replace(arriving, pods=tuple(_pod(here, pod) for pod in here.pods.values()))
        written = {one.name for one in arriving.namespaces}
        more = [one for one in _namespaces(here) if one.name not in written]
        arriving = replace(arriving, namespaces=(*arriving.namespaces, *more))
    picture, board = _met(here, arriving)
    ends = {*board.pods, *here.hosts}
    arrows = {key: one for key, one in here.connections.items() if {one.source, one.destination} <= ends}
    board = replace(board, hosts=here.hosts, connections=arrows, expectations=here.expectations)
    return Alongside(board, picture)


def of_board(here: Board, other: Board) -> Alongside:
    """Another board, beside a board."""
    arriving = Arriving(
        namespaces=tuple(_namespaces(other)),
        pods=tuple(_pod(other, pod) for pod in other.pods.values()),
        policies=tuple(
            ArrivingPolicy(namespace=one.namespace, name=one.name, text=one.text, at=Origin())
            for one in other.policies.values()
        ),
    )
    picture, board = _met(here, arriving)
    ids = _same_pods(other, board) | _same_hosts(other, here)
    hosts = {held.id: held for held in _hosts(here, other, ids, picture)}
    arrows = _arrows(here, other, ids)
    expectations = _expectations(here, other)
    board = replace(board, board=other.board, hosts=hosts, connections=arrows, expectations=expectations)
    picture = replace(picture, hosts={**hosts, **picture.hosts}, connections={**arrows, **picture.connections})
    return Alongside(board, picture)


def _met(here: Board, arriving: Arriving) -> tuple[Board, Board]:
    """Both together, and of these what arrived alone."""
    arrival = arrive(here, arriving)
    picture = apply(here, arrival.change)
    owned = {(one.namespace, one.owner) for one in arriving.pods if one.owner is not None and one.kind != "Pod"}
    names = {key: space.name for key, space in picture.namespaces.items()}
    pods = {
        key: pod
        for key, pod in picture.pods.items()
        if key in arrival.brought or (names[pod.namespace], pod.owner) in owned
    }
    policies = {key: one for key, one in picture.policies.items() if key in arrival.brought}
    written = {one.name for one in arriving.namespaces}
    used = {pod.namespace for pod in pods.values()}
    # A policy's namespace is on a board only when somebody put it there.
    there = {key: space for key, space in picture.namespaces.items() if space.name in written or key in used}
    fresh = {key for key in picture.namespaces if key not in here.namespaces and key not in there}
    shown = {key: space for key, space in picture.namespaces.items() if key not in fresh}
    spaces = {key: _as_here(space, here) for key, space in there.items()}
    return replace(picture, namespaces=shown), Board(here.board, spaces, pods, policies=policies)


def _as_here(space: NamespaceRecord, here: Board) -> NamespaceRecord:
    """A frame that grew for what arrives differs in nothing that anybody compares."""
    held = here.namespaces.get(space.id)
    return space if held is None else replace(space, x=held.x, y=held.y, width=held.width, height=held.height)


def _namespaces(board: Board) -> Iterator[ArrivingNamespace]:
    for space in board.namespaces.values():
        yield ArrivingNamespace(name=space.name, labels=space.labels, at=Origin())


def _pod(board: Board, pod: PodRecord) -> ArrivingPod:
    meaning = {name: getattr(pod, name) for name in MEANING}
    return ArrivingPod(
        kind="Pod", namespace=board.namespaces[pod.namespace].name, name=pod.name, at=Origin(), **meaning
    )


def _same_pods(other: Board, met: Board) -> dict[str, str]:
    """From the ids of the other board's pods to those that they have beside this one."""
    by_name = {met.place_name(key): key for key in met.pods}
    return {key: by_name[other.place_name(key)] for key in other.pods}


def _same_hosts(other: Board, here: Board) -> dict[str, str]:
    known = {host.address: host.id for host in here.hosts.values()}
    return {key: known.get(host.address, key) for key, host in other.hosts.items()}


def _hosts(here: Board, other: Board, ids: Mapping[str, str], picture: Board) -> Iterator[HostRecord]:
    """Known ones where they stand; the others in a column beside all there is."""
    new = [host for host in other.hosts.values() if ids[host.id] == host.id and host.id not in here.hosts]
    step = POD_HEIGHT + GAP_Y
    left, top = beside(standing(picture), POD_WIDTH, step * max(1, len(new)))
    for host in other.hosts.values():
        held = here.hosts.get(ids[host.id])
        if held is not None:
            yield replace(held, name=host.name)
        else:
            yield replace(host, x=left, y=top + step * new.index(host))


def _arrows(here: Board, other: Board, ids: Mapping[str, str]) -> dict[str, ConnectionRecord]:
    def what(arrow: ConnectionRecord) -> tuple[object, ...]:
        return arrow.source, arrow.destination, arrow.protocol, arrow.port

    known = {what(arrow): key for key, arrow in here.connections.items()}
    found = {}
    for arrow in other.connections.values():
        met = replace(arrow, source=ids[arrow.source], destination=ids[arrow.destination])
        key = known.get(what(met), arrow.id)
        found[key] = replace(met, id=key)
    return found


def _expectations(here: Board, other: Board) -> dict[str, ExpectationRecord]:
    """The same is what says the same; its place in the list is no difference."""
    found = {}
    for one in other.expectations.values():
        held = next((known for known in here.expectations.values() if known.item == one.item), one)
        found[held.id] = held
    return found
