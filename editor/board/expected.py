"""Whether a board is as expected: every expectation judged, and the drawn arrows that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from editor.analysis.expectations.expectation import BLOCKED, EXACTLY, Expectation
from editor.analysis.expectations.judgement import UNCLEAR, Judgement
from editor.analysis.expectations.judging import judge_expectations
from editor.board.expectations import listed, understood
from editor.board.project import cluster_of, policies_of
from editor.board.records import Board, ConnectionRecord
from editor.board.world import World, world_of
from editor.engine.cluster import Pod
from editor.engine.errors import Fault
from editor.engine.parties import Endpoint

Mark = Literal["holds", "fails", "unclear"]
Verdicts = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Expected:
    """By expectation id its judgement; by id of a drawn connection whether it is as the expectations would have it."""

    judged: Mapping[str, Judgement]
    arrows: Mapping[str, Mark]
    spoken_of: Mapping[str, tuple[str, ...]]


def expected(board: Board, drafts: Mapping[str, str], verdicts: Verdicts) -> Expected:
    """Judges every expectation, with drafts (text by policy id) in place; ``verdicts`` by connection, as they are.

    While a policy cannot be read everything is unclear.
    """
    records = listed(board)
    wanted = {one.id: understood(one.item) for one in records}
    policies, faults = policies_of(board, drafts)
    if faults:
        judged = {key: Judgement(one, UNCLEAR, faults=_unreadable(faults)) for key, one in wanted.items()}
    else:
        found = judge_expectations(cluster_of(board), policies, wanted.values())
        judged = dict(zip(wanted, found, strict=True))
    world = world_of(board)
    spoken_of = {key: tuple(_spoken_of(board, world, one)) for key, one in wanted.items()}
    return Expected(judged, dict(_marks(board, world, wanted, spoken_of, verdicts)), spoken_of)


def _unreadable(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(
        Fault("unreadable_policy", f"A policy cannot be read: {fault.message}", fault.place) for fault in faults
    )


def _spoken_of(board: Board, world: World, one: Expectation) -> Iterator[str]:
    for arrow in board.connections.values():
        source, destination = world.end(arrow.source), world.end(arrow.destination)
        takes = _takes(one, world, source, destination)
        if takes and (one.expect == EXACTLY or one.asked(destination).has(arrow.protocol, arrow.port)):
            yield arrow.id


def _takes(one: Expectation, world: World, source: Endpoint, destination: Endpoint) -> bool:
    ends = ((one.source, source), (one.destination, destination))
    return all(
        end.takes_pod(place, world.cluster.namespace_labels(place.namespace))
        if isinstance(place, Pod)
        else end.takes_address(place.address)
        for end, place in ends
    )


def _marks(
    board: Board,
    world: World,
    wanted: Mapping[str, Expectation],
    spoken_of: Mapping[str, tuple[str, ...]],
    verdicts: Verdicts,
) -> Iterator[tuple[str, Mark]]:
    """An arrow fails when it is against any expectation that speaks of it."""
    by_arrow: dict[str, list[bool]] = {}
    for key, arrows in spoken_of.items():
        for arrow_id in arrows:
            arrow = board.connections[arrow_id]
            by_arrow.setdefault(arrow_id, []).append(_passes(wanted[key], world, arrow))
    for arrow_id, wishes in by_arrow.items():
        allowed = verdicts[arrow_id]["allowed"]
        if allowed is None:
            yield arrow_id, "unclear"
        else:
            yield arrow_id, "holds" if all(wish == allowed for wish in wishes) else "fails"


def _passes(one: Expectation, world: World, arrow: ConnectionRecord) -> bool:
    """Whether the expectation wants this arrow to pass."""
    if one.expect == EXACTLY:
        return one.asked(world.end(arrow.destination)).has(arrow.protocol, arrow.port)
    return one.expect != BLOCKED
