"""The lessons of the cases show what the table says, and people who predict are told the truth."""

from __future__ import annotations

import pytest

from editor.engine.evaluate import evaluate_all
from editor.engine.queries import Query
from editor.lessons.catalogue import lesson, tracks
from editor.lessons.judging import manifests, play
from editor.lessons.soundness import named_by_address
from editor.manifests.load import Source, read_strict
from tests.truth.table import ARROWS, BACKUP, expected
from tests.truth.test_engine import sources

SOLUTIONS = {
    "isolate-the-db": "isolate",
    "let-the-api-in": "ingress",
    "case-1-both-selectors": "case-1",
    "case-2-whole-namespace": "case-2",
    "case-3-an-address": "case-3",
    "case-4-and-or": "case-4",
    "case-5-one-hyphen": "case-4",
    "push-to-the-backup": "egress",
    "final-task": "ingress",
}

# What each reveal says, arrow by arrow.
REVEALED = {
    "all-open": "++++",
    "reply-traffic": "+--",
    "case-1-both-selectors": "----",
    "case-2-whole-namespace": "++--",
    "case-4-and-or": "+--+",
    "case-5-one-hyphen": "++-+",
    "policy-types": "+--",
    "empty-or-absent": "-++",
    "ip-blocks": "+++-",
    "both-sides": "+--",
    "policies-only-add": "+++",
}


def painted(policies):
    reading = read_strict([*sources("start"), Source("policies", policies)])
    asked = [Query(*(BACKUP if end == "outside/backup" else end for end in (a, b)), *port) for a, b, *port in ARROWS]
    verdicts = evaluate_all(reading.cluster(), reading.policies, asked)
    return {arrow: verdict.allowed for arrow, verdict in zip(ARROWS, verdicts, strict=True)}


@pytest.mark.parametrize(("name", "case"), SOLUTIONS.items())
def test_the_solution_of_a_case_shows_its_row_of_the_table(name, case):
    # The database of case 1 has moved; back in prod, its policy says the same.
    assert painted(lesson(name).solution.replace("namespace: data", "namespace: prod")) == expected(case)


def test_the_lesson_of_the_hyphen_starts_with_case_5():
    assert painted(lesson("case-5-one-hyphen").start.policies) == expected("case-5")


def test_every_prediction_is_in_the_list():
    assert {one.id for track in tracks() for one in track.lessons if predictions(one)} == set(REVEALED)


def predictions(one):
    return [step.prediction for step in one.steps if step.prediction]


@pytest.mark.parametrize(("name", "signs"), REVEALED.items())
def test_a_prediction_is_revealed_as_its_text_says(name, signs):
    one = lesson(name)
    (asked,) = predictions(one)
    begun = play(one)
    policies = begun.policies if asked.policies is None else manifests(asked.policies).policies
    known = {f"outside/{host}": address for host, address in one.start.hosts.items()}
    verdicts = evaluate_all(begun.cluster, policies, [named_by_address(arrow, known) for arrow in asked.arrows])
    assert "".join("+" if verdict.allowed else "-" for verdict in verdicts) == signs
