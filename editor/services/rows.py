"""Between rows and records: a board is read as a whole, and written one change at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from editor import models
from editor.board.changes import Change
from editor.board.records import (
    Board,
    BoardRecord,
    ConnectionRecord,
    ExpectationRecord,
    HostRecord,
    NamespaceRecord,
    PodRecord,
    PolicyRecord,
    Record,
    Table,
)
from editor.board.shapes import as_json, read

# Children before their parents, so that a row is never without what it refers to.
MODELS: dict[Table, type[Model]] = {
    "connections": models.Connection,
    "policies": models.Policy,
    "expectations": models.Expectation,
    "pods": models.Pod,
    "hosts": models.ExternalHost,
    "namespaces": models.Namespace,
}
SHIFT = 1_000_000


def load(row: models.Board) -> Board:
    """Everything on a board."""
    records: list[Record] = []
    for table, to_record in _RECORDS.items():
        found = MODELS[table]._default_manager.filter(board=row)  # noqa: SLF001 - Django's public way to any model
        records.extend(to_record(item) for item in found)
    return Board.of(BoardRecord(id=str(row.pk), name=row.name), records)


def _record(shape: type[Record], row: Model, **fields: Any) -> Record:  # noqa: ANN401 - a record's own fields
    plain = {field: getattr(row, field) for field in shape.__dataclass_fields__ if field not in ("id", *fields)}
    return read(shape, {"id": str(row.pk), **plain, **fields})


def _pod(row: Any) -> Record:  # noqa: ANN401
    return _record(PodRecord, row, namespace=str(row.namespace_id))


def _connection(row: Any) -> Record:  # noqa: ANN401
    source = str(row.source_pod_id or row.source_host_id)
    destination = str(row.destination_pod_id or row.destination_host_id)
    return _record(ConnectionRecord, row, source=source, destination=destination)


_RECORDS: dict[Table, Callable[[Any], Record]] = {
    "namespaces": lambda row: _record(NamespaceRecord, row),
    "pods": _pod,
    "hosts": lambda row: _record(HostRecord, row),
    "connections": _connection,
    "policies": lambda row: _record(PolicyRecord, row),
    "expectations": lambda row: _record(ExpectationRecord, row),
}


def write(row: models.Board, change: Change, after: Board, number: int) -> None:
    """Brings the rows of a board to ``after``, the state that ``change`` led to, as revision ``number``.

    What goes makes room for the names of what comes.
    """
    for table, model in MODELS.items():
        gone = [item.record.id for item in change.removes if item.table == table]
        if gone:
            model._default_manager.filter(board=row, pk__in=gone).delete()  # noqa: SLF001
    _patch(row, change, after)
    for table, model in reversed(MODELS.items()):
        made = [
            model(
                pk=UUID(item.record.id), board=row, made=number * SHIFT + index, **_columns(table, item.record, after)
            )
            for index, item in enumerate(change.puts)
            if item.table == table
        ]
        if made:
            model._default_manager.bulk_create(made, batch_size=200)  # noqa: SLF001


def _patch(row: models.Board, change: Change, after: Board) -> None:
    """Writes the records that were patched, those of a table with the same fields together."""
    fields: dict[tuple[Table, str], set[str]] = {}
    for patch in change.patches:
        if patch.table == "board":
            row.name = after.board.name
        else:
            fields.setdefault((patch.table, patch.id), set()).add(patch.field)
    _make_room(row, fields)
    groups: dict[tuple[Table, frozenset[str]], list[Model]] = {}
    for (table, record_id), names in fields.items():
        record = after.table(table)[record_id]
        columns = {name: held for name, held in _columns(table, record, after).items() if _field(name) in names}
        groups.setdefault((table, frozenset(columns)), []).append(MODELS[table](pk=UUID(record_id), **columns))
    for (table, names_written), items in groups.items():
        model = MODELS[table]._default_manager  # noqa: SLF001
        if len(items) == 1:
            columns = {name: getattr(items[0], name) for name in names_written}
            model.filter(pk=items[0].pk).update(**columns)
        else:
            model.bulk_update(items, sorted(names_written), batch_size=100)


# By table: what no two rows may share, and the column that keeps them apart while several are written.
_KEYS: dict[Table, tuple[frozenset[str], str]] = {
    "namespaces": (frozenset(("name",)), "name"),
    "pods": (frozenset(("namespace", "name")), "name"),
    "hosts": (frozenset(("name",)), "name"),
    "policies": (frozenset(("namespace", "name")), "name"),
    "connections": (frozenset(("source", "destination", "protocol", "port")), "port"),
}


def _make_room(row: models.Board, fields: dict[tuple[Table, str], set[str]]) -> None:
    """Things that change names in one go may swap them, and the database looks at each row by itself.

    Each first gets a name (an arrow: a port) that nobody has; what it is to have is written with the rest.
    """
    for table, (keys, column) in _KEYS.items():
        renamed = [record_id for (held, record_id), names in fields.items() if held == table and names & keys]
        if len(renamed) < 2:  # noqa: PLR2004 - one alone swaps with nobody
            continue
        model = MODELS[table]._default_manager.filter(board=row)  # noqa: SLF001
        for record_id, stopgap in zip(renamed, _stopgaps(model, column, renamed), strict=False):
            model.filter(pk=record_id).update(**{column: stopgap})
            fields[table, record_id].add(column)


def _stopgaps(held: QuerySet[Any], column: str, renamed: list[str]) -> Iterator[Any]:
    if column == "name":
        return iter(renamed)
    taken = set(held.values_list("port", flat=True))
    return (port for port in range(65535, 0, -1) if port not in taken)


def _field(column: str) -> str:
    """The record's field that a column holds; an arrow's end is kept in two columns."""
    return column.removesuffix("_id").removesuffix("_pod").removesuffix("_host")


def _columns(table: Table, record: Record, after: Board) -> Mapping[str, Any]:
    columns: dict[str, Any] = {key: held for key, held in as_json(record).items() if key != "id"}
    if table == "pods":
        columns["namespace_id"] = UUID(columns.pop("namespace"))
    if table == "connections":
        for end in ("source", "destination"):
            place = columns.pop(end)
            columns[f"{end}_pod_id"] = UUID(place) if place in after.pods else None
            columns[f"{end}_host_id"] = UUID(place) if place in after.hosts else None
    return columns
