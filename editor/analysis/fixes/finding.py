"""Finding the fixes of an arrow: candidates made, tried, proven by the plain judge, and ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from editor.analysis.fixes.candidate import Candidate, unique
from editor.analysis.fixes.closing import closings
from editor.analysis.fixes.ends import fellows, only
from editor.analysis.fixes.fix import Fix, PolicyChange
from editor.analysis.fixes.manner import Manner
from editor.analysis.fixes.opening import openings
from editor.analysis.fixes.standing import Asked, Standing
from editor.analysis.flips import Flip, Flips
from editor.analysis.rehearsal import Rehearsal
from editor.engine.cluster import Pod
from editor.engine.errors import NetpolError
from editor.engine.judge import judge
from editor.engine.matching import selects
from editor.engine.parties import Endpoint
from editor.engine.policies import EGRESS, Policy
from editor.engine.ports import Intervals, PortSet
from editor.engine.reachability import unstoppable
from editor.engine.trials import Attempt
from editor.engine.verdict import Side, Verdict
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


PLAIN = Manner()


def find_fixes(standing: Standing, asked: Asked, manner: Manner = PLAIN) -> Found:
    """The fixes of an arrow, the best first; each confirmed by the plain judge with exactly what else it flips.

    With a side to write at, also what holds already is written down there. Raises NetpolError ``bad_query`` when
    neither end is a pod.
    """
    now = _verdict(standing, standing.policies, asked)
    if now.allowed is asked.want and manner.where == "needed":
        return Found(now.allowed, (), f"It is {'allowed' if now.allowed else 'blocked'} already.")
    if now.allowed is None:
        return Found(None, (), "No policy decides on this protocol.")
    if not asked.want and unstoppable(asked.source, asked.destination, standing.options):
        return Found(now.allowed, (), "No policy can stop this connection.")
    search = _Search(standing, asked, now, manner, Rehearsal(standing.state()))
    found = sorted(map(search.fix, search.opened() if asked.want else search.closed()), key=lambda fix: fix.rank)
    reason = None if found else " ".join(["No edit of the policies' texts does this.", *manner.told()])
    return Found(now.allowed, tuple(found[:MOST]), reason)


def _verdict(standing: Standing, policies: Iterable[Policy], asked: Asked) -> Verdict:
    ends = asked.source, asked.destination
    return judge(standing.cluster, list(policies), *ends, asked.protocol, asked.port, standing.options)


@dataclass(frozen=True, slots=True)
class _Search:
    """One question: what is asked, how, and what holds now."""

    standing: Standing
    asked: Asked
    now: Verdict
    manner: Manner
    rehearsal: Rehearsal

    def opened(self) -> Iterator[_Tried]:
        """What lets the arrow through."""
        sides = [
            unique(one for a in self._attempts(side) for one in openings(self.standing, a, self.manner))
            for side in self.manner.sides
            if self._lacks(side)
        ]
        if len(sides) > 1:
            sides = [self._together(sides)]
        for tried in _tried(self.standing, sides[0] if sides else ()):
            if self._after(tried).allowed:
                yield tried

    def closed(self) -> Iterator[_Tried]:
        """What stops it, and with it all that is meant: of a wider answer the whole namespace, or everyone."""
        sides: list[list[Candidate]] = []
        for direction in reversed(self.manner.sides):
            side = self._side(direction)
            if side is None or not side.allowed:
                continue
            made = unique(one for a in self._attempts(direction) for one in closings(self.standing, a, self.manner))
            shut = [one for one in _tried(self.standing, made) if self._shut(one, direction)]
            if self.manner.where != "both":
                yield from shut
            sides.append([one.candidate for one in shut])
        if self.manner.where == "both" and sides:
            pairs = self._together(sides) if len(sides) > 1 else sides[0]
            yield from (one for one in _tried(self.standing, pairs) if self._after(one).allowed is False)

    def fix(self, tried: _Tried) -> Fix:
        """The fix, with everything else that it flips."""
        told = (beside(one, self.asked) for one in self.rehearsal.flips(tried.policies).all)
        changed = {change.policy for change in tried.changes}
        breadth = sum(
            selects(one, pod) for one in tried.policies if one.ref in changed for pod in self.standing.cluster.pods
        )
        others = Flips(tuple(rest for rest in told if rest is not None))
        return Fix(tried.candidate.title, tried.candidate.weight, tried.changes, others, breadth)

    def _attempts(self, direction: str) -> Iterator[Attempt]:
        return self.standing.attempts(self.asked, direction)

    def _side(self, direction: str) -> Side | None:
        return self.now.egress if direction == EGRESS else self.now.ingress

    def _after(self, tried: _Tried) -> Verdict:
        return _verdict(self.standing, tried.policies, self.asked)

    def _lacks(self, direction: str) -> bool:
        """Whether a side wants a rule: it is shut, or it is asked for and no policy speaks there yet."""
        side = self._side(direction)
        if side is None:
            return False
        return not side.allowed or (self.manner.where != "needed" and not side.isolated)

    def _together(self, sides: list[list[Candidate]]) -> list[Candidate]:
        """The best of one side with the best of the other: those that flip the least by themselves."""
        one, other = (self._best(side) for side in sides)
        return [first.also(second) for first in one for second in other]

    def _best(self, side: Iterable[Candidate]) -> list[Candidate]:
        ranked = [(self.fix(one).rank, n, one.candidate) for n, one in enumerate(_tried(self.standing, side))]
        return [candidate for _, _, candidate in sorted(ranked, key=lambda one: one[:2])[:MOST_OF_A_SIDE]]

    def _shut(self, tried: _Tried, direction: str) -> bool:
        if self._after(tried).allowed is not False:
            return False
        if self.manner.width == "labels":
            return True
        attempt = next(self._attempts(direction))
        meant = fellows(self.standing.cluster, attempt.other, self.manner.width)
        source, destination = self.asked.source, self.asked.destination
        pairs = ((source, end) if direction == EGRESS else (end, destination) for end in meant)
        return all(self._stopped(tried, *pair) for pair in pairs)

    def _stopped(self, tried: _Tried, source: Endpoint, destination: Endpoint) -> bool:
        if unstoppable(source, destination, self.standing.options):
            return True
        asked = replace(self.asked, source=source, destination=destination)
        return _verdict(self.standing, tried.policies, asked).allowed is False


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


def beside(flip: Flip, asked: Asked) -> Flip | None:
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
