"""What a board is made of: one record for each thing that a person names, and the board that holds them.

Coordinates are canvas pixels; x grows to the right, y downwards. Records are values: never change one in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal

from editor.board.hints import Coded, Port

Protocol = Annotated[Literal["TCP", "UDP", "SCTP"], Coded("bad_protocol")]
Phase = Annotated[Literal["Pending", "Running", "Succeeded", "Failed", "Unknown"], Coded("bad_phase")]
Table = Literal["board", "namespaces", "pods", "hosts", "connections", "policies", "expectations"]

NAMESPACE_WIDTH = 420.0
NAMESPACE_HEIGHT = 240.0


@dataclass(frozen=True, kw_only=True)
class BoardRecord:
    """The board itself; its table has this one record."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class NamespaceRecord:
    """A namespace frame at an absolute place. ``labels`` as written, without the label Kubernetes adds."""

    id: str
    name: str
    labels: Mapping[str, str] = field(default_factory=dict)
    x: float
    y: float
    width: float = NAMESPACE_WIDTH
    height: float = NAMESPACE_HEIGHT


@dataclass(frozen=True, kw_only=True)
class PodPort:
    """A port that the pod declares."""

    port: Port
    protocol: Protocol = "TCP"
    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class PodOwner:
    """The controller that the pod belongs to."""

    kind: str
    name: str


@dataclass(frozen=True, kw_only=True)
class PodRecord:
    """A pod; ``namespace`` is a namespace's id, x and y count from the frame's top-left corner."""

    id: str
    namespace: str
    name: str
    labels: Mapping[str, str] = field(default_factory=dict)
    ports: tuple[PodPort, ...] = ()
    addresses: tuple[str, ...] = ()
    host_network: bool = False
    node: str | None = None
    node_addresses: tuple[str, ...] = ()
    phase: Phase = "Running"
    owner: PodOwner | None = None
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class HostRecord:
    """A place outside the cluster: one address, at an absolute place on the canvas."""

    id: str
    name: str
    address: str
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class ConnectionRecord:
    """An arrow that a person drew: ids of a pod or host at either end, at least one of them a pod."""

    id: str
    source: str
    destination: str
    protocol: Protocol
    port: Port


@dataclass(frozen=True, kw_only=True)
class PolicyRecord:
    """A policy's YAML text; ``namespace`` and ``name`` are always those that the text says."""

    id: str
    namespace: str
    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ExpectationRecord:
    """What must be able to reach what, or must not.

    ``item``: one item of an expectations file, in its canonical spelling. ``order``: its place in the list, the
    smallest first.
    """

    id: str
    order: float
    item: Mapping[str, Any]


Record = BoardRecord | NamespaceRecord | PodRecord | HostRecord | ConnectionRecord | PolicyRecord | ExpectationRecord

SHAPES: dict[Table, type[Record]] = {
    "board": BoardRecord,
    "namespaces": NamespaceRecord,
    "pods": PodRecord,
    "hosts": HostRecord,
    "connections": ConnectionRecord,
    "policies": PolicyRecord,
    "expectations": ExpectationRecord,
}
TABLES: dict[type[Record], Table] = {shape: table for table, shape in SHAPES.items()}


@dataclass(frozen=True)
class Board:
    """A whole board as a value: every table by id, in the order in which the things were made."""

    board: BoardRecord
    namespaces: Mapping[str, NamespaceRecord] = field(default_factory=dict)
    pods: Mapping[str, PodRecord] = field(default_factory=dict)
    hosts: Mapping[str, HostRecord] = field(default_factory=dict)
    connections: Mapping[str, ConnectionRecord] = field(default_factory=dict)
    policies: Mapping[str, PolicyRecord] = field(default_factory=dict)
    expectations: Mapping[str, ExpectationRecord] = field(default_factory=dict)

    @classmethod
    def of(cls, board: BoardRecord, records: Iterable[Record] = ()) -> Board:
        """A board of its own record and of everything on it, in any order."""
        tables: dict[str, dict[str, Record]] = {table: {} for table in SHAPES if table != "board"}
        for record in records:
            tables[TABLES[type(record)]][record.id] = record
        return replace(cls(board), **tables)  # type: ignore[arg-type]

    def table(self, table: Table) -> Mapping[str, Record]:
        """One table's records by id; the table ``board`` holds the board's own record."""
        if table == "board":
            return {self.board.id: self.board}
        found: Mapping[str, Record] = getattr(self, table)
        return found

    def find(self, record_id: str) -> Record | None:
        """The record with this id in whatever table, or None."""
        for table in SHAPES:
            found = self.table(table).get(record_id)
            if found is not None:
                return found
        return None

    def records(self) -> list[Record]:
        """Everything on the board except the board's own record."""
        return [record for table in SHAPES if table != "board" for record in self.table(table).values()]

    def pods_of(self, namespace_id: str) -> list[PodRecord]:
        """The pods in one namespace frame."""
        return [pod for pod in self.pods.values() if pod.namespace == namespace_id]

    def place_name(self, record_id: str) -> str:
        """``namespace/pod`` or ``outside/host``, as verdicts and sentences write it."""
        pod = self.pods.get(record_id)
        if pod is not None:
            return f"{self.namespaces[pod.namespace].name}/{pod.name}"
        return f"outside/{self.hosts[record_id].name}"
