"""``netpol write``: policies from a file of wishes, or from what passes now."""

from pathlib import Path

import pytest

import editor.board.examples

DATABASE = Path(editor.board.examples.__file__).parent / "database"
CLUSTER, CASE_1, CASE_4 = DATABASE / "cluster.yaml", DATABASE / "case-1.yaml", DATABASE / "case-4.yaml"
WISHES = """\
expectations:
- {from: prod/api, to: prod/db, port: 3306, expect: allowed}
- {from: {namespace: dev}, to: prod/api, expect: allowed}
- {from: prod/db, to: {ipBlock: {cidr: 192.168.0.0/16, except: [192.168.7.0/24]}}, port: 80, expect: allowed}
- {name: The web stays out, from: prod/web, to: prod/db, expect: blocked}
"""


@pytest.fixture
def wishes(tmp_path):
    path = tmp_path / "wishes.yaml"
    path.write_text(WISHES)
    return path


def test_what_is_written_for_wishes_is_proven_and_passes_the_same_file_as_a_test(netpol, wishes, tmp_path):
    ran = netpol("write", CLUSTER, "--wishes", wishes)
    assert (ran.code, ran.err.splitlines()[-1]) == (
        0,
        "netpol: 8 policies; proven on all pairs: what is wished for passes, and nothing else",
    )
    made = tmp_path / "made.yaml"
    made.write_text(ran.out)
    assert netpol("test", CLUSTER, made, wishes).code == 0
    assert netpol("validate", made).code == 0
    assert netpol("write", CLUSTER, "--wishes", wishes).out == ran.out


def test_without_wishes_what_passes_now_is_written_anew(netpol, tmp_path):
    ran = netpol("write", CLUSTER, CASE_4)
    made = tmp_path / "made.yaml"
    made.write_text(ran.out)
    assert (ran.code, "what passes is as before, and nothing else" in ran.err) == (0, True)
    old = tmp_path / "old"
    old.mkdir()
    for path in (CLUSTER, CASE_4):
        (old / path.name).write_text(path.read_text())
    new = tmp_path / "new"
    new.mkdir()
    (new / "cluster.yaml").write_text(CLUSTER.read_text())
    (new / "made.yaml").write_text(ran.out)
    assert netpol("diff", old, new).out == "no connection gained or lost\n"


def test_the_sides_the_default_deny_and_the_namespaces_are_chosen(netpol, wishes):
    narrow = ("--sides", "ingress", "--no-default-deny", "--namespace", "prod")
    ran = netpol("write", CLUSTER, "--wishes", wishes, *narrow)
    assert "Egress" not in ran.out
    assert "default-deny" not in ran.out
    assert "namespace: dev" not in ran.out
    assert "allow-dns" not in netpol("write", CLUSTER, "--wishes", wishes, "--no-dns").out


def test_what_is_kept_and_allows_more_is_told_and_the_exit_code_says_so(netpol, wishes):
    ran = netpol("write", CLUSTER, CASE_4, "--wishes", wishes, "--keep")
    assert ran.code == 1
    assert "which nobody wished for." in ran.err
    found = netpol("write", CLUSTER, CASE_4, "--wishes", wishes, "--keep", "--format", "json").json
    assert found["deviations"]
    assert len(found["policies"]) == 8
    assert [one["status"] for one in found["expectations"]] == ["holds"] * 4


def test_every_wish_that_cannot_be_had_is_named_with_its_line(netpol, tmp_path):
    path = tmp_path / "wishes.yaml"
    path.write_text("expectations:\n- {from: prod/nobody, to: prod/db, expect: allowed}\n- {from: x, to: prod/db}\n")
    assert netpol("write", CLUSTER, "--wishes", path).code == 2
    path.write_text("expectations:\n- {from: prod/nobody, to: prod/nowhere, port: 1, expect: allowed}\n")
    ran = netpol("write", CLUSTER, "--wishes", path)
    assert (ran.code, ran.err.count("[unknown_place]")) == (2, 2)
    assert f"{path}:2:10: error: prod/nobody is not here" in ran.err
    assert netpol("write", CLUSTER, CASE_1, "--namespace", "nowhere").code == 2
