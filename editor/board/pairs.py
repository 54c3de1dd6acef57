"""All pairs of two boards, drawn or not: which connections were gained and lost, on which ports, by which rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypedDict

from editor.analysis.pair_turns import PairTurn, PairTurns, pair_turns
from editor.analysis.pairs_markdown import Explained
from editor.analysis.responsible import Responsibility, Responsible
from editor.board.project import cluster_of, policies_of
from editor.board.records import Board
from editor.engine.difference import State
from editor.engine.verdict import PolicyReason

MOST_EXPLAINED = 1000
"""Of the pairs that differ so many are listed, each with its rules; all are counted."""

Ports = dict[str, list[str]]


class OutsideRow(TypedDict):
    """A row of outside addresses."""

    cidrs: list[str]


class Because(TypedDict):
    """A policy's part: ``rule`` (and ``peer``) lets through; without one it stops. ``file`` is the policy's id."""

    policy: str
    rule: str | None
    peer: str | None
    file: str | None
    line: int | None


@dataclass(frozen=True, kw_only=True)
class Responsibles:
    """For a part of what a pair gained (``gained``) or lost: the rules that let it through, the policies that stop it.

    The former act on the side of the comparison where it passes, the latter on the other.
    """

    gained: bool
    ports: Ports
    allowed_by: tuple[Because, ...]
    stopped_by: tuple[Because, ...]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """From one workload or outside block to another: what passed, what passes, and what the difference comes from.

    Rows as in the matrix: a name, or ``{"cidrs": [...]}``.
    """

    source: str | OutsideRow
    destination: str | OutsideRow
    turn: Literal["gained", "lost", "changed", "unchanged"]
    before: Ports
    after: Ports
    gained: Ports
    lost: Ports
    why: tuple[Responsibles, ...] = ()


@dataclass(frozen=True)
class Pairs:
    """``explained``: the flips of the first of them, with the rules responsible, by the pair."""

    turns: PairTurns
    explained: Mapping[PairTurn, tuple[Explained, ...]] = field(repr=False)

    def listed(self) -> tuple[Pair, ...]:
        """Those that differ, as far as they are explained."""
        return tuple(_pair(turn, told) for turn, told in self.explained.items())

    def alike(self) -> tuple[Pair, ...]:
        """Those that are as before, the first of them."""
        return tuple(_pair(turn, ()) for turn in self.turns.alike)

    @property
    def left_out(self) -> int:
        """How many differ and are not listed."""
        return len(self.turns.differing) - len(self.explained)

    def flips(self) -> list[Explained]:
        """All that is explained, in order."""
        return [one for told in self.explained.values() for one in told]


def pairs_of(old: Board, new: Board) -> Pairs | None:
    """All pairs of two boards by the saved texts; None while a policy of either cannot be read."""
    was, now = _state(old), _state(new)
    if was is None or now is None:
        return None
    turns, responsibility = pair_turns(was, now), Responsibility(was, now)
    explained = {
        turn: tuple((flip, responsibility.of(flip)) for flip in turn.flips())
        for turn in turns.differing[:MOST_EXPLAINED]
    }
    return Pairs(turns, explained)


def _state(board: Board) -> State | None:
    policies, faults = policies_of(board, {})
    return None if faults else State(cluster_of(board), policies)


def _pair(turn: PairTurn, told: tuple[Explained, ...]) -> Pair:
    return Pair(
        source=turn.source.as_json(),  # type: ignore[arg-type]
        destination=turn.destination.as_json(),  # type: ignore[arg-type]
        turn=turn.turn,  # type: ignore[arg-type]
        before=turn.before.as_json(),
        after=turn.after.as_json(),
        gained=turn.gained.as_json(),
        lost=turn.lost.as_json(),
        why=tuple(_why(part, gained=flip.opened) for flip, parts in told for part in parts),
    )


def _why(part: Responsible, *, gained: bool) -> Responsibles:
    return Responsibles(
        gained=gained,
        ports=part.ports.as_json(),
        allowed_by=tuple(map(_reason, part.allowed_by)),
        stopped_by=tuple(map(_reason, part.stopped_by)),
    )


def _reason(one: PolicyReason) -> Because:
    place = one.peer_place if one.peer else one.place
    return {"policy": one.policy, "rule": one.rule, "peer": one.peer, "file": place.file, "line": place.line}
