"""When an edited policy tells apart what none did before: classes split, and every set of bits with them."""

from __future__ import annotations

from collections.abc import Iterable

from editor.engine.address_space import AddressSpace, Span, spans
from editor.engine.alike import Alike
from editor.engine.bits import of
from editor.engine.classes import Classes
from editor.engine.lens import Lens
from editor.engine.policies import Policy
from editor.engine.sides import Sides
from editor.engine.split import Split


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
    known = len(classes.lens.space.blocks)
    classes.look_through(Lens(classes.lens.keys | keys, space))
    outside = [number for number, alike in enumerate(classes.all) if alike.outside] if blocks else []
    cuts = [span for block in blocks for span in spans(block)]
    carrying = _carrying(classes, keys & classes.carried)
    seen = carrying | {n for n, alike in enumerate(classes.all) if cuts and alike.pods and _meets(alike, cuts)}
    held = len(classes.all)
    children = _split_pods(classes, [n for n in seen if n in carrying or _straddles(classes.all[n], cuts)])
    if blocks:
        children |= _split_outside(classes, known, outside)
    split = Split.of(children)
    if children:
        classes.spread(split)
        sides.spread(split)
    classes.describe_anew([*seen, *outside, *range(held, len(classes.all))], keys)
    return split


def _split_outside(classes: Classes, known: int, outside: Iterable[int]) -> dict[int, int]:
    """``known``: how many blocks there were when the classes of ``outside`` were made."""
    mask = (1 << known) - 1
    parents = {classes.all[number].sighting[0][1]: number for number in outside}
    parts: dict[int, list[tuple[int, list[Span]]]] = {}
    for signature, held in classes.lens.space.parts().items():
        parts.setdefault(parents[signature & mask], []).append((signature, held))
    children = {}
    for parent, (first, *others) in parts.items():
        classes.numbers.pop(classes.all[parent].key, None)
        classes.all[parent].sighting, classes.all[parent].spans = ((0, first[0]),), first[1]
        fresh = [
            classes.append(Alike(None, frozenset(), frozenset(), ((0, signature),), spans=held))
            for signature, held in others
        ]
        if fresh:
            children[parent] = of(fresh)
    return children


def _split_pods(classes: Classes, numbers: Iterable[int]) -> dict[int, int]:
    children = {}
    for number in numbers:
        alike = classes.all[number]
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


def _carrying(classes: Classes, keys: frozenset[str]) -> set[int]:
    """The classes of pods of which some carry one of ``keys``."""
    if not keys:
        return set()
    return {n for n, alike in enumerate(classes.all) if any(not keys.isdisjoint(pod.labels) for pod in alike.pods)}


# A wrong guess of the next two costs time only, so the families of the addresses need no care.


def _meets(alike: Alike, cuts: Iterable[tuple[int, int]]) -> bool:
    """Whether any of its addresses may lie in a cut."""
    low, high = alike.bounds()
    return any(start <= high and low <= end for start, end in cuts)


def _straddles(alike: Alike, cuts: Iterable[tuple[int, int]]) -> bool:
    """Whether a cut may run between its addresses."""
    low, high = alike.bounds()
    return any(low < start <= high or low <= end < high for start, end in cuts)
