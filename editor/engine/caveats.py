"""Where a verdict depends on the network plugin: sentences for ``notes``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.engine.cluster import Pod
from editor.engine.matching import block_admits, port_admits, selects
from editor.engine.options import Options
from editor.engine.parties import Outside, Party, as_node
from editor.engine.policies import EGRESS, BlockPeer, Policy, PolicyPort
from editor.engine.trials import Trial

DEPENDS = "depends on the network plugin"

SCTP = f"SCTP: whether the policies are enforced for it {DEPENDS}."
END_PORT = f"endPort: {DEPENDS}; without support for it a range covers its first port alone."
REWRITTEN = (
    "Load balancers, node ports and Services may rewrite addresses; which address an ipBlock sees "
    "depends on the network plugin and on how the traffic enters."
)
SHARED_NAME = f"Two containers of the destination give one port name to different ports; which one counts {DEPENDS}."
SIDECAR = f"The named port stands in a sidecar (an init container); some plugins do not look there: it {DEPENDS}."

UNLISTED = "{policy} has {direction} rules, and its policyTypes do not name {type}: ignored here; it {depends}."


def of_unlisted(policies: Iterable[Policy], direction: str, pod: Pod | None) -> list[str]:
    """The notes on rules that stand under a direction which their policy's types do not name."""
    return [
        UNLISTED.format(policy=policy.ref, direction=direction.lower(), type=direction, depends=DEPENDS)
        for policy in policies
        if direction not in policy.types and (policy.egress if direction == EGRESS else policy.ingress)
        if pod is not None and selects(policy, pod)
    ]


def of_side(allowed: bool, trials: Iterable[Trial], options: Options) -> list[str]:  # noqa: FBT001
    """The notes of one isolated side: none when something without any doubt lets the connection through."""
    deciding = [trial for trial in trials if trial.admits == allowed]
    doubts = [list(_of_trial(trial, options)) for trial in deciding]
    if allowed and not all(doubts):
        return []
    return [note for notes in doubts for note in notes]


def _of_trial(trial: Trial, options: Options) -> Iterator[str]:
    if not trial.ports_admit:
        return
    if isinstance(trial.peer, BlockPeer):
        yield from _of_block(trial.peer, trial.attempt.other, options)
    if trial.peer_admits and trial.rule.ports is not None:
        yield from _of_ports(trial, trial.rule.ports)


def _of_block(peer: BlockPeer, party: Party, options: Options) -> Iterator[str]:
    if isinstance(party.endpoint, Outside):
        yield REWRITTEN
    elif party.address is None and block_admits(peer.block, party, options):
        yield (
            f"{party.name} has no address: ipBlock {peer.block} matches it as the whole of its address family; "
            f"for pods this {DEPENDS}."
        )
    elif party.address is not None and peer.block.contains(party.address):
        does = "matches" if party.pod is None or options.ipblock_matches_pods else "does not match"
        yield f"ipBlock {peer.block} {does} {party.name} ({party.address}) here; for pods this {DEPENDS}."


def _of_ports(trial: Trial, ports: tuple[PolicyPort, ...]) -> Iterator[str]:
    attempt = trial.attempt
    admitting = [p for p in ports if port_admits(p, attempt.destination, attempt.protocol, attempt.port)]
    doubts = [list(_of_port(port, attempt.destination, attempt.port)) for port in admitting]
    if all(doubts):
        yield from (note for notes in doubts for note in notes)


def _of_port(port: PolicyPort, destination: Party, number: int) -> Iterator[str]:
    if isinstance(port.port, int) and number != port.port:
        yield END_PORT
    if isinstance(port.port, str) and destination.pod is not None:
        named = [p for p in destination.pod.ports if p.name == port.port and p.protocol == port.protocol]
        if len({p.number for p in named}) > 1:
            yield SHARED_NAME
        if all(p.sidecar for p in named if p.number == number):
            yield SIDECAR


def of_host_network(pod: Pod, options: Options) -> str:
    """The note for an end that is on the host network."""
    if as_node(pod, options):
        return f"{pod.name} is on the host network and counts as its node's address; this {DEPENDS}."
    return f"{pod.name} is on the host network and is treated like any other pod; this {DEPENDS}."


def of_own_node(name: str, options: Options) -> str:
    """The note when a pod reaches for the node that hosts it."""
    judged = "always allowed" if options.egress_to_own_node else "judged by its policies"
    return f"What {name} sends to its own node is {judged} here; the specification leaves it open: it {DEPENDS}."
