"""Changes what a pod is: its name, labels, ports, addresses, and where and as what it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from editor.board.changes import Change, patches
from editor.board.checks import known, label_faults, name_faults, pod_addresses, port_faults, refuse
from editor.board.hints import ABSENT, Absent
from editor.board.records import Board, Phase, PodOwner, PodPort
from editor.board.renaming import with_expectations
from editor.board.wording import labels_words, listed

NAME = "edit_pod"


@dataclass(frozen=True, kw_only=True)
class Params:
    """What is left out stays; labels, ports and addresses are the whole new set."""

    id: str
    name: str | Absent = ABSENT
    labels: Mapping[str, str] | Absent = ABSENT
    ports: tuple[PodPort, ...] | Absent = ABSENT
    addresses: tuple[str, ...] | Absent = ABSENT
    host_network: bool | Absent = ABSENT
    node: str | Absent | None = ABSENT
    node_addresses: tuple[str, ...] | Absent = ABSENT
    phase: Phase | Absent = ABSENT
    owner: PodOwner | Absent | None = ABSENT


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown pod, a taken or impossible name, impossible labels, ports, addresses and phases."""
    held = known(board.pods, params.id, "pod")
    after: dict[str, Any] = {
        field: value for field, value in vars(params).items() if field != "id" and value is not ABSENT
    }
    taken = {other.name for other in board.pods_of(held.namespace) if other.id != held.id}
    faults = [*label_faults(after.get("labels", {})), *port_faults(after.get("ports", ()))]
    if after.get("name", held.name) != held.name:
        faults += name_faults(after["name"], "pod", taken)
    refuse(faults)
    for field in ("addresses", "node_addresses"):
        if field in after:
            after[field] = pod_addresses(after[field], field)
    return with_expectations(board, Change(patches=patches(held, **after)))


def describe(board: Board, params: Params, change: Change) -> str:
    """Says the new name, or which things of the pod changed."""
    name = board.place_name(params.id)
    mine = {patch.field: patch for patch in change.patches if patch.id == params.id}
    if "name" in mine:
        return f"Renamed pod {name} to {mine['name'].after}"
    if list(mine) == ["labels"]:
        return f"Changed labels of pod {name}: {labels_words(mine['labels'].before, mine['labels'].after)}"
    return f"Changed {listed([field.replace('_', ' ') for field in mine]) or 'nothing'} of pod {name}"
