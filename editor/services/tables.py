"""All pairs of a board, and the verdict of one that nobody drew, with what is being typed."""

from __future__ import annotations

from typing import cast

from editor.board.checks import fault, refuse
from editor.board.project import would_be
from editor.board.records import Board
from editor.board.table import Table, table_of
from editor.models import Board as BoardRow
from editor.services import closed, drafts, evaluation
from editor.services.evaluation import Warm
from editor.wire.resources import BoardReachability, WhyBody
from editor.wire.verdicts import ConnectionVerdict

_tables: Warm[Table] = Warm(64)


def reachability(row: BoardRow) -> BoardReachability:
    """Who may reach whom. Raises NetpolError where a policy cannot be read, or ``predicting``."""
    closed.refuse_verdicts(row)
    board, texts = evaluation.state(row), drafts.good_texts(row)
    key = (row.pk, row.revision, tuple(sorted(texts.items())))
    found = _tables.get(key)
    if found is None:
        found = table_of(board, texts)
        _tables.keep(key, found)
    return BoardReachability(revision=row.revision, **vars(found))


def why(row: BoardRow, asked: WhyBody) -> ConnectionVerdict:
    """The verdict of a connection on a board. Raises NetpolError ``unknown_object``, ``bad_query``, ``predicting``."""
    closed.refuse_verdicts(row)
    board = evaluation.state(row)
    _check(board, asked)
    known = evaluation.evaluate(row, board, drafts.good_texts(row)).judged
    found = would_be(known, asked.source, asked.destination, asked.protocol, asked.port)
    return cast(ConnectionVerdict, found)


def _check(board: Board, asked: WhyBody) -> None:
    ends = (("source", asked.source), ("destination", asked.destination))
    refuse(
        fault("unknown_object", "There is no such pod or host on the board.", name, end)
        for name, end in ends
        if end not in board.pods and end not in board.hosts
    )
    if all(end in board.hosts for _, end in ends):
        refuse([fault("bad_query", "No policy decides between two addresses outside the cluster.", "source")])
