"""A fix changes the text so that its problem is gone, and leaves the comments where they were."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from editor.analysis.linting import lint
from editor.analysis.written import written_in
from editor.manifests.dump import dump_policy
from editor.manifests.load import read_policy
from editor.manifests.patch import PolicyEdit, apply_edits
from tests.analysis.linting import PROD, namespace, pod, policy, service
from tests.analysis.test_port_and_reach_stories import DNS, SHUT, TO_DB
from tests.analysis.test_redundancy import API_ONLY, IN, WHOLE_NAMESPACE
from tests.analysis.test_rule_stories import EGRESS
from tests.analysis.test_selector_stories import FROM_API, FROM_NAMESPACE, TWO_ITEMS
from tests.worlds import worlds

BOTH_FAMILIES = pod("prod/six", addresses=["10.0.0.7", "fd00::7"], app="six")
TOOLS = (namespace("tools"), pod("tools/client", app="client"))
DASH = "podSelector: {}\ningress:\n- from: [{podSelector: {matchLabels: {app: api}}}]\n- ports: [{port: 80}]"
IPV4 = (
    "podSelector: {matchLabels: {app: six}}\ningress:\n- from:\n  - ipBlock: {cidr: 0.0.0.0/0}\n  ports: [{port: 80}]"
)
UNLISTED = "podSelector: {}\npolicyTypes: [Egress]\ningress:\n- from: [{podSelector: {}}]"

STORIES = [
    ("selects-nothing", "podSelector:\n  matchLabels:\n    app: bd"),
    ("selects-nothing", "podSelector:\n  matchLabels:\n    appp: db"),
    ("selects-nothing", FROM_API % "ap"),
    ("podselector-own-namespace", FROM_API % "client"),
    ("namespace-label-missing", FROM_NAMESPACE % "name: prod"),
    ("namespace-label-missing", FROM_NAMESPACE % "team: shpo"),
    ("peer-and-or", TWO_ITEMS % "team: shop"),
    ("ports-extra-dash", DASH),
    ("rules-under-unlisted-type", UNLISTED),
    ("egress-only-isolates-ingress", EGRESS),
    ("deny-egress-not-named", "podSelector: {}\negress: []"),
    ("named-port-unknown", f"{TO_DB}  - port: mysq"),
    ("named-port-unknown", f"{TO_DB}  - {{port: mysql, protocol: UDP}}"),
    ("port-not-declared", f"{TO_DB}  - port: 3307"),
    ("service-port", f"{TO_DB}  - port: 13306"),
    ("ipv6-missing", IPV4),
    ("dns-cut", SHUT),
    ("dns-cut", f"{SHUT}egress:\n- to: [{{podSelector: {{matchLabels: {{app: db}}}}}}]"),
    ("redundant-rule", f"{IN}{API_ONLY}{WHOLE_NAMESPACE}"),
    ("redundant-peer", f"{IN}- from: [{{podSelector: {{}}}}, {{podSelector: {{matchLabels: {{app: api}}}}}}]\n"),
]
CLUSTER = (*PROD, *TOOLS, DNS, BOTH_FAMILIES, service("prod/db", {"app": "db"}, 13306, 3306))


def found_in(cluster, text):
    return lint(cluster, [written_in(text, read_policy(text, "guard"))], {"guard": text}).problems


def cluster_of(manifests):
    from editor.manifests.load import read_strict
    from editor.manifests.sources import Source

    return read_strict([Source("cluster", "---\n".join(one + "\n" for one in manifests))]).cluster()


def mended(text, fix):
    return apply_edits(text, [PolicyEdit(**edit) for edit in fix.edits])


@pytest.mark.parametrize(("identity", "spec"), STORIES)
def test_a_fix_makes_its_problem_vanish_and_keeps_the_comments(identity, spec):
    cluster = cluster_of(CLUSTER)
    text = policy(spec, above="# why this is here\n") + "# the end\n"
    problem = next(one for one in found_in(cluster, text) if one.id == identity and one.fix)
    after = mended(text, problem.fix)
    assert identity not in {one.id for one in found_in(cluster, after)}
    assert after.startswith("# why this is here\n")
    assert after.endswith("# the end\n")


@settings(max_examples=120, deadline=None)
@given(worlds(max_pods=5, max_policies=3))
def test_on_random_worlds_every_fix_can_be_made_and_leaves_a_sound_policy(world):
    texts = {one.ref: dump_policy(one) for one in world.policies}
    written = {ref: written_in(text, read_policy(text, ref)) for ref, text in texts.items()}
    found = lint(world.cluster, list(written.values()), texts, world.options).problems
    for problem in found:
        if problem.fix is None:
            continue
        after = read_policy(mended(texts[problem.fix.policy], problem.fix), problem.fix.policy)
        assert after != replace(written[problem.fix.policy].policy, place=after.place)
