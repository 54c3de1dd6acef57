"""Adds a place outside the cluster."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_network

from editor.board.changes import Change, put
from editor.board.checks import free_name, host_address, name_faults, new_id, refuse
from editor.board.layout import below_everything
from editor.board.records import Board, HostRecord

NAME = "add_host"

DOCUMENTATION = ip_network("203.0.113.0/24")


@dataclass(frozen=True, kw_only=True)
class Params:
    """What is left out: the first free name; a free address of a block kept for documentation; a place below all."""

    id: str | None = None
    name: str | None = None
    address: str | None = None
    x: float | None = None
    y: float | None = None


def plan(board: Board, params: Params) -> Change:
    """Refuses a taken or impossible name, and what is not one address."""
    taken = {host.name for host in board.hosts.values()}
    name = free_name("host", taken) if params.name is None else params.name
    refuse(name_faults(name, "host", taken))
    given = params.address
    address = _free_address(host.address for host in board.hosts.values()) if given is None else host_address(given)
    x = 0.0 if params.x is None else params.x
    y = below_everything(board) if params.y is None else params.y
    made = HostRecord(id=new_id(board, params.id), name=name, address=address, x=x, y=y)
    return Change(puts=(put(made),))


def _free_address(taken: Iterable[str]) -> str:
    """The first address of the documentation block that no host has; the last one when all are taken."""
    held = set(taken)
    addresses = [str(address) for address in DOCUMENTATION.hosts()]
    return next((address for address in addresses if address not in held), addresses[-1])


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001
    """Names the host and its address."""
    record = change.puts[0].record
    return f"Added outside address {record.name} ({record.address})"  # type: ignore[union-attr]
