"""The rules for address blocks, which changed with the version.

From 1.36 on a block must be written strictly; from 1.33 to 1.35 the server warns; 1.32 is silent.
Source: k8s.io/apimachinery/pkg/util/validation/ip.go.
"""

from __future__ import annotations

from editor.manifests.cidrs import Cidr, parse_cidr
from editor.manifests.located import Located
from editor.manifests.rules.findings import Answer, quoted

FIRST_STRICT = 36
FIRST_WARNING = 33
_NO_CIDR = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"
_IPV6_BITS = 128


def check_cidr(answer: Answer, path: str, text: str, at: Located) -> Cidr | None:
    """Refuse what is no block, or no strict one; the block where its meaning is clear all the same."""
    cidr = parse_cidr(text)
    if cidr is None:
        answer.invalid(path, text, _NO_CIDR, at)
        return None
    if answer.version >= FIRST_STRICT:
        why = _not_strict(cidr)
        if why:
            answer.invalid(path, text, why, at)
    if answer.version >= FIRST_WARNING:
        for warning in _warnings(cidr):
            answer.warn(path, f"{path}: {warning}", at)
    return cidr


def holds_strictly(outer: Cidr, hole: Cidr) -> bool:
    """Whether ``hole`` lies in ``outer`` and is smaller; prefixes are compared as they are written."""
    same_family = outer.network.version == hole.network.version
    inside = same_family and hole.network.network_address in outer.network
    return inside and outer.written_prefix < hole.written_prefix


def _not_strict(cidr: Cidr) -> str | None:
    if cidr.leading_zeros:
        return "must not have leading 0s in IP or prefix length"
    if cidr.v4_mapped:
        return "must not have an IPv4-mapped IPv6 address"
    return "must not have bits set beyond the prefix length" if cidr.host_bits else None


def _warnings(cidr: Cidr) -> list[str]:
    said = quoted(cidr.text)
    found = []
    if cidr.host_bits:
        bits = _IPV6_BITS if cidr.v4_mapped else cidr.address.max_prefixlen
        alternatives = f'should be "{cidr.network}" or "{cidr.address}/{bits}"?'
        found.append(f"CIDR value {said} is ambiguous in this context ({alternatives})")
    if cidr.leading_zeros or cidr.v4_mapped:
        found.append(f'non-standard CIDR value {said} is invalid: use "{cidr.network}"')
    canonical = f"{cidr.address}/{cidr.prefix}"
    if not found and cidr.address.version == 6 and canonical != cidr.text:  # noqa: PLR2004
        found.append(f'IPv6 CIDR value {said} should be in RFC 5952 canonical format ("{canonical}")')
    return found
