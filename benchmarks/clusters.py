"""Realistic clusters of any size: tenants with default-deny, DNS, tiers, scrapers, and blocks with holes.

Every tenant namespace has the same ten kinds of workload and the same ten kinds of policy; names, labels, ports and
cross-namespace rules differ. Nothing is random but what ``seed`` decides, so that two runs can be compared.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import Any

from editor.engine.addresses import Block
from editor.engine.cluster import Cluster, ContainerPort, Namespace, Owner, Pod
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Policy, PolicyPort, Rule, SelectorPeer
from editor.engine.selectors import EVERYTHING, Requirement, Selector

TIERS = ("front", "front", "api", "api", "api", "db", "db", "cache", "worker", "report")
NUMBERS = {"front": 8080, "api": 5000, "db": 5432, "cache": 6379, "worker": 9000, "report": 8443}
POLICIES_OF_A_TENANT = 10
PODS_OF_A_NODE = 100
FIRST_ADDRESS = IPv4Address("10.0.0.10")
PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")


@dataclass(frozen=True)
class Made:
    """A cluster and its policies."""

    namespaces: list[Namespace]
    pods: list[Pod]
    policies: list[Policy]

    @property
    def cluster(self) -> Cluster:
        return Cluster.of(self.namespaces, self.pods)


def make(pods: int, workloads: int, policies: int, seed: int = 1) -> Made:
    """A cluster of about these numbers; pods are exact."""
    chance = random.Random(seed)
    tenants = max(1, -(-workloads // len(TIERS)))
    namespaces = [_tenant(number) for number in range(tenants)]
    namespaces += [
        Namespace("kube-system"),
        Namespace("monitoring", {"purpose": "monitoring"}),
        Namespace("ingress", {"purpose": "ingress"}),
    ]
    made = [_workload(number, chance) for number in range(workloads)]
    made += [
        ("kube-system", "coredns", {"k8s-app": "kube-dns"}, _ports(dns=53)),
        ("monitoring", "prometheus", {"app": "prometheus"}, _ports(http=9090)),
        ("ingress", "nginx", {"app": "nginx"}, _ports(http=80)),
    ]
    written = [p for number in range(tenants) for p in _policies(number, tenants, chance)]
    return Made(namespaces, [_pod(number, made[number % len(made)]) for number in range(pods)], written[:policies])


def _tenant(number: int) -> Namespace:
    return Namespace(f"team-{number}", {"team": str(number), "stage": ("dev", "test", "prod")[number % 3]})


Workload = tuple[str, str, dict[str, str], tuple[ContainerPort, ...]]


def _workload(number: int, chance: random.Random) -> Workload:
    tenant, place = divmod(number, len(TIERS))
    tier = TIERS[place]
    labels = {"app": f"{tier}-{place}", "tier": tier, "version": chance.choice(("v1", "v2"))}
    return f"team-{tenant}", f"{tier}-{place}", labels, _ports(main=NUMBERS[tier] + place, metrics=9100)


def _ports(**numbers: int) -> tuple[ContainerPort, ...]:
    found = [ContainerPort(number, "TCP", name) for name, number in numbers.items()]
    if "dns" in numbers:
        found.append(ContainerPort(53, "UDP", "dns-udp"))
    return tuple(found)


def _pod(number: int, workload: Workload) -> Pod:
    namespace, name, labels, ports = workload
    node = number // PODS_OF_A_NODE
    return Pod(
        namespace,
        f"{name}-{number:x}",
        {**labels, "pod-template-hash": name[::-1]},
        ports,
        (FIRST_ADDRESS + number,),
        node=f"node-{node}",
        node_addresses=(IPv4Address("172.20.0.1") + node,),
        owner=Owner("Deployment", name),
    )


def _policies(tenant: int, tenants: int, chance: random.Random) -> list[Policy]:
    space = f"team-{tenant}"
    friend = Selector.of({"team": str(chance.randrange(tenants)), "stage": ("dev", "test", "prod")[tenant % 3]})
    both = frozenset((INGRESS, EGRESS))
    metrics = Rule((_from({"app": "prometheus"}, {"purpose": "monitoring"}),), (PolicyPort("TCP", "metrics"),))
    web = Rule((SelectorPeer(None, Selector.of({"purpose": "ingress"})),), (PolicyPort("TCP", 8080, 8089),))
    office = Rule((BlockPeer(Block.of(f"203.0.{tenant % 256}.0/24", f"203.0.{tenant % 256}.128/25")),))
    dns = Rule(
        (_from({"k8s-app": "kube-dns"}, {"kubernetes.io/metadata.name": "kube-system"}),), _numbers(53, udp=True)
    )
    world = Rule((BlockPeer(Block.of("0.0.0.0/0", *PRIVATE)),), _numbers(443))
    not_front = Selector((Requirement("tier", "NotIn", ("front",)),))
    return [
        Policy(space, "default-deny", EVERYTHING, both),
        Policy(space, "allow-dns", EVERYTHING, frozenset((EGRESS,)), (), (dns,)),
        Policy(space, "scrape", EVERYTHING, frozenset((INGRESS,)), (metrics,)),
        Policy(space, "front-in", _tier("front"), frozenset((INGRESS,)), (web, office)),
        _let_in(space, "api-in", "api", ("front", "worker"), (PolicyPort("TCP", "main"),)),
        _let_in(space, "db-in", "db", ("api", "report"), (PolicyPort("TCP", "main"),)),
        _let_in(space, "cache-in", "cache", ("api",), _numbers(NUMBERS["cache"] + 7)),
        Policy(space, "inside-out", EVERYTHING, frozenset((EGRESS,)), (), (Rule((SelectorPeer(EVERYTHING, None),)),)),
        Policy(
            space, "friends-in", _tier("report"), frozenset((INGRESS,)), (Rule((SelectorPeer(not_front, friend),)),)
        ),
        Policy(space, "world-out", _tier("worker"), frozenset((EGRESS,)), (), (world,)),
    ]


def _tier(name: str) -> Selector:
    return Selector.of({"tier": name})


def _from(pods: dict[str, str], spaces: dict[str, str]) -> SelectorPeer:
    return SelectorPeer(Selector.of(pods), Selector.of(spaces))


def _numbers(*ports: int, udp: bool = False) -> tuple[PolicyPort, ...]:
    protocols = ("TCP", "UDP") if udp else ("TCP",)
    return tuple(PolicyPort(protocol, port) for port in ports for protocol in protocols)


def _let_in(space: str, name: str, to: str, tiers: tuple[str, ...], ports: tuple[PolicyPort, ...]) -> Policy:
    rule = Rule(tuple(SelectorPeer(_tier(tier), None) for tier in tiers), ports)
    return Policy(space, name, _tier(to), frozenset((INGRESS,)), (rule,))


def manifests(made: Made) -> list[dict[str, Any]]:
    """The cluster as Kubernetes objects, for the readers and for kubectl."""
    from benchmarks.manifests import namespace, pod, policy

    return [*map(namespace, made.namespaces), *map(pod, made.pods), *map(policy, made.policies)]
