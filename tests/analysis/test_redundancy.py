"""What is called redundant could go, all of it together, and no verdict changes."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from editor.analysis.anatomy import Anatomy
from editor.analysis.redundancy import redundancies
from editor.analysis.scene import Scene
from editor.analysis.written import Written
from editor.engine.difference import State, differences
from editor.engine.policies import EGRESS, INGRESS
from tests.analysis.linting import PROD, ids, namespace, pod, policy, problems
from tests.worlds import worlds

NOTHING = Anatomy({}, {}, frozenset())


def without(policies, found):
    """The policies with everything redundant left out; an emptied list of rules lets nobody through."""
    gone = {one.part[0] for one in found if one.part[2] is None}
    parts = {one.part for one in found if one.part[2] is not None}
    kept = []
    for number, one in enumerate(policies):
        if number not in gone:
            changed = {d: tuple(_rules(one, number, d, parts)) for d in (INGRESS, EGRESS)}
            kept.append(replace(one, ingress=changed[INGRESS], egress=changed[EGRESS]))
    return kept


def _rules(policy, number, direction, parts):
    written = policy.ingress if direction == INGRESS else policy.egress
    for r, rule in enumerate(written):
        if (number, direction, r, None) in parts:
            continue
        if rule.peers is None:
            yield rule
            continue
        peers = tuple(p for at, p in enumerate(rule.peers) if (number, direction, r, at) not in parts)
        yield replace(rule, peers=peers)


@settings(max_examples=150, deadline=None)
@given(worlds(max_pods=5, max_policies=5))
def test_without_all_that_is_redundant_every_pair_is_as_before(world):
    scene = Scene(world.cluster, [Written(one, NOTHING) for one in world.policies], world.options)
    found = redundancies(scene)
    after = without(world.policies, found)
    states = [State(world.cluster, policies, world.options) for policies in (world.policies, after)]
    assert list(differences(*states)) == []


IN = "podSelector: {matchLabels: {app: db}}\ningress:\n"
API_ONLY = "- from: [{podSelector: {matchLabels: {app: api}}}]\n  ports: [{port: 3306}]\n"
WHOLE_NAMESPACE = "- from: [{podSelector: {}}]\n"


def test_a_rule_that_a_wider_one_covers_is_covered_for_pods_to_come_too():
    (found,) = problems(*PROD, policy(f"{IN}{API_ONLY}{WHOLE_NAMESPACE}"))
    assert (found.id, found.severity, found.place.path) == ("redundant-rule", "warning", "spec.ingress[0]")
    assert found.message == (
        "Removing ingress[0] changes no verdict: ingress[1] lets the same through, also for pods to come."
    )
    assert "Proven for 1 pod selected here and 1 pod at the other end." in found.why


def test_of_two_rules_alike_the_later_one_goes():
    (found,) = problems(*PROD, policy(f"{IN}{API_ONLY}{API_ONLY}"))
    assert found.place.path == "spec.ingress[1]"


def test_covered_only_by_chance_is_a_hint_that_says_so():
    labelled = (namespace("prod"), pod("prod/db", app="db"), pod("prod/api", app="api", tier="back"))
    by_tier = "- from: [{podSelector: {matchLabels: {tier: back}}}]\n  ports: [{port: 3306}]\n"
    (found,) = problems(*labelled, policy(f"{IN}{API_ONLY}{by_tier}"))
    assert (found.id, found.severity) == ("redundant-rule", "hint")
    assert "A pod to come may differ" in found.why


def test_a_rule_for_pods_to_come_is_not_redundant():
    later = "- from: [{podSelector: {matchLabels: {app: batch}}}]\n"
    assert "redundant-rule" not in ids(*PROD, policy(f"{IN}{API_ONLY}{later}"))


def test_a_rule_that_the_other_side_stops_is_told_as_that():
    shut = policy(
        "podSelector: {matchLabels: {app: api}}\npolicyTypes: [Egress]\negress:\n"
        "- ports: [{port: 53}, {port: 53, protocol: UDP}]",
        "prod/api-out",
    )
    assert ids(*PROD, shut, policy(f"{IN}{API_ONLY}")) == ["one-side-only"]


def test_a_policy_that_says_again_what_others_say():
    first, again = policy(f"{IN}{API_ONLY}", "prod/a"), policy(f"{IN}{API_ONLY}", "prod/b")
    (found,) = problems(*PROD, first, again)
    assert (found.id, found.policy, found.severity) == ("redundant-policy", "prod/b", "warning")


@pytest.mark.parametrize("types", ["[Ingress]", "[Ingress, Egress]"])
def test_a_default_deny_is_exempt(types):
    deny = policy(f"podSelector: {{}}\npolicyTypes: {types}", "prod/default-deny")
    each = [policy(f"podSelector: {{matchLabels: {{app: {app}}}}}\npolicyTypes: [Ingress, Egress]\negress: [{{}}]",
                   f"prod/{app}") for app in ("web", "api", "db")]  # fmt: skip
    told = [one for one in problems(*PROD, deny, *each) if one.policy == "prod/default-deny"]
    assert [one.id for one in told if "redundant" in one.id] == []


def test_a_policy_that_alone_isolates_one_of_its_pods_is_needed():
    wide = policy(f"podSelector: {{}}\ningress:\n{API_ONLY}", "prod/wide")
    narrow = policy(f"{IN}{API_ONLY}", "prod/narrow")
    found = problems(*PROD, wide, narrow)
    assert [(one.id, one.policy) for one in found if "policy" in one.id] == [("redundant-policy", "prod/narrow")]


def test_a_peer_within_another_of_its_rule():
    spec = (
        f"{IN}- from:\n  - podSelector: {{matchLabels: {{app: api}}}}\n  - podSelector: {{}}\n  ports: [{{port: 3306}}]"
    )
    (found,) = problems(*PROD, policy(spec))
    assert (found.id, found.message) == (
        "redundant-peer",
        "from[1] of the same rule covers from[0], also for pods to come: remove it.",
    )
