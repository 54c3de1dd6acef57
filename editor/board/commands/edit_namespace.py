"""Changes a namespace's name or labels. Its policies move along with a new name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editor.board.changes import Change, Patch, patches
from editor.board.checks import fault, known, label_faults, name_faults, refuse
from editor.board.hints import ABSENT, Absent
from editor.board.records import Board, NamespaceRecord
from editor.board.renaming import with_expectations
from editor.board.wording import labels_words
from editor.engine.errors import NetpolError
from editor.manifests.patch import set_scalar

NAME = "edit_namespace"


@dataclass(frozen=True, kw_only=True)
class Params:
    """What is left out stays; ``labels`` are the whole new set."""

    id: str
    name: str | Absent = ABSENT
    labels: Mapping[str, str] | Absent = ABSENT


def plan(board: Board, params: Params) -> Change:
    """Refuses an unknown namespace, a taken or impossible name and impossible labels."""
    held = known(board.namespaces, params.id, "namespace")
    name = held.name if isinstance(params.name, Absent) else params.name
    labels = held.labels if isinstance(params.labels, Absent) else params.labels
    taken = {other.name for other in board.namespaces.values() if other.id != held.id}
    refuse([*(name_faults(name, "namespace", taken) if name != held.name else []), *label_faults(labels)])
    moved = _policies_renamed(board, held, name) if name != held.name else ()
    return with_expectations(board, Change(patches=(*patches(held, name=name, labels=labels), *moved)))


def _policies_renamed(board: Board, namespace: NamespaceRecord, name: str) -> tuple[Patch, ...]:
    """The policies' own YAML says the namespace, so that the new name is written there; every other line stays."""
    there = {policy.name for policy in board.policies.values() if policy.namespace == name}
    found: list[Patch] = []
    for policy in board.policies.values():
        if policy.namespace != namespace.name:
            continue
        if policy.name in there:
            message = f"There is a policy {name}/{policy.name} already; rename one of the two first."
            raise NetpolError([fault("name_taken", message, "name", name)])
        found.extend(patches(policy, namespace=name, text=set_scalar(policy.text, "metadata.namespace", name)))
    return tuple(found)


def describe(board: Board, params: Params, change: Change) -> str:
    """Says the new name, or whose labels changed."""
    held = board.namespaces[params.id]
    renamed = next((patch for patch in change.patches if patch.id == held.id and patch.field == "name"), None)
    if renamed is not None:
        return f"Renamed namespace {held.name} to {renamed.after}"
    labels = next((patch for patch in change.patches if patch.id == held.id and patch.field == "labels"), None)
    how = f": {labels_words(labels.before, labels.after)}" if labels is not None else ""
    return f"Changed labels of namespace {held.name}{how}"
