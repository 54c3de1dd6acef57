"""An edit made on an older revision: what others did since to other fields stays; the same field is refused.

One field is the smallest thing that is kept: labels are one field, ports are one field, a policy's text with the names
in it is one field. Where a thing stands on the canvas has no loser: the last one to move it has moved it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from editor.board.changes import Change, Patch
from editor.board.checks import fault
from editor.board.project import PICTURE
from editor.board.records import Board, ConnectionRecord, PodRecord, PolicyRecord, Table
from editor.board.undo import TOGETHER
from editor.board.wording import title
from editor.engine.errors import Fault


@dataclass(frozen=True, slots=True)
class Since:
    """What somebody else did after the revision that an edit was made on; ``who`` is the name they had."""

    revision: int
    who: str
    change: Change


def overwritten(board: Board, params: Mapping[str, Any], change: Change, since: Iterable[Since]) -> list[Fault]:
    """Why an edit must not be done as it is: a fault for each field that others have changed meanwhile.

    Only fields of the thing that the edit names by its ``id``, and the board's name: what a command works out anew
    from the board as it stands (a policy's text when its namespace is renamed, an import) overwrites nothing unseen.
    Code: ``changed_meanwhile``.
    """
    asked = {(p.table, p.id, p.field): p for p in change.patches if _typed(p, params)}
    first: dict[tuple[Table, str, str], Patch] = {}
    newest: dict[tuple[Table, str, str], Since] = {}
    for each in since:
        for patch in each.change.patches:
            place = (patch.table, patch.id, patch.field)
            if place in asked:
                first.setdefault(place, patch)
                newest[place] = each
    # What was changed and changed back is as the edit found it.
    lost = {_key(asked[place]): place for place, patch in first.items() if patch.before != asked[place].before}
    return [_fault(board, asked[place], newest[place]) for place in lost.values()]


def _typed(patch: Patch, params: Mapping[str, Any]) -> bool:
    return patch.field not in PICTURE and (patch.table == "board" or patch.id == params.get("id"))


def _key(patch: Patch) -> tuple[Table, str, str]:
    """The field that a patch is about; the text stands for a policy's names too."""
    policy = patch.table == "policies" and patch.field in TOGETHER["policies"]
    return patch.table, patch.id, "text" if policy else patch.field


def _fault(board: Board, asked: Patch, since: Since) -> Fault:
    what = f"the {_key(asked)[2].replace('_', ' ')} of {_named(board, asked)}"
    who = since.who or "Somebody else"
    now = "" if asked.table == "policies" else f" It is {_told(asked.before)} now; yours was {_told(asked.after)}."
    message = f"{who} changed {what} meanwhile (revision {since.revision}).{now} Look at it, and send yours again."
    return fault("changed_meanwhile", message, asked.field, asked.after)


def _named(board: Board, asked: Patch) -> str:
    """The thing that a patch is about, as sentences name it."""
    if asked.table == "board":
        return "the board"
    record = board.table(asked.table)[asked.id]
    if isinstance(record, PodRecord):
        return f"pod {board.place_name(record.id)}"
    if isinstance(record, PolicyRecord):
        return f"policy {record.namespace}/{record.name}"
    if isinstance(record, ConnectionRecord):
        return f"the connection from {board.place_name(record.source)} to {board.place_name(record.destination)}"
    return f"{title(record)} {getattr(record, 'name', '')}"


def _told(value: Any) -> str:  # noqa: ANN401 - a field's plain JSON
    if isinstance(value, dict):
        return ", ".join(f"{key}={held}" for key, held in value.items()) or "nothing"
    if isinstance(value, list):
        return ", ".join(str(held["port"]) if isinstance(held, dict) else str(held) for held in value) or "nothing"
    return "nothing" if value is None else f"“{value}”"
