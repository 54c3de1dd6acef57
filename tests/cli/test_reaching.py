"""``netpol matrix``, ``explain``, ``diff`` and ``exposure`` on one small cluster."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest

CLUSTER = """\
apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Pod, metadata: {name: db, namespace: prod, labels: {role: db}}}
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: prod}
  spec: {template: {metadata: {labels: {role: web}}, spec: {containers: []}}}
"""
POLICY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-policy, namespace: prod}
spec:
  podSelector: {matchLabels: {role: db}}
  ingress:
  - from: [{podSelector: {matchLabels: {role: api}}}, {ipBlock: {cidr: 192.168.5.10/32}}]
    ports: [{port: 3306}]
"""
EVERY = ["1-65535"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cluster.yaml").write_text(CLUSTER)
    (tmp_path / "policy.yaml").write_text(POLICY)
    return tmp_path


def test_the_matrix_as_json_holds_every_pair_with_anything_allowed(netpol, folder):
    found = netpol("matrix", folder, "--format", "json").json["connections"]
    pairs = {(json.dumps(one["source"]), json.dumps(one["destination"])): one["allowed"] for one in found}
    assert pairs['"prod/db"', '"prod/web"'] == {"TCP": EVERY, "UDP": EVERY, "SCTP": EVERY}
    assert ('"prod/web"', '"prod/db"') not in pairs
    assert pairs['{"cidrs": ["192.168.5.10/32"]}', '"prod/db"'] == {"TCP": ["3306"], "UDP": [], "SCTP": []}


def test_the_matrix_as_a_table_uses_signs_and_explains_them(netpol, folder):
    lines = netpol("matrix", folder).out.splitlines()
    assert lines[0].split() == ["from,", "to", "1", "2", "3", "4"]
    assert lines[2].split() == ["2", "prod/web", "-", "+", "+", "+"]
    assert "other addresses" in lines[3]
    assert lines[-1] == "a 3306/TCP"


def test_the_matrix_as_csv_and_markdown_names_pairs_and_ports(netpol, folder):
    records = list(csv.reader(io.StringIO(netpol("matrix", folder, "--format", "csv").out)))
    assert records[0] == ["source", "destination", "TCP", "UDP", "SCTP"]
    assert ["192.168.5.10/32", "prod/db", "3306", "", ""] in records
    rest = next(record[0] for record in records if len(record[0].split()) > 2)
    assert "0.0.0.0/1" in rest
    assert "::/0" in rest
    assert "| 192.168.5.10/32 | prod/db | 3306 |  |  |" in netpol("matrix", folder, "--format", "md").out.splitlines()


def test_the_matrix_as_pictures_is_well_formed(netpol, folder):
    dot = netpol("matrix", folder, "--format", "dot").out
    assert dot.startswith("digraph")
    assert '[label="3306/TCP"]' in dot
    svg = ET.fromstring(netpol("matrix", folder, "--format", "svg").out)
    titles = [title.text for title in svg.iter("{http://www.w3.org/2000/svg}title")]
    assert "prod/web to prod/db: no port" in titles
    assert len(titles) == 4 * 4 - 2 * 2


def test_an_explanation_tells_both_sides_and_what_was_missing(netpol, folder):
    out = netpol("explain", folder, "prod/web", "prod/db", "3306").out
    assert out.startswith("prod/web to prod/db, TCP 3306: blocked at ingress\n")
    assert "egress of prod/web: allowed, no policy isolates it" in out
    assert "yes  port 3306/TCP" in out
    assert "no   podSelector role=api: web has role=web" in out
    passing = netpol("explain", folder, "192.168.5.10", "prod/db", "TCP/3306").out
    assert "allowed" in passing.splitlines()[0]
    assert "db-policy: ingress[0] from[1] lets it through" in passing
    assert "note: " in passing
    assert (
        netpol("explain", folder, "prod/web", "prod/db", "3306", "--format", "json").json["verdicts"][0]["allowed"]
        is False
    )


def test_an_explanation_of_what_is_not_there_exits_with_2(netpol, folder):
    ran = netpol("explain", folder, "prod/web", "prod/db", "UDP/none")
    assert (ran.code, ran.err) == (2, "error: port must be a number between 1 and 65535. [bad_port]\n")
    assert (
        netpol("explain", folder, "prod/nobody", "prod/db", "1", "--format", "json").json["errors"][0]["code"]
        == "unknown_place"
    )


def test_a_protocol_without_ports_is_asked_for_by_its_name(netpol, folder):
    lines = netpol("explain", folder, "prod/web", "prod/db", "ICMP").out.splitlines()
    assert lines[0] == "prod/web to prod/db, ICMP: undefined"


def test_a_port_of_thousands_of_digits_is_a_clear_error(netpol, folder):
    ran = netpol("explain", folder, "prod/web", "prod/db", "9" * 5000)
    assert (ran.code, ran.err) == (2, "error: port must be a number between 1 and 65535. [bad_port]\n")
    ran = netpol("evaluate", folder, "--queries", "-", stdin=f"[{'9' * 5000}]")
    assert (ran.code, ran.json["errors"][0]["code"]) == (2, "bad_query")


@pytest.fixture
def newer(folder):
    new = folder / "new"
    new.mkdir()
    old = folder / "old"
    old.mkdir()
    for name in ("cluster.yaml", "policy.yaml"):
        (folder / name).rename(old / name)
        (new / name).write_text((old / name).read_text())
    return old, new


def test_a_difference_names_what_is_gained_and_what_is_lost(netpol, newer):
    old, new = newer
    (new / "policy.yaml").write_text(POLICY.replace("role: api", "role: web").replace("192.168.5.10", "192.168.5.11"))
    lines = netpol("diff", old, new).out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "+ prod/web to prod/db, 3306/TCP",
        "- 192.168.5.10/32 to prod/db, 3306/TCP",
        "+ 192.168.5.11/32 to prod/db, 3306/TCP",
    ]
    found = netpol("diff", old, new, "--format", "json").json
    (lost,) = found["lost"]
    assert (lost["source"], lost["destination"]) == ({"cidrs": ["192.168.5.10/32"]}, "prod/db")
    assert lost["allowed"] == {"TCP": ["3306"], "UDP": [], "SCTP": []}
    assert [one["source"] for one in found["gained"]] == ["prod/web", {"cidrs": ["192.168.5.11/32"]}]


def test_a_difference_stands_as_a_table_in_a_pull_request(netpol, newer):
    old, new = newer
    (new / "policy.yaml").write_text(POLICY.replace("role: api", "role: web"))
    lines = netpol("diff", old, new, "--format", "markdown").out.splitlines()
    assert lines[0] == f"### Connections from `{old}` to `{new}`"
    assert lines[2].startswith("Connections: ")
    assert lines[4] == "| | from | to | ports | why |"
    assert (
        netpol("diff", old, old, "--format", "markdown").out.splitlines()[2].startswith("Connections: 0 gained, 0 lost")
    )


def test_a_difference_names_the_rule_that_lets_it_through_and_the_policy_that_stops_it(netpol, newer):
    old, new = newer
    (new / "policy.yaml").write_text(POLICY.replace("role: api", "role: web"))
    said, *why = netpol("diff", old, new).out.splitlines()
    assert said == "+ prod/web to prod/db, 3306/TCP"
    assert [line.partition(" (")[0] for line in why] == [
        "    is let through by prod/db-policy ingress[0] from[0]",
        "    was stopped by prod/db-policy",
    ]
    (gained,) = netpol("diff", old, new, "--format", "json").json["gained"]
    (part,) = gained["responsible"]
    assert part["ports"] == gained["allowed"]
    (rule,), (stop,) = part["allowed_by"], part["stopped_by"]
    assert (rule["rule"], rule["peer"], rule["file"]) == ("ingress[0]", "from[0]", str(new / "policy.yaml"))
    assert (stop["policy"], stop["rule"], stop["file"]) == ("prod/db-policy", None, str(old / "policy.yaml"))
    (lost,) = netpol("diff", new, old, "--format", "json").json["lost"]
    assert lost["responsible"] == gained["responsible"]


def test_every_part_of_the_ports_has_its_own_rule(netpol, newer):
    old, new = newer
    rules = "[{from: [{podSelector: {}}], ports: [{port: 80}]}, {ports: [{port: 80}, {port: 443, endPort: 445}]}]"
    (new / "policy.yaml").write_text(POLICY[: POLICY.index("ingress:")] + f"ingress: {rules}\n")
    lines = netpol("diff", old, new).out.splitlines()
    here = lines[lines.index("+ prod/web to prod/db, 80,443-445/TCP") + 1 :][:5]
    assert [line.partition(" (")[0].strip() for line in here] == [
        "80/TCP is let through by prod/db-policy ingress[0] from[0]",
        "80/TCP is let through by prod/db-policy ingress[1]",
        "80/TCP was stopped by prod/db-policy",
        "443-445/TCP is let through by prod/db-policy ingress[1]",
        "443-445/TCP was stopped by prod/db-policy",
    ]
    gained = netpol("diff", old, new, "--format", "json").json["gained"]
    parts = next(one["responsible"] for one in gained if one["source"] == "prod/web")
    assert [part["ports"]["TCP"] for part in parts] == [["80"], ["443-445"]]
    lost = netpol("diff", new, old, "--format", "json").json["lost"]
    assert next(one["responsible"] for one in lost if one["source"] == "prod/web") == parts


def test_a_new_replica_of_a_workload_opens_no_connection(netpol, newer):
    old, new = newer
    text = (new / "cluster.yaml").read_text()
    (new / "cluster.yaml").write_text(text.replace("spec: {template", "spec: {replicas: 3, template"))
    assert netpol("diff", old, new).out == "no connection gained or lost\n"


def test_what_one_replica_loses_of_another_is_a_difference(netpol, newer):
    old, new = newer
    for side in newer:
        text = (side / "cluster.yaml").read_text()
        (side / "cluster.yaml").write_text(text.replace("spec: {template", "spec: {replicas: 3, template"))
    (new / "policy.yaml").write_text(POLICY.replace("{matchLabels: {role: db}}", "{matchLabels: {role: web}}"))
    assert "- prod/web to prod/web, every port" in netpol("diff", old, new).out.splitlines()
    found = netpol("matrix", new, "--format", "json").json["connections"]
    assert ("prod/web", "prod/web") not in [(str(one["source"]), str(one["destination"])) for one in found]
    query = '[{"source": "prod/web", "destination": "prod/web", "protocol": "TCP", "port": 80}]'
    (verdict,) = netpol("evaluate", new, "--queries", "-", stdin=query).json["verdicts"]
    assert (verdict["allowed"], verdict["blocked_at"]) == (False, "ingress")


def test_no_difference_is_said_in_words_and_is_fine(netpol, newer):
    old, _ = newer
    ran = netpol("diff", old, old)
    assert (ran.code, ran.out) == (0, "no connection gained or lost\n")


def test_errors_of_both_sides_come_together(netpol, newer):
    old, new = newer
    for side in newer:
        (side / "policy.yaml").write_text("a: [")
    found = netpol("diff", old, new, "--format", "json")
    assert (found.code, [error["code"] for error in found.json["errors"]]) == (2, ["yaml_syntax"] * 2)


def test_pods_that_fare_differently_stand_by_their_own_names(netpol, newer):
    pods = "".join(
        f"---\napiVersion: v1\nkind: Pod\nmetadata: {{name: web-{n}, namespace: prod, labels: {{role: web{extra}}}, "
        "ownerReferences: [{kind: Deployment, name: web, controller: true}]}\n"
        for n, extra in (("a", ""), ("b", ", old: 'yes'"))
    )
    old, new = newer
    for side in newer:
        (side / "cluster.yaml").write_text(CLUSTER + pods)
    (new / "policy.yaml").write_text(POLICY.replace("role: api", "old: 'yes'"))
    assert netpol("diff", old, new).out.splitlines()[0] == "+ prod/web-b to prod/db, 3306/TCP"


def test_exposure_tells_who_could_come_too(netpol, folder):
    out = netpol("exposure", folder).out
    assert "prod/web\n  No policy isolates prod/web for ingress: everyone is let in, on every port." in out
    assert "any pod with role=api in namespace prod, on 3306/TCP" in out
    (one,) = netpol("exposure", folder, "prod/db", "--format", "json").json["exposures"]
    assert (one["pod"], len(one["grants"])) == ("prod/db", 2)
    assert netpol("exposure", folder, "prod/nobody").code == 2
    assert netpol("exposure", folder, "192.0.2.1").code == 2
