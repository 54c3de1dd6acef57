"""Where something stands, and what is wrong there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

LONGEST_MESSAGE = 1000
LONGEST_VALUE = 200
_MOST_BITS = 256
_FEW = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing was written.

    ``document``, ``line`` and ``column`` count from 1; ``end_line`` is the last line the thing occupies.
    ``path`` is the field path in the API server's notation, such as ``spec.ingress[0].from[1]``.
    Everything that is not known is None.
    """

    file: str | None = None
    document: int | None = None
    path: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: a stable code, the place, the offending value, and what to do about it."""

    code: str
    message: str
    place: Place = NOWHERE
    value: Any = None

    def __post_init__(self) -> None:
        """However long or odd the input is, what is said of it stays short, and JSON and a terminal can show it."""
        object.__setattr__(self, "message", shortened(self.message, LONGEST_MESSAGE))
        object.__setattr__(self, "value", _shown(self.value))
        if self.place.path is not None and len(self.place.path) > LONGEST_MESSAGE:
            object.__setattr__(self, "place", replace(self.place, path=shortened(self.place.path, LONGEST_MESSAGE)))

    def as_json(self) -> dict[str, Any]:
        """The shape of the outside contract, with ``document`` added."""
        return {
            "code": self.code,
            "message": self.message,
            "file": self.place.file,
            "document": self.place.document,
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "value": self.value,
        }


class NetpolError(Exception):
    """Something could not be given a meaning. Carries every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("; ".join(fault.message for fault in self.faults))


def gathered(*steps: Callable[[], Any]) -> tuple[Any, ...]:
    """The results of all steps. Raises NetpolError with the faults of all that failed, not only the first."""
    faults: list[Fault] = []
    results: list[Any] = []
    for step in steps:
        try:
            results.append(step())
        except NetpolError as wrong:
            faults.extend(wrong.faults)
    if faults:
        raise NetpolError(faults)
    return tuple(results)


def shortened(text: str, most: int) -> str:
    """The text without its middle when it is longer than ``most``, and without halves of characters."""
    text = text if len(text) <= most else f"{text[: most // 2]} ... {text[-most // 3 :]}"
    return text.encode("utf-8", "replace").decode()


def _shown(value: object) -> object:
    if isinstance(value, str):
        return shortened(value, LONGEST_VALUE)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return f"a number of about {round(value.bit_length() * math.log10(2))} digits"
    if isinstance(value, dict):
        return {str(key): _shown(held) for key, held in value.items()} if _small(value.values()) else "an object"
    if isinstance(value, list | tuple):
        return [_shown(held) for held in value] if _small(value) else "a list"
    return value


def _small(held: Iterable[object]) -> bool:
    """A few values and no more lists within lists."""
    inside = list(held)
    return len(inside) <= _FEW and not any(isinstance(one, dict | list | tuple) for one in inside)
