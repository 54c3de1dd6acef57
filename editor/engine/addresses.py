"""Address blocks with their exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network

from editor.engine.cluster import Address

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Block:
    """An ``ipBlock``: a network with holes. A block never matches an address of the other family."""

    cidr: Network
    excepts: tuple[Network, ...] = ()

    @classmethod
    def of(cls, cidr: str, *excepts: str) -> Block:
        """From text; bits behind the prefix are masked, as network plugins do."""
        return cls(ip_network(cidr, strict=False), tuple(ip_network(e, strict=False) for e in excepts))

    def contains(self, address: Address) -> bool:
        """Whether ``address`` lies in the network and in none of its holes."""
        if address.version != self.cidr.version:
            return False
        return address in self.cidr and not any(
            address in hole for hole in self.excepts if hole.version == address.version
        )

    @property
    def whole_family(self) -> bool:
        """Whether it covers every address of its family."""
        return self.cidr.prefixlen == 0 and not self.excepts

    def __str__(self) -> str:
        if not self.excepts:
            return str(self.cidr)
        return f"{self.cidr} except {', '.join(str(hole) for hole in self.excepts)}"
