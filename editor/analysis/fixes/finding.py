"""Finding the fixes of an arrow: candidates made, tried, proven by the plain judge, and ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from editor.analysis.fixes.candidate import Candidate, unique
from editor.analysis.fixes.closing import closings
from editor.analysis.fixes.ends import only
from editor.analysis.fixes.fix import Fix, PolicyChange
from editor.analysis.fixes.opening import openings
from editor.analysis.fixes.standing import Asked, Standing
from editor.analysis.flips import Flip, Flips
from editor.analysis.rehearsal import Rehearsal
from editor.engine.cluster import Pod
from editor.engine.errors import NetpolError
from editor.engine.judge import judge
from editor.engine.matching import selects
from editor.engine.parties import Endpoint
from editor.engine.policies import EGRESS, INGRESS, Policy
from editor.engine.ports import Intervals, PortSet
from editor.engine.reachability import unstoppable
from editor.engine.verdict import Verdict
from editor.engine.workloads import Row
from editor.manifests.load import read_policy
from editor.manifests.patch import PolicyEdit, apply_edits

MOST = 8
MOST_TRIED = 40
MOST_OF_A_SIDE = 4
"""Where both sides are shut, so many of the best for each are put together."""
NEW = "new policy"


@dataclass(frozen=True, slots=True)
class Found:
    """``allowed``: whether the arrow passes now. ``reason`` says why there is no fix, None where there are."""

    allowed: bool | None
    fixes: tuple[Fix, ...]
    reason: str | None = None

    def as_json(self) -> dict[str, Any]:
        """``{"allowed", "fixes", "reason"}``."""
        return {"allowed": self.allowed, "fixes": [fix.as_json() for fix in self.fixes], "reason": self.reason}


@dataclass(frozen=True, slots=True)
class _Tried:
    candidate: Candidate
    changes: tuple[PolicyChange, ...]
    policies: tuple[Policy, ...]


def find_fixes(standing: Standing, asked: Asked) -> Found:
    """The fixes of an arrow, the best first; each confirmed by the plain judge with exactly what else it flips.

    Raises NetpolError ``bad_query`` when neither end is a pod.
    """
    now = _verdict(standing, standing.policies, asked)
    if now.allowed is asked.want:
        return Found(now.allowed, (), f"It is {'allowed' if now.allowed else 'blocked'} already.")
    if now.allowed is None:
        return Found(None, (), "No policy decides on this protocol.")
    if not asked.want and unstoppable(asked.source, asked.destination, standing.options):
        return Found(now.allowed, (), "No policy can stop this connection.")
    rehearsal = Rehearsal(standing.state())
    candidates = _opening(standing, rehearsal, asked, now) if asked.want else _closing(standing, asked)
    proven = [one for one in _tried(standing, candidates) if _proven(standing, one, asked)]
    found = sorted((_fix(standing, rehearsal, one, asked) for one in proven), key=lambda fix: fix.rank)
    return Found(now.allowed, tuple(found[:MOST]), None if found else "No edit of the policies' texts does this.")


def _verdict(standing: Standing, policies: Iterable[Policy], asked: Asked) -> Verdict:
    ends = asked.source, asked.destination
    return judge(standing.cluster, list(policies), *ends, asked.protocol, asked.port, standing.options)


def _opening(standing: Standing, rehearsal: Rehearsal, asked: Asked, now: Verdict) -> list[Candidate]:
    shut = [
        direction
        for direction, side in ((EGRESS, now.egress), (INGRESS, now.ingress))
        if side is not None and not side.allowed
    ]
    sides = [
        unique(one for attempt in standing.attempts(asked, direction) for one in openings(standing, attempt))
        for direction in shut
    ]
    if len(sides) == 1:
        return sides[0]
    best = [_best(standing, rehearsal, side, asked) for side in sides]
    return [one.also(other) for one in best[0] for other in best[1]]


def _best(standing: Standing, rehearsal: Rehearsal, side: list[Candidate], asked: Asked) -> list[Candidate]:
    """The candidates of one of two shut sides that flip the least by themselves."""
    ranked = [
        (_fix(standing, rehearsal, one, asked).rank, n, one.candidate) for n, one in enumerate(_tried(standing, side))
    ]
    return [candidate for _, _, candidate in sorted(ranked, key=lambda one: one[:2])[:MOST_OF_A_SIDE]]


def _closing(standing: Standing, asked: Asked) -> list[Candidate]:
    return unique(
        one
        for direction in (INGRESS, EGRESS)
        for attempt in standing.attempts(asked, direction)
        for one in closings(standing, attempt)
    )


def _tried(standing: Standing, candidates: Iterable[Candidate]) -> Iterator[_Tried]:
    """Those that can be written, each text once."""
    seen: set[tuple[str, ...]] = set()
    for candidate in list(candidates)[:MOST_TRIED]:
        try:
            tried = _written(standing, candidate)
        except NetpolError:
            continue  # written in a way that no edit of single lines can follow
        texts = tuple(change.text for change in tried.changes)
        if tried.changes and texts not in seen:
            seen.add(texts)
            yield tried


def _written(standing: Standing, candidate: Candidate) -> _Tried:
    changes: list[PolicyChange] = []
    policies: list[Policy] = []
    for held in standing.held:
        edits = candidate.edits.get(held.policy.ref)
        if edits is None or held.text is None:
            policies.append(held.policy)
            continue
        text = apply_edits(held.text, [PolicyEdit(**edit) for edit in edits])
        policies.append(read_policy(text, held.key))
        changes.append(PolicyChange(held.policy.ref, held.key, held.text, text, edits))
    for text in candidate.added:
        policies.append(read_policy(text, NEW))
        changes.append(PolicyChange(policies[-1].ref, None, None, text))
    return _Tried(candidate, tuple(changes), tuple(policies))


def _proven(standing: Standing, tried: _Tried, asked: Asked) -> bool:
    return _verdict(standing, tried.policies, asked).allowed is asked.want


def _fix(standing: Standing, rehearsal: Rehearsal, tried: _Tried, asked: Asked) -> Fix:
    others = tuple(rest for one in rehearsal.flips(tried.policies).all if (rest := _beside(one, asked)) is not None)
    changed = {change.policy for change in tried.changes}
    breadth = sum(selects(one, pod) for one in tried.policies if one.ref in changed for pod in standing.cluster.pods)
    return Fix(tried.candidate.title, tried.candidate.weight, tried.changes, Flips(others), breadth)


def _beside(flip: Flip, asked: Asked) -> Flip | None:
    """A flip without the arrow that was asked for; None when nothing else is left of it."""
    if not (_holds(flip.source, asked.source) and _holds(flip.destination, asked.destination)):
        return flip
    rest = flip.ports - PortSet.of(asked.protocol, Intervals.of((asked.port, asked.port)))
    return replace(flip, ports=rest) if rest else None


def _holds(row: Row, end: Endpoint) -> bool:
    """Whether a row of the matrix is that end; replicas that fare alike are flipped together with the one asked."""
    if not isinstance(end, Pod):
        return row.name is None and [str(network) for network in row.cidrs] == [only(end.address)]
    owner = None if end.owner is None else f"{end.namespace}/{end.owner.name}"
    return row.name is not None and row.name in (end.ref, owner)
