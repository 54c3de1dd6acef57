"""``netpol test`` and ``netpol pin``: expectations for a build to pass or fail on."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

import editor.board.examples

DATABASE = Path(editor.board.examples.__file__).parent / "database"
CLUSTER, CASE_1, CASE_2 = DATABASE / "cluster.yaml", DATABASE / "case-1.yaml", DATABASE / "case-2.yaml"
TASK = """\
expectations:
- {from: prod/api, to: prod/db, port: 3306, expect: allowed}
- name: Nobody else reaches the database
  from: {except: [prod/api]}
  to: prod/db
  expect: blocked
"""


@pytest.fixture
def task(tmp_path):
    path = tmp_path / "task.yaml"
    path.write_text(TASK)
    return path


def test_all_hold_and_the_exit_code_says_so(netpol, task):
    ran = netpol("test", CLUSTER, CASE_1, task)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "2 of 2 hold")


def test_one_that_fails_names_its_line_and_a_connection(netpol, task):
    ran = netpol("test", CLUSTER, CASE_2, task)
    assert ran.code == 1
    assert "FAILS   Nobody else reaches the database" in ran.out
    assert f"{task}:3:3: prod/web to prod/db on TCP 3306 passes." in ran.out


def test_junit_counts_failures_and_names_them(netpol, task):
    ran = netpol("test", CLUSTER, CASE_2, task, "--format", "junit")
    suite = ElementTree.fromstring(ran.out).find("testsuite")
    assert (ran.code, suite.get("tests"), suite.get("failures"), suite.get("errors")) == (1, "2", "1", "0")
    good, bad = suite.findall("testcase")
    assert (good.find("failure"), bad.get("name")) == (None, "Nobody else reaches the database")
    assert "passes" in bad.find("failure").get("message")


def test_json_carries_the_verdict_of_the_counterexample(netpol, task):
    ran = netpol("test", CLUSTER, CASE_2, task, "--format", "json")
    held, failed = ran.json["expectations"]
    assert (held["status"], failed["status"]) == ("holds", "fails")
    verdict = failed["counterexample"]["verdict"]
    assert (verdict["source"], verdict["ingress"]["policies"][0]["rule"]) == ("prod/web", "ingress[0]")


def test_a_name_that_is_not_there_is_wrong_use(netpol, task):
    task.write_text("expectations:\n- {from: prod/nobody, to: prod/db, expect: blocked}\n")
    ran = netpol("test", CLUSTER, task)
    assert ran.code == 2
    assert "prod/nobody is not here" in ran.out


def test_a_malformed_file_is_wrong_use_with_every_line(netpol, task):
    task.write_text("expectations:\n- {from: prod/web}\n- {form: prod/web, to: prod/db, expect: blocked}\n")
    ran = netpol("test", CLUSTER, task)
    assert ran.code == 2
    assert [line.split(":")[1] for line in ran.err.splitlines()] == ["2", "2", "3", "3"]


def test_the_file_may_lie_in_the_folder_with_the_manifests(netpol, tmp_path):
    for path in (CLUSTER, CASE_1):
        (tmp_path / path.name).write_text(path.read_text())
    (tmp_path / "expected.yaml").write_text(TASK)
    assert netpol("test", tmp_path, tmp_path / "expected.yaml").code == 0


def test_what_is_pinned_holds_until_a_policy_changes_a_connection(netpol, tmp_path):
    pinned = tmp_path / "pinned.yaml"
    pinned.write_text(netpol("pin", CLUSTER, CASE_1).out)
    assert netpol("test", CLUSTER, CASE_1, pinned).code == 0
    ran = netpol("test", CLUSTER, CASE_2, pinned)
    assert ran.code == 1
    assert "prod/web to prod/db on TCP 3306 passes" in ran.out
