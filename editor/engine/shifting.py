"""From partings before and after to the pairs that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from editor.engine.bits import EVERYONE
from editor.engine.flattening import Box, Flattening
from editor.engine.palette import NOTHING
from editor.engine.sides import Parting

Partings = Sequence[Parting] | Mapping[int, Parting]

Shift = tuple[int, int, int]
"""Palette number before, palette number after, and the bits of the classes at the other end."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Classes whose parting went from one to another, or stayed."""

    bits: int
    before: Parting
    after: Parting

    @property
    def still(self) -> bool:
        """Whether nothing happened."""
        return self.before is self.after

    def shifts(self) -> list[Shift]:
        """How each class at the other end fares; who had nothing and has nothing is left out."""
        if self.still:
            return [(number, number, bits) for number, bits in self.before.items()]
        found = []
        unseen = EVERYONE
        for old, bits in self.before.items():
            unseen &= ~bits
            rest = bits
            for new, others in self.after.items():
                if rest & others:
                    found.append((old, new, rest & others))
                    rest &= ~others
            if rest:
                found.append((old, NOTHING, rest))
        found.extend((NOTHING, new, bits & unseen) for new, bits in self.after.items() if bits & unseen)
        return found

    def moved(self) -> int:
        """The bits of the classes at the other end for which anything changed; may be negative."""
        bits = 0
        for old, new, others in self.shifts():
            if old != new:
                bits |= others
        return bits


def turns(classes: Iterable[int], before: Partings, after: Partings) -> list[Turn]:
    """The turns of ``classes``, those with the same two partings together."""
    found: dict[tuple[int, int], tuple[Parting, Parting, int]] = {}
    for number in classes:
        old, new = before[number], after[number]
        key = (id(old), id(new))
        bits = found[key][2] if key in found else 0
        found[key] = (old, new, bits | 1 << number)
    return [Turn(bits, old, new) for old, new, bits in found.values()]


def boxes(flat: Flattening, everyone: int, sources: Iterable[Turn], destinations: Iterable[Turn]) -> Iterator[Box]:
    """The changed pairs between source turns (egress) and destination turns (ingress)."""
    meet = flat.palette.meet
    outgoing = [(turn.bits, turn.still, turn.shifts()) for turn in sources]
    for turn in destinations:
        incoming = [(old, new, bits & everyone) for old, new, bits in turn.shifts()]
        moving = [shift for shift in incoming if shift[0] != shift[1]]
        for members, still, out in outgoing:
            for old_in, new_in, senders in moving if still else incoming:
                s = senders & members
                if not s:
                    continue
                for old_out, new_out, receivers in out:
                    d = receivers & turn.bits
                    if d:
                        before, after = meet(old_out, old_in), meet(new_out, new_in)
                        if before != after:
                            yield from flat.boxes(before, after, s, d)
