"""Draws a connection from one pod or outside address to another."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change, put
from editor.board.checks import new_id
from editor.board.connections import check_ends, check_free
from editor.board.hints import Port
from editor.board.records import Board, ConnectionRecord, Protocol

NAME = "connect"


@dataclass(frozen=True, kw_only=True)
class Params:
    """``source`` and ``destination`` are ids of pods or hosts; at least one is a pod."""

    id: str | None = None
    source: str
    destination: str
    protocol: Protocol = "TCP"
    port: Port


def plan(board: Board, params: Params) -> Change:
    """Refuses unknown ends, two outside ends, and an arrow that is there already."""
    check_ends(board, params.source, params.destination)
    check_free(board, params.source, params.destination, params.protocol, params.port)
    made = ConnectionRecord(
        id=new_id(board, params.id),
        source=params.source,
        destination=params.destination,
        protocol=params.protocol,
        port=params.port,
    )
    return Change(puts=(put(made),))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Names both ends, the protocol and the port."""
    ends = f"{board.place_name(params.source)} to {board.place_name(params.destination)}"
    return f"Connected {ends} on {params.protocol} {params.port}"
