"""Everything that may pass from one end to another, as a set of ports: the plain way, from the plain semantics."""

from __future__ import annotations

from collections.abc import Sequence

from editor.engine.cluster import Cluster
from editor.engine.judge import exemption
from editor.engine.matching import isolating, named_ports, peer_admits
from editor.engine.options import DEFAULTS, Options
from editor.engine.parties import Endpoint, Outside, Party, routes
from editor.engine.policies import EGRESS, INGRESS, Policy, PolicyPort, Rule
from editor.engine.ports import ALL_PORTS, EVERY_PORT, NO_PORTS, Intervals, PortSet


def allowed_set(
    cluster: Cluster,
    policies: Sequence[Policy],
    source: Endpoint,
    destination: Endpoint,
    options: Options = DEFAULTS,
) -> PortSet:
    """Exactly the ports for which ``judge`` says that the connection passes, over one address family or another."""
    allowed = NO_PORTS
    for here, there in routes(source, destination, options):
        out = _side(cluster, policies, EGRESS, here, there, there, options)
        allowed |= out & _side(cluster, policies, INGRESS, there, here, there, options)
    return allowed


def _side(
    cluster: Cluster,
    policies: Sequence[Policy],
    direction: str,
    own: Party,
    other: Party,
    destination: Party,
    options: Options,
) -> PortSet:
    if isinstance(own.endpoint, Outside) or exemption(direction, own, other, options):
        return ALL_PORTS
    isolators = isolating(policies, direction, own.pod)
    if not isolators:
        return ALL_PORTS
    allowed = NO_PORTS
    for policy in isolators:
        for rule in policy.rules(direction):
            if rule.peers is None or any(peer_admits(cluster, policy, peer, other, options) for peer in rule.peers):
                allowed |= rule_ports(rule, destination)
    return allowed


def rule_ports(rule: Rule, destination: Party) -> PortSet:
    """The ports of a rule's list; port names are looked up on the destination pod."""
    if rule.ports is None:
        return ALL_PORTS
    ports = NO_PORTS
    for port in rule.ports:
        ports |= PortSet.of(port.protocol, _numbers(port, destination))
    return ports


def _numbers(port: PolicyPort, destination: Party) -> Intervals:
    if port.port is None:
        return EVERY_PORT
    if isinstance(port.port, str):
        return Intervals.of(*((n, n) for n in named_ports(destination, port.port, port.protocol)))
    return Intervals.of((port.port, port.port if port.end_port is None else port.end_port))
