"""Fixes of many arrows at once, such as from all pods of a namespace: found for one, and gone on with for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.analysis.fixes.finding import MOST, Found, beside, find_fixes
from editor.analysis.fixes.fix import Fix, PolicyChange
from editor.analysis.fixes.manner import Manner
from editor.analysis.fixes.standing import Asked, Held, Standing
from editor.analysis.flips import Flip, Flips
from editor.analysis.rehearsal import Rehearsal
from editor.engine.matching import selects
from editor.engine.policies import Policy
from editor.engine.reachability import reach
from editor.manifests.load import read_policy

MOST_FIRST = 3
"""So many of the best fixes of the first arrow are gone on with."""
MOST_STEPS = 24
NEW = "new policy"


@dataclass(frozen=True, slots=True)
class _Way:
    """Fixes of single arrows, made one after the other."""

    fixes: tuple[Fix, ...]
    standing: Standing


def find_area_fixes(standing: Standing, asked: Sequence[Asked], manner: Manner) -> Found:
    """The fixes that turn all of ``asked`` (of one port, one ``want``), the best first, with what else they flip.

    ``allowed`` is None where some pass and some do not.
    """
    want = asked[0].want
    waiting = _waiting(standing, asked)
    now = want if not waiting else not want if len(waiting) == len(asked) else None
    if not waiting and manner.where == "needed":
        return Found(now, (), f"All of it is {'allowed' if want else 'blocked'} already.")
    first = (waiting or asked)[0]
    made: dict[tuple[str, ...], Fix] = {}
    reason = None
    for each in (manner, replace(manner, own="namespace")):
        begun = find_fixes(standing, first, each)
        reason = reason or begun.reason
        for fix in begun.fixes[:MOST_FIRST]:
            way = _finished(_after(_Way((), standing), fix), asked, each)
            if way is not None:
                whole = _composed(standing, way, asked)
                made.setdefault(tuple(change.text for change in whole.changes), whole)
    found = sorted(made.values(), key=lambda fix: fix.rank)
    return Found(now, tuple(found[:MOST]), None if found else reason or "No few edits of the policies' texts do this.")


def _waiting(standing: Standing, asked: Sequence[Asked]) -> list[Asked]:
    """Those that are not yet as wanted."""
    found = reach(standing.cluster, standing.policies, standing.options)
    return [
        one for one in asked if found.between(one.source, one.destination).has(one.protocol, one.port) is not one.want
    ]


def _finished(way: _Way, asked: Sequence[Asked], manner: Manner) -> _Way | None:
    """Goes on until all are as wanted; None when that does not end, or cannot."""
    needed = replace(manner, where="needed") if manner.where == "both" else manner
    for _ in range(MOST_STEPS):
        waiting = _waiting(way.standing, asked)
        if not waiting:
            return way
        fixes = find_fixes(way.standing, waiting[0], needed).fixes
        if not fixes:
            return None
        way = _after(way, fixes[0])
    return None


def _after(way: _Way, fix: Fix) -> _Way:
    changed = {change.policy: change for change in fix.changes}
    held = [
        replace(one, policy=read_policy(changed[one.policy.ref].text, one.key), text=changed[one.policy.ref].text)
        if one.policy.ref in changed
        else one
        for one in way.standing.held
    ]
    held += [Held(read_policy(one.text, NEW), one.text, NEW) for one in fix.changes if one.before is None]
    return _Way((*way.fixes, fix), replace(way.standing, held=tuple(held)))


def _composed(standing: Standing, way: _Way, asked: Sequence[Asked]) -> Fix:
    before = {one.policy.ref: one for one in standing.held}
    changes = tuple(_changes(before, way.standing.held))
    policies = way.standing.policies
    changed = {change.policy for change in changes}
    breadth = sum(selects(one, pod) for one in policies if one.ref in changed for pod in standing.cluster.pods)
    titles = list(dict.fromkeys(fix.title for fix in way.fixes))
    title = ", and ".join(one if at == 0 else f"{one[0].lower()}{one[1:]}" for at, one in enumerate(titles))
    weight = sum(fix.weight for fix in way.fixes)
    return Fix(title, weight, changes, Flips(tuple(_others(standing, policies, asked))), breadth)


def _changes(before: dict[str, Held], after: Sequence[Held]) -> Iterator[PolicyChange]:
    for one in after:
        old = before.get(one.policy.ref)
        if old is None:
            yield PolicyChange(one.policy.ref, None, None, one.text or "")
        elif old.text != one.text:
            yield PolicyChange(one.policy.ref, old.key, old.text, one.text or "")


def _others(standing: Standing, policies: Sequence[Policy], asked: Sequence[Asked]) -> Iterator[Flip]:
    for flip in Rehearsal(standing.state()).flips(policies).all:
        rest: Flip | None = flip
        for one in asked:
            rest = None if rest is None else beside(rest, one)
        if rest is not None:
            yield rest
