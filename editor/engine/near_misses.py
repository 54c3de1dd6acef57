"""Why a peer of a rule did not let a connection through, in words: what was met and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from editor.engine.addresses import Block
from editor.engine.cluster import Cluster
from editor.engine.errors import NOWHERE, Place
from editor.engine.matching import block_admits, named_ports, port_admits
from editor.engine.options import Options
from editor.engine.parties import Party
from editor.engine.policies import BlockPeer, Policy, PolicyPort, SelectorPeer
from editor.engine.selectors import Requirement, Selector
from editor.engine.trials import Trial
from editor.engine.verdict import NearMiss

Finding = tuple[bool, str, Place]
"""Whether a condition is met, the condition in words (when unmet, also what was found instead), and where it stands."""


def near_miss(cluster: Cluster, trial: Trial, options: Options) -> NearMiss:
    """The near miss of a trial that does not admit. Peer conditions come first, then the ports."""
    findings = [*_peer_findings(cluster, trial, options), _ports_finding(trial)]
    met = tuple(words for holds, words, _ in findings if holds)
    unmet = tuple(words for holds, words, _ in findings if not holds)
    place = trial.rule.place if trial.peer is None else trial.peer.place
    unmet_at = tuple(place if at == NOWHERE else at for holds, _, at in findings if not holds)
    return NearMiss(trial.rule_name, trial.peer_name, met, unmet, place, unmet_at)


def nearest_first(misses: Iterable[NearMiss]) -> tuple[NearMiss, ...]:
    """Fewest unmet conditions first, then most met; otherwise in the order written."""
    return tuple(sorted(misses, key=lambda miss: (len(miss.unmet), -len(miss.met))))


def _peer_findings(cluster: Cluster, trial: Trial, options: Options) -> Iterator[Finding]:
    peer, party = trial.peer, trial.attempt.other
    if isinstance(peer, BlockPeer):
        yield _block_finding(peer, party, options)
    elif isinstance(peer, SelectorPeer) and party.pod is None:
        yield False, f"{_peer_words(peer)}: {_not_a_pod(party)}", peer.place
    elif isinstance(peer, SelectorPeer):
        yield from _namespace_findings(cluster, trial.policy, peer, party)
        if peer.pods is not None and party.pod is not None:
            yield from _label_findings("podSelector", peer.pods, party.pod.labels, party.name)


def _peer_words(peer: SelectorPeer) -> str:
    parts = (("namespaceSelector", peer.namespaces), ("podSelector", peer.pods))
    return " and ".join(f"{kind} {selector}" for kind, selector in parts if selector is not None)


def _not_a_pod(party: Party) -> str:
    if party.endpoint is party.pod or party.name == str(party.address):
        return f"{party.name} is an address, not a pod"
    return f"{party.name} is on the host network and counts as its node, which no selector matches"


def _namespace_findings(cluster: Cluster, policy: Policy, peer: SelectorPeer, party: Party) -> Iterator[Finding]:
    if party.pod is None:
        return
    namespace = party.pod.namespace
    if peer.namespaces is not None:
        labels = cluster.namespace_labels(namespace)
        yield from _label_findings("namespaceSelector", peer.namespaces, labels, f"namespace {namespace}")
    elif namespace != policy.namespace:
        alone = f"podSelector alone looks only in the policy's own namespace {policy.namespace}"
        yield False, f"{alone}: {party.name} is in namespace {namespace}", peer.pods.place if peer.pods else peer.place


def _label_findings(kind: str, selector: Selector, labels: Mapping[str, str], name: str) -> Iterator[Finding]:
    if not selector.requirements:
        yield True, f"{kind} {{}}", selector.place
    for requirement in selector.requirements:
        if requirement.matches(labels):
            yield True, f"{kind} {requirement}", requirement.place
        else:
            yield False, f"{kind} {requirement}: {name} has {_held(requirement, labels)}", requirement.place


def _held(requirement: Requirement, labels: Mapping[str, str]) -> str:
    if requirement.key not in labels:
        return f"no label {requirement.key}"
    return f"{requirement.key}={labels[requirement.key]}"


def _block_finding(peer: BlockPeer, party: Party, options: Options) -> Finding:
    words = f"ipBlock {peer.block}"
    if block_admits(peer.block, party, options):
        return True, words, peer.place
    return False, f"{words}: {_block_problem(peer.block, party, options)}", peer.place


def _block_problem(block: Block, party: Party, options: Options) -> str:
    if party.pod is not None and not options.ipblock_matches_pods:
        return f"{party.name} is a pod, and the option says that no ipBlock matches a pod"
    if party.address is None:
        return f"{party.name} has no address"
    if party.address.version != block.cidr.version:
        return f"{party.address} is an IPv{party.address.version} address"
    hole = next((hole for hole in block.excepts if party.address in hole), None)
    if hole is not None:
        return f"{party.address} is in its except {hole}"
    return f"{party.address} is not in it"


def _ports_finding(trial: Trial) -> Finding:
    attempt = trial.attempt
    ports = trial.rule.ports
    if ports is None:
        return True, "every port", trial.rule.place
    if trial.ports_admit:
        port = next(p for p in ports if port_admits(p, attempt.destination, attempt.protocol, attempt.port))
        return True, _port_words(port, attempt.destination), port.place
    listed = " or ".join(_port_words(port, attempt.destination) for port in ports)
    every = replace(ports[0].place, end_line=ports[-1].place.end_line)
    return False, f"{listed}: the connection is to port {attempt.port}/{attempt.protocol}", every


def _port_words(port: PolicyPort, destination: Party) -> str:
    if port.port is None:
        return f"every {port.protocol} port"
    if isinstance(port.port, int):
        last = "" if port.end_port is None else f"-{port.end_port}"
        return f"port {port.port}{last}/{port.protocol}"
    numbers = sorted(named_ports(destination, port.port, port.protocol))
    meaning = " and ".join(map(str, numbers)) if numbers else "no such port"
    return f"port {port.port}/{port.protocol} ({meaning} on {destination.name})"
