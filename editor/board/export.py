"""A board as Kubernetes manifests: every policy's own text to the letter, and its namespaces and pods if wanted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Literal

from editor.board.file_names import file_names, slug
from editor.board.records import Board, NamespaceRecord, PodRecord
from editor.manifests.directives import without_directives
from editor.manifests.dump import dump
from editor.manifests.sources import BYTE_ORDER_MARK
from editor.manifests.styles import Style, restyled, restyled_object

Included = Literal["policies", "all"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a board to export: with ``all`` its namespaces and pods too. ``header``: comments on top."""

    include: Included = "policies"
    style: Style = "original"
    header: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """One manifest, its namespace, and the path of a file for it: safe on every system, and like no other."""

    namespace: str
    path: str
    text: str


def policies_of(board: Board) -> str:
    """The policies alone: what a cluster is meant to be given. The pods of a board are stand-ins for real ones."""
    return as_yaml(board, Wanted())


def manifests_of(board: Board) -> str:
    """Namespaces, pods and policies: enough to make the board anew. Outside addresses and arrows are no objects of
    Kubernetes; the addresses stand in a comment at the top.
    """
    return as_yaml(board, Wanted(include="all"))


def as_yaml(board: Board, wanted: Wanted) -> str:
    """All that is wanted as one text."""
    # A comment is a document of its own, so that it does not become part of a policy's text when it is read again.
    remarks = ([header(board, wanted, f"-f {slug(board.board.name, 'board')}.yaml")] if wanted.header else []) + [
        "".join(f"# outside/{host.name}: {host.address}\n" for host in board.hosts.values())
    ] * (wanted.include == "all" and bool(board.hosts))
    return joined([*remarks, *(file.text for file in files(board, wanted))])


def as_json(board: Board, wanted: Wanted) -> str:
    """All that is wanted as one List in JSON."""
    objects = [*_stand_ins(board)] if wanted.include == "all" else []
    items = [found for _, _, found in objects]
    items += [restyled_object(policy.text, wanted.style) for policy in board.policies.values()]
    return json.dumps({"apiVersion": "v1", "kind": "List", "items": items}, indent=2, ensure_ascii=False) + "\n"


def files(board: Board, wanted: Wanted) -> list[File]:
    """Each manifest on its own: namespaces, pods, policies."""
    found = [(space, path, dump([one])) for space, path, one in _stand_ins(board)] if wanted.include == "all" else []
    for policy in board.policies.values():
        text = restyled(without_directives(policy.text.removeprefix(BYTE_ORDER_MARK)), wanted.style)
        found.append((policy.namespace, policy.name, text))
    names = file_names([(space, name) for space, name, _ in found])
    return [File(space, path, text) for (space, _, text), path in zip(found, names, strict=True)]


def header(board: Board, wanted: Wanted, target: str) -> str:
    """Comments that say where this comes from and how to apply it. The same board gives the same comments."""
    name = " ".join(board.board.name.split())
    if wanted.include == "all":
        return (
            f"# Everything on the board {json.dumps(name, ensure_ascii=False)}, to make it anew by importing this.\n"
            "# The pods are stand-ins for real ones: do not apply them to a cluster.\n"
        )
    spaces = sorted({policy.namespace for policy in board.policies.values()})
    return (
        f"# Network policies of the board {json.dumps(name, ensure_ascii=False)}.\n"
        f"# Namespaces, which must be there: {', '.join(spaces) or 'none'}.\n"
        f"# Try:   kubectl apply --dry-run=server {target}\n"
        f"# Apply: kubectl apply {target}\n"
    )


def joined(documents: Iterable[str]) -> str:
    """YAML documents, each ending in a newline, with ``---`` between them."""
    return "---\n".join(text if text.endswith(("\n", "\r")) else f"{text}\n" for text in documents)


def _stand_ins(board: Board) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Namespaces and pods, each with its namespace and a name for its file."""
    for space in board.namespaces.values():
        yield space.name, "namespace", _namespace(space)
    for pod in board.pods.values():
        yield board.namespaces[pod.namespace].name, f"pod-{pod.name}", _pod(board, pod)


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
