"""Two boards, or two revisions of one, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editor.board.comparison import ArrowTurn, PolicyDiff, Thing
from editor.board.pairs import Pair
from editor.wire.messages import Snapshot
from editor.wire.verdicts import PodIsolation


@dataclass(frozen=True, kw_only=True)
class ComparedSide:
    """One of the two that are compared: a revision of a board, or manifests (``board`` and ``revision`` are null)."""

    name: str
    board: str | None
    revision: int | None


@dataclass(frozen=True, kw_only=True)
class ComparedPairs:
    """All pairs, drawn or not, by workload. ``listed``: those that differ; ``left_out`` more are counted alone.

    ``gained``, ``lost`` and ``unchanged`` count pairs with anything gained, lost, or as before; ``alike`` lists the
    first of the latter.
    """

    listed: tuple[Pair, ...]
    left_out: int
    gained: int
    lost: int
    unchanged: int
    alike: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True)
class ComparisonAnswer:
    """What differs from ``old`` to ``new``; ``from`` and ``to`` are their revisions.

    ``pairs``: all pairs, where they were asked for; null while a policy cannot be read. ``snapshot``: the board at
    ``new``, or both on one canvas where they are not of one board, when it was asked for. ``isolation``: of its pods.
    ``markdown``: the same for a pull request; ``summary``: one line of it.
    """

    from_: int | None
    to: int | None
    old: ComparedSide
    new: ComparedSide
    summary: str
    things: tuple[Thing, ...]
    arrows: tuple[ArrowTurn, ...]
    policies: tuple[PolicyDiff, ...]
    pairs: ComparedPairs | None
    isolation: Mapping[str, PodIsolation]
    snapshot: Snapshot | None
    markdown: str
