"""Gives a namespace's frame a new place and size. Its pods stay where they stand on the canvas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from editor.board.changes import Change, patches
from editor.board.checks import known
from editor.board.hints import Between
from editor.board.records import Board

NAME = "resize_namespace"

Size = Annotated[float, Between(80, 1_000_000, "bad_size")]


@dataclass(frozen=True, kw_only=True)
class Params:
    """The frame's new rectangle, in canvas pixels."""

    id: str
    x: float
    y: float
    width: Size
    height: Size


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown namespace and a frame too small to see."""
    held = known(board.namespaces, params.id, "namespace")
    frame = patches(held, x=params.x, y=params.y, width=params.width, height=params.height)
    left, up = params.x - held.x, params.y - held.y
    stay = [patch for pod in board.pods_of(held.id) for patch in patches(pod, x=pod.x - left, y=pod.y - up)]
    return Change(patches=(*frame, *stay))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Names the namespace."""
    return f"Resized namespace {board.namespaces[params.id].name}"
