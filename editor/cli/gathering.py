"""Several inputs read, and what is wrong with any of them said at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from editor.engine.errors import Fault, NetpolError

_A = TypeVar("_A")
_B = TypeVar("_B")
_C = TypeVar("_C")


def together(first: Callable[[], _A], second: Callable[[], _B], third: Callable[[], _C]) -> tuple[_A, _B, _C]:
    """The three results. Raises NetpolError with the faults of all that failed."""
    faults: list[Fault] = []
    results: list[object] = []
    for step in (first, second, third):
        try:
            results.append(step())
        except NetpolError as wrong:
            faults.extend(wrong.faults)
    if faults:
        raise NetpolError(faults)
    return tuple(results)  # type: ignore[return-value]
