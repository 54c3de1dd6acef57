"""Classes that came apart, and what that means for every set of bits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from editor.engine.bits import of, ones

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Split:
    """For each parent, the bits of the new classes that hold a part of its members.

    ``touched`` are the bits of all of them: a set of bits with none of these stays as it is.
    """

    children: Mapping[int, int]
    fresh: int
    touched: int

    @classmethod
    def of(cls, children: Mapping[int, int]) -> Split:
        """From the children of each parent."""
        fresh = of(child for bits in children.values() for child in ones(bits))
        return cls(children, fresh, fresh | of(children))

    def spread(self, bits: int) -> int:
        """``bits`` with the children in wherever their parent is in, and out wherever it is out."""
        spread = bits & ~self.fresh
        for parent in ones(bits & self.touched & ~self.fresh):
            spread |= self.children[parent]
        return spread

    def spread_over(self, held: dict[Key, int]) -> None:
        """``spread`` on every value of a dict, in place."""
        touched = self.touched
        for key, bits in held.items():
            if bits & touched:
                held[key] = self.spread(bits)
