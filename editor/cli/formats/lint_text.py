"""Problems for a person to read."""

from __future__ import annotations

from editor.analysis.linting import Linted
from editor.analysis.problem import SEVERITIES, Problem
from editor.analysis.words import counted
from editor.cli.answers import line_of
from editor.cli.colours import FAINT, RED, YELLOW, rule, say

_COLOURS = {"error": RED, "warning": YELLOW, "hint": FAINT}


def show(found: Linted) -> None:
    """A line for each problem, what mends it, and once why it matters; those that are ignored are counted."""
    told = [problem for problem in found.problems if problem.ignored is None]
    explained: set[tuple[str, str]] = set()
    for problem in told:
        _show(problem, explain=(problem.id, problem.why) not in explained)
        explained.add((problem.id, problem.why))
    counts = [(kind, sum(problem.severity == kind for problem in told)) for kind in SEVERITIES]
    words = ", ".join(counted(count, kind) for kind, count in counts)
    ignored = len(found.problems) - len(told)
    print(words + (f", {ignored} ignored" if ignored else ""))


def _show(problem: Problem, *, explain: bool) -> None:
    policy = f"{problem.policy}: " if problem.policy else ""
    # The place in front may hold any word, so that the severity alone is coloured.
    severity = rule(rf"(?<![^ ]){problem.severity}(?=: )", _COLOURS[problem.severity])
    say([f"{line_of(problem.place)}{problem.severity}: {policy}{problem.message} [{problem.id}]"], severity)
    if explain:
        say([f"    {problem.why}"], rule(".+", FAINT))
    if problem.fix:
        print(f"    Fix: {problem.fix.title}.")
