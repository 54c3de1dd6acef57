"""What turns a verdict round, for ``netpol explain --fixes``."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.fixes.finding import Found, find_fixes
from editor.analysis.fixes.standing import Asked, Standing
from editor.engine.queries import resolve
from editor.engine.services import PREFIX
from editor.engine.verdict import Verdict

MOST_FLIPS = 5
"""Flips named under each fix; all of them are in the JSON form."""


def fixes_of(standing: Standing, verdict: Verdict) -> Found:
    """The fixes of what was asked. Raises NetpolError for places that stand for unlike pods."""
    if verdict.destination.startswith(PREFIX):
        return Found(verdict.allowed, (), "Name a pod or workload behind the Service.")
    if verdict.port is None or verdict.allowed is None:
        return Found(None, (), "No policy decides on this protocol.")
    source, destination = (
        resolve(standing.cluster, place, standing.policies) for place in (verdict.source, verdict.destination)
    )
    return find_fixes(standing, Asked(source, destination, verdict.protocol, verdict.port, not verdict.allowed))


def fix_lines(found: Found) -> Iterator[str]:
    """A numbered line for each fix, its diffs, and the first of what else flips."""
    if found.reason is not None:
        yield f"fixes: {found.reason}"
    for number, fix in enumerate(found.fixes, 1):
        yield f"fix {number}: {fix.sentence()}"
        for one in fix.others.all[:MOST_FLIPS]:
            yield f"  also: {one}"
        if len(fix.others.all) > MOST_FLIPS:
            yield f"  and {len(fix.others.all) - MOST_FLIPS} more"
        for change in fix.changes:
            for line in change.diff().splitlines():
                yield f"    {line}"
