"""Address blocks in text, read as the Kubernetes API server reads them.

The server parses with ``netutils.ParseCIDRSloppy`` (Go 1.16's ``net.ParseCIDR``): leading zeros are decimal, bits
behind the prefix are allowed, and ``::ffff:10.0.0.0/104`` is the IPv4 block 10.0.0.0/8. Later versions warn of these,
then refuse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

from editor.engine.cluster import Address

_DIGITS = re.compile(r"[0-9]+\Z", re.ASCII)
_HEX = re.compile(r"[0-9a-fA-F]+\Z", re.ASCII)
# A number with a zero before it, or more than four digits of a 16-bit group: what Go's newer parser refuses.
_ZERO_BEFORE = re.compile(r"(?:^|[./:])0[0-9]+(?=[./]|\Z)")
_LONG_GROUP = re.compile(r"[0-9a-fA-F]{5}")
# Go's dtoi and xtoi give up above this.
_BIG = 0xFFFFFF
_MAPPED_BITS = 96
_IPV4_OCTETS, _IPV6_GROUPS, _OCTET, _GROUP_DIGITS = 4, 8, 0xFF, 4


@dataclass(frozen=True, slots=True)
class Cidr:
    """A block as written. ``address`` keeps the bits behind the prefix; ``network`` has them masked.

    ``v4_mapped``: written as an IPv4 address within IPv6; ``written_prefix`` is then the number in the text.
    """

    text: str
    address: Address
    prefix: int
    written_prefix: int
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
    zeros = _ZERO_BEFORE.search(after) is not None
    v4 = _ipv4(before)
    if v4 is not None:
        zeros = zeros or _ZERO_BEFORE.search(before) is not None
        return (
            Cidr(text, v4, prefix, prefix, v4_mapped=False, leading_zeros=zeros) if prefix <= v4.max_prefixlen else None
        )
    v6 = _ipv6(before)
    if v6 is None or prefix > v6.max_prefixlen:
        return None
    embedded = before.rpartition(":")[2]
    zeros = zeros or ("." in embedded and _ZERO_BEFORE.search(embedded) is not None)
    zeros = zeros or _LONG_GROUP.search(before) is not None
    mapped = v6.ipv4_mapped
    if mapped is not None and prefix >= _MAPPED_BITS:
        return Cidr(text, mapped, prefix - _MAPPED_BITS, prefix, v4_mapped=True, leading_zeros=zeros)
    return Cidr(text, v6, prefix, prefix, v4_mapped=mapped is not None, leading_zeros=zeros)


# Many pods stand on one node.
@lru_cache(maxsize=4096)
def parse_address(text: str) -> Address | None:
    """The IP address that ``text`` writes, read as loosely; None when it is none."""
    try:
        # What is strictly right is read alike, and quicker.
        return IPv4Address(text)
    except ValueError:
        v4 = _ipv4(text)
    if v4 is not None:
        return v4
    v6 = _ipv6(text)
    return v6.ipv4_mapped or v6 if v6 is not None else None


def _number(text: str) -> int | None:
    if not _DIGITS.match(text):
        return None
    value = int(text.lstrip("0")[:9] or "0")
    return value if value < _BIG else None


def _ipv4(text: str) -> IPv4Address | None:
    octets = [_number(part) for part in text.split(".")]
    value = 0
    for octet in octets:
        if octet is None or octet > _OCTET:
            return None
        value = value << 8 | octet
    return IPv4Address(value) if len(octets) == _IPV4_OCTETS else None


def _ipv6(text: str) -> IPv6Address | None:
    head, ellipsis, tail = text.partition("::")
    front, back = _groups(head, last=not ellipsis), _groups(tail, last=True)
    if front is None or back is None or (not ellipsis and not head):
        return None
    missing = _IPV6_GROUPS - len(front) - len(back)
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
    embedded = last and "." in final
    groups = []
    for part in parts if embedded else (*parts, final):
        if not _HEX.match(part) or part[:-_GROUP_DIGITS].strip("0"):
            return None
        groups.append(int(part[-_GROUP_DIGITS:], 16))
    if embedded:
        address = _ipv4(final)
        if address is None:
            return None
        groups += [int(address) >> 16, int(address) & 0xFFFF]
    return groups
