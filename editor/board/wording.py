"""Words for the things on a board, for the sentences of its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    return listed(parts) or "nothing"


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for none."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def labels_words(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """How labels changed: ``added tier=db, role=web instead of role=api and removed old``; empty when they did not."""
    added = [f"added {key}={value}" for key, value in after.items() if key not in before]
    turned = [
        f"{key}={value} instead of {key}={before[key]}"
        for key, value in after.items()
        if key in before and before[key] != value
    ]
    return listed([*added, *turned, *(f"removed {key}" for key in before if key not in after)])
