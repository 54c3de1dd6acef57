"""Problems as SARIF 2.1.0, the format that code scanning takes."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from editor.analysis.linting import Linted
from editor.analysis.problem import ERROR, WARNING, Problem
from editor.analysis.problems import every
from editor.cli.answers import print_json

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {ERROR: "error", WARNING: "warning"}


def show(found: Linted) -> None:
    """One run, with a rule for every id; ignored problems are results with a suppression."""
    checks = every()
    numbers = {check.id: at for at, check in enumerate(checks)}
    rules = [{"id": check.id, "shortDescription": {"text": check.summary}} for check in checks]
    results = [_result(problem, numbers[problem.id]) for problem in found.problems]
    # Columns are counted in characters, not in the format's own default of UTF-16 units.
    run = {"tool": {"driver": {"name": "netpol", "rules": rules}}, "columnKind": "unicodeCodePoints"}
    print_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [{**run, "results": results}]})


def _result(problem: Problem, number: int) -> dict[str, Any]:
    text = f"{problem.policy}: {problem.message}" if problem.policy else problem.message
    told: dict[str, Any] = {
        "ruleId": problem.id,
        "ruleIndex": number,
        "level": _LEVELS.get(problem.severity, "note"),
        "message": {"text": f"{text} {problem.why}"},
    }
    if problem.place.file is not None:
        told["locations"] = [_location(problem)]
    if problem.ignored is not None:
        told["suppressions"] = [{"kind": "inSource", "justification": problem.ignored}]
    return told


def _location(problem: Problem) -> dict[str, Any]:
    place = problem.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote((place.file or "").replace("\\", "/"))}}
    if place.line is not None:
        region = {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line}
        physical["region"] = {name: value for name, value in region.items() if value is not None}
    return {"physicalLocation": physical}
