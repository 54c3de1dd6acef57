"""Which numbered things carry which labels, so that a selector is a few operations on bits."""

from __future__ import annotations

from collections.abc import Mapping

from editor.engine.selectors import Requirement, Selector
from editor.engine.split import Split


class LabelIndex:
    """For every label and every key, the bits of the things that carry it."""

    def __init__(self) -> None:
        self.everything = 0
        self.pairs: dict[tuple[str, str], int] = {}
        self.keys: dict[str, int] = {}
        self.found: dict[Selector, int] = {}

    def add(self, labels: Mapping[str, str], bits: int) -> None:
        """Take in the things of ``bits``, all with these ``labels``."""
        for selector in self.found:
            if selector.matches(labels):
                self.found[selector] |= bits
        self.everything |= bits
        self.learn(labels, bits)

    def learn(self, labels: Mapping[str, str], bits: int) -> None:
        """Give labels that no selector has asked for yet to things that are known."""
        for pair in labels.items():
            self.pairs[pair] = self.pairs.get(pair, 0) | bits
            self.keys[pair[0]] = self.keys.get(pair[0], 0) | bits

    def spread(self, split: Split) -> None:
        """Follow classes that came apart."""
        self.everything = split.spread(self.everything)
        split.spread_over(self.pairs)
        split.spread_over(self.keys)
        split.spread_over(self.found)

    def matching(self, selector: Selector) -> int:
        """The bits of the things that ``selector`` matches."""
        bits = self.found.get(selector)
        if bits is None:
            bits = self.everything
            for requirement in selector.requirements:
                bits &= self._meeting(requirement)
            self.found[selector] = bits
        return bits

    def _meeting(self, requirement: Requirement) -> int:
        if requirement.operator in ("Exists", "DoesNotExist"):
            carrying = self.keys.get(requirement.key, 0)
        else:
            carrying = 0
            for value in requirement.values:
                carrying |= self.pairs.get((requirement.key, value), 0)
        positive = requirement.operator in ("In", "Exists")
        return carrying if positive else self.everything & ~carrying
