"""All classes of a cluster, numbered, and which of them a selector or a block matches."""

from __future__ import annotations

from collections.abc import Iterable

from editor.engine.addresses import Block
from editor.engine.alike import EVERY_WAY, Alike, Sighting, seen_on, ways
from editor.engine.bits import of, ones
from editor.engine.cluster import Address, Cluster, Pod
from editor.engine.label_index import LabelIndex
from editor.engine.lens import Lens
from editor.engine.options import Options
from editor.engine.parties import Endpoint, Outside, addresses, as_node
from editor.engine.split import Split


class Classes:
    """The classes of a cluster as a lens shows them, numbered from 0, and bits over those numbers."""

    def __init__(self, cluster: Cluster, lens: Lens, options: Options, *, every_way: bool = False) -> None:
        """``every_way``: keep all ways apart even where one is enough now, because pods may come that need them."""
        self.cluster, self.lens, self.options = cluster, lens, options
        self.all: list[Alike] = []
        self.numbers: dict[object, int] = {}
        self.labels = LabelIndex()
        self.spaces = LabelIndex()
        self.in_space: dict[str, int] = {}
        self.named: dict[tuple[str, str], dict[frozenset[int], int]] = {}
        self.carried: set[str] = set()
        self._kept: dict[tuple[tuple[str, str], ...], frozenset[tuple[str, str]]] = {}
        self._gather(cluster.pods)
        for signature, spans in lens.space.parts().items():
            sighting = ((0, signature),)
            self._add((None, sighting), Alike(None, frozenset(), frozenset(), sighting, spans=spans))
        for number, alike in enumerate(self.all):
            self._index(number, alike)
        self.relabel_spaces(cluster)
        self.ways = EVERY_WAY if every_way else ways(self.all)
        self._containing = self._members()

    @property
    def everyone(self) -> int:
        """The bits of all classes."""
        return (1 << len(self.all)) - 1

    @property
    def outside(self) -> int:
        """The bits of the classes of outside addresses."""
        return of(number for number, alike in enumerate(self.all) if alike.outside)

    def key(self, pod: Pod) -> object:
        """What a pod looks like through the lens; equal for pods of one class."""
        if as_node(pod, self.options):
            return (None, self._sighting(addresses(pod, self.options).values()))
        written = tuple(pod.labels.items())
        kept = self._kept.get(written)
        if kept is None:
            self.carried.update(pod.labels)
            kept = self._kept[written] = frozenset(pair for pair in written if pair[0] in self.lens.keys)
        ports = frozenset([(p.name, p.protocol, p.number) for p in pod.ports if p.name is not None])
        held = pod.addresses if len(pod.addresses) <= 1 else addresses(pod, self.options).values()
        return (pod.namespace, kept, ports, self._sighting(held))

    def number_of(self, endpoint: Endpoint) -> int | None:
        """The number of the class of a pod of the cluster or of an outside address."""
        if isinstance(endpoint, Outside):
            return self.numbers.get((None, ((0, self.lens.space.signature(endpoint.address)),)))
        return self.numbers.get(self.key(endpoint))

    def _sighting(self, held: Iterable[Address]) -> Sighting:
        signature = self.lens.space.signature
        return tuple([(address.version, signature(address)) for address in held])

    def _gather(self, pods: Iterable[Pod]) -> None:
        numbers, classes, key = self.numbers, self.all, self.key
        for pod in pods:
            seen = key(pod)
            number = numbers.get(seen)
            if number is None:
                number = self._add(seen, self.described(pod, seen))
            classes[number].pods.append(pod)

    def described(self, pod: Pod, key: object) -> Alike:
        """A class, empty yet, of the pods that look like ``pod``, whose ``key`` this is."""
        assert isinstance(key, tuple)  # noqa: S101
        if key[0] is None:
            return Alike(None, frozenset(), frozenset(), key[1])
        return Alike(pod.namespace, key[1], key[2], key[3])

    def enroll(self, pod: Pod) -> tuple[int, bool]:
        """Put a pod into its class; gives the class's number, and whether the class was made for it."""
        seen = self.key(pod)
        number = self.numbers.get(seen)
        newcomer = number is None
        if number is None:
            number = self._add(seen, self.described(pod, seen))
            self._index(number, self.all[number])
            if not as_node(pod, self.options):
                self.spaces.add(self.cluster.namespace_labels(pod.namespace), 1 << number)
            self._containing = self._members()
        self.all[number].admit(pod)
        return number, newcomer

    def expel(self, pod: Pod) -> int:
        """Take a pod out of its class; gives the class's number. An empty class is never used again."""
        seen = self.key(pod)
        number = self.numbers[seen]
        pods = self.all[number].pods
        pods[:] = [other for other in pods if other.ref != pod.ref]
        if not pods:
            del self.numbers[seen]
        return number

    def relabel_spaces(self, cluster: Cluster) -> None:
        """Take the namespaces' labels of ``cluster``, which has the same pods."""
        self.cluster = cluster
        self.spaces = LabelIndex()
        for space, bits in self.in_space.items():
            self.spaces.add(cluster.namespace_labels(space), bits)

    def append(self, alike: Alike) -> int:
        """Take in a class that came apart from another; the indexes learn of it by ``spread``."""
        self.all.append(alike)
        return len(self.all) - 1

    def look_through(self, lens: Lens) -> None:
        """See the same pods through a finer lens; the caller then splits what it tells apart."""
        self.lens = lens
        self._kept.clear()

    def spread(self, split: Split) -> None:
        """Follow classes that came apart."""
        self.labels.spread(split)
        self.spaces.spread(split)
        split.spread_over(self.in_space)
        for meanings in self.named.values():
            split.spread_over(meanings)

    def describe_anew(self, numbers: Iterable[int], keys: frozenset[str]) -> None:
        """Bring the classes of ``numbers`` up to the lens, which now shows new blocks and the labels of ``keys``."""
        shown = [(number, self.all[number]) for number in numbers if self.all[number].pods or self.all[number].outside]
        for _, alike in shown:
            self.numbers.pop(alike.key, None)
        for number, alike in shown:
            if alike.pods:
                pod = alike.pods[0]
                alike.sighting = self._sighting(addresses(pod, self.options).values())
                learnt = {key: pod.labels[key] for key in keys if key in pod.labels}
                if learnt and alike.namespace is not None:
                    alike.labels = alike.labels.union(learnt.items())
                    self.labels.learn(learnt, 1 << number)
            self.numbers[alike.key] = number
        self._containing = self._members()

    def _add(self, key: object, alike: Alike) -> int:
        number = self.numbers[key] = len(self.all)
        self.all.append(alike)
        return number

    def _index(self, number: int, alike: Alike) -> None:
        if alike.namespace is None:
            return
        bit = 1 << number
        self.labels.add(dict(alike.labels), bit)
        self.in_space[alike.namespace] = self.in_space.get(alike.namespace, 0) | bit
        by_name: dict[tuple[str, str], set[int]] = {}
        for name, protocol, port in alike.ports:
            by_name.setdefault((name, protocol), set()).add(port)
        for name_and_protocol, ports in by_name.items():
            meanings = self.named.setdefault(name_and_protocol, {})
            meanings[frozenset(ports)] = meanings.get(frozenset(ports), 0) | bit

    def containing(self, block: Block) -> tuple[int, ...]:
        """For each way, the bits of the classes whose address ``block`` contains."""
        return self._containing[block]

    def _members(self) -> dict[Block, tuple[int, ...]]:
        seen: dict[Sighting, int] = {}
        for number, alike in enumerate(self.all):
            if alike.namespace is None or self.options.ipblock_matches_pods:
                seen[alike.sighting] = seen.get(alike.sighting, 0) | 1 << number
        blocks = self.lens.space.blocks
        members = [[0] * len(self.ways) for _ in blocks]
        for sighting, bits in seen.items():
            for w, way in enumerate(self.ways):
                for at in ones(seen_on(way, sighting, blocks)):
                    members[at][w] |= bits
        return {block: tuple(found) for block, found in zip(blocks, members, strict=True)}
