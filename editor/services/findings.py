"""What is found on a board again and again: its problems, and whether it is as expected.

Reading takes the database; looking takes time. So they are two steps, and only the first stands in line with the edits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from editor.board.records import Board
from editor.lessons.lesson import PROBLEMS
from editor.models import Board as BoardRow
from editor.services import access, closed, drafts, evaluation, expectations, watches


@dataclass(frozen=True)
class Standing:
    """A board at a revision, with its drafts' versions and the ``texts`` among them that have a meaning, by policy id.

    ``shut``: a prediction is asked for, so that nothing is told. ``offered``: its lesson offers the problems.
    """

    row: BoardRow
    drafts: Mapping[str, int]
    board: Board
    texts: Mapping[str, str]
    shut: bool
    offered: bool


def stand(board_id: str | UUID) -> Standing:
    """How a board stands now. Raises NoSuchBoardError."""
    row = access.open_board(board_id)
    shut, offered = closed.predicting(row), closed.offers(row, PROBLEMS)
    # The versions first: what is typed meanwhile is then looked for once more, never passed over.
    versions = drafts.versions(row)
    return Standing(row, versions, evaluation.state(row), drafts.good_texts(row), shut, offered)


def problems(now: Standing) -> dict[str, list[dict[str, Any]]]:
    """Its problems as JSON by policy id, in their order; under the empty id those that stand in no policy.

    Needs no database.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    if now.shut or not now.offered:
        return found
    for problem in watches.look(now.row, now.board, now.texts).problems:
        found.setdefault(problem.place.file or "", []).append(problem.as_json())
    return found


def results(now: Standing) -> dict[str, Any]:
    """Its expectations judged, as ``expectations.results``. Needs no database."""
    if now.shut:
        return {"revision": now.row.revision, "results": [], "arrows": {}}
    return expectations.judged(now.row, now.board, now.texts)
