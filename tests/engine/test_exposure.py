"""Exposure: the condition says for every pod that anyone could add what the plain evaluator says once it is added."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.engine.cluster import Cluster, Namespace
from editor.engine.connections import allowed_set
from editor.engine.exposure import exposure
from editor.engine.parties import Outside
from editor.engine.policies import SelectorPeer
from editor.engine.ports import ALL_PORTS
from editor.engine.selectors import EVERYTHING, Requirement, Selector
from tests.engine.building import app, block, cluster, egress, ingress, listen, pod, pods_here, rule, tcp
from tests.worlds import OUTSIDE, labels, pods, selectors, worlds


@given(st.data(), worlds(max_pods=3, max_policies=4), pods(9), labels, st.booleans())
@settings(max_examples=120)
def test_the_condition_holds_for_any_pod_in_any_namespace_old_or_new(data, world, newcomer, space_labels, fresh):
    before = world.cluster
    if not before.pods or newcomer.terminated:
        return
    target = data.draw(st.sampled_from(before.pods))
    found = exposure(before, world.policies, target, world.options)
    if fresh:
        newcomer = replace(newcomer, namespace="new")
        after = Cluster.of([*world.namespaces, Namespace("new", space_labels)], [*world.pods, newcomer])
        said = found.ports(newcomer, space_labels)
    else:
        after = Cluster.of(world.namespaces, [*world.pods, newcomer])
        said = found.ports(newcomer)
    assert said == allowed_set(after, world.policies, newcomer, target, world.options)


@given(st.data(), worlds(max_pods=3, max_policies=4), st.sampled_from(OUTSIDE))
@settings(max_examples=80)
def test_the_condition_holds_for_any_address(data, world, address):
    if not world.cluster.pods:
        return
    target = data.draw(st.sampled_from(world.cluster.pods))
    found = exposure(world.cluster, world.policies, target, world.options)
    plain = allowed_set(world.cluster, world.policies, Outside(address), target, world.options)
    assert found.ports(Outside(address)) == plain
    assert found.words()
    assert found.as_json()["pod"] == target.ref


@given(selectors, labels)
def test_a_selector_that_matches_something_is_possible(selector, held):
    if selector.matches(held):
        assert selector.possible()


def test_a_selector_that_contradicts_itself_is_impossible():
    one = Requirement("a", "In", ("x",))
    for other in (Requirement("a", "In", ("y",)), Requirement("a", "NotIn", ("x",)), Requirement("a", "DoesNotExist")):
        assert not Selector((one, other)).possible()
    assert not Selector((Requirement("a", "Exists"), Requirement("a", "DoesNotExist"))).possible()
    assert Selector((Requirement("a", "NotIn", ("x",)), Requirement("a", "DoesNotExist"))).possible()


WORLD = cluster(pod("prod/db", ports=[listen(3306, "mysql")]), pod("dev/web"), prod={"team": "x"}, dev={"team": "y"})
DB = WORLD.pod("prod/db")


def test_a_pod_that_nothing_isolates_is_open_to_everyone():
    found = exposure(WORLD, [], DB)
    assert not found.isolated
    assert "everyone is let in" in found.words()[0]
    assert found.ports(pod("new/any"), {}) == ALL_PORTS


def test_a_pod_that_is_shut_lets_nobody_in():
    found = exposure(WORLD, [ingress("prod/shut", EVERYTHING)], DB)
    assert found.grants == ()
    assert "nothing lets anyone in" in found.words()[0]


def test_the_condition_names_labels_namespaces_blocks_and_ports():
    policy = ingress(
        "prod/in",
        app("db"),
        rule(pods_here(app("api")), ports=(tcp("mysql"),)),
        rule(SelectorPeer(app("web"), Selector.of({"team": "y"})), SelectorPeer(None, EVERYTHING), ports=(tcp(1),)),
        rule(block("10.0.0.0/8", "10.1.0.0/16"), ports=(tcp("http"), tcp(22))),
    )
    said = exposure(WORLD, [policy], DB).words()
    assert "any pod with app=api in namespace prod, on 3306/TCP" in said[0]
    assert "any pod with app=web in any namespace with team=y (now: dev; a new one with these labels too)" in said[1]
    assert "any pod in any namespace, new ones too, on 1/TCP" in said[2]
    assert "any address of 10.0.0.0/8 except 10.1.0.0/16, on 22/TCP" in said[3]


def test_egress_policies_of_existing_namespaces_hold_their_pods_back_and_new_namespaces_have_none():
    policies = [ingress("prod/in", app("db"), rule()), egress("dev/shut", EVERYTHING)]
    found = exposure(WORLD, policies, DB)
    assert not found.ports(pod("dev/new"))
    assert found.ports(pod("other/new"), {}) == ALL_PORTS
    assert any("namespace dev are held by dev/shut" in words for words in found.words())


def test_a_rule_whose_port_name_the_pod_does_not_declare_lets_nobody_in():
    assert exposure(WORLD, [ingress("prod/in", app("db"), rule(ports=(tcp("http"),)))], DB).grants == ()
