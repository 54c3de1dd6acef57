"""The ports of a policy's rule."""

from __future__ import annotations

import re

from editor.engine.policies import PolicyPort
from editor.manifests.fields import expect, text_field, whole_number
from editor.manifests.located import Located
from editor.manifests.unknown_fields import warn_unknown

PROTOCOLS = ("TCP", "UDP", "SCTP")
LARGEST_PORT = 65535

# RFC 6335, as the API server holds port names to it.
_PORT_NAME = re.compile(r"(?=.{1,15}\Z)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*\Z")


def read_port(item: Located) -> PolicyPort | None:
    """One port; None when it has no meaning. A null item is ``{}``: every TCP port."""
    if item.null:
        item.warn("null_item", f"An empty item under `{item.path}` is every TCP port.")
        return PolicyPort(place=item.place)
    if not expect(item, "object"):
        return None
    warn_unknown(item, "NetworkPolicyPort")
    before = len(item.document.findings.faults)
    protocol = read_protocol(item)
    port = _number_or_name(item)
    end_port = _end_port(item, port)
    if len(item.document.findings.faults) > before:
        return None
    return PolicyPort(protocol, port, end_port, item.place)


def read_protocol(item: Located) -> str:
    """The protocol, TCP when absent; a fault for one that network policy does not know."""
    found = item.get("protocol")
    protocol = "TCP" if found is None else text_field(item, "protocol")
    if found is not None and protocol is not None and protocol not in PROTOCOLS:
        hint = (
            f"write {protocol.upper()}" if protocol.upper() in PROTOCOLS else f"only {', '.join(PROTOCOLS)} exist here"
        )
        found.fault("bad_protocol", f"`{protocol}` is not a protocol of network policies: {hint}.", value=protocol)
    return protocol or "TCP"


def read_number(value: Located, code: str = "bad_port") -> int | None:
    """A port number from 1 to 65535; None and a fault for anything else."""
    number = whole_number(value)
    if number is None or not 1 <= number <= LARGEST_PORT:
        value.fault(code, f"`{value.scalar}` is not a port: ports go from 1 to {LARGEST_PORT}.", value=value.scalar)
        return None
    return number


def _number_or_name(item: Located) -> int | str | None:
    found = item.get("port")
    if found is None:
        return None
    if found.kind != "string":
        if found.kind != "number":
            expect(found, "number")
            return None
        return read_number(found)
    name = str(found.scalar)
    if not _PORT_NAME.match(name):
        hint = (
            f"for the number write {name} without quotes"
            if name.isdigit()
            else "lower-case letters, digits and hyphens"
        )
        found.fault("bad_port", f"`{name}` is not a port name: {hint}.", value=name)
        return None
    return name


def _end_port(item: Located, port: int | str | None) -> int | None:
    found = item.get("endPort")
    if found is None:
        return None
    if found.kind != "number":
        expect(found, "number")
        return None
    end = read_number(found, "bad_end_port")
    if item.get("port") is None:
        found.fault("bad_end_port", "`endPort` needs a `port` to begin at.", value=end)
    elif isinstance(port, str):
        found.fault("bad_end_port", f"`endPort` needs a number in `port`, not the name `{port}`.", value=end)
    elif port is not None and end is not None and end < port:
        found.fault("bad_end_port", f"`endPort` {end} lies below `port` {port}.", value=end)
    return end
