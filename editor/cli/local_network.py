"""The addresses by which other machines reach this one, found without sending anything."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv4Address

# One of each range that local networks use, and one of the Internet (RFC 5737): by which of our addresses we would go
# there. Connecting a datagram socket asks the routes and sends nothing.
TOWARDS = ("192.0.2.1", "192.168.0.1", "10.0.0.1", "172.16.0.1", "169.254.0.1")
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - what is asked for, not what is opened


def addresses(host: str) -> list[str]:
    """IPv4 addresses for others, the one towards the Internet first; of a server that listens to ``host``."""
    if host not in EVERYWHERE:
        return [host] if _for_others(host) else []
    return list(dict.fromkeys(found for found in _found() if _for_others(found)))


def _found() -> Iterator[str]:
    for place in TOWARDS:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.connect((place, 9))
            yield asking.getsockname()[0]
    with suppress(OSError):
        for _, _, _, _, address in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
            yield str(address[0])


def _for_others(text: str) -> bool:
    try:
        address = IPv4Address(text)
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified)
