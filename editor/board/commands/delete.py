"""Deletes things, with what cannot be without them: a namespace's pods and policies, a pod's and host's arrows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from editor.board.changes import Change, remove
from editor.board.checks import fault, refuse
from editor.board.expectations import sentence_of
from editor.board.records import Board, ExpectationRecord, PolicyRecord, Record
from editor.board.wording import counted, title

NAME = "delete"


@dataclass(frozen=True, kw_only=True)
class Params:
    """Ids of namespaces, pods, hosts, connections, policies and expectations, mixed as you like."""

    ids: tuple[str, ...]


def plan(board: Board, params: Params) -> Change:
    """Refuses ids that are not on the board, and to delete nothing."""
    if not params.ids:
        refuse([fault("nothing_to_delete", "Name at least one thing to delete.", "ids")])
    wanted = set(params.ids)
    refuse(
        fault("unknown_object", "This is not on the board; it may have been deleted.", f"ids[{index}]", item[:80])
        for index, item in enumerate(params.ids)
        if item == board.board.id or board.find(item) is None
    )
    names = {board.namespaces[item].name for item in wanted if item in board.namespaces}
    gone = wanted | {pod.id for pod in board.pods.values() if pod.namespace in wanted}
    gone |= {policy.id for policy in board.policies.values() if policy.namespace in names}
    gone |= {arrow.id for arrow in board.connections.values() if {arrow.source, arrow.destination} & gone}
    return Change(removes=tuple(remove(record) for record in board.records() if record.id in gone))


def describe(board: Board, params: Params, change: Change) -> str:
    """Names what was asked for when it is one thing, and counts what went with it."""
    asked = [item.record for item in change.removes if item.record.id in params.ids]
    rest = Counter(item.table for item in change.removes if item.record.id not in params.ids)
    if len(asked) == 1:
        what = _named(board, asked[0])
    else:
        tables = Counter(item.table for item in change.removes if item.record.id in params.ids)
        what = counted(tables)
    return f"Deleted {what}" + (f", with {counted(rest)}" if rest else "")


def _named(board: Board, record: Record) -> str:
    if record.id in board.pods or record.id in board.hosts:
        return f"{title(record)} {board.place_name(record.id)}".replace("outside/", "")
    if record.id in board.connections:
        arrow = board.connections[record.id]
        return f"the connection from {board.place_name(arrow.source)} to {board.place_name(arrow.destination)}"
    if isinstance(record, ExpectationRecord):
        return f"the expectation “{sentence_of(record.item)}”"
    if isinstance(record, PolicyRecord):
        return f"policy {record.namespace}/{record.name}"
    return f"{title(record)} {board.namespaces[record.id].name}"
