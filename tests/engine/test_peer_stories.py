"""Stories of peers: labels, namespaces and address blocks."""

import pytest

from editor.engine.cluster import NAME_LABEL, Cluster, Namespace
from editor.engine.errors import NetpolError
from editor.engine.options import Options
from editor.engine.policies import Rule, SelectorPeer
from editor.engine.selectors import EVERYTHING, Requirement, Selector
from tests.engine.building import allowed, app, ask, block, cluster, egress, ingress, pod, pods_here, rule

TEAM = Selector.of({"team": "red"})
WORLD = cluster(pod("a/db"), pod("a/web"), pod("b/web"), pod("b/api"), pod("c/web"), a={}, b={"team": "red"})


def let_in(*peers):
    return [ingress("a/let-in", app("db"), rule(*peers))]


def test_one_item_with_both_selectors_means_and():
    both = let_in(SelectorPeer(app("web"), TEAM))
    assert allowed(WORLD, both, "b/web", "a/db") is True
    assert allowed(WORLD, both, "b/api", "a/db") is False
    assert allowed(WORLD, both, "a/web", "a/db") is False


def test_two_items_mean_or():
    either = let_in(pods_here(app("web")), SelectorPeer(None, TEAM))
    assert [allowed(WORLD, either, p, "a/db") for p in ("b/web", "b/api", "a/web", "c/web")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_pod_selector_alone_looks_only_in_the_policys_own_namespace():
    assert allowed(WORLD, let_in(pods_here()), "a/web", "a/db") is True
    assert allowed(WORLD, let_in(pods_here()), "b/web", "a/db") is False


def test_an_empty_namespace_selector_covers_all_namespaces_and_no_outside_address():
    everywhere = let_in(SelectorPeer(None, EVERYTHING))
    assert allowed(WORLD, everywhere, "c/web", "a/db") is True
    assert allowed(WORLD, everywhere, "8.8.8.8", "a/db") is False


def test_a_rule_without_peers_lets_outside_addresses_in_too():
    assert allowed(WORLD, [ingress("a/open", app("db"), rule())], "8.8.8.8", "a/db") is True


def test_an_empty_list_is_not_a_value_that_the_engine_knows():
    with pytest.raises(ValueError, match="empty list"):
        Rule(peers=())
    with pytest.raises(ValueError, match="empty list"):
        Rule(ports=())
    with pytest.raises(ValueError, match="podSelector"):
        SelectorPeer(None, None)


def test_every_namespace_carries_its_own_name_as_a_label_declared_or_not():
    for name in ("b", "c"):
        by_name = let_in(SelectorPeer(app("web"), Selector.of({NAME_LABEL: name})))
        assert allowed(WORLD, by_name, f"{name}/web", "a/db") is True
        assert allowed(WORLD, by_name, "a/web", "a/db") is False


def test_the_server_overwrites_a_false_name_label():
    world = Cluster.of([Namespace("a", {NAME_LABEL: "other"})], [])
    assert world.namespace_labels("a") == {NAME_LABEL: "a"}


def test_two_pods_of_one_name_are_refused():
    with pytest.raises(NetpolError) as caught:
        cluster(pod("a/web"), pod("a/web"))
    assert [fault.code for fault in caught.value.faults] == ["duplicate_object"]


@pytest.mark.parametrize(
    ("operator", "values", "matched"),
    [
        ("In", ("x",), ["x"]),
        ("In", ("x", ""), ["x", "empty"]),
        ("NotIn", ("x",), ["y", "empty", "lacking"]),
        ("Exists", (), ["x", "y", "empty"]),
        ("DoesNotExist", (), ["lacking"]),
    ],
)
def test_the_four_operators_and_an_object_that_lacks_the_key(operator, values, matched):
    objects = {"x": {"k": "x"}, "y": {"k": "y"}, "empty": {"k": ""}, "lacking": {}}
    requirement = Requirement("k", operator, values)
    assert [name for name, labels in objects.items() if requirement.matches(labels)] == matched


def test_match_labels_with_an_empty_value_needs_the_key():
    selector = Selector.of({"a": ""})
    assert selector.matches({"a": ""})
    assert not selector.matches({})


def test_all_requirements_of_a_selector_must_hold():
    selector = Selector((Requirement("k", "Exists"), Requirement("k", "NotIn", ("x",))))
    assert [selector.matches(labels) for labels in ({}, {"k": "x"}, {"k": "y"})] == [False, False, True]


def test_except_cuts_a_hole_in_its_own_block_only():
    holed = block("10.0.0.0/8", "10.1.0.0/16")
    assert allowed(WORLD, let_in(holed), "10.2.0.1", "a/db") is True
    assert allowed(WORLD, let_in(holed), "10.1.0.1", "a/db") is False
    assert allowed(WORLD, let_in(holed, block("10.1.0.1/32")), "10.1.0.1", "a/db") is True


def test_the_whole_of_ipv4_never_matches_ipv6():
    assert allowed(WORLD, let_in(block("0.0.0.0/0")), "8.8.8.8", "a/db") is True
    assert allowed(WORLD, let_in(block("0.0.0.0/0")), "2001:db8::1", "a/db") is False
    assert allowed(WORLD, let_in(block("::/0")), "2001:db8::1", "a/db") is True


def test_whether_a_block_matches_a_pod_is_an_option_with_a_note():
    world = cluster(pod("a/db"), pod("a/web", addresses=["10.0.0.1"]))
    default = ask(world, let_in(block("10.0.0.0/8")), "a/web", "a/db")
    strict = ask(world, let_in(block("10.0.0.0/8")), "a/web", "a/db", options=Options(ipblock_matches_pods=False))
    assert (default.allowed, strict.allowed) == (True, False)
    assert all(any("ipBlock" in note and "plugin" in note for note in v.notes) for v in (default, strict))


def test_there_is_no_note_when_a_selector_lets_the_pod_in_anyway():
    world = cluster(pod("a/db"), pod("a/web", addresses=["10.0.0.1"]))
    assert ask(world, let_in(block("10.0.0.0/8"), pods_here()), "a/web", "a/db").notes == ()


def test_a_pod_without_an_address_matches_only_the_whole_of_a_family_with_a_note():
    whole = ask(WORLD, let_in(block("0.0.0.0/0")), "a/web", "a/db")
    assert whole.allowed is True
    assert any("no address" in note for note in whole.notes)
    assert allowed(WORLD, let_in(block("0.0.0.0/0", "10.0.0.0/8")), "a/web", "a/db") is False
    assert allowed(WORLD, let_in(block("0.0.0.0/1"), block("128.0.0.0/1")), "a/web", "a/db") is False


def test_a_dual_stack_pod_is_judged_per_family():
    world = cluster(pod("a/db", addresses=["10.0.0.9", "fd00::9"]), pod("a/web", addresses=["10.0.0.1", "fd00::1"]))
    verdict = ask(world, let_in(block("0.0.0.0/0")), "a/web", "a/db")
    assert verdict.allowed is True
    assert "IPv6: blocked at ingress" in verdict.notes[-1]
    assert allowed(world, let_in(block("0.0.0.0/0")), "fd00::77", "a/db") is False
    assert ask(world, let_in(block("0.0.0.0/0"), block("::/0")), "a/web", "a/db").notes[-1:] != verdict.notes[-1:]


def test_the_two_sides_must_agree_on_one_family():
    world = cluster(pod("a/db", addresses=["10.0.0.9", "fd00::9"]), pod("b/web", addresses=["10.0.0.1", "fd00::1"]))
    policies = [*let_in(block("::/0")), egress("b/out", app("web"), rule(block("0.0.0.0/0")))]
    assert allowed(world, policies, "b/web", "a/db") is False


def test_pods_without_a_common_family_cannot_connect_and_a_note_says_so():
    world = cluster(pod("a/db", addresses=["10.0.0.9"]), pod("a/web", addresses=["fd00::1"]))
    assert any("no address family in common" in note for note in ask(world, [], "a/web", "a/db").notes)
