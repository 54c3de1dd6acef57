"""Rules, directions and keys: what was written, and what it means."""

from tests.analysis.linting import PROD, ids, linted, policy, problems


def test_rules_of_a_direction_that_the_types_do_not_name():
    spec = "podSelector: {}\npolicyTypes: [Egress]\ningress:\n- from:\n  - podSelector: {}\negress: [{}]"
    found = [one for one in problems(*PROD, policy(spec)) if one.id == "rules-under-unlisted-type"]
    (one,) = found
    assert one.message == "This 1 ingress rule is ignored: add Ingress to `policyTypes`, or remove the rules."
    assert one.fix.edits == ({"op": "set", "path": "spec.policyTypes", "value": ["Ingress", "Egress"]},)
    assert one.place.path == "spec.ingress"


EGRESS = "podSelector: {matchLabels: {app: db}}\negress:\n- ports:\n  - {port: 53, protocol: UDP}\n  - {port: 53}"


def test_an_egress_policy_without_types_shuts_the_way_in_too():
    (found,) = problems(*PROD, policy(EGRESS))
    assert found.id == "egress-only-isolates-ingress"
    assert "also shuts all ingress of prod/db" in found.message
    assert found.fix.edits == ({"op": "set", "path": "spec.policyTypes", "value": ["Egress"]},)


def test_whoever_writes_of_ingress_or_names_the_types_meant_it():
    assert ids(*PROD, policy(f"{EGRESS}\ningress: []")) == []
    assert ids(*PROD, policy(f"{EGRESS}\npolicyTypes: [Ingress, Egress]")) == []


def test_an_empty_egress_isolates_nothing_without_its_type():
    (found,) = problems(*PROD, policy("podSelector: {}\negress: []"))
    assert (found.id, found.severity) == ("deny-egress-not-named", "error")
    assert found.fix.edits == ({"op": "set", "path": "spec.policyTypes", "value": ["Ingress", "Egress"]},)
    shut = "podSelector: {}\npolicyTypes: [Egress]\negress: []"
    assert "deny-egress-not-named" not in ids(*PROD, policy(shut))


def test_an_empty_rule_beside_others_lets_everybody_in():
    spec = "podSelector: {}\ningress:\n- from: [{podSelector: {matchLabels: {app: api}}}]\n- {}"
    found = [one for one in problems(*PROD, policy(spec)) if one.id == "rule-allows-all"]
    assert [(one.severity, one.place.path) for one in found] == [("warning", "spec.ingress[1]")]
    assert "lets every source in, outside addresses too, on every port" in found[0].message


def test_an_empty_rule_alone_is_probably_meant_and_a_bare_hyphen_is_not():
    (meant,) = problems(*PROD, policy("podSelector: {}\ningress:\n- {}"))
    assert (meant.id, meant.severity) == ("rule-allows-all", "hint")
    (slip,) = problems(*PROD, policy("podSelector: {}\ningress:\n-"))
    assert (slip.id, slip.severity) == ("rule-allows-all", "warning")


def test_an_emptied_from_means_everybody_while_an_absent_one_says_so_openly():
    spec = "podSelector: {}\ningress:\n- from: []\n  ports: [{port: 80}]"
    (found,) = problems(*PROD, policy(spec))
    assert (found.id, found.severity) == ("rule-allows-all", "warning")
    assert found.message.startswith("An empty `from` lets every source in")
    assert ids(*PROD, policy("podSelector: {}\ningress:\n- ports: [{port: 80}]")) == ["wide-open-to-world"]


def test_the_whole_world_in_one_block():
    spec = "podSelector: {matchLabels: {app: web}}\ningress:\n- from:\n  - ipBlock: {cidr: 0.0.0.0/0}"
    (found,) = problems(*PROD, policy(spec))
    assert (found.id, found.severity) == ("wide-open-to-world", "warning")
    assert "Every outside IPv4 address may reach prod/web on every port" in found.message
    narrowed = problems(*PROD, policy(f"{spec}\n  ports: [{{port: 80}}]"))
    assert [(one.id, one.severity) for one in narrowed] == [("wide-open-to-world", "hint")]


def test_a_key_that_stands_twice_is_found_on_its_line():
    text = policy("podSelector: {matchLabels: {app: web}}\npodSelector: {}")
    (found,) = problems(*PROD, text)
    assert (found.id, found.severity) == ("duplicate-yaml-key", "error")
    assert found.place.line == linted_line(text, "podSelector: {}")


def linted_line(text, words):
    whole = "---\n".join([*PROD, text])
    return next(n for n, line in enumerate(whole.splitlines(), 1) if line.strip() == words)


HOLE = """
podSelector: {}
policyTypes: [Ingress]
ingress:
- from:
  - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}
  - ipBlock: {cidr: %s}
"""


def test_a_hole_that_another_peer_fills_denies_nothing():
    found = [one for one in problems(*PROD, policy(HOLE % "10.1.0.0/16")) if one.id == "except-not-deny"]
    assert [(one.severity, one.place.path) for one in found] == [
        ("warning", "spec.ingress[0].from[0].ipBlock.except[0]")
    ]
    assert found[0].message == "`except` 10.1.0.0/16 denies nothing: ingress[0].from[1] lets it in."


def test_a_part_of_a_hole_let_in_again_may_be_meant():
    found = [one for one in problems(*PROD, policy(HOLE % "10.1.2.0/24")) if one.id == "except-not-deny"]
    assert [one.severity for one in found] == ["hint"]


def test_a_hole_that_nobody_fills_is_fine():
    assert ids(*PROD, policy(HOLE % "192.168.0.0/24")) == []


def test_only_comments_with_a_known_id_and_a_reason_ignore():
    spec = "podSelector: {}\ningress:\n# netpol:ignore rule-allows-all a demo, gone by friday\n- {}"
    (found,) = problems(*PROD, policy(spec))
    assert found.ignored == "a demo, gone by friday"
    nobody = linted(*PROD, policy(spec.replace("a demo, gone by friday", "")))
    assert [(one.code, one.value) for one in nobody.warnings] == [("ignored_without_reason", "rule-allows-all")]
    slip = linted(*PROD, policy(spec.replace("rule-allows-all", "rule-alows-all")))
    assert [(one.code, one.value) for one in slip.warnings] == [("unknown_problem", "rule-alows-all")]
    assert all(one.ignored is None for one in (*nobody.problems, *slip.problems))


def test_a_comment_at_the_end_of_the_line_and_above_the_whole_policy():
    at_end = "podSelector: {}\ningress:\n- {}  # netpol:ignore rule-allows-all on purpose"
    assert problems(*PROD, policy(at_end))[0].ignored == "on purpose"
    plain = "podSelector: {}\ningress:\n- {}"
    above = policy(plain, above="# netpol:ignore rule-allows-all all of it\n# and more words\n\n")
    assert problems(*PROD, above)[0].ignored == "all of it"
    metadata = policy(plain).replace("metadata:", "# netpol:ignore rule-allows-all over metadata\nmetadata:")
    assert problems(*PROD, metadata)[0].ignored == "over metadata"
    elsewhere = policy(plain).replace("spec:", "# netpol:ignore rule-allows-all too late\nspec:")
    assert problems(*PROD, elsewhere)[0].ignored is None
