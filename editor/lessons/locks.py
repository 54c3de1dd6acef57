"""What a learner cannot change: refused by what an edit would do, whichever command, undo or import asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.board.changes import Change, Patch
from editor.board.project import PICTURE
from editor.board.records import Board, PolicyRecord, Record
from editor.engine.errors import Fault, Place
from editor.lessons.lesson import HOSTS, NAMESPACES, PODS, POLICIES

_WORDS = {
    PODS: "The pods of this lesson stay as they are: the policies are what you work on.",
    NAMESPACES: "The namespaces of this lesson stay as they are: the policies are what you work on.",
    HOSTS: "The outside addresses of this lesson stay as they are: the policies are what you work on.",
    POLICIES: "The policies of this lesson stay as they are.",
}


def refusals(locked: Sequence[str], board: Board, change: Change) -> list[Fault]:
    """Why a change may not be made to the board of a lesson; nothing when it may.

    ``locked``: kinds of things, and policies by ``namespace/name``. Where a thing stands on the canvas is never locked.
    """
    found = dict.fromkeys(_touched(locked, board, change))
    return [_fault(name) for name in found]


def is_locked(locked: Sequence[str], policy: PolicyRecord) -> bool:
    """Whether a policy's text stays as it is."""
    return POLICIES in locked or _ref(policy) in locked


def typing_refusal(locked: Sequence[str], policy: PolicyRecord) -> Fault:
    """Why nobody types into that policy."""
    return _fault(POLICIES if POLICIES in locked else _ref(policy))


def _touched(locked: Sequence[str], board: Board, change: Change) -> Iterator[str]:
    """The names in ``locked`` that the change would touch."""
    for come in change.puts:
        yield from _by_name(locked, come.table, come.record)
    for gone in change.removes:
        yield from _by_name(locked, gone.table, gone.record)
    for patch in change.patches:
        if patch.table == "board" or _moves(patch):
            continue
        yield from _by_name(locked, patch.table, board.table(patch.table)[patch.id])


def _by_name(locked: Sequence[str], table: str, record: Record) -> Iterator[str]:
    if table in locked:
        yield table
    elif isinstance(record, PolicyRecord) and _ref(record) in locked:
        yield _ref(record)


def _moves(patch: Patch) -> bool:
    return patch.field in PICTURE


def _ref(policy: PolicyRecord) -> str:
    return f"{policy.namespace}/{policy.name}"


def _fault(name: str) -> Fault:
    words = _WORDS.get(name, f"The policy {name} stays as it is in this lesson: write another one beside it.")
    return Fault("locked", words, Place(path=name), name)
