"""A board's expectations: read from plain JSON, said in a sentence, and kept in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from editor.analysis.expectations.expectation import Expectation
from editor.analysis.expectations.reading import read_expectations
from editor.analysis.expectations.writing import as_plain, write_expectations
from editor.board.changes import Change, put
from editor.board.checks import fault, new_id, refuse
from editor.board.records import Board, ExpectationRecord
from editor.engine.errors import Fault, NetpolError, Place
from editor.manifests.sources import Source

MOST = 2_000
STEP = 1.0
_LIST = "expectations[0]"


def understood(item: Mapping[str, Any]) -> Expectation:
    """The meaning of an item. Raises NetpolError with every fault, each with its path below ``item``."""
    made, faults = _understood(json.dumps({"expectations": [item]}, ensure_ascii=False, sort_keys=True))
    if made is None:
        raise NetpolError(faults)
    return made


@lru_cache(maxsize=4096)
def _understood(text: str) -> tuple[Expectation | None, tuple[Fault, ...]]:
    """JSON is YAML, so that there is one reader; lines of it would tell nobody anything."""
    try:
        return read_expectations([Source("item", text)])[0], ()
    except NetpolError as error:
        return None, tuple(replace(one, place=Place(path=_path(one.place))) for one in error.faults)


def _path(place: Place | None) -> str:
    path = (place.path if place else None) or _LIST
    return path.replace(_LIST, "item", 1)


def canonical(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item as it is kept: one spelling for one meaning. Raises as ``understood``, and ``bad_text``."""
    written = json.dumps(item, ensure_ascii=False)
    if "\\u0000" in written or any("\ud800" <= char <= "\udfff" for char in written):
        refuse([fault("bad_text", "A text in it holds a NUL or half a character; remove it.", "item")])
    return as_plain(understood(item))


def sentence_of(item: Mapping[str, Any]) -> str:
    """The item's name, or else what it says."""
    return understood(item).title


def listed(board: Board) -> list[ExpectationRecord]:
    """The expectations in their order."""
    return sorted(board.expectations.values(), key=lambda one: one.order)


def file_of(board: Board) -> str:
    """The expectations as a file, as ``netpol test`` reads it."""
    return write_expectations(understood(one.item) for one in listed(board))


def says(item: Mapping[str, Any]) -> str:
    """What tells an item from others: all but its name."""
    return json.dumps({key: held for key, held in item.items() if key != "name"}, sort_keys=True)


def added(board: Board, items: Iterable[Mapping[str, Any]], kept: Iterable[ExpectationRecord]) -> Change:
    """Canonical items at the end of those that are ``kept``; what is there already is passed over.

    Raises NetpolError: ``too_many_expectations``.
    """
    there = list(kept)
    known = {says(one.item) for one in there}
    last = max((one.order for one in there), default=0.0)
    made: list[ExpectationRecord] = []
    for item in items:
        if says(item) not in known:
            known.add(says(item))
            last += STEP
            made.append(ExpectationRecord(id=new_id(board, None), order=last, item=item))
    refuse_too_many(len(there) + len(made))
    return Change(puts=tuple(put(one) for one in made))


def refuse_repeated(board: Board, item: Mapping[str, Any], but: str | None = None) -> None:
    """Raises NetpolError ``expectation_exists`` when another than ``but`` says the same."""
    if any(one.id != but and says(one.item) == says(item) for one in board.expectations.values()):
        message = f"This is expected already: {sentence_of(item)}."
        raise NetpolError([fault("expectation_exists", message, "item")])


def refuse_too_many(count: int) -> None:
    """Raises NetpolError when a board would hold more expectations than can be judged while somebody waits."""
    if count > MOST:
        message = f"A board holds at most {MOST} expectations; this would make {count}."
        raise NetpolError([fault("too_many_expectations", message, "expectations", count)])
