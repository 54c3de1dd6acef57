"""A board as Kubernetes manifests: every policy's own text to the letter, and its namespaces and pods if wanted."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

from editor.board.records import Board, NamespaceRecord, PodRecord
from editor.manifests.dump import dump


def policies_of(board: Board) -> str:
    """The policies alone: what a cluster is meant to be given. The pods of a board are stand-ins for real ones."""
    return _joined(policy.text for policy in board.policies.values())


def manifests_of(board: Board) -> str:
    """Namespaces, pods and policies: enough to make the board anew. Outside addresses and arrows are no objects of
    Kubernetes; the addresses stand in a comment at the top.
    """
    documents = [dump([_namespace(space)]) for space in board.namespaces.values()]
    documents += [dump([_pod(board, pod)]) for pod in board.pods.values()]
    documents += [policy.text for policy in board.policies.values()]
    if board.hosts:  # a document of its own, so that it does not become part of a policy's text
        documents.insert(0, "".join(f"# outside/{host.name}: {host.address}\n" for host in board.hosts.values()))
    return _joined(documents)


def _joined(documents: Iterable[str]) -> str:
    """YAML documents, each ending in a newline, with ``---`` between them."""
    return "---\n".join(text if text.endswith("\n") else f"{text}\n" for text in documents)


def _namespace(space: NamespaceRecord) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": _metadata(space.name, labels=dict(space.labels))}


def _pod(board: Board, pod: PodRecord) -> dict[str, Any]:
    """One container stands for all: which container declares a port makes no difference to policies."""
    metadata = _metadata(pod.name, namespace=board.namespaces[pod.namespace].name, labels=dict(pod.labels))
    if pod.owner is not None:
        owner = {"apiVersion": "apps/v1", "kind": pod.owner.kind, "name": pod.owner.name, "controller": True}
        metadata["ownerReferences"] = [owner | {"uid": "00000000-0000-0000-0000-000000000000"}]
    container: dict[str, Any] = {"name": "main", "image": "registry.k8s.io/pause:3.10"}
    if pod.ports:
        container["ports"] = [
            ({"name": port.name} if port.name else {}) | {"containerPort": port.port, "protocol": port.protocol}
            for port in pod.ports
        ]
    spec: dict[str, Any] = {"containers": [container]}
    if pod.host_network:
        spec["hostNetwork"] = True
    if pod.node is not None:
        spec["nodeName"] = pod.node
    found: dict[str, Any] = {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec}
    if pod.addresses or pod.node_addresses or pod.phase != "Running":
        found["status"] = _status(pod)
    return found


def _metadata(name: str, *, namespace: str | None = None, labels: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"name": name}
    if namespace is not None:
        found["namespace"] = namespace
    if labels:
        found["labels"] = labels
    return found


def _status(pod: PodRecord) -> dict[str, Any]:
    """What a cluster would say of the pod: its phase and addresses."""
    status: dict[str, Any] = {"phase": pod.phase}
    for one, many, addresses in (("podIP", "podIPs", pod.addresses), ("hostIP", "hostIPs", pod.node_addresses)):
        if addresses:
            status[one] = addresses[0]
            status[many] = [{"ip": str(ip_address(address))} for address in addresses]
    return status
