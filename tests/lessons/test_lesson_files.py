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


CANVAS = ("    rules isolates **ingress**", "    ```canvas{}\n    {}\n    ```\n    rules isolates **ingress**")
SHUT = (
    "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, "
    "metadata: {name: shut, namespace: prod}, spec: {podSelector: {}}}"
)
POD = "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: prod}}"


def pictured(manifests, arrows=""):
    return CANVAS[0], CANVAS[1].format(arrows, manifests)


@pytest.mark.parametrize(
    "picture", [pictured(SHUT), pictured(SHUT, " prod/web->prod/db:3306"), pictured(POD, " prod/web->prod/web:UDP/53")]
)
def test_a_picture_shows_other_policies_on_the_board_or_a_board_of_its_own(picture):
    assert codes(picture) == []


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (pictured("kind: NetworkPolicy"), "bad_manifests"),
        (pictured(SHUT.replace("spec", "spek")), "bad_manifests"),
        (pictured(SHUT, " prod/web->prod/nobody:3306"), "bad_manifests"),
        (pictured(SHUT, " prod/web,prod/db"), "bad_manifests"),
        (pictured(""), "bad_manifests"),
        ((CANVAS[0], "    ```canvas\n    rules isolates **ingress**"), "bad_manifests"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_found(picture, code):
    assert codes(picture) == [code]


def test_a_picture_does_not_count_as_words():
    assert codes(pictured(SHUT + "#" * 1200)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("  problem: rule-allows-all", "  problem: rule-allows-al"), "unknown_problem"),
        (("  problem: rule-allows-all", "  problem: peer-and-or"), "problem_not_shown"),
        (("  selects-nothing: The", "  select-nothing: The"), "unknown_problem"),
        (("  selects-nothing: The", "  peer-and-or: The"), "unreachable_feedback"),
    ],
)
def test_a_misconception_must_show_where_the_lesson_says_so(change, code):
    assert codes(change) == [code]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("tools: [problems]", "no_way_to_write"),
        ("tools: [yaml, fixes]", "unreachable_tool"),
        ("tools: [yaml, yaml]", "repeated_word"),
        ("locked: [pods, pods]", "repeated_word"),
        ("locked: [prod/no-such-policy]", "unknown_policy"),
        ("locked: [policies, pods, namespaces]", "all_locked"),
        ("locked: [policies]", "locked_in_solution"),
    ],
)
def test_what_is_offered_must_leave_a_way_to_the_solution(line, code):
    assert code in codes(("steps:\n", f"{line}\nsteps:\n"))


def test_a_solution_may_not_bring_pods_that_are_locked():
    pod = "\n  ---\n  ".join(("solution: |", POD, ""))
    changed = ("solution: |\n", f"{pod[: -len('  ')]}")
    assert codes(changed) == ["locked_in_solution"]
    assert codes(changed, ("steps:\n", "locked: [namespaces]\nsteps:\n")) == []


def test_policies_of_the_start_do_not_stand_among_the_pods():
    assert "misplaced_policy" in codes(("  hosts:", f"    ---\n    {SHUT}\n  hosts:"))


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
