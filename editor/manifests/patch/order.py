"""Where a new field comes to stand among its neighbours: as people write policies."""

from __future__ import annotations

from collections.abc import Sequence

ORDERS = (
    ("apiVersion", "kind", "metadata", "spec"),
    ("name", "namespace", "labels", "annotations"),
    ("podSelector", "policyTypes", "ingress", "egress"),
    ("from", "to", "ports"),
    ("namespaceSelector", "podSelector", "ipBlock"),
    ("protocol", "port", "endPort"),
    ("matchLabels", "matchExpressions"),
    ("key", "operator", "values"),
    ("cidr", "except"),
)


def place_of(key: str, present: Sequence[str | None]) -> int:
    """The index for a new field ``key``: behind the last one that goes before it, before those that follow it."""
    best = max(ORDERS, key=lambda order: (key in order, sum(name in order for name in present)))
    if key not in best:
        return len(present)
    ranks = [best.index(name) if name in best else None for name in present]
    mine = best.index(key)
    before = [place for place, rank in enumerate(ranks) if rank is not None and rank < mine]
    if before:
        return before[-1] + 1
    behind = [place for place, rank in enumerate(ranks) if rank is not None]
    return behind[0] if behind else len(present)


def in_order(names: Sequence[str]) -> list[str]:
    """The names of one mapping, as people write them; those that are not known last, in their own order."""
    best = max(ORDERS, key=lambda order: sum(name in order for name in names))
    return [*(name for name in best if name in names), *(name for name in names if name not in best)]
