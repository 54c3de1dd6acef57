"""Ports as an expectations file writes them: ``3306``, ``UDP/53``, ``8000-8100``, ``TCP``, or the word ``all``."""

from __future__ import annotations

import re

from editor.engine.ports import ALL_PORTS, EVERY_PORT, FIRST_PORT, LAST_PORT, PROTOCOLS, Intervals, PortSet
from editor.manifests.fields import whole_number
from editor.manifests.located import Located

ALL, DECLARED = "all", "declared"
_WRITTEN = re.compile(r"(?:(?P<protocol>[A-Za-z]+)[/ ])?(?P<low>[0-9]{1,9})(?:-(?P<high>[0-9]{1,9}))?\Z", re.ASCII)
HOW = "Write a number, UDP/53, 8000-8100, TCP for every port of TCP, or `all`."


def read_port(value: Located) -> PortSet | None:
    """One item; None with a fault when it is no port."""
    number = whole_number(value)
    if number is not None:
        return _set(value, "TCP", number, number)
    if value.kind != "string":
        value.fault("bad_port", f"`{value.path}` is no port. {HOW}", value=value.scalar)
        return None
    text = str(value.scalar)
    if text == ALL or text in PROTOCOLS:
        return ALL_PORTS if text == ALL else PortSet.of(text, EVERY_PORT)
    return _read_text(value, text)


def _read_text(value: Located, text: str) -> PortSet | None:
    found = _WRITTEN.match(text)
    if found is None:
        value.fault("bad_port", f"`{_cut(text)}` is no port. {HOW}", value=_cut(text))
        return None
    protocol = found["protocol"] or "TCP"
    if protocol not in PROTOCOLS:
        value.fault("bad_protocol", f"`{protocol}` is not a protocol: write TCP, UDP or SCTP.", value=_cut(text))
        return None
    low = int(found["low"])
    return _set(value, protocol, low, int(found["high"] or low))


def _set(value: Located, protocol: str, low: int, high: int) -> PortSet | None:
    if not FIRST_PORT <= low <= high <= LAST_PORT:
        written = _cut(str(value.scalar))
        problem = f"`{written}` is out of range: ports are {FIRST_PORT} to {LAST_PORT}, the first not above the last."
        value.fault("bad_port", problem, value=written)
        return None
    return PortSet.of(protocol, Intervals.of((low, high)))


def write_ports(ports: PortSet) -> list[int | str]:
    """The items that ``read_port`` reads as ``ports``."""
    if ports == ALL_PORTS:
        return [ALL]
    written: list[int | str] = []
    for protocol, spans in zip(PROTOCOLS, ports.sets, strict=True):
        if spans == EVERY_PORT:
            written.append(protocol)
            continue
        for low, high in spans.spans:
            written.append(low if (protocol, low) == ("TCP", high) else _written(protocol, low, high))
    return written


def _written(protocol: str, low: int, high: int) -> str:
    bare = str(low) if low == high else f"{low}-{high}"
    return bare if protocol == "TCP" else f"{protocol}/{bare}"


def _cut(text: str) -> str:
    longest = 60
    return text if len(text) <= longest else f"{text[:longest]}..."
