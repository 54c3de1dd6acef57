"""Problems as commands of a GitHub workflow, which shows them beside the lines of a pull request."""

from __future__ import annotations

from editor.analysis.linting import Linted
from editor.analysis.problem import ERROR, WARNING, Problem

_COMMANDS = {ERROR: "error", WARNING: "warning"}


def show(found: Linted) -> None:
    """One annotation for each problem that nobody ignored."""
    for problem in found.problems:
        if problem.ignored is None:
            print(_annotation(problem))


def _annotation(problem: Problem) -> str:
    place = problem.place
    given = (
        ("file", place.file),
        ("line", place.line),
        ("endLine", place.end_line),
        ("col", place.column),
        ("title", problem.id),
    )
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in given if value is not None)
    text = f"{problem.policy}: {problem.message}" if problem.policy else problem.message
    return f"::{_COMMANDS.get(problem.severity, 'notice')} {properties}::{_text(text)}"


def _text(text: str) -> str:
    """As the toolkit of GitHub Actions escapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
