"""Policies from wishes: of a board's arrows, and of manifests with a list of connections."""

from __future__ import annotations

from typing import Any

from editor.analysis.wishes.proof import fulfil
from editor.analysis.wishes.wish import Manner, Wish
from editor.board.shapes import as_json
from editor.board.wishes import Way, write
from editor.engine.ports import Intervals, PortSet
from editor.lessons.lesson import FIXES
from editor.manifests.load import read_strict
from editor.manifests.sources import Source
from editor.models import Board as BoardRow
from editor.services import closed, evaluation
from editor.wire.manifests import ManifestWishesBody


def for_board(row: BoardRow, way: Way) -> dict[str, Any]:
    """What writing the policies would do; nothing is done.

    Raises as ``board.wishes.write``, or NetpolError ``predicting`` or ``not_offered``.
    """
    closed.refuse_verdicts(row)
    closed.refuse_tool(row, FIXES)
    board = evaluation.state(row)
    found = write(board, way, evaluation.evaluate(row, board, {}).judged)
    return {
        "revision": row.revision,
        "texts": as_json(found.texts),
        "removed": as_json(found.removed),
        "arrows": as_json(found.arrows),
        "deviations": [one.as_json() for one in found.deviations],
    }


def in_manifests(asked: ManifestWishesBody) -> dict[str, Any]:
    """The policies for the wishes, on the pods of the manifests. Raises NetpolError with every fault."""
    reading = read_strict([Source("manifests", asked.manifests)])
    wishes = [
        Wish(one.source, one.destination, PortSet.of(one.protocol, Intervals.of((one.port, one.port))))
        for one in asked.wishes
    ]
    manner = Manner(asked.sides, asked.default_deny, asked.dns, asked.namespaces)
    return fulfil(reading.cluster(), wishes, manner, reading.policies if asked.keep else ()).as_json()
