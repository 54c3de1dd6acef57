"""``netpol evaluate``: verdicts of queries, as the outside contract says."""

import json

import pytest

CLUSTER = """\
apiVersion: v1
kind: Namespace
metadata: {name: prod, labels: {name: prod}}
---
apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: prod, labels: {role: web}}}
- {apiVersion: v1, kind: Pod, metadata: {name: db, namespace: prod, labels: {role: db}}}
"""
POLICY = """\
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


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "below" / "deeper").mkdir(parents=True)
    (tmp_path / "cluster.yaml").write_text(CLUSTER)
    (tmp_path / "below" / "deeper" / "policy.yml").write_text(POLICY)
    (tmp_path / "notes.txt").write_text("not: [a manifest")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.yaml").write_text("a: [")
    return tmp_path


def queries(tmp_path, *asked):
    path = tmp_path / "queries.txt"
    path.write_text(json.dumps(list(asked)))
    return path


def test_a_folder_is_read_with_its_subfolders_and_each_query_gets_its_verdict_in_order(netpol, folder):
    back = {**QUERY, "source": "prod/db", "destination": "prod/web"}
    ran = netpol("evaluate", folder, "--queries", queries(folder, QUERY, back))
    assert ran.code == 0
    first, second = ran.json["verdicts"]
    assert (first["source"], first["allowed"], first["blocked_at"]) == ("prod/web", False, "ingress")
    assert (second["allowed"], second["blocked_at"]) == (True, None)
    (reason,) = first["ingress"]["policies"]
    assert reason["policy"] == "prod/db-policy"
    assert reason["file"].endswith("policy.yml")
    assert reason["near_misses"][0]["unmet"] == ["podSelector role=api: web has role=web"]


def test_standard_input_may_hold_the_manifests_or_the_queries_but_not_both(netpol, folder):
    asked = queries(folder, QUERY)
    assert netpol("evaluate", "-", "--queries", asked, stdin=CLUSTER).json["verdicts"][0]["allowed"] is True
    assert netpol("evaluate", folder, "--queries", "-", stdin=json.dumps([QUERY])).code == 0
    both = netpol("evaluate", "-", "--queries", "-", stdin=CLUSTER)
    assert (both.code, both.json["errors"][0]["code"]) == (2, "bad_query")


def test_every_error_of_every_input_comes_at_once_and_no_verdict(netpol, folder):
    (folder / "broken.yaml").write_text("a: [")
    (folder / "wrong.yaml").write_text(POLICY.replace("3306", "99999"))
    ran = netpol("evaluate", folder, "missing.yaml", "--queries", "missing.json", "--option", "host_network=moon")
    assert ran.code == 2
    assert "verdicts" not in ran.json
    assert {error["code"] for error in ran.json["errors"]} == {"bad_option", "no_such_file"}
    ran = netpol("evaluate", folder, "--queries", queries(folder, {**QUERY, "port": 0}))
    assert [(error["code"], error["line"]) for error in ran.json["errors"]] == [("yaml_syntax", 1), ("bad_port", 8)]
    assert set(ran.json["errors"][0]) >= {"code", "message", "file", "path", "line", "column", "value"}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("{", "bad_query"),
        ("{}", "bad_query"),
        (json.dumps([{**QUERY, "source": "prod/nobody"}]), "unknown_place"),
        (json.dumps([{**QUERY, "protocol": "tcp"}]), "bad_protocol"),
        (json.dumps([{**QUERY, "port": 0}]), "bad_port"),
        ("[" * 100_000, "bad_query"),
    ],
)
def test_a_query_without_an_answer_is_an_error_never_a_guess(netpol, folder, asked, code):
    ran = netpol("evaluate", folder, "--queries", "-", stdin=asked)
    assert (ran.code, [error["code"] for error in ran.json["errors"]]) == (2, [code])


def test_what_was_passed_over_is_told_on_standard_error(netpol, folder):
    (folder / "other.yaml").write_text("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n")
    ran = netpol("evaluate", folder, "--queries", queries(folder, QUERY))
    assert "1 ConfigMap" in ran.err
    assert ran.code == 0


def test_a_folder_without_manifests_and_bytes_that_are_no_text_are_errors(netpol, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "latin.yaml").write_bytes(b"a: \xe9")
    ran = netpol("evaluate", tmp_path / "empty", tmp_path / "latin.yaml", "--queries", queries(tmp_path, QUERY))
    assert [error["code"] for error in ran.json["errors"]] == ["no_manifests", "not_text"] or ran.code == 2
    assert ran.code == 2


def test_an_option_of_the_network_plugin_changes_the_verdict(netpol, tmp_path):
    pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: %s, namespace: box}\nstatus: {podIP: 10.0.0.%d}\n---\n"
    block = POLICY.replace("prod}", "box}").replace("{matchLabels: {role: db}}", "{}")
    block = block.replace("podSelector: {matchLabels: {role: api}}", "ipBlock: {cidr: 10.0.0.0/24}")
    (tmp_path / "all.yaml").write_text(pod % ("a", 1) + pod % ("b", 2) + block)
    asked = queries(tmp_path, {**QUERY, "source": "box/a", "destination": "box/b"})
    words = ("evaluate", tmp_path / "all.yaml", "--queries", asked)
    assert netpol(*words).json["verdicts"][0]["allowed"] is True
    assert netpol(*words, "--option", "ipblock_matches_pods=false").json["verdicts"][0]["allowed"] is False
