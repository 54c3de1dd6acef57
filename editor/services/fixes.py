"""Fixes of an arrow, on a board and in manifests that are on none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from editor.analysis.fixes.areas import find_area_fixes
from editor.analysis.fixes.finding import find_fixes
from editor.analysis.fixes.manner import Manner
from editor.analysis.fixes.reading import standing_of
from editor.analysis.fixes.standing import Asked, Held, Standing
from editor.board.policies import understood
from editor.board.records import Board
from editor.board.world import World, world_of
from editor.engine.cluster import Pod
from editor.engine.errors import Fault, NetpolError, Place, gathered
from editor.engine.options import DEFAULTS, Options
from editor.engine.parties import Endpoint
from editor.engine.policies import Policy
from editor.engine.queries import resolve
from editor.engine.reachability import unstoppable
from editor.lessons.lesson import DRAW, FIXES
from editor.manifests.load import read_strict
from editor.manifests.sources import Source
from editor.models import Board as BoardRow
from editor.services import closed, drafts, evaluation
from editor.wire.fixes import FixesBody


def of_board(row: BoardRow, asked: FixesBody) -> dict[str, Any]:
    """The fixes of an arrow on a board, drafts included: what is being typed counts, and is not edited.

    Raises NetpolError ``unknown_place``, ``ambiguous_place`` or ``bad_query``; ``predicting`` or ``not_offered``.
    """
    closed.refuse_verdicts(row)
    closed.refuse_tool(row, FIXES, DRAW)
    board, texts = evaluation.state(row), drafts.good_texts(row)
    typed = {state.policy for state in drafts.states(row) if state.text is not None}
    world = world_of(board)
    standing = Standing(world.cluster, tuple(_held(board, texts, typed)))
    manner = Manner(asked.where, asked.width)
    if asked.source in board.namespaces or asked.destination in board.namespaces:
        pairs = _pairs(asked, *(_area(board, world, place, standing) for place in (asked.source, asked.destination)))
        return find_area_fixes(standing, pairs, _wide(board, asked, manner)).as_json()
    ends = _ends(asked, lambda place: _end(world, place, standing.policies))
    return find_fixes(standing, Asked(*ends, asked.protocol, asked.port, asked.want), manner).as_json()


def in_manifests(manifests: str, asked: FixesBody, options: object = None) -> dict[str, Any]:
    """The fixes of an arrow in manifests. Raises NetpolError with every fault."""
    reading, chosen = gathered(
        lambda: read_strict([Source("manifests", manifests)]), lambda: Options.from_json(options)
    )
    standing = standing_of(reading, chosen)
    ends = _ends(asked, lambda place: resolve(standing.cluster, place, standing.policies))
    wanted = Asked(*ends, asked.protocol, asked.port, asked.want)
    return find_fixes(standing, wanted, Manner(asked.where, asked.width)).as_json()


def _area(board: Board, world: World, place: str, standing: Standing) -> list[Endpoint]:
    """All running pods of a namespace by its id, or the one end of that name."""
    if place not in board.namespaces:
        return [_end(world, place, standing.policies)]
    name = board.namespaces[place].name
    return [pod for pod in standing.cluster.pods if pod.namespace == name]


def _pairs(asked: FixesBody, sources: Sequence[Endpoint], destinations: Sequence[Endpoint]) -> list[Asked]:
    """The connections between two areas that policies can decide. Raises NetpolError ``nothing_between``."""
    found = [
        Asked(source, destination, asked.protocol, asked.port, asked.want)
        for source in sources
        for destination in destinations
        if (isinstance(source, Pod) or isinstance(destination, Pod)) and not unstoppable(source, destination, DEFAULTS)
    ]
    if not found:
        message = "Between these two is no connection that a policy could decide: a namespace without pods has none."
        raise NetpolError([Fault("nothing_between", message, Place(path="source"))])
    return found


def _wide(board: Board, asked: FixesBody, manner: Manner) -> Manner:
    """A namespace is named as a whole, unless more is asked for."""
    spaces = asked.source in board.namespaces, asked.destination in board.namespaces
    other = {"ingress": spaces[0], "egress": spaces[1]}.get(manner.where, any(spaces))
    return replace(manner, width="namespace") if other and manner.width == "labels" else manner


def _held(board: Board, texts: Mapping[str, str], typed: AbstractSet[str]) -> Iterator[Held]:
    """The policies that have a meaning; a verdict speaks of no other."""
    for record in board.policies.values():
        meaning = understood(texts.get(record.id, record.text), record.id).meaning
        if meaning is not None:
            yield Held(meaning, None if record.id in typed else record.text, record.id)


def _end(world: World, place: str, policies: Sequence[Policy]) -> Endpoint:
    if place in world.pods or place in world.hosts:
        return world.end(place)
    named = next((host for host in world.hosts.values() if host.name == place), None)
    return named if named is not None else resolve(world.cluster, place, policies)


def _ends(asked: FixesBody, end: Callable[[str], Endpoint]) -> tuple[Endpoint, Endpoint]:
    """Both ends, or the faults of both with the fields that they are of."""
    found: list[Endpoint] = []
    faults: list[Fault] = []
    for name, place in (("source", asked.source), ("destination", asked.destination)):
        try:
            found.append(end(place))
        except NetpolError as wrong:
            faults.extend(replace(fault, place=Place(path=name)) for fault in wrong.faults)
    if faults:
        raise NetpolError(faults)
    return found[0], found[1]
