"""How arriving things become records: new ones laid out in free space, known ones brought up to date in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from uuid import uuid4

from editor.board.arriving import (
    Arriving,
    ArrivingNamespace,
    ArrivingPod,
    ArrivingPolicy,
    Brought,
    Ignored,
    as_record,
)
from editor.board.changes import Change, Patch, patches, put, remove
from editor.board.choices import Choices
from editor.board.packing import frames_placed, pods_placed
from editor.board.records import Board, NamespaceRecord, PodOwner, PodRecord, PolicyRecord, Record

ON_BOARD = "Pods of {} stand on the board already; its template adds nothing to them."


@dataclass(slots=True)
class Arrival:
    """What an import does: its ``change``, and by record id what each thing of the manifests became.

    ``ignored``: what the board has no place for, beyond what the manifests' reader left out.
    """

    change: Change
    brought: dict[str, Brought] = field(default_factory=dict)
    ignored: list[Ignored] = field(default_factory=list)


def arrive(board: Board, arriving: Arriving, choices: Choices | None = None, imported: Collection[str] = ()) -> Arrival:
    """What brings ``arriving`` onto the board, as ``choices`` have it.

    ``imported``: the ids of what earlier imports put there; only those are ever removed, and only when asked for.
    """
    return _Planning(board, arriving, choices or Choices(), frozenset(imported)).arrival()


class _Planning:
    def __init__(self, board: Board, arriving: Arriving, choices: Choices, imported: frozenset[str]) -> None:
        self.board, self.choices, self.imported = board, choices, imported
        self.arriving = choices.chosen(arriving)
        self.spaces = {space.name: space for space in board.namespaces.values()}
        self.found = Arrival(Change())

    def arrival(self) -> Arrival:
        fresh = self._fresh_namespaces()
        updated = list(self._known_namespaces())
        self.spaces |= {space.name: space for space in fresh}
        come, changed = self._pods()
        policies, rewritten = self._policies()
        gone = self._gone() if self.choices.remove_missing else []
        gone_ids = {record.id for record in gone}
        kept = [pod for pod in self.board.pods.values() if pod.id not in gone_ids]
        come, resized = pods_placed(self.board, self.spaces, kept, come)
        fresh = frames_placed(self.board, fresh, come)
        records: list[Record] = [*fresh, *come, *policies]
        self.found.change = Change(
            puts=tuple(put(record) for record in records),
            patches=(*updated, *changed, *resized, *rewritten),
            removes=tuple(remove(record) for record in gone),
        )
        return self.found

    def _became(self, record: Record, one: Brought) -> None:
        self.found.brought[record.id] = one

    def _fresh_namespaces(self) -> list[NamespaceRecord]:
        """New frames: for the namespaces that are written, and for those that pods and policies name."""
        written = {one.name: one for one in self.arriving.namespaces}
        within: list[ArrivingPod | ArrivingPolicy] = [*self.arriving.pods, *self.arriving.policies]
        named = {one.namespace: ArrivingNamespace(name=one.namespace, labels={}, at=one.at) for one in reversed(within)}
        names = dict.fromkeys([*written, *(one.namespace for one in within)])
        fresh = []
        for name in names:
            if name not in self.spaces:
                one = written.get(name) or named[name]
                record = as_record(one, str(uuid4()))
                self._became(record, one)
                fresh.append(record)
        return fresh  # type: ignore[return-value]

    def _known_namespaces(self) -> Iterator[Patch]:
        for one in self.arriving.namespaces:
            held = self.spaces.get(one.name)
            if held is not None:
                self._became(held, one)
                yield from patches(held, labels=one.labels)

    def _pods(self) -> tuple[list[PodRecord], list[Patch]]:
        """New pods, not placed yet, and the patches of known ones."""
        known = {(pod.namespace, pod.name): pod for pod in self.board.pods.values()}
        arriving = {(self.spaces[one.namespace].id, one.name): one for one in self.arriving.pods}
        owned = defaultdict(list)
        for key, pod in known.items():
            if pod.owner is not None and key not in arriving:
                owned[pod.namespace, pod.owner].append(pod)
        held_by = {(pod.namespace, pod.owner) for pod in known.values()}
        come: list[Record] = []
        changed: list[Patch] = []
        for key, one in arriving.items():
            space, held = key[0], known.get(key)
            if held is None and one.owner is not None:
                if one.kind != "Pod" and (space, one.owner) in held_by:
                    self._ignore(one, ON_BOARD.format(f"{one.owner.kind} {one.owner.name}"))
                    continue
                held = self._predecessor(owned[space, one.owner], one.owner)
            if held is None:
                record = as_record(one, str(uuid4()), space)
                come.append(record)
            else:
                record = held
                changed += patches(held, name=one.name, **one.meaning())
            self._became(record, one)
        return come, changed  # type: ignore[return-value]

    def _predecessor(self, owned: list[PodRecord], owner: PodOwner) -> PodRecord | None:
        """Whose place a new pod of a workload takes: the card that stood for all of it, or a pod that is to go."""
        for index, pod in enumerate(owned):
            stood_for_all = pod.name == owner.name or pod.name.startswith(f"{owner.name}.")
            if stood_for_all or (self.choices.remove_missing and pod.id in self.imported):
                return owned.pop(index)
        return None

    def _ignore(self, one: ArrivingPod, reason: str) -> None:
        self.found.ignored.append(
            Ignored(kind=one.kind, namespace=one.namespace, name=one.name, count=1, reason=reason, at=one.at)
        )

    def _policies(self) -> tuple[list[PolicyRecord], list[Patch]]:
        """Policies by namespace and name: their text as it was written."""
        known = {(policy.namespace, policy.name): policy for policy in self.board.policies.values()}
        come: list[Record] = []
        rewritten: list[Patch] = []
        for one in {(one.namespace, one.name): one for one in self.arriving.policies}.values():
            held = known.get((one.namespace, one.name))
            record = held or as_record(one, str(uuid4()))
            self._became(record, one)
            if held is None:
                come.append(record)
            else:
                rewritten += patches(held, text=one.text)
        return come, rewritten  # type: ignore[return-value]

    def _gone(self) -> list[Record]:
        """What earlier imports put into these namespaces and the manifests no longer hold, with its arrows."""
        brought = self.found.brought
        names = self.choices.covered(self.arriving)
        gone: list[Record] = []
        for pod in self.board.pods.values():
            name = self.board.namespaces[pod.namespace].name
            here = name in names and "Pod" not in self.choices.without_kinds
            if here and pod.id in self.imported and pod.id not in brought:
                gone.append(pod)
        if "NetworkPolicy" not in self.choices.without_kinds:
            gone += [
                policy
                for policy in self.board.policies.values()
                if policy.namespace in names and policy.id in self.imported and policy.id not in brought
            ]
        ids = {record.id for record in gone}
        arrows = [one for one in self.board.connections.values() if {one.source, one.destination} & ids]
        return [*gone, *arrows]
