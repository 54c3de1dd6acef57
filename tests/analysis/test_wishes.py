"""Policies from wishes: what is written lets pass what was wished for and nothing else."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_network
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis.flips import flips
from editor.analysis.wishes.proof import fulfil
from editor.analysis.wishes.sources import of_present
from editor.analysis.wishes.wish import SIDES, Manner, Wish, workloads
from editor.engine.cluster import Cluster, Namespace, Pod
from editor.engine.connections import allowed_set
from editor.engine.difference import State
from editor.engine.errors import NetpolError
from editor.engine.parties import Outside
from editor.engine.ports import ALL_PORTS, NO_PORTS, Intervals, PortSet
from editor.engine.reachability import reach, unstoppable
from editor.manifests.load import read_strict
from editor.manifests.sources import Source
from editor.manifests.validate import validate
from tests import worlds as w

HTTP = PortSet.of("TCP", Intervals.of((80, 80)))
SQL = PortSet.of("TCP", Intervals.of((3306, 3306)))
PORT_SETS = (HTTP, SQL, PortSet.of("UDP", Intervals.of((1000, 2000))), ALL_PORTS)


def shop(*more):
    pods = [
        Pod("shop", "web-5f6-a", {"app": "web", "pod-template-hash": "5f6"}),
        Pod("shop", "api-7c9-a", {"app": "api", "tier": "back"}),
        Pod("shop", "db-0", {"app": "db", "tier": "back", "statefulset.kubernetes.io/pod-name": "db-0"}),
        Pod("jobs", "report", {"app": "report"}),
        Pod("kube-system", "coredns", {"k8s-app": "kube-dns"}),
    ]
    return Cluster.of([Namespace("shop"), Namespace("jobs")], [*pods, *more])


WISHES = [
    Wish("shop/web-5f6-a", "shop/api-7c9-a", HTTP),
    Wish("shop/api-7c9-a", "shop/db-0", SQL),
    Wish("jobs/report", "shop/db-0", SQL),
    Wish("10.1.0.0/16", "shop/web-5f6-a", HTTP),
]


def names(found):
    return [policy.ref for policy in found.policies]


def test_each_namespace_is_shut_dns_stays_open_and_each_workload_gets_one_policy():
    found = fulfil(shop(), WISHES, Manner())
    assert found.deviations == ()
    assert names(found) == [
        *("jobs/default-deny", "jobs/allow-dns", "jobs/report"),
        *("shop/default-deny", "shop/allow-dns", "shop/web-5f6-a", "shop/api-7c9-a", "shop/db-0"),
    ]
    database = found.texts[-1]
    assert "pod-template-hash" not in "".join(found.texts)
    assert "statefulset" not in database
    assert database.count("port: 3306") == 1  # both sources stand in one rule


def test_ingress_only_leaves_every_way_out_open():
    found = fulfil(shop(), WISHES, Manner(sides="ingress"))
    assert found.deviations == ()
    assert all(policy.types == {"Ingress"} for policy in found.policies)


def test_without_default_deny_only_pods_that_wishes_speak_of_are_held():
    found = fulfil(shop(Pod("shop", "cache", {"app": "cache"})), WISHES, Manner(default_deny=False))
    assert found.deviations == ()
    assert "shop/cache" not in names(found)
    assert not any("podSelector: {}" in text for text in found.texts)


def test_policies_that_are_kept_and_allow_more_are_told():
    (kept,) = read_strict(
        [
            Source(
                "kept",
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: db-0, namespace: shop},"
                " spec: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {}}]}]}}",
            )
        ]
    ).policies
    found = fulfil(shop(), WISHES, Manner(sides="ingress"), [kept])
    assert "shop/db-0-2" in names(found)
    (web, api) = sorted(found.deviations, key=lambda one: one.source, reverse=True)
    assert web.words() == "shop/web-5f6-a reaches shop/db-0 on every port, which nobody wished for."
    assert (api.source, api.ports.has("TCP", 3306)) == ("shop/api-7c9-a", False)


def test_pods_that_no_label_tells_from_others_are_named():
    twin = Pod("shop", "api-copy", {"app": "api", "tier": "back"})
    with pytest.raises(NetpolError) as refused:
        fulfil(shop(twin), WISHES, Manner())
    assert [(fault.code, fault.value) for fault in refused.value.faults] == [("no_telling_label", "shop/api-7c9-a")]


def test_every_wish_that_cannot_be_had_is_named_at_once():
    wrong = [Wish("shop/nobody", "shop/db-0", SQL), Wish("10.0.0.1", "10.0.0.2", SQL), Wish("banana", "shop/db-0", SQL)]
    with pytest.raises(NetpolError) as refused:
        fulfil(shop(), wrong, Manner())
    assert [fault.code for fault in refused.value.faults] == ["unknown_place", "bad_wish", "unknown_place"]


manners = st.builds(Manner, st.sampled_from(SIDES), st.booleans(), st.booleans())


@settings(max_examples=80, deadline=None)
@given(w.worlds(max_pods=6, max_policies=0), manners, st.data())
def test_allowed_is_what_was_wished_for_on_the_exact_matrix(world, manner, data):
    # Labels of their own: whom nothing tells from others gets a fault, which is another story.
    pods = [replace(pod, labels={**pod.labels, "own": pod.name}, owner=None) for pod in world.pods]
    cluster = Cluster.of(world.namespaces, pods)
    ends = st.sampled_from((*workloads(cluster), "10.0.0.0/16", "8.8.8.8"))
    drawn = data.draw(st.lists(st.tuples(ends, ends, st.sampled_from(PORT_SETS)), max_size=5))
    inside = workloads(cluster)
    wishes = [Wish(*one) for one in drawn if one[0] in inside or one[1] in inside]
    found = fulfil(cluster, wishes, manner, options=world.options)
    assert [one for one in found.deviations if one.wished] == []
    assert found.deviations == () or any("/" in wish.source + wish.destination for wish in wishes)
    judged = validate([Source(f"{n}", text) for n, text in enumerate(found.texts)])
    assert all(one.accepted for one in judged)
    spoken_of = {end for wish in wishes for end in (wish.source, wish.destination)}
    held = {
        pod.ref: pod.namespace in manner.scope(cluster) and (manner.default_deny or pod.ref in spoken_of)
        for one in inside.values()
        for pod in one.pods
    }
    places = [one.pods[0] for one in inside.values()] + [Outside(address) for address in (*w.OUTSIDE[:3], w.OUTSIDE[4])]
    for here, there in product(places, repeat=2):
        stops = (manner.egress and held.get(here.ref)) or (manner.ingress and held.get(there.ref))
        if stops and here != there and not unstoppable(here, there, world.options):
            allowed = allowed_set(cluster, found.policies, here, there, world.options)
            wanted = wished(wishes, here, there)
            # A block may hold addresses of pods, which then get in, too: that is told.
            told = {(one.source, one.destination) for one in found.deviations}
            assert not wanted - allowed
            assert allowed == wanted or (here.ref, there.ref) in told


@settings(max_examples=60, deadline=None)
@given(w.worlds(max_pods=5))
def test_what_passes_now_written_anew_flips_nothing(world):
    # On the host network no policy acts, and blocks that hold addresses of pods may let in more: both are told.
    pods = [
        replace(pod, labels={**pod.labels, "own": pod.name}, owner=None) for pod in world.pods if not pod.host_network
    ]
    options = replace(world.options, ipblock_matches_pods=False)
    cluster = Cluster.of(world.namespaces, pods)
    manner = Manner(dns=False, namespaces=tuple({pod.namespace for pod in pods}))
    made = fulfil(cluster, of_present(reach(cluster, world.policies, options)), manner, options=options)
    assert flips(State(cluster, world.policies, options), State(cluster, made.policies, options)).all == ()


def wished(wishes, here, there):
    """The ports that wishes name between two places."""

    def speaks_of(end, place):
        return place.address in ip_network(end) if "." in end and isinstance(place, Outside) else end == place.ref

    wanted = NO_PORTS
    for wish in wishes:
        if speaks_of(wish.source, here) and speaks_of(wish.destination, there):
            wanted |= wish.ports
    return wanted
