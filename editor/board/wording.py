"""Words for the things on a board, for the sentences of its history."""

from __future__ import annotations

from collections.abc import Mapping

from editor.board.records import TABLES, Record, Table

SINGULAR: dict[Table, str] = {
    "namespaces": "namespace",
    "pods": "pod",
    "hosts": "outside address",
    "connections": "connection",
    "policies": "policy",
    "expectations": "expectation",
}
PLURAL: dict[Table, str] = SINGULAR | {
    "namespaces": "namespaces",
    "pods": "pods",
    "hosts": "outside addresses",
    "connections": "connections",
    "policies": "policies",
    "expectations": "expectations",
}


def title(record: Record) -> str:
    """What kind of thing a record is."""
    return SINGULAR[TABLES[type(record)]]


def counted(counts: Mapping[Table, int]) -> str:
    """``2 pods, 1 policy and 3 connections``, in the order of the tables; ``nothing`` for none."""
    parts = [
        f"{counts[table]} {SINGULAR[table] if counts[table] == 1 else PLURAL[table]}"
        for table in PLURAL
        if counts.get(table)
    ]
    if not parts:
        return "nothing"
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
