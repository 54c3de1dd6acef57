"""The policies of the made-up clusters: what careful teams write, in the order in which they usually begin.

First for every namespace: deny everything, let DNS out, let the scrapers and the proxies in. Then for every workload
who may call it and whom it calls, with numbers and names of ports, labels of other namespaces, address blocks with
holes, and ranges of ports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Protocol

from editor.engine.addresses import Block
from editor.engine.cluster import NAME_LABEL, Namespace
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Policy, PolicyPort, Rule, SelectorPeer
from editor.engine.selectors import EVERYTHING, Requirement, Selector

DNS_NAMESPACE, EDGE_NAMESPACE, SCRAPER_NAMESPACE = "kube-system", "edge", "monitoring"
UNGUARDED = 10
"""Every tenth team has written no policy yet."""
PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")


@dataclass(frozen=True, slots=True)
class Tier:
    """A part of an application: the port it listens on, and the tiers that it calls."""

    name: str
    port: int
    port_name: str
    calls: tuple[str, ...]


TIERS = (
    Tier("web", 8080, "http", ("api",)),
    Tier("api", 5000, "api", ("db", "cache")),
    Tier("db", 3306, "mysql", ()),
    Tier("cache", 6379, "redis", ()),
    Tier("worker", 7000, "jobs", ("db", "api")),
)
_TIERS = {tier.name: tier for tier in TIERS}


class Labelled(Protocol):
    """What a rule needs to know of a workload."""

    @property
    def namespace(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def labels(self) -> dict[str, str]: ...


def policies_of(workloads: Sequence[Labelled], namespaces: Sequence[Namespace], count: int, seed: int) -> list[Policy]:
    """Exactly ``count`` policies. Raises ValueError when these workloads give no occasion for so many."""
    chance = Random(f"policies {seed}")
    every_team = [n for n in namespaces if n.labels["role"] == "team"]
    teams = [team for number, team in enumerate(every_team, 1) if number % UNGUARDED]
    guarded = [SCRAPER_NAMESPACE, *(team.name for team in teams)]
    callers = [w for w in workloads if w.namespace in guarded and "tier" in w.labels]
    chance.shuffle(callers)
    policies = list(islice(_in_order(guarded, teams, callers, chance), count))
    if len(policies) < count:
        raise ValueError(f"{len(policies)} policies at most for {len(workloads)} workloads, not {count}")
    return policies


def _in_order(
    guarded: list[str], teams: list[Namespace], workloads: list[Labelled], chance: Random
) -> Iterator[Policy]:
    yield _scrapers_reach_everyone()
    for name in guarded:
        yield Policy(name, "default-deny", EVERYTHING, frozenset((INGRESS, EGRESS)))
    for name in guarded:
        yield _dns(name)
    for team in teams:
        yield _scraped(team.name)
        yield _from_proxies(team.name)
    for workload in workloads:
        yield _called(workload, teams, chance)
    for workload in workloads:
        yield _calls(workload, chance)
    for workload in workloads:
        yield _backed_up(workload)


def _scrapers_reach_everyone() -> Policy:
    rule = Rule((SelectorPeer(None, EVERYTHING),), (PolicyPort("TCP", "metrics"),))
    return Policy(SCRAPER_NAMESPACE, "scrape", Selector.of({"app": "prometheus"}), frozenset((EGRESS,)), egress=(rule,))


def _dns(namespace: str) -> Policy:
    peer = SelectorPeer(Selector.of({"k8s-app": "kube-dns"}), Selector.of({NAME_LABEL: DNS_NAMESPACE}))
    rule = Rule((peer,), (PolicyPort("UDP", 53), PolicyPort("TCP", 53)))
    return Policy(namespace, "allow-dns", EVERYTHING, frozenset((EGRESS,)), egress=(rule,))


def _scraped(namespace: str) -> Policy:
    peer = SelectorPeer(Selector.of({"app": "prometheus"}), Selector.of({"role": "monitoring"}))
    rule = Rule((peer,), (PolicyPort("TCP", "metrics"),))
    return Policy(namespace, "allow-scrape", ingress=(rule,))


def _from_proxies(namespace: str) -> Policy:
    rule = Rule((SelectorPeer(None, Selector.of({"role": "edge"})),), (PolicyPort("TCP", "http"),))
    return Policy(namespace, "allow-edge", Selector.of({"tier": "web"}), ingress=(rule,))


def _called(workload: Labelled, teams: list[Namespace], chance: Random) -> Policy:
    """Its own application's callers; now and then another namespace's, by labels."""
    tier = _TIERS[workload.labels["tier"]]
    app = workload.labels["app"]
    callers = tuple(other.name for other in TIERS if tier.name in other.calls) or ("worker",)
    own = Selector((Requirement("app", "In", (app,)), Requirement("tier", "In", callers)))
    peers = [SelectorPeer(own, None)]
    if chance.random() < 0.3:
        away = chance.choice(teams)
        there = Selector.of({NAME_LABEL: away.name}) if chance.random() < 0.5 else Selector.of(dict(away.labels))
        peers.append(SelectorPeer(Selector.of({"tier": chance.choice(TIERS).name}), there))
    if chance.random() < 0.05:
        peers.append(
            SelectorPeer(None, Selector((Requirement("stage", "NotIn", ("dev",)), Requirement("pci", "Exists"))))
        )
    named = chance.random() < 0.5
    ports = [PolicyPort("TCP", tier.port_name if named else tier.port)]
    if chance.random() < 0.1:
        ports.append(PolicyPort("TCP", 30000, 30100))
    rule = Rule(tuple(peers), tuple(ports))
    return Policy(workload.namespace, f"{workload.name}-in", _chosen(workload), ingress=(rule,))


def _calls(workload: Labelled, chance: Random) -> Policy:
    """The tiers that it calls, wherever they are; one in five may also reach the world outside."""
    tier = _TIERS[workload.labels["tier"]]
    rules = [
        Rule(
            (SelectorPeer(Selector.of({"app": workload.labels["app"], "tier": name}), None),),
            (PolicyPort("TCP", _TIERS[name].port_name),),
        )
        for name in tier.calls
    ]
    if chance.random() < 0.2:
        rules.append(Rule((BlockPeer(Block.of("0.0.0.0/0", *PRIVATE)),), (PolicyPort("TCP", 443),)))
    if chance.random() < 0.1:
        rules.append(Rule((SelectorPeer(None, Selector.of({"role": "team"})),), (PolicyPort("TCP", 30000, 30100),)))
    return Policy(
        workload.namespace, f"{workload.name}-out", _chosen(workload), frozenset((EGRESS,)), egress=tuple(rules)
    )


def _backed_up(workload: Labelled) -> Policy:
    peer = BlockPeer(Block.of("192.168.5.0/24", "192.168.5.128/25"))
    rule = Rule((peer,), (PolicyPort("TCP", _TIERS[workload.labels["tier"]].port),))
    return Policy(workload.namespace, f"{workload.name}-backup", _chosen(workload), ingress=(rule,))


def _chosen(workload: Labelled) -> Selector:
    return Selector.of({"app": workload.labels["app"], "tier": workload.labels["tier"]})
