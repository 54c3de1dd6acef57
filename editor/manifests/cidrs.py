"""Address blocks in text, read as the Kubernetes API server reads them.

The server parses with ``netutils.ParseCIDRSloppy`` (Go 1.16's ``net.ParseCIDR``): leading zeros are decimal, bits
behind the prefix are allowed, and ``::ffff:10.0.0.0/104`` is the IPv4 block 10.0.0.0/8. Later versions warn of these,
then refuse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

from editor.engine.cluster import Address

_DIGITS = re.compile(r"[0-9]+\Z")
_HEX = re.compile(r"[0-9a-fA-F]+\Z")
_LEADING_ZERO = re.compile(r"(?:^|[./])0[0-9]")
# Go's dtoi and xtoi give up above this.
_BIG = 0xFFFFFF
_MAPPED_BITS = 96


@dataclass(frozen=True, slots=True)
class Cidr:
    """A block as written. ``address`` keeps the bits behind the prefix; ``network`` has them masked."""

    text: str
    address: Address
    prefix: int
    v4_mapped: bool
    leading_zeros: bool

    @property
    def network(self) -> IPv4Network | IPv6Network:
        """The block's meaning."""
        return ip_network((self.address, self.prefix), strict=False)

    @property
    def host_bits(self) -> bool:
        """Whether bits are set behind the prefix."""
        return self.network.network_address != self.address


def parse_cidr(text: str) -> Cidr | None:
    """The block that ``text`` writes, or None when the API server of no version reads it as one."""
    before, slash, after = text.partition("/")
    prefix = _number(after)
    if not slash or prefix is None:
        return None
    zeros = _LEADING_ZERO.search(text) is not None
    v4 = _ipv4(before)
    if v4 is not None:
        return Cidr(text, v4, prefix, v4_mapped=False, leading_zeros=zeros) if prefix <= v4.max_prefixlen else None
    v6 = _ipv6(before)
    if v6 is None or prefix > v6.max_prefixlen:
        return None
    mapped = v6.ipv4_mapped
    if mapped is not None and prefix >= _MAPPED_BITS:
        return Cidr(text, mapped, prefix - _MAPPED_BITS, v4_mapped=True, leading_zeros=zeros)
    return Cidr(text, v6, prefix, v4_mapped=mapped is not None, leading_zeros=zeros)


def _number(text: str) -> int | None:
    if not _DIGITS.match(text):
        return None
    value = int(text[-8:]) if text[:-8].strip("0") == "" else _BIG
    return value if value < _BIG else None


def _ipv4(text: str) -> IPv4Address | None:
    octets = [_number(part) for part in text.split(".")]
    value = 0
    for octet in octets:
        if octet is None or octet > 0xFF:  # noqa: PLR2004
            return None
        value = value << 8 | octet
    return IPv4Address(value) if len(octets) == 4 else None  # noqa: PLR2004


def _ipv6(text: str) -> IPv6Address | None:
    head, ellipsis, tail = text.partition("::")
    front, back = _groups(head, last=not ellipsis), _groups(tail, last=True)
    if front is None or back is None or (not ellipsis and not head):
        return None
    missing = 8 - len(front) - len(back)
    # The ellipsis stands for at least one group.
    if missing < 1 if ellipsis else missing != 0:
        return None
    value = 0
    for group in (*front, *[0] * missing, *back):
        value = value << 16 | group
    return IPv6Address(value)


def _groups(text: str, *, last: bool) -> list[int] | None:
    """The 16-bit groups of one side of the ellipsis; an IPv4 address may stand at the very end."""
    if not text:
        return []
    *parts, final = text.split(":")
    groups = []
    for part in parts if last and "." in final else (*parts, final):
        if not _HEX.match(part) or part[:-4].strip("0"):
            return None
        groups.append(int(part[-4:], 16))
    if last and "." in final:
        embedded = _ipv4(final)
        if embedded is None:
            return None
        groups += [int(embedded) >> 16, int(embedded) & 0xFFFF]
    return groups
