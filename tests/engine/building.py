"""Short words for the stories: pods, policies and verdicts in one line each."""

from __future__ import annotations

from ipaddress import ip_address

from editor.engine.addresses import Block
from editor.engine.cluster import Cluster, ContainerPort, Namespace, Pod
from editor.engine.judge import judge
from editor.engine.options import DEFAULTS
from editor.engine.parties import Outside
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Policy, PolicyPort, Rule, SelectorPeer
from editor.engine.selectors import EVERYTHING, Requirement, Selector


def pod(ref, labels=None, *, ports=(), addresses=(), node_addresses=(), **more):
    namespace, name = ref.split("/")
    return Pod(
        namespace,
        name,
        {"app": name} if labels is None else labels,
        tuple(ports),
        tuple(map(ip_address, addresses)),
        node_addresses=tuple(map(ip_address, node_addresses)),
        **more,
    )


def listen(number, name=None, protocol="TCP", *, sidecar=False):
    return ContainerPort(number, protocol, name, sidecar)


def cluster(*pods, **labels):
    return Cluster.of([Namespace(name, held) for name, held in labels.items()], pods)


def outside(address, name=None):
    return Outside(ip_address(address), name)


def app(*names):
    return Selector((Requirement("app", "In", names),))


def pods_here(selector=EVERYTHING):
    return SelectorPeer(selector, None)


def block(cidr, *holes):
    return BlockPeer(Block.of(cidr, *holes))


def tcp(port=None, end=None):
    return PolicyPort("TCP", port, end)


def udp(port=None):
    return PolicyPort("UDP", port)


def rule(*peers, ports=None):
    return Rule(peers or None, ports)


def ingress(ref, selector, *rules):
    namespace, name = ref.split("/")
    return Policy(namespace, name, selector, frozenset((INGRESS,)), rules)


def egress(ref, selector, *rules):
    namespace, name = ref.split("/")
    return Policy(namespace, name, selector, frozenset((EGRESS,)), (), rules)


def ask(world, policies, source, destination, port=80, protocol="TCP", options=DEFAULTS):
    """The verdict between two pods named by ref, or outside addresses."""
    ends = [world.pod(end) if isinstance(end, str) and "/" in end else end for end in (source, destination)]
    ends = [outside(end) if isinstance(end, str) else end for end in ends]
    return judge(world, policies, *ends, protocol, port, options)


def allowed(*args, **more):
    return ask(*args, **more).allowed
