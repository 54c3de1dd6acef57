"""What was read: objects with their places, by type, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from editor.engine.cluster import Cluster, Namespace, Pod
from editor.engine.errors import Fault, Place
from editor.engine.ingresses import Ingress
from editor.engine.policies import Policy
from editor.engine.services import Service
from editor.manifests.dump import dump
from editor.manifests.forms import Forms
from editor.manifests.lists import item
from editor.manifests.located import Findings, Located
from editor.manifests.of_the_cluster import without_cluster_fields
from editor.manifests.services import Slice, joined
from editor.manifests.sources import Chunk
from editor.manifests.workloads import Workload

Value = Namespace | Pod | Policy | Workload | Service | Slice | Ingress


@dataclass(frozen=True, slots=True)
class ReadObject:
    """An object as it was read. ``value`` is None when it has no meaning; the faults say why. ``hook``: of Helm.

    Only an item of a list that was read as a whole keeps its nodes: others may stand for the next object already, see
    ``forms``.
    """

    kind: str
    namespace: str | None
    name: str
    place: Place
    value: Value | None
    _alone: Chunk | None = field(repr=False, compare=False)
    _item: Located | Chunk | None = field(repr=False, compare=False)
    hook: str = ""

    @property
    def text(self) -> str:
        """The document's own text to the letter; for an item of a list YAML without what a cluster writes itself."""
        if self._alone is not None:
            return self._alone.own_text
        return dump([without_cluster_fields(_plain(self.listed))]) if self.listed is not None else ""

    @property
    def chunk(self) -> Chunk | None:
        """The lines that hold this object alone; None for an item of a list."""
        return self._alone

    @property
    def listed(self) -> Located | None:
        """The object with the places of everything in it, for an item of a list; None for a document of its own."""
        number = self.place.document or 1
        return item(self._item, number, Findings()) if isinstance(self._item, Chunk) else self._item


@dataclass(slots=True)
class Reading:
    """What was read. With ``faults`` the rest is incomplete: refuse it. ``passed_over`` counts documents by kind.

    ``pods`` holds one for each workload that has none in the text, ``other_replicas`` a second one where it has more.
    ``forms``: those met, for whoever looks at the same texts again. ``told``: called with the size of each piece.
    """

    namespaces: list[Namespace] = field(default_factory=list)
    pods: list[Pod] = field(default_factory=list)
    policies: list[Policy] = field(default_factory=list)
    workloads: list[Workload] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    slices: list[Slice] = field(default_factory=list)
    ingresses: list[Ingress] = field(default_factory=list)
    other_replicas: list[Pod] = field(default_factory=list)
    objects: list[ReadObject] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    forms: Forms = field(default_factory=Forms, repr=False, compare=False)
    told: Callable[[int], None] | None = field(default=None, repr=False, compare=False)

    def tell(self, chunk: Chunk) -> None:
        """Let whoever waits know that a piece is being read."""
        if self.told is not None:
            self.told(len(chunk.text))

    def take_over(self, other: Reading) -> None:
        """Add all that another reading found."""
        for (_, mine), (_, theirs) in zip(shelves(self), shelves(other), strict=True):
            mine.extend(theirs)
        self.objects.extend(other.objects)
        self.passed_over.update(other.passed_over)
        self.faults.extend(other.faults)
        self.warnings.extend(other.warnings)

    def cluster(self) -> Cluster:
        """The cluster of the namespaces, pods, Services and Ingress objects that were read."""
        pods = [*self.pods, *self.other_replicas]
        return Cluster.of(self.namespaces, pods, joined(self.services, self.slices), self.ingresses)


def even_out(one: Reading, other: Reading) -> None:
    """Let a workload of one replica here and several there have another one in both: scaling opens no connection."""
    for fewer, more in ((one, other), (other, one)):
        held = {pod.ref: pod for pod in fewer.pods}
        known = held.keys() | {pod.ref for pod in fewer.other_replicas}
        standing = {(pod.namespace, pod.owner): pod.name for pod in more.pods}
        for pod in more.other_replicas:
            alone = held.get(f"{pod.namespace}/{standing[pod.namespace, pod.owner]}")
            if alone is not None and alone.owner == pod.owner and pod.ref not in known:
                fewer.other_replicas.append(replace(alone, name=pod.name))


def _plain(manifest: Located) -> dict[str, object]:
    return {name: value.plain() for name, value in manifest.fields.items()}


def shelves(reading: Reading) -> list[tuple[type, list[Any]]]:
    """Where values of each type are kept."""
    return [
        (Namespace, reading.namespaces),
        (Pod, reading.pods),
        (Policy, reading.policies),
        (Workload, reading.workloads),
        (Service, reading.services),
        (Slice, reading.slices),
        (Ingress, reading.ingresses),
    ]


def refuse_duplicates(reading: Reading) -> None:
    """The same object twice: harmless when both say the same, without meaning otherwise."""
    seen: dict[tuple[str, str | None, str], ReadObject] = {}
    repeated: set[int] = set()
    for found in reading.objects:
        if found.value is None:
            continue
        first = seen.setdefault((found.kind, found.namespace, found.name), found)
        if first is found:
            continue
        repeated.add(id(found.value))
        where = f"{first.place.file or 'the text'}, line {first.place.line}"
        name = f"{found.namespace}/{found.name}" if found.namespace else found.name
        if first.value == found.value:
            message = f"The {found.kind} {name} stands here again, as in {where}."
            reading.warnings.append(Fault("repeated_object", message, found.place, name))
        else:
            message = f"The {found.kind} {name} stands here and, different, in {where}: keep one."
            reading.faults.append(Fault("duplicate_object", message, found.place, name))
    if repeated:
        reading.objects[:] = [one for one in reading.objects if id(one.value) not in repeated]
        for _, held in shelves(reading):
            held[:] = [one for one in held if id(one) not in repeated]
