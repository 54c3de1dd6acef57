"""Absent, empty and null: decided when reading, once, as the API server decides."""

import pytest

from editor.engine.policies import PolicyPort
from editor.engine.selectors import EVERYTHING
from tests.manifests.texts import codes, only_policy, policy, read_text


@pytest.mark.parametrize("spec", ["", "podSelector:", "podSelector: {}", "podSelector: {matchLabels: }"])
def test_a_policy_without_a_pod_selector_selects_every_pod_and_isolates_ingress(spec):
    found = only_policy(spec)
    assert found.pods == EVERYTHING
    assert found.types == {"Ingress"}


def test_spec_null_is_spec_absent():
    reading = read_text(policy() + "spec:\n")
    assert reading.policies[0].types == {"Ingress"}


@pytest.mark.parametrize(
    ("spec", "types"),
    [
        ("egress: []", {"Ingress"}),
        ("egress:", {"Ingress"}),
        ("egress: [{}]", {"Ingress", "Egress"}),
        ("policyTypes: []\negress: [{}]", {"Ingress", "Egress"}),
        ("policyTypes: [Egress]", {"Egress"}),
        ("policyTypes: [Ingress, Ingress]\negress: [{}]", {"Ingress"}),
    ],
)
def test_policy_types_that_are_not_written_follow_the_egress_rules(spec, types):
    assert only_policy(spec).types == types


def test_rules_under_a_type_that_is_not_named_are_warned_of_where_they_stand():
    reading = read_text(policy("policyTypes: [Ingress, Ingress]\negress: [{}]"))
    assert [(one.code, one.place.line) for one in reading.warnings] == [("unlisted_type", 6)]
    assert read_text(policy("policyTypes: [Ingress]\negress: []")).warnings == []


@pytest.mark.parametrize("peers", ["", "\n  from:", "\n  from: []"])
def test_a_rule_without_peers_admits_every_peer(peers):
    rule = only_policy(f"ingress:\n- ports: [{{port: 80}}]{peers}").ingress[0]
    assert rule.peers is None
    assert rule.ports == (PolicyPort("TCP", 80),)


def test_an_empty_rule_and_a_bare_hyphen_let_everything_through():
    reading = read_text(policy("ingress:\n- {}\n-"))
    assert [(rule.peers, rule.ports) for rule in reading.policies[0].ingress] == [(None, None)] * 2
    assert codes(reading.warnings) == ["null_item"]


def test_an_empty_port_and_a_null_port_are_every_tcp_port():
    rule = only_policy("ingress:\n- ports: [{}, null, {port: null, protocol: UDP, endPort: null}]").ingress[0]
    assert rule.ports == (PolicyPort("TCP"), PolicyPort("TCP"), PolicyPort("UDP"))


@pytest.mark.parametrize("peer", ["{}", "null", "{podSelector: null}", "{podSelector: , namespaceSelector: }"])
def test_a_peer_that_names_nothing_has_no_meaning(peer):
    reading = read_text(policy(f"ingress:\n- from: [{peer}]"))
    assert codes(reading.faults) == ["empty_peer"]
    assert reading.policies == []


def test_an_empty_selector_is_not_an_absent_one():
    peer = only_policy("ingress:\n- from: [{namespaceSelector: {}}]").ingress[0].peers[0]
    assert peer.pods is None
    assert peer.namespaces == EVERYTHING


def test_a_null_label_value_is_empty_text_with_a_warning():
    reading = read_text(policy("podSelector: {matchLabels: {app: null}}"))
    assert reading.policies[0].pods.matches({"app": ""})
    assert not reading.policies[0].pods.matches({})
    assert codes(reading.warnings) == ["null_value"]
