"""What is warm: a board's state by revision, and what holds on it. May be lost at any time; the rows are the truth."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from editor import models
from editor.board.changes import apply, from_json
from editor.board.project import Judged, judged
from editor.board.records import Board
from editor.services import rows

Held = TypeVar("Held")

# So many revisions that others wrote are applied one by one; behind that the rows are read anew.
FEW = 50


class Warm(Generic[Held]):
    """The values used last, by key."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Held] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Held | None:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def keep(self, key: Hashable, value: Held) -> None:
        with self._lock:
            self._held[key] = value
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)

    def newest(self) -> tuple[Hashable, Held] | None:
        """The key and the value used last."""
        with self._lock:
            return next(reversed(self._held.items()), None)

    def clear(self) -> None:
        with self._lock:
            self._held.clear()


class WarmBoards(Generic[Held]):
    """By board: the values used last of the boards used last.

    The bound is on boards: revisions of one share nearly everything, and a busy board must not cool the others.
    """

    def __init__(self, boards: int, each: int) -> None:
        self._each = each
        self._boards: Warm[Warm[Held]] = Warm(boards)

    def get(self, board: Hashable, key: Hashable) -> Held | None:
        found = self._boards.get(board)
        return found.get(key) if found is not None else None

    def newest(self, board: Hashable) -> tuple[Hashable, Held] | None:
        found = self._boards.get(board)
        return found.newest() if found is not None else None

    def keep(self, board: Hashable, key: Hashable, value: Held) -> None:
        found = self._boards.get(board) or Warm(self._each)
        self._boards.keep(board, found)
        found.keep(key, value)

    def clear(self) -> None:
        self._boards.clear()


@dataclass(frozen=True)
class Evaluated:
    """What holds, and how long it took to find out (0 when it was known)."""

    judged: Judged
    milliseconds: float


# A workshop's room takes turns on its boards: one board fewer than there are would cool every one of them.
WARM_BOARDS = 256
_states: WarmBoards[Board] = WarmBoards(boards=WARM_BOARDS, each=8)
_judged: WarmBoards[Judged] = WarmBoards(boards=WARM_BOARDS, each=8)


def state(row: models.Board) -> Board:
    """Everything on a board at the row's revision.

    When somebody wrote since the row was read, the row is brought up to date: what is loaded is of one revision.
    """
    found = _states.get(row.pk, row.revision) or _brought_up(row)
    while found is None:
        loaded = rows.load(row)
        newest = models.Board.objects.filter(pk=row.pk).first()
        if newest is None or newest.revision == row.revision:
            found = loaded
        else:
            row.revision, row.name, row.updated_at = newest.revision, newest.name, newest.updated_at
            found = _states.get(row.pk, row.revision)
    _states.keep(row.pk, row.revision, found)
    return found


def _brought_up(row: models.Board) -> Board | None:
    """What another process wrote is a few revisions of the log, on top of what is warm here; None when that is far."""
    newest = _states.newest(row.pk)
    if newest is None:
        return None
    revision, board = newest
    if not isinstance(revision, int) or not 0 < row.revision - revision <= FEW:
        return None
    later = models.Revision.objects.filter(board=row, number__gt=revision, number__lte=row.revision)
    changes = list(later.order_by("number").values_list("change", flat=True))
    if len(changes) != row.revision - revision:
        return None
    for change in changes:
        board = apply(board, from_json(change))
    return board


def keep_state(row: models.Board, board: Board) -> None:
    """Remembers what was just written and committed."""
    _states.keep(row.pk, row.revision, board)


def evaluate(row: models.Board, board: Board, drafts: Mapping[str, str], before: Judged | None = None) -> Evaluated:
    """What holds on ``board`` at the row's revision, with the drafts' texts (by policy id) in place.

    ``before``: what held on a state that differs little, so that little is judged anew; else it is what held last.
    """
    key = (row.revision, tuple(sorted(drafts.items())))
    found = _judged.get(row.pk, key)
    if found is not None:
        return Evaluated(found, 0.0)
    began = time.perf_counter()
    if before is None and (last := _judged.newest(row.pk)) is not None:
        before = last[1]
    found = judged(board, drafts, before)
    spent = (time.perf_counter() - began) * 1000
    _judged.keep(row.pk, key, found)
    return Evaluated(found, round(spent, 2))


def carry_over(row: models.Board, drafts: Mapping[str, str], known: Judged) -> None:
    """Remembers that a new revision changed the picture alone, so that what held still holds."""
    _judged.keep(row.pk, (row.revision, tuple(sorted(drafts.items()))), known)


def forget() -> None:
    """Loses everything that is warm."""
    _states.clear()
    _judged.clear()
