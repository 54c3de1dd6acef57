"""Hypothesis strategies for small random worlds: few names, so that things collide as they do in real clusters."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from hypothesis import strategies as st

from editor.engine.addresses import Block
from editor.engine.cluster import Cluster, ContainerPort, Namespace, Owner, Pod
from editor.engine.options import Options
from editor.engine.parties import Endpoint, Outside
from editor.engine.policies import (
    EGRESS,
    INGRESS,
    BlockPeer,
    Policy,
    PolicyPort,
    Rule,
    SelectorPeer,
    default_types,
)
from editor.engine.ports import PROTOCOLS
from editor.engine.selectors import Requirement, Selector

SPACES = ("blue", "green", "red")
KEYS = ("app", "tier")
VALUES = ("", "api", "db")
PORT_NAMES = ("http", "dns")
PORTS = (53, 80, 81, 3306, 65535)
FIRST_NODE = (ip_address("172.16.0.1"), ip_address("fd00:1::1"))
SECOND_NODE = (ip_address("172.16.0.2"),)
OUTSIDE = tuple(
    map(
        ip_address,
        ("10.0.0.7", "10.0.1.9", "192.168.5.10", "172.16.0.1", "8.8.8.8", "fd00::7", "fd00:1::1", "2001:db8::1"),
    )
)
CIDRS = (
    "0.0.0.0/0",
    "10.0.0.0/8",
    "10.0.0.0/24",
    "192.168.5.10/32",
    "172.16.0.0/31",
    "::/0",
    "fd00::/64",
    "fd00::/124",
)
HOLES = {
    "0.0.0.0/0": ("10.0.0.0/24", "192.168.5.10/32", "8.0.0.0/8"),
    "10.0.0.0/8": ("10.0.0.0/30", "10.0.1.0/24"),
    "10.0.0.0/24": ("10.0.0.2/31",),
    "::/0": ("fd00::/126", "2001:db8::/32"),
    "fd00::/64": ("fd00::/126",),
}


@dataclass(frozen=True)
class World:
    """A cluster with its policies, and the addresses outside that are worth asking about."""

    namespaces: tuple[Namespace, ...]
    pods: tuple[Pod, ...]
    policies: tuple[Policy, ...]
    options: Options

    @property
    def cluster(self) -> Cluster:
        return Cluster.of(self.namespaces, self.pods)

    @property
    def endpoints(self) -> list[Endpoint]:
        return [*self.cluster.pods, *map(Outside, OUTSIDE)]


labels = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES), max_size=2)
protocols = st.sampled_from(PROTOCOLS)
ports = st.sampled_from(PORTS)


@st.composite
def requirements(draw: st.DrawFn) -> Requirement:
    operator = draw(st.sampled_from(("In", "NotIn", "Exists", "DoesNotExist")))
    listed = operator in ("In", "NotIn")
    values = draw(st.lists(st.sampled_from(VALUES), min_size=1, max_size=2, unique=True)) if listed else []
    return Requirement(draw(st.sampled_from(KEYS)), operator, tuple(values))


selectors = st.lists(requirements(), max_size=2).map(lambda items: Selector(tuple(items)))
space_selectors = st.one_of(
    selectors, st.sampled_from(SPACES).map(lambda name: Selector.of({"kubernetes.io/metadata.name": name}))
)


@st.composite
def selector_peers(draw: st.DrawFn) -> SelectorPeer:
    kind = draw(st.sampled_from(("pods", "namespaces", "both")))
    return SelectorPeer(
        draw(selectors) if kind != "namespaces" else None, draw(space_selectors) if kind != "pods" else None
    )


@st.composite
def block_peers(draw: st.DrawFn) -> BlockPeer:
    cidr = draw(st.sampled_from(CIDRS))
    holes = draw(st.lists(st.sampled_from(HOLES[cidr]), max_size=2, unique=True)) if cidr in HOLES else []
    return BlockPeer(Block.of(cidr, *holes))


peers = st.one_of(selector_peers(), block_peers())


@st.composite
def policy_ports(draw: st.DrawFn) -> PolicyPort:
    port = draw(st.one_of(st.none(), st.sampled_from(PORT_NAMES), ports))
    last = draw(st.one_of(st.none(), ports)) if isinstance(port, int) else None
    return PolicyPort(draw(protocols), port, None if last is None or port is None or last < port else last)


def _or_none(items):
    return st.one_of(st.none(), st.lists(items, min_size=1, max_size=3).map(tuple))


rules = st.builds(Rule, peers=_or_none(peers), ports=_or_none(policy_ports()))
rule_lists = st.lists(rules, max_size=2).map(tuple)
declared_types = st.sampled_from(((), (INGRESS,), (EGRESS,), (INGRESS, EGRESS)))


@st.composite
def policies(draw: st.DrawFn, name: str = "policy") -> Policy:
    ingress, egress = draw(rule_lists), draw(rule_lists)
    types = default_types(draw(declared_types), len(egress))
    return Policy(draw(st.sampled_from(SPACES)), name, draw(selectors), types, ingress, egress)


container_ports = st.builds(
    ContainerPort,
    number=ports,
    protocol=protocols,
    name=st.one_of(st.none(), st.sampled_from(PORT_NAMES)),
    sidecar=st.booleans(),
)


@st.composite
def pods(draw: st.DrawFn, index: int = 0) -> Pod:
    host_network = draw(st.sampled_from((False, False, False, True)))
    node, node_addresses = draw(st.sampled_from(((None, ()), ("first", FIRST_NODE), ("second", SECOND_NODE))))
    own = (ip_address(f"10.0.0.{index + 1}"), ip_address(f"fd00::{index + 1}"))
    addresses = draw(st.sampled_from(((), own[:1], own[1:], own)))
    return Pod(
        draw(st.sampled_from(SPACES)),
        f"pod-{index}",
        draw(labels),
        tuple(draw(st.lists(container_ports, max_size=2))),
        node_addresses if host_network else addresses,
        host_network=host_network,
        node=node,
        node_addresses=node_addresses,
        phase=draw(st.sampled_from(("Running", "Running", "Running", "Pending", "Succeeded"))),
        owner=draw(st.sampled_from((None, Owner("Deployment", "web")))),
    )


options = st.builds(
    Options,
    ipblock_matches_pods=st.booleans(),
    host_network=st.sampled_from(("node", "node", "pod")),
    egress_to_own_node=st.booleans(),
)


@st.composite
def worlds(draw: st.DrawFn, max_pods: int = 5, max_policies: int = 4) -> World:
    namespaces = [Namespace(name, draw(labels)) for name in SPACES if draw(st.booleans())]
    listed = [draw(pods(index)) for index in range(draw(st.integers(1, max_pods)))]
    written = [draw(policies(f"policy-{index}")) for index in range(draw(st.integers(0, max_policies)))]
    return World(tuple(namespaces), tuple(listed), tuple(written), draw(options))
