"""What the API server would say against the policies as they are saved: it belongs to the text, and stays as long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from editor.board.changes import Change
from editor.board.policies import understood
from editor.board.records import Board, PolicyRecord
from editor.wire.verdicts import Fault


def of_policy(policy_id: str, text: str) -> tuple[Fault, ...]:
    """The warnings on one text. Remembered by text."""
    return tuple(fault.as_json() for fault in understood(text, policy_id).warnings)  # type: ignore[misc]


def of_board(board: Board) -> Mapping[str, tuple[Fault, ...]]:
    """By policy id, for those that have any."""
    found = {record.id: of_policy(record.id, record.text) for record in board.policies.values()}
    return {policy_id: warnings for policy_id, warnings in found.items() if warnings}


def of_change(change: Change) -> Mapping[str, tuple[Fault, ...]]:
    """By policy id, for those whose text is new; empty when there is nothing against it (any more)."""
    return {policy_id: of_policy(policy_id, text) for policy_id, text in _written(change)}


def _written(change: Change) -> Iterable[tuple[str, str]]:
    for item in change.puts:
        if isinstance(item.record, PolicyRecord):
            yield item.record.id, item.record.text
    for patch in change.patches:
        if patch.table == "policies" and patch.field == "text":
            yield patch.id, str(patch.after)
