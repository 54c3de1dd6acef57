"""Problems as JSON."""

from __future__ import annotations

from editor.analysis.linting import Linted
from editor.cli.answers import print_json


def show(found: Linted) -> None:
    """``{"problems": [...], "warnings": [...]}``; an ignored problem has the reason in ``ignored``."""
    print_json(
        {
            "problems": [problem.as_json() for problem in found.problems],
            "warnings": [fault.as_json() for fault in found.warnings],
        }
    )
