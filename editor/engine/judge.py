"""The plain evaluator: slow, short, obviously right. Everything faster must agree with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.engine import caveats
from editor.engine.cluster import Cluster, Pod
from editor.engine.errors import NOWHERE, Fault, NetpolError
from editor.engine.matching import isolating
from editor.engine.near_misses import near_miss, nearest_first
from editor.engine.options import DEFAULTS, Options
from editor.engine.parties import Endpoint, Outside, Party, hosts, is_itself, routes, selectable
from editor.engine.policies import EGRESS, INGRESS, Policy
from editor.engine.ports import PROTOCOLS
from editor.engine.trials import Attempt, Trial, trials
from editor.engine.verdict import PolicyReason, Side, Verdict

UNDEFINED = "Network policies cover TCP, UDP and SCTP only: what happens to {} depends on the network plugin."
OWN_ADDRESS = "A pod always reaches its own address; no policy can stop it."
OWN_NODE = "The node that hosts {} always reaches it (kubelet probes); no policy can stop it."
NO_FAMILY = "{} and {} have no address family in common: they cannot connect, whatever the policies say."


def judge(
    cluster: Cluster,
    policies: Sequence[Policy],
    source: Endpoint,
    destination: Endpoint,
    protocol: str,
    port: int | None,
    options: Options = DEFAULTS,
) -> Verdict:
    """Whether the connection passes, and why.

    Both sides must allow it over one address family; a verdict over several families is the first that passes, or
    else the first. Raises NetpolError ``bad_query`` when neither end is a pod: no policy ever judges that.
    """
    if isinstance(source, Outside) and isinstance(destination, Outside):
        message = f"{source.ref} and {destination.ref} are both outside the cluster: one end must be a pod."
        raise NetpolError([Fault("bad_query", message, value=f"{source.ref} {destination.ref}")])
    if protocol not in PROTOCOLS or port is None:
        return _undefined(policies, source, destination, protocol, port, options)
    verdicts = [
        _over_route(cluster, policies, here, there, protocol, port, options)
        for here, there in routes(source, destination, options)
    ]
    return _across_families(verdicts, routes(source, destination, options))


def _over_route(
    cluster: Cluster, policies: Sequence[Policy], here: Party, there: Party, protocol: str, port: int, options: Options
) -> Verdict:
    out = Attempt(EGRESS, here, there, there, protocol, port)
    into = Attempt(INGRESS, there, here, there, protocol, port)
    egress, egress_notes = _side(cluster, policies, out, options)
    ingress, ingress_notes = _side(cluster, policies, into, options)
    stopped = [name for name, side in (("egress", egress), ("ingress", ingress)) if side and not side.allowed]
    return Verdict(
        here.endpoint.ref,
        there.endpoint.ref,
        protocol,
        port,
        allowed=not stopped,
        blocked_at="both" if len(stopped) > 1 else (stopped[0] if stopped else None),
        egress=egress,
        ingress=ingress,
        notes=_notes(here, there, egress_notes + ingress_notes, options),
    )


def _side(
    cluster: Cluster, policies: Sequence[Policy], attempt: Attempt, options: Options
) -> tuple[Side | None, list[str]]:
    """One direction at one end, with its notes; None for an address outside, which has no side of its own."""
    if isinstance(attempt.own.endpoint, Outside):
        return None, []
    isolators = isolating(policies, attempt.direction, attempt.own.pod)
    unlisted = caveats.of_unlisted(policies, attempt.direction, attempt.own.pod)
    if not isolators:
        return Side(allowed=True, isolated=False), unlisted
    tried = [trial for policy in isolators for trial in trials(cluster, policy, attempt, options)]
    exempt = exemption(attempt.direction, attempt.own, attempt.other, options)
    granted = [trial for trial in tried if trial.admits]
    allowed = bool(granted) or exempt is not None
    notes = [exempt] if exempt else caveats.of_side(allowed, tried, options)
    if not granted and hosts(attempt.other.endpoint, attempt.own.endpoint, options) and attempt.direction == EGRESS:
        notes.append(caveats.of_own_node(attempt.own.name, options))
    if attempt.protocol == "SCTP":
        notes.append(caveats.SCTP)
    reasons = _grants(granted) if allowed else _refusals(cluster, isolators, tried, options)
    return Side(
        allowed, isolated=True, policies=reasons, isolated_by=tuple(sorted(p.ref for p in isolators))
    ), notes + unlisted


def exemption(direction: str, own: Party, other: Party, options: Options) -> str | None:
    """Why no policy can stop a connection at ``own``, in a sentence; None when its policies decide."""
    if is_itself(own.endpoint, other.endpoint):
        return OWN_ADDRESS
    if not hosts(other.endpoint, own.endpoint, options):
        return None
    if direction == INGRESS:
        return OWN_NODE.format(own.name)
    return caveats.of_own_node(own.name, options) if options.egress_to_own_node else None


def _grants(granted: Iterable[Trial]) -> tuple[PolicyReason, ...]:
    """Every policy, rule and peer that lets the connection through, not only the first."""
    reasons = [
        PolicyReason(
            t.policy.ref,
            t.rule_name,
            t.peer_name,
            place=t.rule.place,
            peer_place=t.peer.place if t.peer else NOWHERE,
        )
        for t in granted
    ]
    return tuple(sorted(reasons, key=lambda reason: reason.policy))


def _refusals(
    cluster: Cluster, isolators: Iterable[Policy], tried: Sequence[Trial], options: Options
) -> tuple[PolicyReason, ...]:
    """Every isolating policy with its near misses; the policy that came nearest stands first."""
    reasons = []
    for policy in isolators:
        misses = nearest_first(near_miss(cluster, trial, options) for trial in tried if trial.policy is policy)
        reasons.append(PolicyReason(policy.ref, None, near_misses=misses, place=policy.place))
    return tuple(sorted(reasons, key=_nearness))


def _nearness(reason: PolicyReason) -> tuple[bool, int, int, str]:
    if not reason.near_misses:
        return (True, 0, 0, reason.policy)
    nearest = reason.near_misses[0]
    return (False, len(nearest.unmet), -len(nearest.met), reason.policy)


def _notes(here: Party, there: Party, notes: list[str], options: Options) -> tuple[str, ...]:
    for endpoint in (here.endpoint, there.endpoint):
        if isinstance(endpoint, Pod) and endpoint.host_network:
            notes.append(caveats.of_host_network(endpoint, options))
    if here.family is not None and there.family is not None and here.family != there.family:
        notes.append(NO_FAMILY.format(here.endpoint.ref, there.endpoint.ref))
    return tuple(dict.fromkeys(notes))


def _across_families(verdicts: list[Verdict], ways: list[tuple[Party, Party]]) -> Verdict:
    """A dual-stack pod is judged per family; where the families differ, a note says so."""
    chosen = next((verdict for verdict in verdicts if verdict.allowed), verdicts[0])
    if len({verdict.blocked_at for verdict in verdicts}) == 1:
        return chosen
    outcomes = (
        f"IPv{here.family}: {'allowed' if verdict.allowed else f'blocked at {verdict.blocked_at}'}"
        for verdict, (here, _) in zip(verdicts, ways, strict=True)
    )
    return replace(chosen, notes=(*chosen.notes, f"The address families differ. {'; '.join(outcomes)}."))


def _undefined(
    policies: Sequence[Policy],
    source: Endpoint,
    destination: Endpoint,
    protocol: str,
    port: int | None,
    options: Options,
) -> Verdict:
    """Neither allowed nor blocked: the specification says nothing about other protocols than its three."""

    def side(direction: str, endpoint: Endpoint) -> Side | None:
        if isinstance(endpoint, Outside):
            return None
        isolators = isolating(policies, direction, selectable(endpoint, options))
        return Side(None, bool(isolators), isolated_by=tuple(sorted(policy.ref for policy in isolators)))

    return Verdict(
        source.ref,
        destination.ref,
        protocol,
        port,
        allowed=None,
        blocked_at=None,
        egress=side(EGRESS, source),
        ingress=side(INGRESS, destination),
        notes=(UNDEFINED.format(protocol),),
    )


def isolation(cluster: Cluster, policies: Sequence[Policy], options: Options = DEFAULTS) -> dict[str, tuple[int, int]]:
    """By pod ref, how many policies isolate the pod for ingress and for egress."""
    acting: dict[str, list[Policy]] = defaultdict(list)
    for policy in policies:
        acting[policy.namespace].append(policy)
    counts = {}
    for pod in cluster.pods:
        counts[pod.ref] = isolated(pod, acting.get(pod.namespace, []), options)
    return counts


def isolated(pod: Pod, policies: Sequence[Policy], options: Options = DEFAULTS) -> tuple[int, int]:
    """How many of the policies isolate one pod for ingress and for egress."""
    ingress, egress = (len(isolating(policies, d, selectable(pod, options))) for d in (INGRESS, EGRESS))
    return ingress, egress
