"""``netpol lesson``: for those who write lessons."""

from __future__ import annotations

import pytest

from editor.lessons.catalogue import COURSE, tracks

ISOLATE = COURSE / "database" / "02-isolate-the-db.yaml"
DENY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: prod}
spec:
  podSelector: {matchLabels: {role: db}}
  policyTypes: [Ingress]
"""


def test_the_list_names_every_lesson(netpol):
    listed = netpol("lesson", "list")
    assert listed.code == 0
    for track in tracks():
        assert track.title in listed.out
        assert all(f"  {lesson.id} " in listed.out for lesson in track.lessons)


def test_a_sound_lesson_is_ok_and_a_broken_one_is_told_with_its_line(netpol, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text(ISOLATE.read_text().replace("  fails: db-calls", "  fails: db-shut"))
    assert netpol("lesson", "check", ISOLATE).code == 0
    found = netpol("lesson", "check", ISOLATE, broken)
    assert found.code == 1
    assert f"{ISOLATE}: ok" in found.out
    assert "[wrong_passes]" in found.err
    broken.write_text("title: [")
    assert netpol("lesson", "check", broken).code == 2


def test_playing_the_start_says_which_goals_are_missed_and_by_which_connection(netpol):
    played = netpol("lesson", "play", ISOLATE)
    assert played.code == 1
    assert "missed   db-shut: Nothing reaches the database." in played.out
    assert "to prod/db on TCP" in played.out
    assert "reached  others-open" in played.out


def test_playing_a_solution_reaches_every_goal(netpol):
    played = netpol("lesson", "play", ISOLATE, "--policies", "-", stdin=DENY)
    assert played.code == 0
    assert "4 of 4 reached" in played.out


def test_playing_a_wrong_solution_tells_what_the_lesson_says_of_it(netpol):
    played = netpol("lesson", "play", ISOLATE, "--policies", "-", stdin=DENY + "  ingress: [{}]\n")
    assert played.code == 1
    assert "rule-allows-all: `- {}` is a rule without conditions" in played.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", ISOLATE), "takes no FILE"),
        (("play",), "takes one FILE"),
        (("check", ISOLATE, "--policies", "x.yaml"), "takes no --policies"),
    ],
)
def test_wrong_use_is_told(netpol, words, said):
    ran = netpol("lesson", *words)
    assert ran.code == 2
    assert said in ran.err


def test_policies_that_cannot_be_read_are_told_with_their_file(netpol, tmp_path):
    wrong = tmp_path / "mine.yaml"
    wrong.write_text(DENY.replace("podSelector: {", "podSelector: ["))
    ran = netpol("lesson", "play", ISOLATE, "--policies", wrong)
    assert ran.code == 2
    assert "mine.yaml:5" in ran.err
