"""Gives the board another name."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change, patches
from editor.board.records import Board
from editor.board.titles import board_title

NAME = "rename_board"


@dataclass(frozen=True, kw_only=True)
class Params:
    """The new name."""

    name: str


def plan(board: Board, params: Params) -> Change:
    """Refuses an empty name and one of more than 120 characters."""
    return Change(patches=patches(board.board, name=board_title(params.name)))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Says the new name."""
    return f"Renamed the board to {board_title(params.name)}"
