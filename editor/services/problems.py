"""Problems of a board, and of manifests that are on none."""

from __future__ import annotations

from typing import Any

from editor.analysis.linting import Linted, lint
from editor.analysis.written import written_of
from editor.engine.errors import gathered
from editor.engine.options import Options
from editor.lessons.lesson import PROBLEMS
from editor.manifests.load import read_strict
from editor.manifests.reading import Reading
from editor.manifests.sources import Source
from editor.models import Board as BoardRow
from editor.services import closed, drafts, evaluation, watches

NAME = "manifests"


def of_board(row: BoardRow) -> dict[str, Any]:
    """The problems of a board at its revision, drafts included. Raises NetpolError ``predicting``, ``not_offered``."""
    closed.refuse_verdicts(row)
    closed.refuse_tool(row, PROBLEMS)
    found = watches.look(row, evaluation.state(row), drafts.good_texts(row))
    return {"revision": row.revision, **_json(found)}


def in_manifests(manifests: str, options: object = None) -> dict[str, Any]:
    """The problems of manifests. Raises NetpolError with every fault."""
    reading, chosen = gathered(lambda: _read(manifests), lambda: Options.from_json(options))
    return _json(lint(reading.cluster(), written_of(reading), {NAME: manifests}, chosen))


def _read(manifests: str) -> Reading:
    return read_strict([Source(NAME, manifests)])


def _json(found: Linted) -> dict[str, Any]:
    return {
        "problems": [problem.as_json() for problem in found.problems],
        "warnings": [fault.as_json() for fault in found.warnings],
    }
