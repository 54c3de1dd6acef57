"""POST /api/v1/evaluate: the outside contract."""

import json

import pytest

MANIFESTS = """\
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: prod, labels: {role: web}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: prod, labels: {role: db}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-policy, namespace: prod}
spec:
  podSelector: {matchLabels: {role: db}}
  ingress:
  - from: [{podSelector: {matchLabels: {role: api}}}]
    ports: [{port: 3306}]
"""
QUERY = {"source": "prod/web", "destination": "prod/db", "protocol": "TCP", "port": 3306}


def ask(client, address="/api/v1/evaluate", **body):
    return client.post(address, body, content_type="application/json")


@pytest.mark.parametrize("address", ["/api/v1/evaluate", "/api/v1/evaluate/"])
def test_a_verdict_names_the_policy_that_blocks_and_what_was_missed(client, address):
    answer = ask(client, address, manifests=MANIFESTS, queries=[QUERY])
    assert answer.status_code == 200
    (verdict,) = answer.json()["verdicts"]
    assert (verdict["allowed"], verdict["blocked_at"]) == (False, "ingress")
    (reason,) = verdict["ingress"]["policies"]
    assert (reason["policy"], reason["rule"]) == ("prod/db-policy", None)
    assert reason["near_misses"][0]["unmet"]


def test_no_queries_have_no_verdicts(client):
    assert ask(client, manifests=MANIFESTS, queries=[]).json() == {"verdicts": []}


def codes(answer):
    return [error["code"] for error in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"manifests": MANIFESTS, "queries": [QUERY | {"source": "prod/nobody"}]}, "unknown_place"),
        ({"manifests": MANIFESTS, "queries": [QUERY | {"port": 0}]}, "bad_port"),
        ({"manifests": MANIFESTS, "queries": [QUERY | {"protocol": "tcp"}]}, "bad_protocol"),
        ({"manifests": MANIFESTS, "queries": "all"}, "bad_query"),
        ({"manifests": MANIFESTS, "queries": [], "options": {"colour": "red"}}, "bad_option"),
        ({"manifests": MANIFESTS}, "missing_field"),
        ({"manifests": 5, "queries": []}, "wrong_type"),
        ({"manifests": "kind: [", "queries": []}, None),
    ],
)
def test_a_guess_is_never_made(client, body, code):
    answer = ask(client, **body)
    assert answer.status_code == 400
    assert "verdicts" not in answer.json()
    assert code is None or code in codes(answer)


def test_every_fault_is_told_at_once(client):
    wrong = [QUERY | {"source": "prod/x"}, QUERY | {"destination": "prod/y"}]
    assert codes(ask(client, manifests=MANIFESTS, queries=wrong)) == ["unknown_place", "unknown_place"]


def test_the_options_decide_what_kubernetes_leaves_open(client):
    manifests = MANIFESTS.replace("podSelector: {matchLabels: {role: api}}", "ipBlock: {cidr: 0.0.0.0/0}").replace(
        "labels: {role: web}}\n", "labels: {role: web}}\nstatus: {podIP: 10.0.0.5}\n"
    )
    asked = {"manifests": manifests, "queries": [QUERY]}
    taken = [
        ask(client, **asked, options={"ipblock_matches_pods": matches}).json()["verdicts"][0]["allowed"]
        for matches in (True, False)
    ]
    assert taken == [True, False]


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"{", "application/json", 400, "bad_body"),
        (b'{"manifests": NaN, "queries": []}', "application/json", 400, "bad_body"),
        (b"\xff", "application/json", 400, "bad_body"),
        (b"[" * 200_000, "application/json", 400, "bad_body"),
        (b"null", "application/json", 400, "wrong_type"),
        (b"a=b", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
    ],
)
def test_a_body_that_is_no_json_is_refused_in_the_same_form(client, body, kind, status, code):
    answer = client.post("/api/v1/evaluate", body, content_type=kind)
    assert (answer.status_code, codes(answer)) == (status, [code])


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client, settings):
    settings.NETPOL_MAX_BODY = 1000
    answer = client.post("/api/v1/evaluate", json.dumps({"manifests": "#" * 2000}), content_type="application/json")
    assert (answer.status_code, codes(answer)) == (413, ["too_large"])


def test_other_methods_and_addresses_are_refused_in_the_same_form(client):
    wrong = client.get("/api/v1/evaluate")
    assert (wrong.status_code, codes(wrong)) == (405, ["method_not_allowed"])
    nothing = client.get("/api/v1/nothing")
    assert (nothing.status_code, codes(nothing)) == (404, ["not_found"])


def test_every_pair_is_told_at_once_with_what_behaves_alike(client):
    answer = ask(client, "/api/v1/reachability", manifests=MANIFESTS).json()
    pairs = {
        (arrow["source"], arrow["destination"]): arrow["allowed"]
        for arrow in answer["connections"]
        if isinstance(arrow["source"], str) and isinstance(arrow["destination"], str)
    }
    assert pairs["prod/db", "prod/web"]["TCP"] == ["1-65535"]
    assert ("prod/web", "prod/db") not in pairs
    assert sorted(pod for alike in answer["classes"] for pod in alike["pods"]) == ["prod/db", "prod/web"]
    assert any(alike["cidrs"] for alike in answer["classes"])


def test_pairs_of_manifests_without_meaning_are_not_guessed(client):
    answer = ask(client, "/api/v1/reachability/", manifests="kind: [")
    assert answer.status_code == 400
    assert set(answer.json()) == {"errors"}
