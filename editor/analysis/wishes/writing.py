"""Writing the policies: one for each workload, and one for each namespace that shuts what nobody wished for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from editor.analysis.expectations.ends import selector_as_plain
from editor.analysis.telling import naming
from editor.analysis.wishes.wish import End, Flow, Manner, Wish, Workload, resolved, workloads
from editor.engine.addresses import Block
from editor.engine.cluster import NAME_LABEL, Cluster
from editor.engine.errors import Fault, NetpolError
from editor.engine.policies import EGRESS, INGRESS
from editor.engine.ports import ALL_PORTS, EVERY_PORT, NO_PORTS, PROTOCOLS, Intervals, PortSet
from editor.engine.selectors import Selector

DNS_SPACE, DNS_LABELS = "kube-system", {"k8s-app": "kube-dns"}
DEFAULT_DENY, ALLOW_DNS = "default-deny", "allow-dns"
DNS_PORTS = PortSet.of("UDP", Intervals.of((53, 53))) | PortSet.of("TCP", Intervals.of((53, 53)))


@dataclass(frozen=True, slots=True)
class Writing:
    """Policies as plain manifests, and the flows that they are written for."""

    policies: tuple[dict[str, Any], ...]
    flows: tuple[Flow, ...]


def write_policies(cluster: Cluster, wishes: Iterable[Wish], manner: Manner, taken: Iterable[str] = ()) -> Writing:
    """The policies for ``wishes``. ``taken``: policies by ``namespace/name`` that exist and must keep their names.

    Raises NetpolError: a wish that names what is not there, or pods that no label tells from others.
    """
    known = workloads(cluster)
    scope = manner.scope(cluster)
    flows = resolved(wishes, cluster)
    flows += _lookups(known, scope, flows, manner)
    selectors = _selectors(known, flows)
    names = _Names(taken)
    made: list[dict[str, Any]] = []
    for space in scope:
        inside = [one for one in known.values() if one.namespace == space]
        if manner.default_deny:
            made.append(_policy(space, names.free(space, DEFAULT_DENY), Selector(), _types(manner), None, None))
        if manner.looks_up and manner.default_deny:
            made.append(_dns(space, names.free(space, ALLOW_DNS)))
        for one in inside:
            policy = _of_workload(one, flows, selectors, manner, names)
            if policy is not None:
                made.append(policy)
    return Writing(tuple(made), tuple(flows))


def _types(manner: Manner) -> list[str]:
    return [*([INGRESS] if manner.ingress else []), *([EGRESS] if manner.egress else [])]


def _lookups(known: dict[str, Workload], scope: Sequence[str], flows: Sequence[Flow], manner: Manner) -> list[Flow]:
    """What the cluster's DNS must let in, where its own way in gets held."""
    servers = [one for one in known.values() if one.namespace in scope and serves_dns(one)]
    if not (manner.looks_up and manner.ingress):
        return []
    held = [one for one in known.values() if one.namespace in scope and (manner.default_deny or spoken_of(one, flows))]
    asked = [server for server in servers if manner.default_deny or spoken_of(server, flows)]
    return [(one, server, DNS_PORTS) for server in asked for one in held if one != server]


def serves_dns(one: Workload) -> bool:
    """Whether it is the cluster's DNS, as the policies for look-ups name it."""
    return one.namespace == DNS_SPACE and all(one.pods[0].labels.get(key) == value for key, value in DNS_LABELS.items())


def spoken_of(one: Workload, flows: Iterable[Flow]) -> bool:
    """Whether a flow has it at an end."""
    return any(one in flow[:2] for flow in flows)


def _selectors(known: dict[str, Workload], flows: Sequence[Flow]) -> dict[str, Selector]:
    """What tells each workload that a policy must name. Raises NetpolError for those that nothing tells."""
    wanted = {end.ref: end for flow in flows for end in flow[:2] if isinstance(end, Workload)}
    selectors: dict[str, Selector] = {}
    faults = []
    for ref, one in wanted.items():
        others = [p for two in known.values() if two.namespace == one.namespace and two != one for p in two.pods]
        found = naming(one.pods, others)
        if found is None:
            problem = (
                f"No label tells the pods of {ref} from all others of their namespace: give them one of their own."
            )
            faults.append(Fault("no_telling_label", problem, value=ref))
        else:
            selectors[ref] = found
    if faults:
        raise NetpolError(faults)
    return selectors


def _of_workload(
    one: Workload, flows: Sequence[Flow], selectors: dict[str, Selector], manner: Manner, names: _Names
) -> dict[str, Any] | None:
    """The policy of one workload; None where a default deny says all that there is to say."""
    incoming = [(source, ports) for source, destination, ports in flows if destination == one]
    outgoing = [(destination, ports) for source, destination, ports in flows if source == one]
    ingress = _rules("from", incoming, one.namespace, selectors) if manner.ingress else []
    egress = _rules("to", outgoing, one.namespace, selectors) if manner.egress else []
    if manner.looks_up and not manner.default_deny:
        egress.append(_lookup())
    if not (incoming or outgoing) or (manner.default_deny and not (ingress or egress)):
        return None
    # With a default deny, a side without rules is shut already and need not be named again.
    sides = [
        *([INGRESS] if manner.ingress and (ingress or not manner.default_deny) else []),
        *([EGRESS] if manner.egress and (egress or not manner.default_deny) else []),
    ]
    return _policy(one.namespace, names.free(one.namespace, one.name), selectors[one.ref], sides, ingress, egress)


def _rules(
    word: str, ends: Iterable[tuple[End, PortSet]], space: str, selectors: dict[str, Selector]
) -> list[dict[str, Any]]:
    """As few rules as say it: the ports of one peer together, then the peers with the same ports together."""
    ports_of: dict[End, PortSet] = {}
    for end, ports in ends:
        ports_of[end] = ports_of.get(end, NO_PORTS) | ports
    by_ports: dict[PortSet, list[End]] = {}
    for end, ports in ports_of.items():
        by_ports.setdefault(ports, []).append(end)
    return [
        {
            word: [_peer(end, space, selectors) for end in sorted(peers, key=_order)],
            **({} if ports == ALL_PORTS else {"ports": ports_as_plain(ports)}),
        }
        for ports, peers in by_ports.items()
    ]


def _order(end: End) -> tuple[bool, str]:
    return (isinstance(end, Block), end.ref if isinstance(end, Workload) else str(end))


def _peer(end: End, space: str, selectors: dict[str, Selector]) -> dict[str, Any]:
    if isinstance(end, Block):
        holes = {"except": [str(hole) for hole in end.excepts]} if end.excepts else {}
        return {"ipBlock": {"cidr": str(end.cidr), **holes}}
    peer = {"podSelector": selector_as_plain(selectors[end.ref])}
    return peer if end.namespace == space else {"namespaceSelector": _named(end.namespace), **peer}


def _named(space: str) -> dict[str, Any]:
    return {"matchLabels": {NAME_LABEL: space}}


def ports_as_plain(ports: PortSet) -> list[dict[str, Any]]:
    """The ports of a rule as a manifest has them: ranges by their ends, a whole protocol by its name."""
    listed: list[dict[str, Any]] = []
    for protocol, spans in zip(PROTOCOLS, ports.sets, strict=True):
        if spans == EVERY_PORT:
            listed.append({"protocol": protocol})
            continue
        for low, high in spans.spans:
            listed.append({"protocol": protocol, "port": low, **({"endPort": high} if high > low else {})})
    return listed


def _dns(space: str, name: str) -> dict[str, Any]:
    return _policy(space, name, Selector(), [EGRESS], None, [_lookup()])


def _lookup() -> dict[str, Any]:
    peer = {"namespaceSelector": _named(DNS_SPACE), "podSelector": {"matchLabels": DNS_LABELS}}
    return {"to": [peer], "ports": ports_as_plain(DNS_PORTS)}


def _policy(
    space: str, name: str, pods: Selector, types: Sequence[str], ingress: list[Any] | None, egress: list[Any] | None
) -> dict[str, Any]:
    spec: dict[str, Any] = {"podSelector": selector_as_plain(pods), "policyTypes": list(types)}
    if ingress:
        spec["ingress"] = ingress
    if egress:
        spec["egress"] = egress
    metadata = {"name": name, "namespace": space}
    return {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": metadata, "spec": spec}


class _Names:
    """Names that no other policy of the namespace has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def free(self, space: str, wanted: str) -> str:
        """``wanted``, or with the first number behind it that is free."""
        number, name = 1, wanted
        while f"{space}/{name}" in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(f"{space}/{name}")
        return name
