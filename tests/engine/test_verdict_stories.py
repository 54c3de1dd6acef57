"""Stories of isolation: who is shut, who is exempt, and what is undefined."""

import pytest

from editor.engine.options import Options
from editor.engine.policies import EGRESS, INGRESS, Policy, default_types
from editor.engine.selectors import EVERYTHING
from tests.engine.building import (
    allowed,
    app,
    ask,
    block,
    cluster,
    egress,
    ingress,
    outside,
    pod,
    pods_here,
    rule,
    tcp,
)

TWO = cluster(pod("a/web"), pod("a/db"), pod("b/web"))
NODE = "172.16.0.1"
DENY_IN = ingress("a/deny-in", EVERYTHING)
DENY_OUT = egress("a/deny-out", EVERYTHING)


def test_without_any_policy_every_pod_may_talk_to_every_pod():
    verdict = ask(TWO, [], "a/web", "b/web")
    assert verdict.allowed is True
    assert not verdict.egress.isolated
    assert not verdict.ingress.isolated


def test_isolation_for_ingress_leaves_egress_open():
    assert allowed(TWO, [DENY_IN], "b/web", "a/db") is False
    assert allowed(TWO, [DENY_IN], "a/db", "b/web") is True


def test_isolation_for_egress_leaves_ingress_open():
    assert allowed(TWO, [DENY_OUT], "a/db", "b/web") is False
    assert allowed(TWO, [DENY_OUT], "b/web", "a/db") is True


def test_a_connection_needs_the_source_egress_and_the_destination_ingress():
    verdict = ask(TWO, [DENY_IN, DENY_OUT], "a/web", "a/db")
    assert (verdict.allowed, verdict.blocked_at) == (False, "both")
    let_in = ingress("a/let-in", app("db"), rule(pods_here(app("web"))))
    assert ask(TWO, [DENY_IN, DENY_OUT, let_in], "a/web", "a/db").blocked_at == "egress"
    let_out = egress("a/let-out", app("web"), rule(pods_here(app("db"))))
    assert ask(TWO, [DENY_IN, DENY_OUT, let_out], "a/web", "a/db").blocked_at == "ingress"
    assert ask(TWO, [DENY_IN, DENY_OUT, let_in, let_out], "a/web", "a/db").blocked_at is None


def test_an_address_outside_has_no_side_of_its_own():
    into = ask(TWO, [DENY_IN], "8.8.8.8", "a/db")
    assert (into.egress, into.blocked_at) == (None, "ingress")
    out = ask(TWO, [DENY_OUT], "a/db", "8.8.8.8")
    assert (out.ingress, out.blocked_at) == (None, "egress")


def test_policies_only_add_and_a_deny_takes_nothing_back():
    let_in = ingress("a/let-in", app("db"), rule(pods_here(app("web"))))
    for policies in ([DENY_IN, let_in], [let_in, DENY_IN]):
        assert allowed(TWO, policies, "a/web", "a/db") is True


def test_a_reply_is_never_judged_so_no_rule_back_is_asked_for():
    let_in = ingress("a/let-in", app("db"), rule(pods_here(app("web"))))
    no_way_out = egress("a/no-way-out", app("db"))
    assert allowed(TWO, [let_in, no_way_out], "a/web", "a/db") is True
    assert allowed(TWO, [let_in, no_way_out], "a/db", "a/web") is False


def test_a_policy_acts_in_its_own_namespace_alone():
    assert allowed(TWO, [ingress("b/deny", EVERYTHING)], "b/web", "a/db") is True


def test_a_pod_always_reaches_its_own_address():
    verdict = ask(TWO, [DENY_IN, DENY_OUT], "a/web", "a/web")
    assert verdict.allowed is True
    assert any("own address" in note for note in verdict.notes)


def test_the_node_that_hosts_a_pod_always_reaches_it_and_another_node_does_not():
    world = cluster(pod("a/db", node="first", node_addresses=[NODE]))
    verdict = ask(world, [DENY_IN], NODE, "a/db")
    assert (verdict.allowed, verdict.ingress.isolated) == (True, True)
    assert allowed(world, [DENY_IN], "172.16.0.2", "a/db") is False


def test_a_host_network_pod_of_the_same_node_counts_as_the_node():
    world = cluster(
        pod("a/db", node="first"),
        pod("sys/agent", host_network=True, node="first"),
        pod("sys/other", host_network=True, node="second"),
    )
    assert allowed(world, [DENY_IN], "sys/agent", "a/db") is True
    assert allowed(world, [DENY_IN], "sys/other", "a/db") is False


def test_the_node_is_known_by_its_address_when_it_has_no_name():
    world = cluster(pod("a/db", node_addresses=[NODE]), pod("sys/agent", host_network=True, addresses=[NODE]))
    assert allowed(world, [DENY_IN], "sys/agent", "a/db") is True


def test_what_a_pod_sends_to_its_own_node_is_an_option_with_a_note():
    world = cluster(pod("a/db", node="first", node_addresses=[NODE]))
    judged = ask(world, [DENY_OUT], "a/db", NODE)
    free = ask(world, [DENY_OUT], "a/db", NODE, options=Options(egress_to_own_node=True))
    assert (judged.allowed, free.allowed) == (False, True)
    assert all(any("own node" in note and "plugin" in note for note in v.notes) for v in (judged, free))


def test_a_host_network_pod_is_not_isolated_by_a_policy_that_names_its_labels():
    world = cluster(pod("a/web"), pod("a/agent", host_network=True, node_addresses=[NODE]))
    verdict = ask(world, [DENY_IN, DENY_OUT], "a/agent", "8.8.8.8")
    assert verdict.allowed is True
    assert any("host network" in note and "plugin" in note for note in verdict.notes)


def test_a_host_network_pod_is_matched_by_a_block_and_not_by_a_selector():
    world = cluster(pod("a/web"), pod("a/agent", host_network=True, node_addresses=[NODE]))
    by_label = ingress("a/by-label", app("web"), rule(pods_here()))
    by_block = ingress("a/by-block", app("web"), rule(block("172.16.0.0/16")))
    assert allowed(world, [by_label], "a/agent", "a/web") is False
    assert allowed(world, [by_block], "a/agent", "a/web") is True
    assert allowed(world, [by_block], "a/agent", "a/web", options=Options(ipblock_matches_pods=False)) is True


def test_an_option_treats_host_network_pods_like_any_other_pod():
    world = cluster(pod("a/web"), pod("a/agent", host_network=True, node_addresses=[NODE]))
    by_label = ingress("a/by-label", app("web"), rule(pods_here()))
    as_pod = Options(host_network="pod")
    assert allowed(world, [by_label], "a/agent", "a/web", options=as_pod) is True
    assert allowed(world, [DENY_OUT], "a/agent", "a/web", options=as_pod) is False


@pytest.mark.parametrize("phase", ["Succeeded", "Failed"])
def test_a_pod_that_has_ended_is_left_out(phase):
    world = cluster(pod("a/job", phase=phase), pod("a/web"))
    assert [p.ref for p in world.pods] == ["a/web"]
    assert "a/job" in world.ended


def test_icmp_is_undefined_never_allowed_nor_blocked():
    for policies in ([], [DENY_IN]):
        verdict = ask(TWO, policies, "a/web", "a/db", None, "ICMP")
        assert (verdict.allowed, verdict.blocked_at) == (None, None)
        assert any("plugin" in note for note in verdict.notes)


def test_sctp_is_judged_with_a_note_that_plugins_differ():
    verdict = ask(TWO, [DENY_IN], "a/web", "a/db", 80, "SCTP")
    assert verdict.allowed is False
    assert any("SCTP" in note and "plugin" in note for note in verdict.notes)


@pytest.mark.parametrize(
    ("declared", "egress_rules", "types"),
    [
        (None, 0, {INGRESS}),
        ([], 0, {INGRESS}),
        (None, 1, {INGRESS, EGRESS}),
        ([EGRESS], 0, {EGRESS}),
        ([INGRESS], 1, {INGRESS}),
        ([INGRESS, INGRESS], 0, {INGRESS}),
    ],
)
def test_policy_types_default_to_ingress_and_to_egress_only_with_an_egress_rule(declared, egress_rules, types):
    assert default_types(declared, egress_rules) == types


def test_rules_under_a_direction_that_the_types_do_not_name_are_ignored():
    unlisted = Policy("a", "unlisted", EVERYTHING, frozenset((INGRESS,)), (), (rule(pods_here(), ports=(tcp(1),)),))
    assert allowed(TWO, [unlisted], "a/web", "8.8.8.8") is True
    assert allowed(TWO, [unlisted], "8.8.8.8", "a/web") is False


def test_egress_named_without_a_rule_shuts_all_egress():
    assert allowed(TWO, [DENY_OUT], "a/web", "8.8.8.8") is False


def test_a_verdict_names_every_rule_and_peer_that_lets_the_connection_through():
    policies = [
        ingress("a/second", app("db"), rule(ports=(tcp(80),)), rule(pods_here(), pods_here(app("web")))),
        ingress("a/first", app("db"), rule(pods_here(app("other"))), rule()),
    ]
    side = ask(TWO, policies, "a/web", "a/db").ingress
    assert [(r.policy, r.rule, r.peer) for r in side.policies] == [
        ("a/first", "ingress[1]", None),
        ("a/second", "ingress[0]", None),
        ("a/second", "ingress[1]", "from[0]"),
        ("a/second", "ingress[1]", "from[1]"),
    ]
    assert side.isolated_by == ("a/first", "a/second")


def test_an_outside_name_stands_in_the_verdict():
    assert ask(TWO, [], outside("8.8.8.8", "outside/dns"), "a/web").source == "outside/dns"


def test_rules_under_an_unlisted_type_are_noted_at_the_side_that_they_would_bear_on():
    unlisted = Policy("a", "unlisted", EVERYTHING, frozenset((INGRESS,)), (), (rule(pods_here(), ports=(tcp(1),)),))
    out, back = (ask(TWO, [unlisted], *ends) for ends in (("a/web", "8.8.8.8"), ("8.8.8.8", "a/web")))
    assert any("a/unlisted has egress rules" in note for note in out.notes)
    assert not any("unlisted has" in note for note in back.notes)
