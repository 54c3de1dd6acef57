"""What is left to take back of a change: its inverse, without what others have since overwritten.

Applied to the board that it was made for it never raises, and it touches nothing that others did since. On the board
that the change itself led to, it is the whole inverse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.board.changes import Change, Patch, Put, Remove, invert
from editor.board.records import (
    TABLES,
    Board,
    ConnectionRecord,
    HostRecord,
    NamespaceRecord,
    PodRecord,
    PolicyRecord,
    Record,
)
from editor.board.shapes import as_json, read_field

# Where a thing stands is one fact though it is kept in several fields; so is a policy's text with the names in it.
TOGETHER = {
    "namespaces": ("x", "y", "width", "height"),
    "pods": ("namespace", "x", "y"),
    "hosts": ("x", "y"),
    "policies": ("namespace", "name", "text"),
}

Group = tuple[Patch, ...]


def left_of(change: Change, board: Board, since: Iterable[Change] = ()) -> Change:
    """What the inverse of ``change`` can still do on ``board``; it is empty when others overwrote all of it.

    ``since``: what others did after it. It is read only when the change made or named a namespace, which must not go
    away under policies that others put there.
    """
    inverse = invert(change)
    removes = [gone for gone in inverse.removes if board.table(gone.table).get(gone.record.id) == gone.record]
    groups = [group for group in _groups(inverse.patches) if all(_stands(board, patch) for patch in group)]
    puts = [come for come in inverse.puts if board.find(come.record.id) is None]
    trial = _Trial(board, inverse, removes, groups, puts, arrived=_arrived(inverse, since))
    while trial.drop_what_does_not_fit():
        pass
    return trial.change()


def _arrived(inverse: Change, since: Iterable[Change]) -> frozenset[str]:
    """The policies that came into being or into another namespace since, if the inverse takes a namespace's name."""
    taken = any(gone.table == "namespaces" for gone in inverse.removes)
    if not taken and not any((patch.table, patch.field) == ("namespaces", "name") for patch in inverse.patches):
        return frozenset()
    changes = list(since)
    came = {come.record.id for change in changes for come in change.puts if come.table == "policies"}
    moved = {p.id for change in changes for p in change.patches if (p.table, p.field) == ("policies", "namespace")}
    return frozenset(came | moved)


def _stands(board: Board, patch: Patch) -> bool:
    """Whether the field still holds what the change left in it."""
    held = board.table(patch.table).get(patch.id)
    return held is not None and as_json(getattr(held, patch.field)) == patch.before


def _groups(patches: Iterable[Patch]) -> Iterator[Group]:
    """Patches that go together or not at all, in the order in which they came."""
    found: dict[tuple[str, str], list[Patch]] = {}
    listed = list(patches)
    renames = {patch.before: patch.id for patch in listed if (patch.table, patch.field) == ("namespaces", "name")}
    for patch in listed:
        together = patch.field in TOGETHER.get(patch.table, ())
        found.setdefault((patch.id, "together" if together else patch.field), []).append(patch)
    # A namespace's policies say its name: they follow its new name, or it keeps the old one.
    for patch in listed:
        if (patch.table, patch.field) == ("policies", "namespace") and patch.before in renames:
            found[renames[patch.before], "name"].extend(found.pop((patch.id, "together")))
    return (tuple(group) for group in found.values())


class _Trial:
    """The pieces of an inverse that are still in, and the records that they would lead to."""

    def __init__(
        self,
        board: Board,
        inverse: Change,
        removes: list[Remove],
        groups: list[Group],
        puts: list[Put],
        *,
        arrived: frozenset[str],
    ) -> None:
        self.board, self.removes, self.groups, self.puts, self.arrived = board, removes, groups, puts, arrived
        self.gone_names = _space_names(inverse.puts)

    def change(self) -> Change:
        """The pieces as one change."""
        patches = tuple(patch for group in self.groups for patch in group)
        return Change(puts=tuple(self.puts), patches=patches, removes=tuple(self.removes))

    def drop_what_does_not_fit(self) -> bool:
        """Leaves out the pieces that do not fit the result of all; answers whether there were any."""
        after = self._result()
        keys = Counter(key for record in after.values() for key in _keys(record))
        needed = {end for record in after.values() for end in _ends(record)}
        stranded = self._stranded(after)
        missing = self.gone_names - _space_names(self.puts)

        def fits(record: Record) -> bool:
            return _has_its_ends(record, after) and all(keys[key] == 1 for key in _keys(record))

        removes = [
            gone for gone in self.removes if gone.record.id not in needed and not _space_names([gone]) & stranded
        ]
        groups = [
            group
            for group in self.groups
            if all(patch.id in after and fits(after[patch.id]) for patch in group)
            and not {p.before for p in group if (p.table, p.field) == ("namespaces", "name")} & stranded
        ]
        puts = [
            come
            for come in self.puts
            if fits(come.record) and not (isinstance(come.record, PolicyRecord) and come.record.namespace in missing)
        ]
        dropped = len(removes) + len(groups) + len(puts) < len(self.removes) + len(self.groups) + len(self.puts)
        self.removes, self.groups, self.puts = removes, groups, puts
        return dropped

    def _stranded(self, after: dict[str, Record]) -> set[str]:
        """The names of namespaces that would be gone though somebody put a policy there since."""
        spaces = {record.name for record in after.values() if isinstance(record, NamespaceRecord)}
        held = (after.get(policy_id) for policy_id in self.arrived)
        return {record.namespace for record in held if isinstance(record, PolicyRecord)} - spaces

    def _result(self) -> dict[str, Record]:
        """Every record by id, as it would be."""
        after: dict[str, Record] = {record.id: record for record in (self.board.board, *self.board.records())}
        for gone in self.removes:
            del after[gone.record.id]
        for patch in (patch for group in self.groups for patch in group):
            if patch.id in after:
                held = after[patch.id]
                after[patch.id] = replace(held, **{patch.field: read_field(type(held), patch.field, patch.after)})
        for come in self.puts:
            after[come.record.id] = come.record
        return after


def _space_names(pieces: Iterable[Put | Remove]) -> set[str]:
    """The names of the namespaces that come or go."""
    return {piece.record.name for piece in pieces if isinstance(piece.record, NamespaceRecord)}


def _keys(record: Record) -> Iterator[tuple[str, ...]]:
    """What no two records of a board may have in common."""
    table = TABLES[type(record)]
    match record:
        case NamespaceRecord() | HostRecord():
            yield table, record.name
        case PodRecord() | PolicyRecord():
            yield table, record.namespace, record.name
        case ConnectionRecord():
            yield table, record.source, record.destination, record.protocol, str(record.port)


def _ends(record: Record) -> tuple[str, ...]:
    """The ids of what a record cannot be without."""
    match record:
        case PodRecord():
            return (record.namespace,)
        case ConnectionRecord():
            return (record.source, record.destination)
    return ()


def _has_its_ends(record: Record, after: dict[str, Record]) -> bool:
    """Whether what a record refers to is there."""
    match record:
        case PodRecord():
            return isinstance(after.get(record.namespace), NamespaceRecord)
        case ConnectionRecord():
            ends = [after.get(end) for end in _ends(record)]
            return all(isinstance(end, (PodRecord, HostRecord)) for end in ends)
    return True
