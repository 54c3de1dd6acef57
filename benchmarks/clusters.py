"""Made-up clusters of any size that look like real ones; the same numbers and seed always give the same cluster.

Teams have a namespace each, with applications in tiers. Beside them stand the DNS (`kube-system`), the proxies that
let users in (`edge`) and the scrapers (`monitoring`). Workloads and policies do not depend on the number of pods, so
that one of them can grow alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address
from pathlib import Path
from random import Random

from benchmarks.rulebook import DNS_NAMESPACE, EDGE_NAMESPACE, SCRAPER_NAMESPACE, TIERS, policies_of
from editor.engine.cluster import NAME_LABEL, Cluster, ContainerPort, Namespace, Owner, Pod
from editor.engine.policies import Policy
from editor.manifests.dump import dump
from editor.manifests.plain import namespace_manifest, pod_manifest, policy_manifest

APPLICATIONS = ("orders", "cart", "search", "billing", "users", "mail", "stock", "reports")
STAGES = ("prod", "prod", "staging", "dev")
WEIGHTS = (1, 1, 2, 2, 3, 5, 10)
FIRST_ADDRESS = IPv4Address("10.0.0.2")
FIRST_NODE_ADDRESS = IPv4Address("172.20.0.1")
PODS_OF_A_NODE = 60
METRICS = ContainerPort(9100, "TCP", "metrics")


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each. Every workload has a pod; three workloads and three namespaces belong to the platform."""

    pods: int
    workloads: int
    namespaces: int
    policies: int

    @classmethod
    def of(cls, pods: int, workloads: int | None = None, policies: int | None = None) -> Size:
        """Five pods to a workload, twenty-five workloads to a namespace, a policy to a workload, unless said."""
        workloads = max(8, pods // 5) if workloads is None else workloads
        return cls(pods, workloads, 3 + max(1, workloads // 25), workloads if policies is None else policies)

    def __str__(self) -> str:
        return f"{self.pods:,} pods, {self.workloads:,} workloads, {self.policies:,} policies"


@dataclass(frozen=True, slots=True)
class Workload:
    """A Deployment: what its pods have in common."""

    namespace: str
    name: str
    labels: dict[str, str]
    ports: tuple[ContainerPort, ...]


def world(size: Size, seed: int = 1) -> tuple[Cluster, list[Policy]]:
    """The cluster and its policies as engine objects. Raises ValueError when the numbers cannot be met."""
    namespaces = [*_platform_namespaces(), *_team_namespaces(size.namespaces - 3, seed)]
    teams = [namespace.name for namespace in namespaces[3:]]
    workloads = [*_platform_workloads(), *_team_workloads(size.workloads - 3, teams)]
    if not teams or len(workloads) != size.workloads or size.pods < size.workloads:
        raise ValueError(f"needs 4 namespaces, 3 workloads, and as many pods as workloads: {size}")
    policies = policies_of(workloads, namespaces, size.policies, seed)
    return Cluster.of(namespaces, _pods(workloads, size.pods, seed)), policies


def write(folder: Path, size: Size, seed: int = 1) -> None:
    """The same cluster as manifests: a file for each namespace with all that is in it."""
    cluster, policies = world(size, seed)
    objects = {
        name: [namespace_manifest(Namespace(name, _declared(namespace.labels)))]
        for name, namespace in cluster.namespaces.items()
    }
    for pod in cluster.pods:
        objects[pod.namespace].append(pod_manifest(pod))
    for policy in policies:
        objects[policy.namespace].append(policy_manifest(policy))
    folder.mkdir(parents=True, exist_ok=True)
    for name, manifests in objects.items():
        (folder / f"{name}.yaml").write_text(dump(manifests), encoding="utf-8")


def _declared(labels: Mapping[str, str]) -> dict[str, str]:
    """Without the label that Kubernetes adds by itself, as people write namespaces."""
    return {key: value for key, value in labels.items() if key != NAME_LABEL}


def _platform_namespaces() -> list[Namespace]:
    roles = ((DNS_NAMESPACE, "platform"), (EDGE_NAMESPACE, "edge"), (SCRAPER_NAMESPACE, "monitoring"))
    return [Namespace(name, {"role": role}) for name, role in roles]


def _team_namespaces(count: int, seed: int) -> Iterator[Namespace]:
    chance = Random(f"namespaces {seed}")
    for number in range(count):
        stage = chance.choice(STAGES)
        labels = {"role": "team", "stage": stage, "division": f"division-{number % 7}"}
        if chance.random() < 0.1:
            labels["pci"] = "true"
        yield Namespace(f"team-{number:03}-{stage}", labels)


def _platform_workloads() -> list[Workload]:
    dns = (ContainerPort(53, "UDP", "dns"), ContainerPort(53, "TCP", "dns-tcp"), METRICS)
    https = (ContainerPort(8443, "TCP", "https"), METRICS)
    return [
        Workload(DNS_NAMESPACE, "coredns", {"k8s-app": "kube-dns"}, dns),
        Workload(EDGE_NAMESPACE, "proxy", {"app": "proxy"}, https),
        Workload(SCRAPER_NAMESPACE, "prometheus", {"app": "prometheus"}, (ContainerPort(9090, "TCP", "web"), METRICS)),
    ]


def _team_workloads(count: int, teams: list[str]) -> Iterator[Workload]:
    for number in range(count):
        within, team = divmod(number, len(teams))
        application, at = divmod(within, len(TIERS))
        tier = TIERS[at]
        turn, choice = divmod(application, len(APPLICATIONS))
        app = APPLICATIONS[choice] + (f"-{turn + 1}" if turn else "")
        # The same name is another number in every fourth application, as happens when teams choose for themselves.
        own = ContainerPort(tier.port + (1000 if application % 4 == 3 else 0), "TCP", tier.port_name)
        labels = {"app": app, "tier": tier.name, "app.kubernetes.io/part-of": app}
        yield Workload(teams[team], f"{app}-{tier.name}", labels, (own, METRICS))


def _pods(workloads: list[Workload], count: int, seed: int) -> Iterator[Pod]:
    """Every workload has a pod; the others go to some more than to others. Pods are spread over nodes in turn."""
    chance = Random(f"pods {seed}")
    weights = [chance.choice(WEIGHTS) for _ in workloads]
    replicas = [1] * len(workloads)
    for lucky in chance.choices(range(len(workloads)), weights, k=count - len(workloads)):
        replicas[lucky] += 1
    nodes = -(-count // PODS_OF_A_NODE)
    numbered = ((w, n) for w, many in zip(workloads, replicas, strict=True) for n in range(many))
    for number, (workload, replica) in enumerate(numbered):
        node = number % nodes
        yield Pod(
            workload.namespace,
            f"{workload.name}-{replica:05}",
            workload.labels,
            workload.ports,
            (FIRST_ADDRESS + number,),
            node=f"node-{node}",
            node_addresses=(FIRST_NODE_ADDRESS + node,),
            owner=Owner("Deployment", workload.name),
        )
