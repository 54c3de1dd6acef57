"""What expectations say of the clusters that people know, and how a wrong file is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import editor.board.examples
from editor.analysis.expectations.judging import judge_expectations
from editor.analysis.expectations.reading import read_expectations
from editor.engine.errors import NetpolError
from editor.manifests.load import read_strict
from editor.manifests.sources import Source

DATABASE = Path(editor.board.examples.__file__).parent / "database"


def judged(written, *files):
    reading = read_strict([Source(name, (DATABASE / name).read_text()) for name in ("cluster.yaml", *files)])
    expectations = read_expectations([Source("wanted.yaml", written)])
    return judge_expectations(reading.cluster(), reading.policies, expectations)


def one(written, *files):
    (only,) = judged(f"expectations:\n- {written}\n", *files)
    return only


def test_the_final_task_holds_with_the_first_case_and_fails_without_a_policy():
    task = """
expectations:
- {from: prod/api, to: prod/db, port: 3306, expect: allowed}
- {from: {except: [prod/api]}, to: prod/db, expect: blocked}
- {from: [prod/web, prod/api], to: dev/web, port: 80, expect: allowed}
"""
    assert [found.status for found in judged(task, "case-1.yaml")] == ["holds", "holds", "holds"]
    assert [found.status for found in judged(task)] == ["holds", "fails", "holds"]


def test_a_failing_one_names_one_concrete_connection():
    found = one("{from: prod/web, to: prod/db, port: 3306, expect: allowed}", "case-1.yaml")
    assert found.counterexample.words() == "prod/web to prod/db on TCP 3306 is blocked."
    assert found.counterexample.verdict.blocked_at == "ingress"


def test_today_nothing_else_reaches_the_database_and_yet_a_new_pod_with_the_same_labels_would():
    now = "{from: {except: [prod/api]}, to: prod/db, expect: blocked}"
    assert one(now, "case-1.yaml").holds
    found = one(now.replace("expect", "ever: true, expect"), "case-1.yaml")
    assert not found.holds
    (newcomer,) = found.counterexample.newcomers
    assert (newcomer.namespace, newcomer.labels) == ("prod", {"role": "api"})
    assert "would be a new pod with role=api" in found.words()


def test_nothing_outside_prod_may_ever_reach_the_database_fails_through_a_namespace_to_come():
    written = "{from: {except: [{namespace: prod}]}, to: prod/db, ever: true, expect: blocked}"
    found = one(written, "case-1.yaml")
    ((name, labels),) = found.counterexample.spaces
    assert (name, dict(labels)["name"]) == ("new", "prod")
    assert one(written, "isolate.yaml").holds
    assert one(written, "ingress.yaml").holds


def test_the_ports_that_a_pod_declares_stand_for_no_ports_written():
    assert one("{from: prod/web, to: prod/api, expect: allowed}").pairs == 1
    assert one("{from: prod/api, to: prod/db, expect: allowed}", "case-1.yaml").holds


def test_exactly_means_these_ports_and_no_others():
    assert one("{from: prod/api, to: prod/db, ports: [3306], expect: exactly}", "case-1.yaml").holds
    found = one("{from: prod/api, to: prod/db, ports: [3306], expect: exactly}")
    assert (found.status, found.counterexample.verdict.port) == ("fails", 1)


def test_must_reach_of_nobody_is_no_answer_and_must_not_is_safe():
    assert one("{from: {namespace: empty}, to: prod/db, port: 3306, expect: allowed}").status == "unclear"
    assert one("{from: {namespace: empty}, to: prod/db, expect: blocked}").status == "holds"


def test_a_name_that_stands_for_nothing_is_never_taken_as_held():
    found = one("{from: prod/nobody, to: prod/db, expect: blocked}")
    assert found.status == "unclear"
    assert [fault.code for fault in found.faults] == ["unknown_place"]


@pytest.mark.parametrize(
    ("end", "taken"),
    [
        ("192.168.5.10", True),
        ("192.168.5.0/24", False),
        ("outside", False),
        ("{ipBlock: {cidr: 192.168.5.10/32}}", True),
        ("{place: 192.168.5.8/29, except: [192.168.5.8/31, 192.168.5.11, 192.168.5.12/30]}", True),
    ],
)
def test_a_block_is_judged_to_its_last_address(end, taken):
    found = one(f"{{from: {end}, to: prod/db, port: 3306, expect: allowed}}", "case-3.yaml")
    assert found.holds is taken


def test_sentences_say_what_is_expected():
    written = """
expectations:
- {from: prod/web, to: prod/api, port: 5000, expect: allowed}
- {from: {except: [{namespace: prod}]}, to: prod/db, ever: true, expect: blocked}
- {from: {podSelector: {matchLabels: {role: web}}}, to: outside, ports: [UDP/53, TCP], expect: exactly}
- {name: Backups arrive, from: 192.168.5.10, to: prod/db, ports: declared, expect: allowed}
"""
    found = read_expectations([Source("wanted.yaml", written)])
    assert [one.title for one in found] == [
        "prod/web must reach prod/api on 5000/TCP",
        "nothing but namespace prod may ever reach prod/db",
        "any pod with role=web must reach any outside address on 1-65535/TCP, 53/UDP and on no other",
        "Backups arrive",
    ]


def test_a_malformed_file_tells_every_error_with_its_line():
    written = """expectations:
- {from: prod/web, expect: allowed}
- from: prod web
  to: prod/db
  prot: 80
  expect: never
- from: prod/web
  to: {namespace: prod, place: anywhere}
  port: 99999
  expect: blocked
- from: []
  to: prod/db
  ports: [ICMP/1, banana, 10-5]
  expect: exactly
- from: {namspace: prod}
  to: prod/db
  expect: blocked
  expect: allowed
"""
    with pytest.raises(NetpolError) as refused:
        read_expectations([Source("wanted.yaml", written)])
    assert [(fault.code, fault.place.line) for fault in refused.value.faults] == [
        ("missing_field", 2),
        ("bad_place", 3),
        ("unknown_field", 5),
        ("bad_expect", 6),
        ("bad_place", 8),
        ("bad_port", 9),
        ("bad_place", 11),
        ("bad_protocol", 13),
        ("bad_port", 13),
        ("bad_port", 13),
        ("unknown_field", 15),
        ("bad_place", 15),
        ("duplicate_key", 18),
    ]
    assert "Did you mean `port`?" in refused.value.faults[2].message
    assert all(fault.place.file == "wanted.yaml" and fault.place.column for fault in refused.value.faults)


@pytest.mark.parametrize("text", ["a: [", "- 1", "expectations: 7", "expected: []", "\x00", "expectations: [null]"])
def test_what_is_no_expectations_file_is_refused(text):
    with pytest.raises(NetpolError) as refused:
        read_expectations([Source("wanted.yaml", text)])
    assert refused.value.faults[0].place.line == 1
