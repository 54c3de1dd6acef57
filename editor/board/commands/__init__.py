# ruff: noqa: ANN401 - each verb has parameters of its own
"""What can be done to a board: one verb a file, found by listing this package.

A verb's module has ``NAME``, the dataclass ``Params``, ``plan(board, params) -> Change`` (raises NetpolError with every
reason for refusing) and ``describe(board, params, change) -> str`` (the sentence for the history; ``board`` is the
board before the change).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from editor.board.changes import Change
from editor.board.records import Board
from editor.board.shapes import read
from editor.engine.errors import Fault, NetpolError, Place


class Command(Protocol):
    """The module of a verb."""

    NAME: str
    Params: type[Any]

    def plan(self, board: Board, params: Any) -> Change: ...

    def describe(self, board: Board, params: Any, change: Change) -> str: ...


@dataclass(frozen=True, slots=True)
class Planned:
    """A change and the sentence that tells of it; ``reverts``: the revision that it takes back, if it does."""

    change: Change
    sentence: str
    reverts: int | None = None


@cache
def every() -> tuple[Command, ...]:
    """All verbs, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def plan(board: Board, name: str, params: Mapping[str, Any]) -> Planned:
    """What the named command would do to ``board``. Raises NetpolError with every fault when it is refused."""
    command = next((verb for verb in every() if name == verb.NAME), None)
    if command is None:
        known = ", ".join(verb.NAME for verb in every())
        message = f"There is no command {name[:60]!r}. Commands: {known}."
        raise NetpolError([Fault("unknown_command", message, Place(path="command"), name[:60])])
    read_params = read(command.Params, params)
    change = command.plan(board, read_params)
    return Planned(change, command.describe(board, read_params, change))
