"""A board in the engine's world: its cluster, its policies, and a verdict for every arrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from editor.board.changes import Change
from editor.board.policies import understood
from editor.board.records import Board, ConnectionRecord, Protocol, Table
from editor.board.world import World, world_of
from editor.engine.cluster import Cluster, Pod
from editor.engine.errors import Fault
from editor.engine.judge import isolated, judge
from editor.engine.matching import selects
from editor.engine.policies import Policy

Held = TypeVar("Held")

# Fields that say where a thing stands on the canvas or in a list, and nothing about the cluster.
PICTURE = frozenset(("x", "y", "width", "height", "order"))
# Tables that no verdict is made from.
SILENT: frozenset[Table] = frozenset(("board", "expectations"))

ENDED = (
    "{} has ended (phase {}): policies no longer act on it, and its address may already belong to another pod. "
    "Nobody can say whether this connection passes."
)


Acting = Mapping[str, tuple[Policy, ...]]


@dataclass(frozen=True)
class Inputs:
    """All that verdicts were made from.

    ``acting``: by namespace, its policies. ``ends``: by pod or host id, itself, and for a pod its namespace and the
    policies that select it. No other policy can act on it or be named in its reasons. What stays the same stays the
    very same object. Equal is not enough for policies: lines may have moved.
    """

    arrows: Mapping[str, ConnectionRecord] = field(default_factory=dict)
    world: World = field(default_factory=World)
    acting: Acting = field(default_factory=dict)
    ends: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judged:
    """What holds on a board: by connection id its verdict, by pod id how many policies isolate it (both plain JSON)."""

    verdicts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    isolation: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    inputs: Inputs = field(default_factory=Inputs, compare=False, repr=False)

    def beyond(self, before: Judged) -> Judged:
        """What is new here or differs from ``before``."""
        return Judged(_beyond(self.verdicts, before.verdicts), _beyond(self.isolation, before.isolation))


def _beyond(now: Mapping[str, Held], before: Mapping[str, Held]) -> dict[str, Held]:
    """What is new or another; what was kept is the very same object, and is not looked into."""
    old = before.get
    return {key: held for key, held in now.items() if held is not (was := old(key)) and held != was}


def means_something(change: Change) -> bool:
    """Whether a change can alter a verdict; moving boxes about cannot."""
    touched = [item.table for item in change.puts] + [item.table for item in change.removes]
    touched += [patch.table for patch in change.patches if patch.field not in PICTURE]
    return any(table not in SILENT for table in touched)


def cluster_of(board: Board) -> Cluster:
    """The namespaces and pods of a board."""
    return world_of(board).cluster


def policies_of(board: Board, drafts: Mapping[str, str]) -> tuple[list[Policy], list[Fault]]:
    """The board's policies, with drafts (text by policy id) in place of their text; and what cannot be read."""
    policies: list[Policy] = []
    faults: list[Fault] = []
    for record in board.policies.values():
        found = understood(drafts.get(record.id, record.text), record.id)
        if found.meaning is not None:
            policies.append(found.meaning)
        faults.extend(found.faults)
    return policies, faults


def judged(board: Board, drafts: Mapping[str, str] | None = None, before: Judged | None = None) -> Judged:
    """The verdict of every arrow and the isolation of every pod.

    With ``before``, what holds on an earlier state, only arrows that a difference can reach are judged anew.
    A policy that cannot be read (a board kept by an older version may hold one) leaves every verdict undefined, with
    the reason: a guess could show green what the cluster blocks. So does an arrow to or from a pod that has ended.
    """
    policies, faults = policies_of(board, drafts or {})
    unreadable = tuple(f"A policy cannot be read, so that nothing is certain: {fault.message}" for fault in faults)
    former = before.inputs if before is not None else Inputs()
    world = world_of(board, former.world if before is not None else None)
    acting = _acting(policies, former.acting)
    inputs = Inputs(board.connections, world, acting, _ends(board, world, acting, former), unreadable)
    if before is None or former.unreadable != unreadable:
        every = {arrow.id: _verdict(inputs, arrow) for arrow in board.connections.values()}
        return Judged(every, {pod_id: _isolated(inputs, pod_id) for pod_id in board.pods}, inputs)
    others = {place for place, end in inputs.ends.items() if former.ends.get(place) is not end}
    verdicts: dict[str, Mapping[str, Any]] = {
        key: before.verdicts[key]
        if former.arrows.get(key) is arrow and arrow.source not in others and arrow.destination not in others
        else _verdict(inputs, arrow)
        for key, arrow in board.connections.items()
    }
    isolation = {key: _isolated(inputs, key) if key in others else before.isolation[key] for key in board.pods}
    return Judged(verdicts, isolation, inputs)


def would_be(known: Judged, source: str, destination: str, protocol: Protocol, port: int) -> dict[str, Any]:
    """The verdict of a connection that nobody drew, between pods or hosts by id; its ``connection`` is empty.

    ``known``: what holds on the board.
    """
    arrow = ConnectionRecord(id="", source=source, destination=destination, protocol=protocol, port=port)
    return _verdict(known.inputs, arrow)


def _acting(policies: Iterable[Policy], former: Acting) -> Acting:
    """By namespace; the former tuple itself where it holds the very same policies."""
    found: dict[str, list[Policy]] = {}
    for policy in policies:
        found.setdefault(policy.namespace, []).append(policy)
    return {space: _kept(former.get(space, ()), tuple(held)) for space, held in found.items()}


def _ends(board: Board, world: World, acting: Acting, former: Inputs) -> dict[str, tuple[object, ...]]:
    """What a verdict needs of each end; the former tuple itself where nothing in it became another object."""
    ends: dict[str, tuple[object, ...]] = {}
    for key, host in world.hosts.items():
        ends[key] = _kept(former.ends.get(key, ()), (host,))
    for key, pod in world.pods.items():
        old = former.ends.get(key, ())
        space, held = world.spaces[board.pods[key].namespace], acting.get(pod.namespace, ())
        if old and old[0] is pod and old[1] is space and former.acting.get(pod.namespace, ()) is held:
            ends[key] = old
        else:
            ends[key] = _kept(old, (pod, space, *(policy for policy in held if selects(policy, pod))))
    return ends


def _kept(old: tuple[Held, ...], now: tuple[Held, ...]) -> tuple[Held, ...]:
    return old if len(old) == len(now) and all(one is other for one, other in zip(old, now, strict=True)) else now


def _isolated(inputs: Inputs, pod_id: str) -> dict[str, int]:
    """How many policies isolate a pod; none when it has ended, as nothing acts on it any more."""
    pod = inputs.world.pods[pod_id]
    held = () if pod.terminated else inputs.acting.get(pod.namespace, ())
    ingress, egress = isolated(pod, held)
    return {"ingress": ingress, "egress": egress}


def _verdict(inputs: Inputs, arrow: ConnectionRecord) -> dict[str, Any]:
    source, destination = inputs.world.end(arrow.source), inputs.world.end(arrow.destination)
    spaces = sorted({end.namespace for end in (source, destination) if isinstance(end, Pod)})
    acting = [policy for space in spaces for policy in inputs.acting.get(space, ())]
    found = judge(inputs.world.cluster, acting, source, destination, arrow.protocol, arrow.port).as_json()
    ended = [
        ENDED.format(end.name, end.phase) for end in (source, destination) if isinstance(end, Pod) and end.terminated
    ]
    if inputs.unreadable or ended:
        found |= {"allowed": None, "blocked_at": None, "notes": [*inputs.unreadable, *ended, *found["notes"]]}
    return {"connection": arrow.id, **found}
