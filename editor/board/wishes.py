"""The policies that the drawn arrows wish for, and what putting them on the board would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from editor.analysis.wishes.proof import Deviation, fulfil
from editor.analysis.wishes.wish import Manner, Wish
from editor.board import commands
from editor.board.changes import apply
from editor.board.checks import fault, known, new_id, refuse
from editor.board.commands.edit_policies import PolicyText, Removal
from editor.board.comparison import ArrowTurn, compare
from editor.board.project import Judged, cluster_of, policies_of
from editor.board.records import Board, ConnectionRecord
from editor.board.shapes import as_json
from editor.engine.errors import NetpolError
from editor.engine.ports import Intervals, PortSet

Sides = Literal["ingress", "egress", "both"]


@dataclass(frozen=True, kw_only=True)
class Way:
    """How to write. ``connections`` null: all drawn arrows. ``namespaces`` null: all with pods, but not ``kube-`` ones.

    ``keep``: the policies that are there stay beside the new ones; otherwise those of the namespaces make way.
    """

    connections: tuple[str, ...] | None = None
    sides: Sides = "both"
    default_deny: bool = True
    dns: bool = True
    keep: bool = False
    namespaces: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class Written:
    """What ``edit_policies`` takes to do it, how the drawn arrows turn out, and what is not as wished all the same."""

    texts: tuple[PolicyText, ...]
    removed: tuple[Removal, ...]
    arrows: tuple[ArrowTurn, ...]
    deviations: tuple[Deviation, ...]


def write(board: Board, way: Way, was: Judged | None = None) -> Written:
    """Plans it on the saved texts. ``was``: what holds on these, where that is known.

    Raises NetpolError: ``unknown_object``, ``nothing_wished``, ``unknown_namespace``, ends that no policy can be
    written for, and policies that cannot be read.
    """
    policies, faults = policies_of(board, {})
    if faults:
        raise NetpolError(faults)
    cluster = cluster_of(board)
    manner = Manner(way.sides, way.default_deny, way.dns, way.namespaces)
    _check(board, way)
    scope = manner.scope(cluster)
    kept = [policy for policy in policies if way.keep or policy.namespace not in scope]
    made = fulfil(cluster, [_wish(board, arrow) for arrow in _wished(board, way)], manner, kept)
    going = {} if way.keep else {f"{p.namespace}/{p.name}": p for p in board.policies.values() if p.namespace in scope}
    texts = []
    for text, policy in zip(made.texts, made.policies, strict=True):
        held = going.pop(policy.ref, None)
        texts.append(
            PolicyText(id=held.id if held else new_id(board, None), text=text, base=held.text if held else None)
        )
    removed = tuple(Removal(id=gone.id, base=gone.text) for gone in going.values())
    params = {"texts": as_json(texts), "removed": as_json(removed)}
    after = apply(board, commands.plan(board, "edit_policies", params).change)
    turns = tuple(turn for turn in compare(board, after, was).arrows if turn.before != turn.after)
    return Written(texts=tuple(texts), removed=removed, arrows=turns, deviations=made.deviations)


def _check(board: Board, way: Way) -> None:
    spaces = {space.name for space in board.namespaces.values()}
    refuse(
        fault("unknown_namespace", f"There is no namespace {name[:80]} on the board.", f"namespaces[{at}]", name[:80])
        for at, name in enumerate(way.namespaces or ())
        if name not in spaces
    )
    if not (board.connections if way.connections is None else way.connections):
        refuse([fault("nothing_wished", "Draw the connections that shall pass first.", "connections")])


def _wished(board: Board, way: Way) -> Iterator[ConnectionRecord]:
    if way.connections is None:
        yield from board.connections.values()
    for at, key in enumerate(way.connections or ()):
        yield known(board.connections, key, "connection", f"connections[{at}]")


def _wish(board: Board, arrow: ConnectionRecord) -> Wish:
    ends = [
        board.hosts[end].address if end in board.hosts else board.place_name(end)
        for end in (arrow.source, arrow.destination)
    ]
    return Wish(ends[0], ends[1], PortSet.of(arrow.protocol, Intervals.of((arrow.port, arrow.port))))
