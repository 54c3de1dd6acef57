"""Every command that reads manifests, against the table of hostile texts."""

import json

import pytest

from tests.hostile import TABLE

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: db, namespace: prod, labels: {app: db}}\n"
QUERY = [{"source": "10.0.0.1", "destination": "prod/db", "protocol": "TCP", "port": 80}]
EXPECTATIONS = "expectations:\n- {from: 10.0.0.1, to: prod/db, port: 80, expect: blocked}\n"
UNREADABLE, NO, FINE = 2, 1, 0


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "manifests").mkdir()
    (tmp_path / "manifests" / "pod.yaml").write_text(POD)
    (tmp_path / "old.yaml").write_text(POD)
    (tmp_path / "queries.json").write_text(json.dumps(QUERY))
    (tmp_path / "expectations.yaml").write_text(EXPECTATIONS)
    return tmp_path


def words(command, folder):
    """The rest of a command that reads the manifests of the folder."""
    manifests = folder / "manifests"
    return {
        "evaluate": [manifests, "--queries", folder / "queries.json"],
        "matrix": [manifests],
        "explain": [manifests, "10.0.0.1", "prod/db", "80"],
        "exposure": [manifests],
        "lint": [manifests],
        "diff": [folder / "old.yaml", manifests],
        "test": [manifests, folder / "expectations.yaml"],
    }[command]


@pytest.mark.parametrize("command", ["evaluate", "matrix", "explain", "exposure", "lint", "diff", "test"])
def test_a_command_reads_it_or_says_in_a_line_why_not(netpol, folder, command):
    for name, one in TABLE.items():
        (folder / "manifests" / "policy.yaml").write_bytes(one.raw)
        ran = netpol(command, *words(command, folder))
        if one.codes:
            assert (ran.code, ran.out) == (UNREADABLE, "") or command == "evaluate", (name, ran)
            said = {found["code"] for found in ran.json["errors"]} if command == "evaluate" else ran.err
            assert said <= one.codes if command == "evaluate" else "policy.yaml" in said, (name, said)
            assert "\x1b" not in ran.err
            assert len(ran.err) < 5_000
        else:
            assert ran.code in ((FINE, NO) if command == "lint" else (FINE,)), (name, ran)


def test_validate_always_answers(netpol, folder):
    for name, one in TABLE.items():
        (folder / "manifests" / "policy.yaml").write_bytes(one.raw)
        ran = netpol("validate", folder / "manifests", "--format", "json")
        assert ran.code in (FINE, NO, UNREADABLE), name
        if ran.code == UNREADABLE:
            assert "not_text" in one.codes, (name, ran)
            assert {found["code"] for found in ran.json["errors"]} <= one.codes
            continue
        accepted = [found["accepted"] for found in ran.json["objects"]]
        assert accepted, name
        assert all(accepted) == (ran.code == FINE), name
        assert ran.code == NO or not one.codes, name
