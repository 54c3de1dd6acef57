"""Adds a namespace frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.board.changes import Change, put
from editor.board.checks import free_name, label_faults, name_faults, new_id, refuse
from editor.board.layout import below_everything
from editor.board.records import NAMESPACE_HEIGHT, NAMESPACE_WIDTH, Board, NamespaceRecord

NAME = "add_namespace"


@dataclass(frozen=True, kw_only=True)
class Params:
    """What is left out: the first free name of namespace-1, namespace-2 and so on; a place below everything."""

    id: str | None = None
    name: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    x: float | None = None
    y: float | None = None
    width: float = NAMESPACE_WIDTH
    height: float = NAMESPACE_HEIGHT


def plan(board: Board, params: Params) -> Change:
    """Refuses a taken or impossible name and impossible labels."""
    taken = {namespace.name for namespace in board.namespaces.values()}
    name = free_name("namespace", taken) if params.name is None else params.name
    refuse([*name_faults(name, "namespace", taken), *label_faults(params.labels)])
    made = NamespaceRecord(
        id=new_id(board, params.id),
        name=name,
        labels=params.labels,
        x=0.0 if params.x is None else params.x,
        y=below_everything(board) if params.y is None else params.y,
        width=params.width,
        height=params.height,
    )
    return Change(puts=(put(made),))


def describe(board: Board, params: Params, change: Change) -> str:  # noqa: ARG001 - every verb has these parameters
    """Names the namespace."""
    return f"Added namespace {change.puts[0].record.name}"  # type: ignore[union-attr]
