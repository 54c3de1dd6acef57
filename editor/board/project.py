"""A board in the engine's world: its cluster, its policies, and a verdict for every arrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

from editor.board.changes import Change
from editor.board.policies import understood
from editor.board.records import Board, ConnectionRecord, PodRecord
from editor.engine.cluster import Cluster, ContainerPort, Namespace, Owner, Pod
from editor.engine.errors import Fault
from editor.engine.judge import isolation, judge
from editor.engine.parties import Endpoint, Outside
from editor.engine.policies import Policy

# Fields that say where a thing stands on the canvas, and nothing about the cluster.
PICTURE = frozenset(("x", "y", "width", "height"))

ENDED = (
    "{} has ended (phase {}): policies no longer act on it, and its address may already belong to another pod. "
    "Nobody can say whether this connection passes."
)


@dataclass(frozen=True)
class Inputs:
    """All that verdicts were made from.

    ``ends``: by pod or host id, the record, and for a pod its namespace and that namespace's policies. Policies of
    other namespaces cannot act on it: a policy selects pods of its own namespace alone.
    """

    arrows: Mapping[str, ConnectionRecord] = field(default_factory=dict)
    ends: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()

    def same_for(self, arrow: ConnectionRecord, other: Inputs) -> bool:
        """Whether an arrow's verdict was made from the very same things. Equal is not enough: lines may have moved."""
        ends = (arrow.source, arrow.destination)
        return (
            self.arrows.get(arrow.id) is arrow
            and all(self.ends.get(end) is other.ends[end] for end in ends)
            and self.unreadable == other.unreadable
        )


@dataclass(frozen=True)
class Judged:
    """What holds on a board: by connection id its verdict, by pod id how many policies isolate it (both plain JSON)."""

    verdicts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    isolation: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    inputs: Inputs = field(default_factory=Inputs, compare=False, repr=False)

    def beyond(self, before: Judged) -> Judged:
        """What is new here or differs from ``before``."""
        return Judged(
            {key: verdict for key, verdict in self.verdicts.items() if before.verdicts.get(key) != verdict},
            {key: counts for key, counts in self.isolation.items() if before.isolation.get(key) != counts},
        )


def means_something(change: Change) -> bool:
    """Whether a change can alter a verdict; moving boxes about cannot."""
    items = [*change.puts, *change.removes]
    return bool(items) or any(patch.field not in PICTURE and patch.table != "board" for patch in change.patches)


def cluster_of(board: Board) -> Cluster:
    """The namespaces and pods of a board."""
    spaces = [Namespace(space.name, space.labels) for space in board.namespaces.values()]
    return Cluster.of(spaces, [pod_of(board, pod) for pod in board.pods.values()])


def pod_of(board: Board, pod: PodRecord) -> Pod:
    """A pod's record as the engine has it."""
    return Pod(
        namespace=board.namespaces[pod.namespace].name,
        name=pod.name,
        labels=pod.labels,
        ports=tuple(ContainerPort(port.port, port.protocol, port.name) for port in pod.ports),
        addresses=tuple(ip_address(address) for address in pod.addresses),
        host_network=pod.host_network,
        node=pod.node,
        node_addresses=tuple(ip_address(address) for address in pod.node_addresses),
        phase=pod.phase,
        owner=Owner(pod.owner.kind, pod.owner.name) if pod.owner else None,
    )


def policies_of(board: Board, drafts: Mapping[str, str]) -> tuple[list[Policy], list[Fault]]:
    """The board's policies, with drafts (text by policy id) in place of their text; and what cannot be read."""
    policies: list[Policy] = []
    faults: list[Fault] = []
    for record in board.policies.values():
        found = understood(drafts.get(record.id, record.text), record.id)
        if found.meaning is not None:
            policies.append(found.meaning)
        faults.extend(found.faults)
    return policies, faults


def judged(board: Board, drafts: Mapping[str, str] | None = None, before: Judged | None = None) -> Judged:
    """The verdict of every arrow and the isolation of every pod.

    With ``before``, what holds on an earlier state, only arrows that a difference can reach are judged anew.
    A policy that cannot be read (a board kept by an older version may hold one) leaves every verdict undefined, with
    the reason: a guess could show green what the cluster blocks. So does an arrow to or from a pod that has ended.
    """
    policies, faults = policies_of(board, drafts or {})
    cluster = cluster_of(board)
    by_namespace: dict[str, tuple[Policy, ...]] = {}
    for policy in policies:
        by_namespace[policy.namespace] = (*by_namespace.get(policy.namespace, ()), policy)
    unreadable = tuple(f"A policy cannot be read, so that nothing is certain: {fault.message}" for fault in faults)
    former = before.inputs if before is not None else Inputs()
    inputs = Inputs(board.connections, _ends(board, by_namespace, former), unreadable)
    verdicts = {
        arrow.id: before.verdicts[arrow.id]
        if before is not None and former.same_for(arrow, inputs)
        else _verdict(board, cluster, arrow, by_namespace, unreadable)
        for arrow in board.connections.values()
    }
    counts = isolation(cluster, policies)
    isolated = {}
    for pod in board.pods.values():
        ingress, egress = counts.get(board.place_name(pod.id), (0, 0))
        isolated[pod.id] = {"ingress": ingress, "egress": egress}
    return Judged(verdicts, isolated, inputs)


def _ends(
    board: Board, by_namespace: Mapping[str, tuple[Policy, ...]], former: Inputs
) -> dict[str, tuple[object, ...]]:
    """What a verdict needs of each end; the former tuple itself where nothing in it became another object."""
    ends: dict[str, tuple[object, ...]] = {host.id: (host,) for host in board.hosts.values()}
    for pod in board.pods.values():
        space = board.namespaces[pod.namespace]
        ends[pod.id] = (pod, space, *by_namespace.get(space.name, ()))
    for place, now in ends.items():
        old = former.ends.get(place, ())
        if len(old) == len(now) and all(one is other for one, other in zip(old, now, strict=True)):
            ends[place] = old
    return ends


def _verdict(
    board: Board,
    cluster: Cluster,
    arrow: ConnectionRecord,
    by_namespace: Mapping[str, tuple[Policy, ...]],
    unreadable: tuple[str, ...],
) -> dict[str, Any]:
    source, destination = _end(board, arrow.source), _end(board, arrow.destination)
    spaces = sorted({end.namespace for end in (source, destination) if isinstance(end, Pod)})
    acting = [policy for space in spaces for policy in by_namespace.get(space, ())]
    found = judge(cluster, acting, source, destination, arrow.protocol, arrow.port).as_json()
    ended = [
        ENDED.format(end.name, end.phase) for end in (source, destination) if isinstance(end, Pod) and end.terminated
    ]
    if unreadable or ended:
        found |= {"allowed": None, "blocked_at": None, "notes": [*unreadable, *ended, *found["notes"]]}
    return {"connection": arrow.id, **found}


def _end(board: Board, place: str) -> Endpoint:
    pod = board.pods.get(place)
    if pod is not None:
        return pod_of(board, pod)
    host = board.hosts[place]
    return Outside(ip_address(host.address), f"outside/{host.name}")
