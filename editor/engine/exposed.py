"""Who could reach a pod: not only the pods that are there, but any pod that anyone may add, and any address.

The answer is a condition, exact and finite: the peers of the pod's own ingress policies say who is let in, and the
egress policies of existing namespaces say which of them are held back. A namespace that does not exist yet has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from editor.engine.cluster import Cluster, Namespace, Pod
from editor.engine.errors import NOWHERE, Place
from editor.engine.ingresses import Publication
from editor.engine.judge import exemption
from editor.engine.matching import isolating, peer_admits
from editor.engine.options import Options
from editor.engine.parties import Endpoint, Party, routes
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Peer, Policy, SelectorPeer
from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.engine.selectors import Selector


@dataclass(frozen=True, slots=True)
class Grant:
    """One peer of one rule that lets sources in.

    ``peer`` None: it lets in everyone, pods and addresses alike. ``policy`` None: no policy isolates the pod.
    ``spaces`` are the existing namespaces that the peer's selectors choose.
    """

    policy: Policy | None
    rule: str | None
    peer_name: str | None
    peer: Peer | None
    ports: PortSet
    spaces: tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def own_space(self) -> str | None:
        """The policy's namespace, when the peer speaks of that alone."""
        alone = isinstance(self.peer, SelectorPeer) and self.peer.namespaces is None
        return self.policy.namespace if alone and self.policy is not None else None

    def words(self) -> str:
        """Who is let in, and on which ports."""
        return f"{self._who()}, on {self.ports}"

    def _who(self) -> str:
        if self.peer is None:
            return "everyone: any pod of any namespace and any address"
        if isinstance(self.peer, BlockPeer):
            return f"any address of {self.peer.block}"
        pods = "any pod" if not _asks(self.peer.pods) else f"any pod with {self.peer.pods}"
        if self.peer.namespaces is None:
            return f"{pods} in namespace {self.own_space}"
        if not _asks(self.peer.namespaces):
            return f"{pods} in any namespace, new ones too"
        now = ", ".join(self.spaces) or "none"
        return f"{pods} in any namespace with {self.peer.namespaces} (now: {now}; a new one with these labels too)"

    def as_json(self) -> dict[str, Any]:
        """The condition as a structure, with its words and its place."""
        # A field that does not apply is null.
        names = ("block", "namespace", "namespace_selector", "pod_selector", "namespaces_now")
        who: dict[str, Any] = {"who": "everyone", **dict.fromkeys(names)}
        if isinstance(self.peer, BlockPeer):
            who |= {"who": "addresses", "block": str(self.peer.block)}
        elif isinstance(self.peer, SelectorPeer):
            selectors = {"namespace_selector": self.peer.namespaces, "pod_selector": self.peer.pods}
            written = {name: None if selector is None else str(selector) for name, selector in selectors.items()}
            who |= {"who": "pods", "namespace": self.own_space, **written, "namespaces_now": list(self.spaces)}
        return {
            **who,
            "ports": self.ports.as_json(),
            "policy": self.policy and self.policy.ref,
            "rule": self.rule,
            "peer": self.peer_name,
            "words": self.words(),
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
        }


@dataclass(frozen=True, slots=True)
class Brake:
    """A policy that isolates the egress of pods like these, with what it lets them send to the exposed pod.

    ``lets`` holds the ports by address family; None is for ends of which neither has an address. A pod
    that several brakes hold may send what any of them lets.
    """

    policy: Policy
    lets: Mapping[int | None, PortSet]

    def words(self) -> str:
        """Whom it holds back, and what it still lets them send."""
        pods = f"pods with {self.policy.pods}" if self.policy.pods.requirements else "pods"
        sets = dict.fromkeys(self.lets.values())
        by_family = "; ".join(f"IPv{f}: {ports}" for f, ports in self.lets.items() if f is not None)
        lets = str(next(iter(sets))) if len(sets) == 1 else by_family
        return f"But {pods} in namespace {self.policy.namespace} are held by {self.policy.ref}, which lets out: {lets}"

    def as_json(self) -> dict[str, Any]:
        """The condition as a structure, with its words."""
        lets = NO_PORTS
        for ports in self.lets.values():
            lets |= ports
        return {
            "namespace": self.policy.namespace,
            "pod_selector": str(self.policy.pods),
            "policy": self.policy.ref,
            "lets": lets.as_json(),
            "words": self.words(),
        }


@dataclass(frozen=True, slots=True)
class Exposure:
    """Who could reach ``pod``: any source that a grant matches, unless brakes hold it and none of them lets it.

    ``published``: by which Ingress objects; it adds no source, for the controller is a pod or an address like others.
    """

    pod: Pod
    isolated_by: tuple[str, ...]
    grants: tuple[Grant, ...]
    brakes: tuple[Brake, ...]
    cluster: Cluster
    options: Options
    published: tuple[Publication, ...] = ()

    @property
    def isolated(self) -> bool:
        """Whether any policy isolates the pod's ingress; if none does, everyone is let in."""
        return bool(self.isolated_by)

    def ports(self, source: Endpoint, namespace_labels: Mapping[str, str] | None = None) -> PortSet:
        """The ports on which ``source`` could reach the pod: a pod that need not exist, or an address.

        ``namespace_labels`` are those of the pod's namespace, when that does not exist in the cluster.
        """
        cluster = self.cluster
        if isinstance(source, Pod) and namespace_labels is not None:
            cluster = Cluster.of([Namespace(source.namespace, namespace_labels)], ())
        allowed = NO_PORTS
        for here, there in routes(source, self.pod, self.options):
            if exemption(INGRESS, there, here, self.options):
                allowed |= self._let_out(here, there)
                continue
            for grant in self.grants:
                if _admits(cluster, grant, here, self.options):
                    allowed |= grant.ports & self._let_out(here, there)
        return allowed

    def _let_out(self, here: Party, there: Party) -> PortSet:
        if exemption(EGRESS, here, there, self.options) or here.pod is None:
            return ALL_PORTS
        held = [brake for brake in self.brakes if brake.policy in isolating((brake.policy,), EGRESS, here.pod)]
        allowed = NO_PORTS
        for brake in held:
            allowed |= brake.lets[there.family]
        return allowed if held else ALL_PORTS

    def words(self) -> list[str]:
        """The condition in sentences."""
        if not self.isolated:
            said = [f"No policy isolates {self.pod.ref} for ingress: everyone is let in, on every port."]
        elif not self.grants:
            said = [f"{', '.join(self.isolated_by)} isolates {self.pod.ref} and nothing lets anyone in."]
        else:
            said = [f"{self.pod.ref} could be reached by {grant.words()}." for grant in self.grants]
        said += [f"{brake.words()}." for brake in self.brakes]
        said += [one.words() for one in self.published]
        return [*said, f"The node that hosts {self.pod.name} always reaches it."]

    def as_json(self) -> dict[str, Any]:
        """The whole condition."""
        return {
            "pod": self.pod.ref,
            "isolated": self.isolated,
            "isolated_by": list(self.isolated_by),
            "grants": [grant.as_json() for grant in self.grants],
            "brakes": [brake.as_json() for brake in self.brakes],
            "published": [one.as_json() for one in self.published],
            "words": self.words(),
        }


def _admits(cluster: Cluster, grant: Grant, party: Party, options: Options) -> bool:
    if grant.peer is None or grant.policy is None:
        return True
    return peer_admits(cluster, grant.policy, grant.peer, party, options)


def _asks(selector: Selector | None) -> bool:
    return selector is not None and bool(selector.requirements)
