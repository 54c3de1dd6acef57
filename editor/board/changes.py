"""What happened to a board: one noun for the log, the wire, undo and the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from editor.board.records import SHAPES, TABLES, Board, BoardRecord, Record, Table
from editor.board.shapes import as_json, read, read_field


@dataclass(frozen=True, kw_only=True)
class Put:
    """A record that comes to be."""

    table: Table
    record: Record


@dataclass(frozen=True, kw_only=True)
class Patch:
    """One field of one record, before and after, as plain JSON."""

    table: Table
    id: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True)
class Remove:
    """A record that ceases to be, whole, so that it can come back."""

    table: Table
    record: Record


@dataclass(frozen=True, kw_only=True)
class Change:
    """Puts, patches and removes that happen together. No record stands in two of them."""

    puts: tuple[Put, ...] = ()
    patches: tuple[Patch, ...] = ()
    removes: tuple[Remove, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.puts or self.patches or self.removes)


def put(record: Record) -> Put:
    """The put of a record into its table."""
    return Put(table=TABLES[type(record)], record=record)


def remove(record: Record) -> Remove:
    """The removal of a record from its table."""
    return Remove(table=TABLES[type(record)], record=record)


def patches(before: Record, **after: object) -> tuple[Patch, ...]:
    """One patch for every field whose new value differs from the record's."""
    table = TABLES[type(before)]
    found = []
    for field, value in after.items():
        old, new = as_json(getattr(before, field)), as_json(value)
        if old != new:
            found.append(Patch(table=table, id=before.id, field=field, before=old, after=new))
    return tuple(found)


def union(changes: Iterable[Change]) -> Change:
    """Several changes of different records as one."""
    held = list(changes)
    return Change(
        puts=tuple(item for change in held for item in change.puts),
        patches=tuple(item for change in held for item in change.patches),
        removes=tuple(item for change in held for item in change.removes),
    )


class ChangeMismatchError(ValueError):
    """A change that does not fit the board it is applied to."""


def apply(board: Board, change: Change) -> Board:
    """The board after the change. Raises ChangeMismatchError when it was made for another state."""
    return replay(board, (change,))


def replay(board: Board, changes: Iterable[Change]) -> Board:
    """The board after several changes, one after the other. Raises as ``apply``.

    A table that nothing touches stays the very same object: whoever remembers something of it can tell.
    """
    tables: dict[Table, dict[str, Record]] = {}

    def open_table(table: Table) -> dict[str, Record]:
        if table not in tables:
            tables[table] = dict(board.table(table))
        return tables[table]

    for change in changes:
        _apply(open_table, change)
    own = next(iter(tables.pop("board", {}).values()), board.board)
    return replace(board, board=own, **tables)  # type: ignore[arg-type]


def _apply(tables: Callable[[Table], dict[str, Record]], change: Change) -> None:
    for gone in change.removes:
        if tables(gone.table).pop(gone.record.id, None) != gone.record:
            raise ChangeMismatchError(f"{gone.table} {gone.record.id} is not as the change found it")
    for patch in change.patches:
        held = tables(patch.table).get(patch.id)
        if held is None:
            raise ChangeMismatchError(f"{patch.table} {patch.id} is not on the board")
        tables(patch.table)[patch.id] = _patched(held, patch)
    for come in change.puts:
        if come.record.id in tables(come.table):
            raise ChangeMismatchError(f"{come.table} {come.record.id} is on the board already")
        tables(come.table)[come.record.id] = come.record


def _patched(record: Record, patch: Patch) -> Record:
    if as_json(getattr(record, patch.field)) != patch.before:
        raise ChangeMismatchError(f"{patch.table} {patch.id} {patch.field} is not as the change found it")
    return replace(record, **{patch.field: read_field(type(record), patch.field, patch.after)})


def invert(change: Change) -> Change:
    """The change that restores exactly what was before."""
    return Change(
        puts=tuple(Put(table=gone.table, record=gone.record) for gone in change.removes),
        patches=tuple(replace(p, before=p.after, after=p.before) for p in reversed(change.patches)),
        removes=tuple(Remove(table=come.table, record=come.record) for come in change.puts),
    )


def from_json(value: dict[str, Any]) -> Change:
    """A change from the JSON that ``as_json`` made of it. Raises NetpolError when it is not one."""
    return Change(
        puts=tuple(Put(table=item["table"], record=_record(item)) for item in value["puts"]),
        patches=tuple(read(Patch, item) for item in value["patches"]),
        removes=tuple(Remove(table=item["table"], record=_record(item)) for item in value["removes"]),
    )


def _record(item: dict[str, Any]) -> Record:
    shape: type[Record] = SHAPES[item["table"]]
    return read(shape, item["record"])


def created(board: BoardRecord, records: Iterable[Record]) -> Change:
    """The change that fills an empty board with ``records``."""
    return Change(puts=tuple(put(record) for record in records if record.id != board.id))
