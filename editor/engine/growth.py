"""When an edited policy tells apart what none did before: classes split, and every set of bits with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from editor.engine.address_space import AddressSpace, Span, spans
from editor.engine.addresses import Block
from editor.engine.alike import Alike
from editor.engine.bits import of, ones
from editor.engine.classes import Classes
from editor.engine.lens import Lens
from editor.engine.policies import Policy
from editor.engine.sides import Sides


@dataclass(frozen=True, slots=True)
class Split:
    """Classes that came apart: for each parent, the bits of the new classes that hold a part of its members."""

    children: Mapping[int, int]
    parents: int
    fresh: int

    @classmethod
    def of(cls, children: Mapping[int, int]) -> Split:
        """From the children of each parent."""
        return cls(children, of(children), of(child for bits in children.values() for child in ones(bits)))

    def spread(self, bits: int) -> int:
        """``bits`` with the children in wherever their parent is in, and out wherever it is out."""
        if not bits & (self.fresh | self.parents):
            return bits
        spread = bits & ~self.fresh
        for parent in ones(bits & self.parents):
            spread |= self.children[parent]
        return spread


def grow(classes: Classes, sides: Sides, policy: Policy) -> Split:
    """Make the lens fine enough for ``policy``, and split the classes that it can tell apart."""
    asked = Lens.of((policy,))
    keys = asked.keys - classes.lens.keys
    blocks = [block for block in asked.space.blocks if block not in classes.lens.space.blocks]
    if not keys and not blocks:
        return Split.of({})
    space = classes.lens.space
    if blocks:
        space = AddressSpace((*space.blocks, *blocks))
    old_blocks = len(classes.lens.space.blocks)
    classes.look_through(Lens(classes.lens.keys | keys, space))
    split = Split.of({**_split_outside(classes, old_blocks), **_split_pods(classes, keys, blocks)})
    if split.children:
        classes.spread(split.spread)
        sides.spread(split.spread)
    classes.describe_anew(keys)
    return split


def _split_outside(classes: Classes, old_blocks: int) -> dict[int, int]:
    known = (1 << old_blocks) - 1
    parents = {alike.sighting[0][1]: number for number, alike in enumerate(classes.all) if alike.outside}
    parts: dict[int, list[tuple[int, list[Span]]]] = {}
    for signature, held in classes.lens.space.parts().items():
        parts.setdefault(parents[signature & known], []).append((signature, held))
    children = {}
    for parent, (first, *others) in parts.items():
        classes.all[parent].sighting, classes.all[parent].spans = ((0, first[0]),), first[1]
        fresh = [
            classes.append(Alike(None, frozenset(), frozenset(), ((0, signature),), spans=held))
            for signature, held in others
        ]
        if fresh:
            children[parent] = of(fresh)
    return children


def _split_pods(classes: Classes, keys: frozenset[str], blocks: Iterable[Block]) -> dict[int, int]:
    cuts = [span for block in blocks for span in spans(block)]
    children = {}
    for number, alike in enumerate(tuple(classes.all)):
        if len(alike.pods) < 2 or not (_carries(alike, keys) or _straddles(alike, cuts)):  # noqa: PLR2004
            continue
        parts: dict[object, Alike] = {}
        for pod in alike.pods:
            seen = classes.key(pod)
            if seen not in parts:
                parts[seen] = classes.described(pod, seen)
            parts[seen].pods.append(pod)
        first, *others = parts.values()
        alike.pods = first.pods
        if others:
            children[number] = of([classes.append(other) for other in others])
    return children


def _carries(alike: Alike, keys: frozenset[str]) -> bool:
    return bool(keys) and any(not keys.isdisjoint(pod.labels) for pod in alike.pods)


def _straddles(alike: Alike, cuts: list[tuple[int, int]]) -> bool:
    """Whether a cut may run between the addresses of a class; a wrong guess costs time only."""
    if not cuts:
        return False
    low, high = alike.bounds()
    return any(low < start <= high or low <= end < high for start, end in cuts)
