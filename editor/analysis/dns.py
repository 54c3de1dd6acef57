"""Where names are looked up: the DNS pods, the ports that they listen on, and a cache on the node."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from editor.analysis.ground import Ground
from editor.engine.cluster import Cluster, Pod
from editor.engine.parties import Outside
from editor.engine.ports import Intervals, PortSet
from editor.engine.services import places_behind

PORT = 53
NODE_CACHE = ip_address("169.254.20.10")
"""Where NodeLocal DNSCache listens on every node, by its own manifests."""
NAMES = ("kube-dns", "coredns", "dns-default", "rke2-coredns", "node-local-dns")
LABELS = ("k8s-app", "app.kubernetes.io/name")


@dataclass(frozen=True, slots=True)
class Names:
    """``places``: the bits of the classes where names are looked up; ``ports``: those that DNS listens on there.

    ``pods``: the DNS pods; without any, nobody knows where the cluster looks up names.
    """

    pods: tuple[Pod, ...]
    places: int
    ports: PortSet
    cache: int


def names(ground: Ground) -> Names:
    """What is known about DNS in a cluster."""
    pods = tuple(pod for pod in ground.cluster.pods if _answers(pod))
    places = 0
    for pod in pods:
        number = ground.classes.number_of(pod)
        places |= 1 << number if number is not None else 0
    cached = ground.classes.number_of(Outside(NODE_CACHE))
    return Names(pods, places, _both(_port(ground.cluster, pods)), 1 << cached if cached is not None else 0)


def _answers(pod: Pod) -> bool:
    named = pod.owner.name if pod.owner else pod.name
    return any(pod.labels.get(key) in NAMES for key in LABELS) or (pod.namespace == "kube-system" and named in NAMES)


def _port(cluster: Cluster, pods: tuple[Pod, ...]) -> int:
    """The DNS pods' own port: what stands behind port 53 of their Service, or what they declare."""
    refs = {pod.ref for pod in pods}
    for service in cluster.services.values():
        for listens in service.ports:
            if listens.number == PORT:
                for place, target in places_behind(cluster, service, listens):
                    if place in refs:
                        return target
    declared = {p.number for pod in pods for p in pod.ports if p.protocol == "UDP"}
    return PORT if PORT in declared or len(declared) != 1 else declared.pop()


def _both(number: int) -> PortSet:
    one = Intervals.of((number, number))
    return PortSet.of("UDP", one) | PortSet.of("TCP", one)


STANDARD = _both(PORT)
