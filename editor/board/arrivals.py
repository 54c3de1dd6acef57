"""How manifests become records: new things laid out in free space, known ones brought up to date where they stand."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from editor.board.changes import Change, Patch, patches, put
from editor.board.checks import name_faults, refuse
from editor.board.layout import below_everything, columns_for, frame_size, frames_in_rows, grown, pod_place
from editor.board.records import Board, NamespaceRecord, PodOwner, PodPort, PodRecord, PolicyRecord, Record
from editor.board.shapes import as_json, read
from editor.board.wording import title
from editor.engine.cluster import NAME_LABEL, Pod
from editor.engine.errors import NetpolError
from editor.manifests.reading import Reading


def arrive(board: Board, reading: Reading) -> Change:
    """The change that brings everything of ``reading`` onto the board."""
    labels = {space.name: _own_labels(space.labels) for space in reading.namespaces}
    used = [*labels, *(pod.namespace for pod in reading.pods), *(policy.namespace for policy in reading.policies)]
    held = {space.name: space for space in board.namespaces.values()}
    fresh = {
        name: NamespaceRecord(id=str(uuid4()), name=name, labels=labels.get(name, {}), x=0, y=0)
        for name in dict.fromkeys(used)
        if name not in held
    }
    updated = [p for name, found in labels.items() if name in held for p in patches(held[name], labels=found)]
    spaces = {**held, **fresh}
    come, changed = _pods(board, reading, spaces)
    placed, resized = _laid_out(board, fresh, spaces, come)
    policies, rewritten = _policies(board, reading)
    records: list[Record] = [*placed, *come, *policies]
    _check(records)
    return Change(puts=tuple(put(record) for record in records), patches=(*updated, *changed, *resized, *rewritten))


def _check(records: list[Record]) -> None:
    """Refuses names that Kubernetes would refuse, and what no database can hold. Raises NetpolError."""
    faults = []
    for record in records:
        if isinstance(record, NamespaceRecord | PodRecord):
            faults += name_faults(record.name, title(record), ())
        try:
            read(type(record), as_json(record))
        except NetpolError as error:
            faults += error.faults
    refuse(faults)


def _own_labels(labels: object) -> dict[str, str]:
    """Labels as a person wrote them: the one that the API server sets by itself is left out."""
    return {key: value for key, value in dict(labels).items() if key != NAME_LABEL}  # type: ignore[call-overload]


def _meaning(pod: Pod) -> dict[str, object]:
    """The fields of a pod's record that manifests say."""
    return {
        "labels": dict(pod.labels),
        "ports": tuple(PodPort(port=p.number, protocol=p.protocol, name=p.name) for p in pod.ports),  # type: ignore[arg-type]
        "addresses": tuple(str(address) for address in pod.addresses),
        "host_network": pod.host_network,
        "node": pod.node,
        "node_addresses": tuple(str(address) for address in pod.node_addresses),
        "phase": pod.phase,
        "owner": PodOwner(kind=pod.owner.kind, name=pod.owner.name) if pod.owner else None,
    }


def _pods(board: Board, reading: Reading, spaces: dict[str, NamespaceRecord]) -> tuple[list[PodRecord], list[Patch]]:
    """New pods, in a grid below those that their namespace has, and the patches of known ones."""
    known = {(pod.namespace, pod.name): pod for pod in board.pods.values()}
    last = {(spaces[pod.namespace].id, pod.name): pod for pod in reading.pods}
    changed = [p for key, pod in last.items() if key in known for p in patches(known[key], **_meaning(pod))]
    come: list[PodRecord] = []
    for space in spaces.values():
        new = [pod for key, pod in last.items() if key[0] == space.id and key not in known]
        old = board.pods_of(space.id)
        top = max((pod.y for pod in old), default=None)
        columns = columns_for(len(new))
        for index, pod in enumerate(new):
            x, y = pod_place(index, columns)
            if top is not None:
                y += top + pod_place(1, 1)[1] - pod_place(0, 1)[1]
            made = PodRecord(id=str(uuid4()), namespace=space.id, name=pod.name, x=x, y=y)
            come.append(replace(made, **_meaning(pod)))  # type: ignore[arg-type]
    return come, changed


def _laid_out(
    board: Board, fresh: dict[str, NamespaceRecord], spaces: dict[str, NamespaceRecord], come: list[PodRecord]
) -> tuple[list[NamespaceRecord], list[Patch]]:
    """New frames as large as their pods need, below everything; known frames grown around theirs."""
    inside = {space.id: [pod for pod in come if pod.namespace == space.id] for space in spaces.values()}
    sizes = [frame_size((pod.x, pod.y) for pod in inside[space.id]) for space in fresh.values()]
    places = frames_in_rows(sizes, below_everything(board))
    placed = [
        replace(space, x=x, y=y, width=width, height=height)
        for space, (x, y), (width, height) in zip(fresh.values(), places, sizes, strict=True)
    ]
    resized = [
        patch
        for space in board.namespaces.values()
        for patch in grown(space, [*board.pods_of(space.id), *inside[space.id]])
        if inside[space.id]
    ]
    return placed, resized


def _policies(board: Board, reading: Reading) -> tuple[list[PolicyRecord], list[Patch]]:
    """Policies by namespace and name: their text as it was written."""
    known = {(policy.namespace, policy.name): policy for policy in board.policies.values()}
    texts: dict[tuple[str, str], str] = {}
    for read_object in reading.objects:
        if read_object.kind == "NetworkPolicy":
            texts[read_object.namespace or "default", read_object.name] = read_object.text
    come = [
        PolicyRecord(id=str(uuid4()), namespace=namespace, name=name, text=text)
        for (namespace, name), text in texts.items()
        if (namespace, name) not in known
    ]
    rewritten = [p for key, text in texts.items() if key in known for p in patches(known[key], text=text)]
    return come, rewritten
