"""Questions put to the evaluator: how they are written, and which pods and addresses they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from editor.engine.addresses import Block
from editor.engine.cluster import Cluster, Pod
from editor.engine.errors import Fault, NetpolError, Place
from editor.engine.parties import Endpoint, Outside
from editor.engine.policies import BlockPeer, Policy
from editor.engine.ports import FIRST_PORT, LAST_PORT, PROTOCOLS

WITHOUT_PORTS = frozenset(
    ("ICMP", "ICMPv6", "IGMP", "IPIP", "IPv6", "GRE", "ESP", "AH", "EIGRP", "OSPF", "PIM", "VRRP", "L2TP", "RSVP")
)
"""IP protocols that carry no ports; the specification leaves undefined what policies do to them."""
WITH_PORTS = frozenset(("DCCP", "UDPLite"))
"""IP protocols that carry ports and that policies do not know either."""
FIELDS = ("source", "destination", "protocol", "port")


@dataclass(frozen=True, slots=True)
class Query:
    """May ``source`` open a connection to ``destination``? Both are places in words, see ``resolve``."""

    source: str
    destination: str
    protocol: str
    port: int | None

    @classmethod
    def from_json(cls, value: object, index: int = 0) -> Query:
        """One query of a list. Raises NetpolError with every fault: ``bad_query``, ``bad_protocol``, ``bad_port``."""
        at = f"queries[{index}]"
        if not isinstance(value, dict):
            problem = f'{at} is not an object: write {{"source", "destination", "protocol", "port"}}.'
            raise NetpolError([Fault("bad_query", problem, Place(path=at), value)])
        faults = [fault for fault in _faults(value, at) if fault]
        if faults:
            raise NetpolError(faults)
        return cls(value["source"], value["destination"], value["protocol"], value.get("port"))


def sorted_out(value: object) -> list[Query | NetpolError]:
    """A JSON array of queries, each of them read or with what is wrong with it. Raises NetpolError for no array."""
    if not isinstance(value, list):
        place = Place(path="queries")
        raise NetpolError([Fault("bad_query", "The queries are not a JSON array of objects.", place, value)])
    found: list[Query | NetpolError] = []
    for index, item in enumerate(value):
        try:
            found.append(Query.from_json(item, index))
        except NetpolError as error:
            found.append(error)
    return found


def faults_of(value: object) -> list[Fault]:
    """What is wrong with a JSON array of queries as such, whatever they are asked of."""
    try:
        return [fault for one in sorted_out(value) if isinstance(one, NetpolError) for fault in one.faults]
    except NetpolError as error:
        return list(error.faults)


def _faults(value: dict[str, Any], at: str) -> Iterable[Fault | None]:
    for name in ("source", "destination"):
        yield _place_fault(value.get(name), f"{at}.{name}")
    yield _protocol_fault(value.get("protocol"), f"{at}.protocol")
    if value.get("port") is not None or value.get("protocol") not in WITHOUT_PORTS:
        yield _port_fault(value.get("port"), f"{at}.port")
    for name in value:
        if name not in FIELDS:
            problem = f"{at} has an unknown field {name}: a query has source, destination, protocol and port."
            yield Fault("bad_query", problem, Place(path=f"{at}.{name}"), name)


def _place_fault(value: object, path: str) -> Fault | None:
    if isinstance(value, str) and value:
        return None
    return Fault("bad_query", f"{path} must be text such as prod/web or 192.168.5.10.", Place(path=path), value)


def _protocol_fault(value: object, path: str) -> Fault | None:
    if isinstance(value, str) and (value in PROTOCOLS or value in WITHOUT_PORTS or value in WITH_PORTS):
        return None
    problem = f"{path} is not a protocol: write TCP, UDP or SCTP, in capitals."
    return Fault("bad_protocol", problem, Place(path=path), value)


def _port_fault(value: object, path: str) -> Fault | None:
    if isinstance(value, int) and not isinstance(value, bool) and FIRST_PORT <= value <= LAST_PORT:
        return None
    problem = f"{path} must be a number between {FIRST_PORT} and {LAST_PORT}."
    return Fault("bad_port", problem, Place(path=path), value)


def resolve(cluster: Cluster, text: str, policies: Sequence[Policy] = ()) -> Endpoint:
    """The pod or outside address that ``text`` names: ``namespace/pod``, ``namespace/workload`` or an IP address.

    A workload stands for any of its replicas, so they must not differ; an address that a running pod has is that pod.
    Raises NetpolError ``unknown_place`` or ``ambiguous_place``.
    """
    return replicas(cluster, text, policies)[0]


def replicas(cluster: Cluster, text: str, policies: Sequence[Policy] = ()) -> Sequence[Endpoint]:
    """Every pod that ``text`` stands for, all alike: one, or the replicas of a workload. Raises as ``resolve``."""
    found = _by_name(cluster, text) if "/" in text else _by_address(cluster, text)
    if len(found) > 1:
        pods = [place for place in found if isinstance(place, Pod)]
        if len({_likeness(pod, policies) for pod in pods}) > 1:
            raise NetpolError([_ambiguous(text, pods)])
    return found


def _by_name(cluster: Cluster, text: str) -> Sequence[Endpoint]:
    if text.startswith("svc:"):
        problem = f"{text} opens no connections: a Service can only be a destination. Name the pods behind it."
        raise NetpolError([Fault("unknown_place", problem, value=text)])
    found = cluster.named(text)
    if found:
        return found
    ended = cluster.ended.get(text)
    if ended is not None:
        problem = f"{text} has ended (phase {ended.phase}): policies do not act on it. Name a running pod."
    else:
        problem = f"No running pod or workload is called {text}. Name one as namespace/pod or namespace/workload."
    raise NetpolError([Fault("unknown_place", problem, value=text)])


def _by_address(cluster: Cluster, text: str) -> Sequence[Endpoint]:
    try:
        address = ip_address(text.replace("%", "/"))  # an address with a zone means something on one machine only
    except ValueError:
        problem = f"{text} is neither namespace/pod, nor namespace/workload, nor an IP address."
        raise NetpolError([Fault("unknown_place", problem, value=text)]) from None
    # Pods on the host network share their node's address: the address then names the node.
    pods = [pod for pod in cluster.pods if address in pod.addresses and not pod.host_network]
    if len(pods) > 1:
        raise NetpolError([_ambiguous(text, pods)])
    return pods or [Outside(address)]


def _ambiguous(text: str, pods: Sequence[Pod]) -> Fault:
    shown = ", ".join(sorted(pod.ref for pod in pods)[:5]) + (", ..." if len(pods) > 5 else "")  # noqa: PLR2004
    problem = (
        f"{text} stands for {len(pods)} pods that differ in labels, ports, addresses or policy: name one of {shown}."
    )
    return Fault("ambiguous_place", problem, value=text)


def _likeness(pod: Pod, policies: Sequence[Policy]) -> object:
    """What two replicas must share so that no policy can tell them apart."""
    families = frozenset((a.version, *(block.contains(a) for block in _blocks(policies))) for a in pod.addresses)
    return (frozenset(pod.labels.items()), frozenset(pod.ports), pod.host_network, families)


def _blocks(policies: Iterable[Policy]) -> list[Block]:
    rules = [rule for policy in policies for rule in (*policy.ingress, *policy.egress)]
    peers = [peer for rule in rules for peer in rule.peers or ()]
    return sorted({peer.block for peer in peers if isinstance(peer, BlockPeer)}, key=str)
