"""How many browsers have a board open: those of this process, and those that the other processes tell of."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

PROCESS = uuid4().hex

_here: Counter[str] = Counter()
_elsewhere: dict[str, dict[str, int]] = {}


def arrived(board_id: str) -> int:
    """One more here; answers how many are here now."""
    _here[board_id] += 1
    return _here[board_id]


def left(board_id: str) -> int:
    """One less here; answers how many are here now."""
    _here[board_id] -= 1
    remaining = _here[board_id]
    if not remaining:
        del _here[board_id]
        _elsewhere.pop(board_id, None)
    return remaining


def heard(board_id: str, process: str, told: int) -> bool:
    """Another process told its count; answers whether it is new, and so does not know ours."""
    others = _elsewhere.setdefault(board_id, {})
    if process == PROCESS:
        return False
    new = process not in others
    others[process] = told
    if not told:
        del others[process]
    return new and told > 0


def here(board_id: str) -> int:
    """How many are here."""
    return _here[board_id]


def count(board_id: str) -> int:
    """Everybody who is known to have the board open."""
    return _here[board_id] + sum(_elsewhere.get(board_id, {}).values())
