"""A set of ports cut where the rules that bear on a connection begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor.engine.connections import rule_ports
from editor.engine.matching import isolating
from editor.engine.options import Options
from editor.engine.parties import Endpoint, routes
from editor.engine.policies import EGRESS, INGRESS, Policy
from editor.engine.ports import PortSet


def portions(ports: PortSet, rules: Iterable[PortSet]) -> list[PortSet]:
    """``ports`` in parts that no set of ``rules`` divides: all ports of a part fare alike."""
    parts = [ports] if ports else []
    for rule in dict.fromkeys(rules):
        cut = [(part & rule, part - rule) for part in parts]
        parts = [part for pair in cut for part in pair if part]
    return parts


def bearing(policies: Sequence[Policy], source: Endpoint, destination: Endpoint, options: Options) -> list[PortSet]:
    """The ports of every rule of the policies that isolate one of the two ends, on the side that they isolate."""
    found = []
    for here, there in routes(source, destination, options):
        for direction, own in ((EGRESS, here), (INGRESS, there)):
            for policy in isolating(policies, direction, own.pod):
                found += [rule_ports(rule, there) for rule in policy.rules(direction)]
    return found
