"""``netpol validate``: the API server's answers, as text and as JSON."""

import pytest

GOOD = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: good, namespace: prod}
spec: {podSelector: {}}
"""
BAD = GOOD.replace("good", "bad").replace("podSelector: {}", "policyTypes: [Both], ingress: [{ports: [{port: 0}]}]")
HOST_BITS = GOOD.replace("podSelector: {}", "egress: [{to: [{ipBlock: {cidr: 10.0.0.5/24}}]}]")


def test_every_policy_is_listed_with_its_place_and_errors_in_the_order_read(netpol):
    ran = netpol("validate", "-", "--format", "json", stdin=f"{GOOD}---\n{BAD}---\na: [\n")
    assert ran.code == 1
    good, bad, broken = ran.json["objects"]
    assert (good["kind"], good["namespace"], good["name"], good["accepted"]) == ("NetworkPolicy", "prod", "good", True)
    assert (good["file"], good["line"], bad["line"]) == ("-", 1, 6)
    assert [(e["field"], e["type"], e["line"], e["column"]) for e in bad["errors"]] == [
        ("spec.ingress[0].ports[0].port", "Invalid", 9, 55),
        ("spec.policyTypes[0]", "NotSupported", 9, 22),
    ]
    assert (broken["kind"], broken["name"], broken["accepted"]) == (None, None, False)
    assert [e["type"] for e in broken["errors"]] == ["BadRequest"]


@pytest.mark.parametrize(("version", "code"), [("1.36", 1), ("1.35", 0), ("1.32", 0)])
def test_the_version_decides(netpol, version, code):
    assert netpol("validate", "-", "--kubernetes", version, stdin=HOST_BITS).code == code


def test_other_versions_are_told_where_they_differ(netpol):
    (judged,) = netpol("validate", "-", "--format", "json", stdin=HOST_BITS).json["objects"]
    assert {version: answer["accepted"] for version, answer in judged["differs_on"].items()} == dict.fromkeys(
        ("1.32", "1.33", "1.34", "1.35"), True
    )
    assert len(judged["differs_on"]["1.33"]["warnings"]) == 1


def test_as_text_each_error_begins_with_its_line_and_column(netpol):
    ran = netpol("validate", "-", stdin=BAD)
    assert "-:1:1: NetworkPolicy prod/bad: refused" in ran.out
    assert '4:22: spec.policyTypes[0]: Unsupported value: "Both": supported values: "Ingress", "Egress"' in ran.out
    assert ran.out.endswith("1 judged, 1 refused\n")


def test_fine_is_0_and_unreadable_is_2(netpol):
    assert netpol("validate", "-", stdin=GOOD).code == 0
    assert netpol("validate", "nowhere.yaml").code == 2
    missing = netpol("validate", "nowhere.yaml", "--format", "json")
    assert (missing.code, missing.json["errors"][0]["code"]) == (2, "no_such_file")
