"""All addresses, cut where the address blocks of policies cut them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, collapse_addresses, summarize_address_range

from editor.engine.addresses import Block, Network
from editor.engine.cluster import Address

IPV4, IPV6 = FAMILIES = (4, 6)
_BITS = {4: 32, 6: 128}

Span = tuple[int, int, int]
"""A family with its first and its last address as numbers, inclusive."""


class AddressSpace:
    """Knows for every address which of ``blocks`` contain it: its signature, an int with one bit for each block."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks: tuple[Block, ...] = tuple(dict.fromkeys(blocks))
        toggles: dict[int, dict[int, int]] = {4: defaultdict(int), 6: defaultdict(int)}
        for number, block in enumerate(self.blocks):
            for low, high in spans(block):
                toggles[block.cidr.version][low] ^= 1 << number
                toggles[block.cidr.version][high + 1] ^= 1 << number
        self._starts: dict[int, list[int]] = {}
        self._signatures: dict[int, list[int]] = {}
        for family in FAMILIES:
            self._cut(family, toggles[family])

    def _cut(self, family: int, toggles: Mapping[int, int]) -> None:
        starts, signatures = [0], [toggles.get(0, 0)]
        for start in sorted(toggles):
            if start and toggles[start] and start < 1 << _BITS[family]:
                starts.append(start)
                signatures.append(signatures[-1] ^ toggles[start])
        self._starts[family], self._signatures[family] = starts, signatures

    def signature(self, address: Address) -> int:
        """The bits of the blocks that contain ``address``."""
        family = address.version
        return self._signatures[family][bisect_right(self._starts[family], int(address)) - 1]

    def parts(self) -> dict[int, list[Span]]:
        """By signature, the spans that hold exactly the addresses of that signature. Together they are everything."""
        found: dict[int, list[Span]] = defaultdict(list)
        for family in FAMILIES:
            starts = self._starts[family]
            ends = [start - 1 for start in starts[1:]] + [(1 << _BITS[family]) - 1]
            for start, end, signature in zip(starts, ends, self._signatures[family], strict=True):
                found[signature].append((family, start, end))
        return found


def spans(block: Block) -> list[tuple[int, int]]:
    """The inclusive ranges of a block's addresses as ints, its holes cut out."""
    low, high = int(block.cidr.network_address), int(block.cidr.broadcast_address)
    holes = sorted(
        (int(hole.network_address), int(hole.broadcast_address))
        for hole in block.excepts
        if hole.version == block.cidr.version
    )
    left = []
    for start, end in holes:
        if low < start <= high:
            left.append((low, start - 1))
        low = max(low, end + 1) if start <= high else low
    return [*left, (low, high)] if low <= high else left


def address(family: int, number: int) -> Address:
    """The address of a family and its number."""
    return IPv4Address(number) if family == IPV4 else IPv6Address(number)


def networks(parts: Iterable[Span]) -> tuple[Network, ...]:
    """The fewest networks that hold exactly the addresses of ``parts``, IPv4 first.

    Remembered: from one edit to the next policies cut the addresses in the same places.
    """
    return _networks(tuple(parts))


@lru_cache(maxsize=4096)
def _networks(parts: tuple[Span, ...]) -> tuple[Network, ...]:
    v4 = [
        n for f, low, high in parts if f == IPV4 for n in summarize_address_range(IPv4Address(low), IPv4Address(high))
    ]
    v6 = [
        n for f, low, high in parts if f != IPV4 for n in summarize_address_range(IPv6Address(low), IPv6Address(high))
    ]
    return (*collapse_addresses(v4), *collapse_addresses(v6))
