"""The attacker's view: how widely pods could be reached, and how far one gets from one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

import editor.board.examples
from editor.analysis.attack.hops import reached_from
from editor.analysis.attack.shades import SHADES, shades
from editor.engine.connections import allowed_set
from editor.engine.errors import NetpolError
from editor.engine.parties import Outside
from editor.engine.reachability import unstoppable
from editor.manifests.load import read_strict
from editor.manifests.sources import Source
from tests import worlds as w

DATABASE = Path(editor.board.examples.__file__).parent / "database"


def world(*files):
    reading = read_strict([Source(name, (DATABASE / name).read_text()) for name in ("cluster.yaml", *files)])
    return reading.cluster(), reading.policies


@pytest.mark.parametrize(
    ("case", "shade"),
    [
        ((), "world"),
        (("isolate.yaml",), "nobody"),
        (("ingress.yaml",), "namespace"),
        (("case-1.yaml",), "cluster"),
        (("case-3.yaml",), "world"),
    ],
)
def test_the_shade_of_the_database_follows_its_policy(case, shade):
    found = {one.pod.ref: one for one in shades(*world(*case))}
    assert found["prod/db"].shade == shade
    assert found["prod/web"].shade == "world"
    assert bool(found["prod/db"].as_json()["words"]) is (shade != "nobody")


def test_a_namespace_to_come_with_the_right_label_makes_it_the_cluster():
    (found,) = [one for one in shades(*world("case-1.yaml")) if one.pod.ref == "prod/db"]
    assert "in a new namespace new with" in found.evidence.words()


def test_from_a_lost_pod_the_database_falls_by_way_of_the_api():
    found = {one.name: one for one in reached_from(*world("case-1.yaml"), "prod/web")}
    assert (found["prod/db"].hops, found["prod/db"].path) == (2, ("prod/web", "prod/api", "prod/db"))
    assert str(found["prod/db"].ports) == "3306/TCP"
    assert found["prod/api"].hops == 1
    assert "prod/db" not in {one.name for one in reached_from(*world("case-1.yaml"), "prod/web", most=1)}


def test_nothing_leads_on_from_addresses_outside():
    cluster, policies = world("isolate.yaml", "../dns/policies.yaml")
    found = reached_from(cluster, policies, "prod/web")
    assert all(one.via == "prod/web" or "/" in one.via for one in found)
    assert "prod/db" not in {one.name for one in found}


def test_a_start_that_is_not_there_is_refused():
    with pytest.raises(NetpolError):
        reached_from(*world(), "prod/nobody")


@settings(max_examples=60, deadline=None)
@given(w.worlds())
def test_one_hop_is_what_the_matrix_allows_and_more_hops_only_add(random):
    cluster = random.cluster
    for pod in cluster.pods:
        found = reached_from(cluster, random.policies, pod.ref, options=random.options)
        hops = {one.name: one.hops for one in found}
        assert sorted(hops.values()) == list(hops.values())
        for one in found:
            assert len(one.path) == one.hops + 1
        near = {one.name for one in reached_from(cluster, random.policies, pod.ref, 1, random.options)}
        assert near == {name for name, count in hops.items() if count == 1}


@settings(max_examples=40, deadline=None)
@given(w.worlds(max_pods=3, max_policies=3))
def test_a_shade_is_never_narrower_than_what_is_reached_today(random):
    cluster = random.cluster
    for one in shades(cluster, random.policies, random.options):
        for other in random.endpoints:
            if unstoppable(other, one.pod, random.options):
                continue
            if allowed_set(cluster, random.policies, other, one.pod, random.options):
                own = (
                    "world"
                    if isinstance(other, Outside)
                    else "namespace"
                    if other.namespace == one.pod.namespace
                    else "cluster"
                )
                assert SHADES.index(one.shade) >= SHADES.index(own)
