"""POST /api/v1/evaluate: the outside contract."""

import json

import pytest

from editor.cli.main import main

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
    assert ask(client, manifests=MANIFESTS, queries=[]).json() == {"verdicts": [], "warnings": []}


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


def test_what_is_wrong_with_manifests_options_and_queries_comes_together(client):
    wrong = [QUERY | {"port": 0}, QUERY | {"protocol": "tcp"}]
    nameless = MANIFESTS.replace("name: web, ", "")
    answer = ask(client, manifests=nameless, queries=wrong, options={"colour": "red"})
    assert codes(answer) == ["missing_name", "bad_option", "bad_port", "bad_protocol"]
    assert answer.json()["errors"][0]["path"] == "metadata.name"
    wrong = [QUERY | {"port": 0}, QUERY | {"source": "10.0.0.999"}, QUERY | {"source": "a/b", "destination": "c/d"}]
    answer = ask(client, manifests=MANIFESTS, queries=wrong)
    assert [(one["code"], one["path"]) for one in answer.json()["errors"]] == [
        ("bad_port", "queries[0].port"),
        ("unknown_place", "queries[1].source"),
        ("unknown_place", "queries[2].source"),
        ("unknown_place", "queries[2].destination"),
    ]


def test_a_protocol_without_ports_needs_none_and_every_other_does(client):
    ping = {"source": "prod/web", "destination": "prod/db", "protocol": "ICMP"}
    for query in (ping, ping | {"port": None}):
        (verdict,) = ask(client, manifests=MANIFESTS, queries=[query]).json()["verdicts"]
        assert (verdict["allowed"], verdict["port"]) == (None, None)
    assert codes(ask(client, manifests=MANIFESTS, queries=[ping | {"protocol": "UDP"}])) == ["bad_port"]
    del ping["protocol"]
    assert "bad_protocol" in codes(ask(client, manifests=MANIFESTS, queries=[ping | {"port": 1}]))


@pytest.mark.parametrize("address", ["/api/v1/evaluate", "/api/v1/reachability", "/api/v1/exposure"])
def test_manifests_may_be_as_long_as_a_body(client, address):
    more = {"queries": []} if address.endswith("evaluate") else {}
    assert ask(client, address, manifests=MANIFESTS + "# more\n" * 300_000, **more).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        QUERY | {"source": "prod/" + "x" * 100_000},
        QUERY | {"port": 10**4000},
        QUERY | {"port": "8" * 5000},
        QUERY | {"x" * 100_000: 1},
        [[["x" * 1000] * 1000]],
    ],
)
def test_what_an_error_repeats_is_cut_short(client, query):
    answer = ask(client, manifests=MANIFESTS, queries=[query])
    assert answer.status_code == 400
    assert len(answer.content) < 5000


def test_a_port_of_many_digits_in_a_manifest_is_cut_short(client):
    for port in ("9" * 5000, ".nan", ".inf", '"\\udfff"', "1" * 60):
        answer = ask(client, manifests=MANIFESTS.replace("port: 3306", f"port: {port}"), queries=[])
        assert answer.status_code == 400
        assert len(answer.content) < 5000


def test_of_thousands_of_faults_the_first_thousand_are_told(client):
    answer = ask(client, manifests="a: 1\nmetadata: {}\n---\n" * 1500, queries=[])
    found = codes(answer)
    assert (answer.status_code, len(found), found[0], found[-1]) == (400, 1001, "missing_kind", "more_faults")


def test_documents_with_nothing_in_them_are_passed_over(client):
    blank = "---\n" * 20_000 + MANIFESTS + "---\n\n" * 20_000
    assert ask(client, manifests=blank, queries=[QUERY]).json()["verdicts"][0]["allowed"] is False


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
        (b'{"manifests": "", "queries": [' + b"9" * 5000 + b"]}", "application/json", 400, "bad_body"),
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


@pytest.mark.parametrize(
    ("address", "more"),
    [("/api/v1/evaluate", {"queries": []}), ("/api/v1/reachability", {}), ("/api/v1/exposure", {})],
)
def test_what_the_api_server_would_say_of_a_policy_comes_as_warnings(client, address, more):
    wrong = MANIFESTS.replace("name: db-policy", "name: DB_policy")
    answer = ask(client, address, manifests=wrong, **more)
    assert answer.status_code == 200
    (warning,) = answer.json()["warnings"]
    assert (warning["code"], warning["path"], warning["line"]) == ("server_invalid", "metadata.name", 11)
    assert warning["message"].startswith('metadata.name: Invalid value: "DB_policy"')


@pytest.mark.parametrize("address", ["/api/v1/exposure", "/api/v1/exposure/"])
def test_exposure_says_who_could_reach_a_pod_that_is_named(client, address):
    (found,) = ask(client, address, manifests=MANIFESTS, pod="prod/db").json()["exposures"]
    assert (found["pod"], found["isolated"], found["isolated_by"]) == ("prod/db", True, ["prod/db-policy"])
    (grant,) = found["grants"]
    assert (grant["who"], grant["pod_selector"], grant["namespace"]) == ("pods", "role=api", "prod")
    assert (grant["ports"]["TCP"], grant["rule"], grant["peer"]) == (["3306"], "ingress[0]", "from[0]")


def test_exposure_without_a_pod_is_that_of_every_workload(client):
    found = ask(client, "/api/v1/exposure", manifests=MANIFESTS).json()["exposures"]
    assert [(one["pod"], one["isolated"]) for one in found] == [("prod/db", True), ("prod/web", False)]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"pod": "prod/nobody"}, "unknown_place"),
        ({"pod": "192.0.2.1"}, "unknown_place"),
        ({"pod": 5}, "wrong_type"),
        ({"options": {"colour": "red"}}, "bad_option"),
    ],
)
def test_exposure_of_what_is_not_there_is_refused(client, more, code):
    answer = ask(client, "/api/v1/exposure", manifests=MANIFESTS, **more)
    assert (answer.status_code, codes(answer)) == (400, [code])


def test_the_api_and_the_command_line_answer_in_one_structure(client, tmp_path, capsys):
    path = tmp_path / "all.yaml"
    path.write_text(MANIFESTS)
    assert main(["exposure", str(path), "--format", "json"]) == 0
    printed = capsys.readouterr().out.replace(str(path), "manifests")
    assert json.loads(printed)["exposures"] == ask(client, "/api/v1/exposure", manifests=MANIFESTS).json()["exposures"]
    words = ["explain", str(path), "prod/web", "prod/db", "3306", "--format", "json"]
    assert main(words) == 0
    printed = capsys.readouterr().out.replace(str(path), "manifests")
    assert json.loads(printed)["verdicts"] == ask(client, manifests=MANIFESTS, queries=[QUERY]).json()["verdicts"]
