"""What each case of the database lesson is told, and nothing beyond it."""

import pytest

from editor.analysis.linting import lint
from editor.analysis.written import written_of
from editor.manifests.load import read_strict
from tests.truth.table import CASES
from tests.truth.test_engine import sources

BARE = ["unprotected-pod"] * 4
TOLD = {
    "start": [*BARE, "unprotected-pod"],
    "isolate": [*BARE, "no-enforcer"],
    # dev/api, alike in its labels, stays out: the lesson of this case.
    "ingress": [*BARE, "podselector-own-namespace", "no-enforcer"],
    "case-1": [*BARE, "no-enforcer"],
    "case-2": [*BARE, "no-enforcer"],
    "case-3": [*BARE, "no-enforcer"],
    "case-4": [*BARE, "no-enforcer"],
    # One character away from case 4.
    "case-5": [*BARE, "redundant-peer", "podselector-own-namespace", "peer-and-or", "no-enforcer"],
    "egress": [*BARE, "dns-cut", "no-enforcer"],
}


def found_in(case):
    texts = sources(case)
    reading = read_strict(texts)
    return lint(reading.cluster(), written_of(reading), {text.name: text.text for text in texts}).problems


@pytest.mark.parametrize("case", CASES)
def test_each_case_is_told_what_is_right_and_no_more(case):
    assert sorted(problem.id for problem in found_in(case)) == sorted(TOLD[case])


def test_only_case_5_is_more_than_a_hint():
    severe = {case for case in CASES if any(problem.severity != "hint" for problem in found_in(case))}
    assert severe == {"case-5"}


def test_case_5_names_who_else_came_in_and_where_the_hyphen_stands():
    (problem,) = (one for one in found_in("case-5") if one.id == "peer-and-or")
    assert problem.message.startswith("A second hyphen means OR: it opens 1 more source (prod/web).")
    assert (problem.place.line, problem.place.column, problem.pods) == (17, 7, ("prod/web",))
