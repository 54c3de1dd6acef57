"""One writer at a time per board within this process, so that messages leave in the order of their revisions.

Between processes the lock on the board's row does the same for the rows; a client that sees a gap asks for the log.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID
from weakref import WeakValueDictionary


class _Turn:
    def __init__(self) -> None:
        self.lock = threading.RLock()


_turns: WeakValueDictionary[str, _Turn] = WeakValueDictionary()
_guard = threading.Lock()


@contextmanager
def turn(board_id: str | UUID) -> Iterator[None]:
    """Waits until no one else of this process writes to the board."""
    with _guard:
        held = _turns.setdefault(str(board_id), _Turn())
    with held.lock:
        yield
