"""Whether one thing written covers another for every pod and address there could ever be, by its form alone."""

from __future__ import annotations

from ipaddress import IPv4Network

from editor.engine.addresses import Block, Network
from editor.engine.cluster import NAME_LABEL, Cluster
from editor.engine.policies import BlockPeer, Peer, Policy, PolicyPort, Rule, SelectorPeer
from editor.engine.selectors import EVERYTHING, Requirement, Selector


def selector_implied(narrow: Selector, wide: Selector) -> bool:
    """Whether all that ``narrow`` matches, ``wide`` matches too; False where each part alone does not show it."""
    return all(any(_implied(one, other) for one in narrow.requirements) for other in wide.requirements)


def _implied(one: Requirement, other: Requirement) -> bool:
    if one.key != other.key:
        return False
    if one.operator == "In":
        if other.operator == "In":
            return set(one.values) <= set(other.values)
        return other.operator == "Exists" or (other.operator == "NotIn" and set(one.values).isdisjoint(other.values))
    if one.operator == "NotIn":
        return other.operator == "NotIn" and set(other.values) <= set(one.values)
    if one.operator == "DoesNotExist":
        return other.operator in ("DoesNotExist", "NotIn")
    return other.operator == "Exists"


def peer_implied(cluster: Cluster, namespace: str, narrow: Peer | None, wide: Peer | None) -> bool:
    """Whether a peer of a policy of ``namespace`` is covered by another one of that namespace; None is everybody."""
    if wide is None:
        return True
    if isinstance(narrow, BlockPeer) and isinstance(wide, BlockPeer):
        return block_implied(narrow.block, wide.block)
    if not isinstance(narrow, SelectorPeer) or not isinstance(wide, SelectorPeer):
        return False
    spaces = _spaces_implied(cluster, namespace, narrow.namespaces, wide.namespaces)
    return spaces and selector_implied(narrow.pods or EVERYTHING, wide.pods or EVERYTHING)


def _spaces_implied(cluster: Cluster, namespace: str, narrow: Selector | None, wide: Selector | None) -> bool:
    if wide is None:
        return narrow is None or selector_implied(narrow, Selector.of({NAME_LABEL: namespace}))
    if narrow is None:
        return wide.matches(cluster.namespace_labels(namespace))
    return selector_implied(narrow, wide)


def block_implied(narrow: Block, wide: Block) -> bool:
    """Whether every address of one block lies in the other."""
    if not _inside(narrow.cidr, wide.cidr):
        return False
    return all(
        not narrow.cidr.overlaps(hole) or any(_inside(hole, own) for own in narrow.excepts) for hole in wide.excepts
    )


def _inside(inner: Network, outer: Network) -> bool:
    if isinstance(inner, IPv4Network):
        return isinstance(outer, IPv4Network) and inner.subnet_of(outer)
    return not isinstance(outer, IPv4Network) and inner.subnet_of(outer)


def ports_implied(narrow: Rule, wide: Rule) -> bool:
    """Whether every port of one rule is one of the other, whatever pods declare."""
    if wide.ports is None:
        return True
    if narrow.ports is None:
        return False
    return all(any(_port_implied(one, other) for other in wide.ports or ()) for one in narrow.ports)


def _port_implied(one: PolicyPort, other: PolicyPort) -> bool:
    if one.protocol != other.protocol:
        return False
    if other.port is None or one == other:
        return True
    if not isinstance(one.port, int) or not isinstance(other.port, int):
        return False
    return other.port <= one.port and (one.end_port or one.port) <= (other.end_port or other.port)


def selected_implied(narrow: Policy, wide: Policy) -> bool:
    """Whether every pod that one policy selects, the other selects too."""
    return narrow.namespace == wide.namespace and selector_implied(narrow.pods, wide.pods)
