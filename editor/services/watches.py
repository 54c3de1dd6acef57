"""The problems of boards, looked for again and again: what an edit did not touch is kept."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from editor.analysis.linting import Linted
from editor.board.problems import Watch
from editor.board.records import Board
from editor.models import Board as BoardRow
from editor.services.evaluation import WARM_BOARDS, Warm

_watches: Warm[Watch] = Warm(WARM_BOARDS)
# A watch keeps what it found: one look at a time.
_looking = threading.Lock()


def look(row: BoardRow, board: Board, texts: Mapping[str, str]) -> Linted:
    """The problems of a board with drafts (text by policy id) in place of their policies' text."""
    with _looking:
        watch = _watches.get(row.pk) or Watch()
        _watches.keep(row.pk, watch)
        return watch.look(board, texts)
