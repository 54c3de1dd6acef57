"""Whether a board is as people expect it, and its expectations as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editor.board.expectations import file_of, listed, understood
from editor.board.expected import Expected, expected
from editor.board.records import Board
from editor.models import Board as BoardRow
from editor.services import closed, drafts, evaluation
from editor.services.evaluation import Warm

_found: Warm[Expected] = Warm(64)


def results(row: BoardRow) -> dict[str, Any]:
    """Every expectation of a board judged at its revision, drafts included. Raises NetpolError ``predicting``."""
    closed.refuse_verdicts(row)
    return judged(row, evaluation.state(row), drafts.good_texts(row))


def judged(row: BoardRow, board: Board, texts: Mapping[str, str]) -> dict[str, Any]:
    """The same for a state of the board and the texts being typed that were read before. Needs no database."""
    key = (row.pk, row.revision, tuple(sorted(texts.items())))
    found = _found.get(key)
    if found is None:
        found = expected(board, texts, evaluation.evaluate(row, board, texts).judged.verdicts)
        _found.keep(key, found)
    return {
        "revision": row.revision,
        "results": [_result(board, found, one.id) for one in listed(board)],
        "arrows": dict(found.arrows),
    }


def as_file(row: BoardRow) -> str:
    """The expectations as a file that ``netpol test`` reads."""
    return file_of(evaluation.state(row))


def _result(board: Board, found: Expected, key: str) -> dict[str, Any]:
    held = board.expectations[key]
    told = found.judged[key].as_json()
    example = told["counterexample"]
    return {
        "id": key,
        "title": told["name"],
        "sentence": understood(held.item).words(),
        "status": told["status"],
        "words": told["words"],
        "pairs": told["pairs"],
        "faults": told["faults"],
        "counterexample": example and {**example, "connection": _drawn(board, example["verdict"])},
        "connections": list(found.spoken_of[key]),
    }


def _drawn(board: Board, verdict: dict[str, Any]) -> str | None:
    """The arrow that the counter-example is, if somebody drew it."""
    for arrow in board.connections.values():
        ends = (_ends(board, arrow.source), _ends(board, arrow.destination))
        asked = (verdict["source"] in ends[0], verdict["destination"] in ends[1])
        if all(asked) and (arrow.protocol, arrow.port) == (verdict["protocol"], verdict["port"]):
            return arrow.id
    return None


def _ends(board: Board, place: str) -> tuple[str, ...]:
    host = board.hosts.get(place)
    return (board.place_name(place), host.address) if host else (board.place_name(place),)
