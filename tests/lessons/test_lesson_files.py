"""What the check of a lesson finds, and how a wrong file is refused."""

from __future__ import annotations

import pytest

from editor.engine.errors import NetpolError
from editor.lessons.catalogue import COURSE
from editor.lessons.checking import check
from editor.lessons.judging import play
from editor.lessons.reading import read_lesson
from editor.manifests.sources import Source

TEXT = (COURSE / "database" / "02-isolate-the-db.yaml").read_text()


def lesson(*changes):
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return read_lesson("isolate", Source("isolate.yaml", text))


def codes(*changes):
    return [fault.code for fault in check(lesson(*changes))]


def test_a_sound_lesson_has_nothing_wrong():
    assert codes() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("policyTypes: [Ingress]\nwrong:", "policyTypes: [Egress]\nwrong:"), "solution_fails"),
        (("  fails: db-calls", "  fails: db-shut"), "wrong_passes"),
        (("  fails: db-calls", "  fails: nowhere"), "unknown_goal"),
        (("goals: [db-calls]", "goals: [db-cals]"), "unknown_goal"),
        (("goals: [db-calls]\n", "\n"), "unused_goal"),
        (("{after: 4,", "{after: 2,"), "unreachable_hint"),
        (("  hidden: true", "  world: elsewhere"), "unknown_world"),
        (("from: prod/db\n  to: 192.168.5.10", "from: prod/nobody\n  to: 192.168.5.10"), "unclear_goal"),
        (("{from: prod/web, to: prod/api, port: 5000}", "{from: prod/web, to: prod/cat, port: 5000}"), "unknown_place"),
        (("reaches the database.", "reaches the database"), "bad_sentence"),
        (
            ("podSelector: {matchLabels: {role: db}}\n    policyTypes: [Ingress]\nwrong", "podSelctor: {}\nwrong"),
            "bad_manifests",
        ),
        (("metadata: {name: db-isolate, namespace: prod}", "metadata: {name: DB, namespace: prod}"), "bad_manifests"),
    ],
)
def test_a_promise_that_is_not_kept_is_found(change, code):
    assert code in codes(change)


def test_a_lesson_that_is_solved_from_the_start_is_found():
    solved = TEXT.split("solution: |\n")[1].split("wrong:")[0]
    assert "start_passes" in codes(("steps:\n", f"policies: |\n{solved}steps:\n"))


def test_a_goal_that_nothing_fails_is_found():
    assert "goal_never_fails" in codes(("  fails: db-calls", "  fails: db-shut"), ("[Ingress, Egress]", "[Ingress]"))


def test_a_malformed_file_tells_every_error_with_its_line():
    with pytest.raises(NetpolError) as refused:
        lesson(
            ("minutes: 5", "minutes: long"),
            ("- id: db-shut\n  sentence:", "- id: db-shut\n  sentense:"),
            ("  expect: blocked\n", "  expect: never\n"),
            ("{after: 2,", "{after: 0,"),
        )
    faults = refused.value.faults
    assert [fault.code for fault in faults] == [
        "bad_number",
        "missing_field",
        "unknown_field",
        "bad_expect",
        "bad_number",
    ]
    assert all(fault.place.line and fault.place.file == "isolate.yaml" for fault in faults)
    assert "Did you mean `sentence`?" in faults[2].message


def test_hidden_goals_catch_what_only_works_for_the_pods_of_today():
    found = lesson()
    outcome = play(found, found.wrong[3].policies)
    assert [judged.goal.id for judged in outcome.goals if not judged.reached] == ["later-pods"]


def test_any_manifest_that_does_the_job_passes():
    other = """
kind: NetworkPolicy
apiVersion: networking.k8s.io/v1
metadata: {namespace: prod, name: another-name}
spec:
  podSelector:
    matchExpressions: [{key: role, operator: In, values: [db]}]
  ingress: []
"""
    assert play(lesson(), other).passed
