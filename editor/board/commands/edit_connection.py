"""Changes a connection's protocol or port."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change, patches
from editor.board.checks import known
from editor.board.connections import check_free
from editor.board.hints import ABSENT, Absent, Port
from editor.board.records import Board, Protocol

NAME = "edit_connection"


@dataclass(frozen=True, kw_only=True)
class Params:
    """What is left out stays."""

    id: str
    protocol: Protocol | Absent = ABSENT
    port: Port | Absent = ABSENT


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown connection and one that would repeat another."""
    held = known(board.connections, params.id, "connection")
    protocol = held.protocol if isinstance(params.protocol, Absent) else params.protocol
    port = held.port if isinstance(params.port, Absent) else params.port
    check_free(board, held.source, held.destination, protocol, port, but=held.id)
    return Change(patches=patches(held, protocol=protocol, port=port))


def describe(board: Board, params: Params, change: Change) -> str:
    """Names both ends and what the connection is now."""
    held = board.connections[params.id]
    now = {"protocol": held.protocol, "port": held.port} | {patch.field: patch.after for patch in change.patches}
    ends = f"{board.place_name(held.source)} to {board.place_name(held.destination)}"
    return f"Changed the connection from {ends} to {now['protocol']} {now['port']}"
