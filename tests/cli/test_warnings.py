"""What the API server would say of the policies stands as warnings wherever manifests are read."""

import json

import pytest

PODS = "".join(
    f"---\napiVersion: v1\nkind: Pod\nmetadata: {{name: {name}, namespace: prod, labels: {{app: {name}}}}}\n"
    for name in ("web", "db")
)


def policy(name, spec="{podSelector: {}}"):
    head = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
    return f"{head}metadata: {{name: {name}, namespace: prod}}\nspec: {spec}\n"


@pytest.fixture
def odd(tmp_path):
    """Manifests that can be read and that the API server would not take: a bad name, a field nobody knows."""
    path = tmp_path / "odd.yaml"
    path.write_text(PODS + policy("Bad_Name") + policy("p", "{podSelector: {}, policytypes: [Ingress]}"))
    return path


def words_of(command, path, tmp_path):
    queries = tmp_path / "queries.json"
    queries.write_text(json.dumps([{"source": "prod/web", "destination": "prod/db", "protocol": "TCP", "port": 1}]))
    more = {
        "evaluate": [path, "--queries", queries],
        "matrix": [path, "--format", "json"],
        "explain": [path, "prod/web", "prod/db", "80", "--format", "json"],
        "diff": [path, path, "--format", "json"],
        "exposure": [path, "--format", "json"],
    }
    return [command, *more[command]]


@pytest.mark.parametrize("command", ["evaluate", "matrix", "explain", "diff", "exposure"])
def test_every_command_that_reads_warns_on_standard_error_and_answers_all_the_same(netpol, odd, tmp_path, command):
    ran = netpol(*words_of(command, odd, tmp_path))
    assert ran.code == 0
    assert isinstance(ran.json, dict)
    assert f'{odd}:12:18: warning: metadata.name: Invalid value: "Bad_Name"' in ran.err
    assert 'unknown field "spec.policytypes"' in ran.err
    # The reading's own words about the same field are left out.
    assert "[unknown_field]" not in ran.err


def test_manifests_that_the_server_takes_are_not_warned_of(netpol, tmp_path):
    path = tmp_path / "fine.yaml"
    path.write_text(PODS + policy("fine"))
    assert netpol("matrix", path).err == ""


def test_many_warnings_are_cut_short(netpol, tmp_path):
    path = tmp_path / "many.yaml"
    path.write_text(PODS + "".join(policy(f"Bad_{n}") for n in range(60)))
    lines = netpol("matrix", path).err.splitlines()
    assert len(lines) == 21
    assert "more warnings than these 20" in lines[-1]


def test_the_items_of_a_list_are_warned_of_at_their_own_lines(netpol, tmp_path):
    path = tmp_path / "list.yaml"
    item = "- apiVersion: networking.k8s.io/v1\n  kind: NetworkPolicy\n  metadata: {name: Bad_Name}\n  spec: {}\n"
    path.write_text("apiVersion: v1\nkind: List\nitems:\n" + item)
    assert f"{path}:6:20: warning: metadata.name" in netpol("matrix", path).err
