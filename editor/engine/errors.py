"""Where something stands, and what is wrong there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


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
