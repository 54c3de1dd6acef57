"""Draws a connection and writes the policies that let it through, or stop it, as one step."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change
from editor.board.commands import connect, edit_policies
from editor.board.commands.edit_policies import PolicyText, Removal
from editor.board.hints import Port
from editor.board.records import Board, Protocol

NAME = "connect_and_write"


@dataclass(frozen=True, kw_only=True)
class Params:
    """The arrow as ``connect`` takes it, and the texts as ``edit_policies`` takes them."""

    id: str | None = None
    source: str
    destination: str
    protocol: Protocol = "TCP"
    port: Port
    texts: tuple[PolicyText, ...]
    removed: tuple[Removal, ...] = ()


def plan(board: Board, params: Params) -> Change:
    """Refuses what either of both would refuse."""
    drawn, written = connect.plan(board, _arrow(params)), edit_policies.plan(board, _policies(params))
    return Change(puts=(*drawn.puts, *written.puts), patches=written.patches, removes=written.removes)


def describe(board: Board, params: Params, change: Change) -> str:
    """Both sentences in one."""
    written = Change(
        puts=tuple(put for put in change.puts if put.table == "policies"),
        patches=change.patches,
        removes=change.removes,
    )
    wrote = edit_policies.describe(board, _policies(params), written)
    return f"{connect.describe(board, _arrow(params), change)}; {wrote[0].lower()}{wrote[1:]}"


def _arrow(params: Params) -> connect.Params:
    return connect.Params(
        id=params.id,
        source=params.source,
        destination=params.destination,
        protocol=params.protocol,
        port=params.port,
    )


def _policies(params: Params) -> edit_policies.Params:
    return edit_policies.Params(texts=params.texts, removed=params.removed)
