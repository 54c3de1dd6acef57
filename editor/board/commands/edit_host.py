"""Changes an outside address or its name."""

from __future__ import annotations

from dataclasses import dataclass

from editor.board.changes import Change, patches
from editor.board.checks import host_address, known, name_faults, refuse
from editor.board.hints import ABSENT, Absent
from editor.board.records import Board

NAME = "edit_host"


@dataclass(frozen=True, kw_only=True)
class Params:
    """What is left out stays."""

    id: str
    name: str | Absent = ABSENT
    address: str | Absent = ABSENT


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown host, a taken or impossible name, and what is not one address."""
    held = known(board.hosts, params.id, "host")
    name = held.name if isinstance(params.name, Absent) else params.name
    address = held.address if isinstance(params.address, Absent) else host_address(params.address)
    if name != held.name:
        refuse(name_faults(name, "host", {other.name for other in board.hosts.values() if other.id != held.id}))
    return Change(patches=patches(held, name=name, address=address))


def describe(board: Board, params: Params, change: Change) -> str:
    """Says the new name or the new address."""
    held = board.hosts[params.id]
    after = {patch.field: patch.after for patch in change.patches}
    if "name" in after:
        return f"Renamed outside address {held.name} to {after['name']}"
    return f"Changed the address of {held.name} to {after.get('address', held.address)}"
