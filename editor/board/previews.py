"""An import told before it is done: what is new, changed, removed, and left out with the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from editor.board.arrivals import arrive
from editor.board.arriving import Arriving, ArrivingPod, Brought, Ignored, Origin
from editor.board.choices import Choices, Kind
from editor.board.expectations import sentence_of
from editor.board.records import (
    Board,
    ConnectionRecord,
    ExpectationRecord,
    NamespaceRecord,
    PodRecord,
    PolicyRecord,
    Record,
)
from editor.engine.errors import Fault

# Of a frame that only grew nobody needs to be told.
OF_PLACE = ("x", "y", "width", "height")
KINDS: dict[type[Record], str] = {
    NamespaceRecord: "Namespace",
    PodRecord: "Pod",
    PolicyRecord: "NetworkPolicy",
    ConnectionRecord: "Connection",
    ExpectationRecord: "Expectation",
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing of the board. ``fields``: those that change. ``stands_for``: the workload whose one card a pod is."""

    kind: str
    namespace: str | None
    name: str
    fields: tuple[str, ...] = ()
    stands_for: str | None = None
    at: Origin = field(default_factory=Origin)


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What an import would do. With ``faults`` it is refused, unless faulty objects are to be left out."""

    new: tuple[Told, ...]
    changed: tuple[Told, ...]
    removed: tuple[Told, ...]
    unchanged: int
    ignored: tuple[Ignored, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def preview(board: Board, arriving: Arriving, choices: Choices, imported: Collection[str] = ()) -> Preview:
    """What ``arrive`` would do with the same."""
    arrival = arrive(board, arriving, choices, imported)
    change, brought = arrival.change, arrival.brought
    fields: dict[str, list[str]] = {}
    for patch in change.patches:
        if patch.field not in OF_PLACE:
            fields.setdefault(patch.id, []).append(patch.field)
    put = {item.record.id for item in change.puts}
    changed = [(board.find(record_id), names) for record_id, names in fields.items()]
    return Preview(
        new=tuple(_told(board, item.record, brought) for item in change.puts),
        changed=tuple(_told(board, record, brought, names) for record, names in changed if record is not None),
        removed=tuple(_told(board, item.record, brought) for item in change.removes),
        unchanged=sum(1 for record_id in brought if record_id not in put and record_id not in fields),
        ignored=(*arriving.ignored, *arrival.ignored, *_left_out(arriving, choices)),
        faults=arriving.faults,
        warnings=arriving.warnings,
    )


def _told(board: Board, record: Record, brought: dict[str, Brought], fields: Iterable[str] = ()) -> Told:
    one = brought.get(record.id)
    stands_for = one.kind if isinstance(one, ArrivingPod) and one.kind != "Pod" else None
    return Told(
        kind=KINDS[type(record)],
        namespace=_namespace(board, record, one),
        name=one.name if one is not None else _name(board, record),
        fields=tuple(fields),
        stands_for=stands_for,
        at=one.at if one is not None else Origin(),
    )


def _namespace(board: Board, record: Record, one: Brought | None) -> str | None:
    if one is not None:
        return getattr(one, "namespace", None)
    if isinstance(record, PodRecord):
        return board.namespaces[record.namespace].name
    return record.namespace if isinstance(record, PolicyRecord) else None


def _name(board: Board, record: Record) -> str:
    if isinstance(record, ConnectionRecord):
        ends = f"{board.place_name(record.source)} to {board.place_name(record.destination)}"
        return f"{ends}, {record.protocol} {record.port}"
    return sentence_of(record.item) if isinstance(record, ExpectationRecord) else record.name


def _left_out(arriving: Arriving, choices: Choices) -> Iterable[Ignored]:
    """What the person chose to leave out, counted by kind."""
    chosen = choices.chosen(arriving)
    pairs: tuple[tuple[Kind, int], ...] = (
        ("Namespace", len(arriving.namespaces) - len(chosen.namespaces)),
        ("Pod", len(arriving.pods) - len(chosen.pods)),
        ("NetworkPolicy", len(arriving.policies) - len(chosen.policies)),
    )
    for kind, count in pairs:
        if count:
            reason = "You left these out."
            yield Ignored(kind=kind, namespace=None, name=None, count=count, reason=reason, at=Origin())
