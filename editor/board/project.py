"""A board in the engine's world: its cluster, its policies, and a verdict for every arrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

from editor.board.changes import Change
from editor.board.policies import understood
from editor.board.records import Board, PodRecord
from editor.engine.cluster import Cluster, ContainerPort, Namespace, Owner, Pod
from editor.engine.errors import Fault
from editor.engine.judge import isolation, judge
from editor.engine.parties import Endpoint, Outside
from editor.engine.policies import Policy

# Fields that say where a thing stands on the canvas, and nothing about the cluster.
PICTURE = frozenset(("x", "y", "width", "height"))


@dataclass(frozen=True)
class Judged:
    """What holds on a board: by connection id its verdict, by pod id how many policies isolate it (both plain JSON)."""

    verdicts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    isolation: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

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


def judged(board: Board, drafts: Mapping[str, str] | None = None) -> Judged:
    """The verdict of every arrow and the isolation of every pod.

    A policy that cannot be read (a board kept by an older version may hold one) leaves every verdict undefined, with
    the reason: a guess could show green what the cluster blocks.
    """
    policies, faults = policies_of(board, drafts or {})
    cluster = cluster_of(board)
    ends: dict[str, Endpoint] = {pod.id: pod_of(board, pod) for pod in board.pods.values()}
    for host in board.hosts.values():
        ends[host.id] = Outside(ip_address(host.address), f"outside/{host.name}")
    unreadable = tuple(f"A policy cannot be read, so that nothing is certain: {fault.message}" for fault in faults)
    by_namespace: dict[str, list[Policy]] = {}
    for policy in policies:
        by_namespace.setdefault(policy.namespace, []).append(policy)
    verdicts = {}
    for arrow in board.connections.values():
        source, destination = ends[arrow.source], ends[arrow.destination]
        spaces = sorted({end.namespace for end in (source, destination) if isinstance(end, Pod)})
        acting = [policy for space in spaces for policy in by_namespace.get(space, ())]
        found = judge(cluster, acting, source, destination, arrow.protocol, arrow.port).as_json()
        if unreadable:
            found |= {"allowed": None, "blocked_at": None, "notes": [*unreadable, *found["notes"]]}
        verdicts[arrow.id] = {"connection": arrow.id, **found}
    counts = isolation(cluster, policies)
    isolated = {}
    for pod in board.pods.values():
        ingress, egress = counts.get(board.place_name(pod.id), (0, 0))
        isolated[pod.id] = {"ingress": ingress, "egress": egress}
    return Judged(verdicts, isolated)
