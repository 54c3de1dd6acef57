"""What somebody wishes for, and the groups of pods that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from editor.engine.addresses import Block
from editor.engine.cluster import Cluster, Pod
from editor.engine.errors import NOWHERE, Fault, NetpolError, Place
from editor.engine.ports import PortSet
from editor.manifests.cidrs import parse_address, parse_cidr

INGRESS_ONLY, EGRESS_ONLY, BOTH = SIDES = ("ingress", "egress", "both")


@dataclass(frozen=True, slots=True)
class Wish:
    """Connections that shall pass. An end is ``namespace/pod``, ``namespace/workload``, an address or a block.

    A block with holes cannot be written in a word: it is given as it is.
    """

    source: str | Block
    destination: str | Block
    ports: PortSet
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the policies are to be written.

    ``sides``: who holds connections, the destination's ingress, the source's egress, or both. ``default_deny``: one
    policy in each namespace that isolates all of its pods, those to come as well; without it only the pods that
    wishes speak of are isolated. ``dns``: let every pod whose egress is held look up names.
    ``namespaces``: those to write for; None: every one that has pods, but not ``kube-`` ones.
    """

    sides: str = BOTH
    default_deny: bool = True
    dns: bool = True
    namespaces: tuple[str, ...] | None = None

    @property
    def ingress(self) -> bool:
        """Whether destinations hold."""
        return self.sides != EGRESS_ONLY

    @property
    def egress(self) -> bool:
        """Whether sources hold."""
        return self.sides != INGRESS_ONLY

    @property
    def looks_up(self) -> bool:
        """Whether pods are let out to look up names; where nothing holds them, nothing must be said."""
        return self.dns and self.egress

    def scope(self, cluster: Cluster) -> tuple[str, ...]:
        """The namespaces that get policies."""
        if self.namespaces is not None:
            return self.namespaces
        # The cluster's own pods would lose what nobody thinks of drawing.
        used = {pod.namespace for pod in cluster.pods}
        return tuple(sorted(name for name in used if not name.startswith("kube-")))


@dataclass(frozen=True, slots=True)
class Workload:
    """The pods behind one name, all of one namespace."""

    namespace: str
    name: str
    pods: tuple[Pod, ...] = field(compare=False, repr=False)

    @property
    def ref(self) -> str:
        """``namespace/name``."""
        return f"{self.namespace}/{self.name}"


End = Workload | Block
Flow = tuple[End, End, PortSet]


def workloads(cluster: Cluster) -> dict[str, Workload]:
    """Every workload by ``namespace/name``: the pods of one owner, or a pod by itself. Host-network pods are left out.

    No selector matches a pod on the host network, so that no policy can be written for it.
    """
    found: dict[tuple[str, str], list[Pod]] = {}
    for pod in cluster.pods:
        if not pod.host_network:
            found.setdefault((pod.namespace, pod.owner.name if pod.owner else pod.name), []).append(pod)
    return {f"{space}/{name}": Workload(space, name, tuple(pods)) for (space, name), pods in found.items()}


def resolved(wishes: Iterable[Wish], cluster: Cluster) -> list[Flow]:
    """The wishes with their ends found. Raises NetpolError with a fault for every end that cannot be had."""
    known = workloads(cluster)
    by_pod = {pod.ref: name for name, one in known.items() for pod in one.pods}
    faults: list[Fault] = []
    found = []
    for wish in wishes:
        ends = [_end(end, wish, known, by_pod, cluster, faults) for end in (wish.source, wish.destination)]
        source, destination = ends
        if source is None or destination is None:
            continue
        if isinstance(source, Block) and isinstance(destination, Block):
            problem = f"{wish.source} and {wish.destination} are both outside the cluster: no policy acts there."
            faults.append(Fault("bad_wish", problem, wish.place, str(wish.source)))
        found.append((source, destination, wish.ports))
    if faults:
        raise NetpolError(faults)
    return found


def _end(
    text: str | Block,
    wish: Wish,
    known: dict[str, Workload],
    by_pod: dict[str, str],
    cluster: Cluster,
    faults: list[Fault],
) -> End | None:
    if isinstance(text, Block):
        return text
    name = text if text in known else by_pod.get(text)
    if name is not None:
        return known[name]
    address, cidr = parse_address(text), parse_cidr(text)
    if address is not None:
        return Block.of(str(address))
    if cidr is not None:
        return Block(cidr.network)
    pod = cluster.pod(text)
    if pod is not None and pod.host_network:
        problem = f"{text} is on the host network: no policy can be written for it. Name its node's address."
        faults.append(Fault("host_network", problem, wish.place, text))
    else:
        problem = f"{text} is no running pod or workload, and no address."
        faults.append(Fault("unknown_place", problem, wish.place, text))
    return None
