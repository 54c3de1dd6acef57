"""A lesson as a manuscript: written as a file it reads as the same lesson; what is wrong stands at its field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.board.changes import apply
from editor.board.shapes import as_json, read
from editor.engine.errors import NetpolError
from editor.lessons.catalogue import lesson, tracks
from editor.lessons.judging import play
from editor.lessons.manuscript import Manuscript, WrittenFeedback, WrittenHint, WrittenStep, WrittenWorld
from editor.lessons.proofs import prove
from editor.lessons.reading import read_lesson
from editor.lessons.recording import shown_on, solution_on, with_goals, with_start
from editor.lessons.sketch import sketch
from editor.lessons.starting import starting_board
from editor.lessons.transcript import transcript
from editor.lessons.writing import written
from editor.manifests.sources import Source

LESSONS = [one for track in tracks() for one in track.lessons]
ISOLATE = "isolate-the-db"
every = pytest.mark.parametrize("found", LESSONS, ids=lambda found: found.id)


@every
def test_a_lesson_written_as_a_file_reads_as_the_same_lesson(found):
    assert read_lesson(found.id, Source("", written(transcript(found)))) == found


@every
def test_a_manuscript_survives_the_wire(found):
    manuscript = transcript(found)
    assert read(Manuscript, as_json(manuscript)) == manuscript


# Whatever somebody types; a text of blanks alone is missing, and a file holds no half characters or controls.
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n\t"), min_size=1, max_size=60
).filter(lambda text: text.strip())


@given(title=TEXTS, text=TEXTS, about=TEXTS, hint=TEXTS)
def test_any_text_stands_in_the_file_to_the_letter(title, text, about, hint):
    begun = transcript(lesson(ISOLATE))
    changed = replace(
        begun,
        title=title,
        steps=(WrittenStep(title=title, text=text, goals=begun.steps[0].goals),),
        worlds=(WrittenWorld(name="elsewhere", about=about, manifests=text),),
        hints=(WrittenHint(after=2, text=hint),),
        feedback=(WrittenFeedback(problem="peer-and-or", words=hint),),
    )
    found = read_lesson("any", Source("", written(changed)))
    assert (found.title, found.steps[0].text, found.hints[0].text) == (title, text, hint)
    assert (found.worlds["elsewhere"].about, found.feedback["peer-and-or"]) == (about, hint)


def test_a_lesson_of_the_course_has_no_fault_and_its_solutions_do_what_they_promise():
    found = lesson(ISOLATE)
    proof = prove(found.id, transcript(found))
    assert proof.faults == ()
    by = {one.what: one for one in proof.played}
    assert all(by["solution"].goals.values())
    assert not by["wrong[0]"].goals["db-shut"]
    assert "rule-allows-all" in by["wrong[0]"].problems


def test_an_empty_manuscript_is_told_what_is_missing_at_each_field():
    proof = prove("new", Manuscript())
    paths = {fault.place.path for fault in proof.faults}
    assert {"title", "summary", "board.manifests"} <= paths
    assert proof.lesson is None


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"title": "x" * 61}, "title"),
        ({"solution": "kind: NetworkPolicy"}, "solution"),
        ({"tools": ("problems",)}, "tools"),
        ({"locked": ("policies", "pods", "namespaces")}, "locked"),
        ({"steps": ()}, "steps"),
        ({"worlds": (WrittenWorld(name="w", about="A.", manifests="kind: Pod"),)}, "worlds.w"),
        ({"worlds": (WrittenWorld(name=""),)}, "worlds[0]"),
        ({"feedback": (WrittenFeedback(problem="peer-and-or", words="No."),)}, "feedback.peer-and-or"),
        (
            {"feedback": (WrittenFeedback(problem="a", words="b"), WrittenFeedback(problem="a", words="c"))},
            "feedback[1]",
        ),
        ({"hints": (WrittenHint(after=0, text="Look."),)}, "hints[0].after"),
    ],
)
def test_a_fault_names_its_field(change, path):
    proof = prove("x", replace(transcript(lesson(ISOLATE)), **change))
    assert path in [fault.place.path for fault in proof.faults]
    assert all(fault.place.line is None for fault in proof.faults)


@every
def test_a_start_recorded_from_its_board_is_the_same_start(found):
    board = starting_board(found)
    recorded = with_start(transcript(found), board)
    again = starting_board(sketch(recorded))
    assert names(again) == names(board)
    assert [fault.message for fault in prove(found.id, recorded).faults] == []


def names(board):
    """What stands on a board and where, without ids."""
    spaces = {one.name: (one.labels, one.x, one.y, one.width, one.height) for one in board.namespaces.values()}
    pods = {board.place_name(one.id): (one.labels, one.ports, one.x, one.y) for one in board.pods.values()}
    hosts = {one.name: (one.address, one.x, one.y) for one in board.hosts.values()}
    policies = sorted((one.namespace, one.name, one.text.strip()) for one in board.policies.values())
    arrows = sorted(
        (board.place_name(one.source), board.place_name(one.destination), one.protocol, one.port)
        for one in board.connections.values()
    )
    return spaces, pods, hosts, policies, arrows


@pytest.mark.parametrize("found", [one for one in LESSONS if one.goals], ids=lambda found: found.id)
def test_a_solution_played_on_the_board_is_recorded_as_one_that_does_the_same(found):
    board = starting_board(found)
    shown = apply(board, shown_on(board, found, found.solution))
    text = solution_on(shown, found)
    assert play(found, text).passed
    back = apply(shown, shown_on(shown, found))
    assert names(back) == names(board)


def test_what_a_solution_cannot_say_is_refused():
    found = lesson(ISOLATE)
    board = starting_board(found)
    with pytest.raises(NetpolError, match="policy"):
        solution_on(board, found)
    fewer = replace(board, pods=dict(list(board.pods.items())[1:]), connections={})
    with pytest.raises(NetpolError, match="takes nothing away"):
        solution_on(fewer, found)


def test_expectations_become_goals_once():
    found = lesson(ISOLATE)
    board = starting_board(found)
    from editor.board.expectations import canonical
    from editor.board.records import ExpectationRecord

    items = [
        canonical({"from": "anywhere", "to": "prod/db", "expect": "blocked", "name": "The db is shut"}),
        canonical({"from": "prod/web", "to": "prod/db", "expect": "blocked"}),
    ]
    records = {str(at): ExpectationRecord(id=str(at), order=at, item=item) for at, item in enumerate(items)}
    board = replace(board, expectations=records)
    made = with_goals(Manuscript(), board)
    assert [(one.id, one.sentence) for one in made.goals] == [
        ("the-db-is-shut", "The db is shut."),
        ("prod-web-must-not-reach-prod-db", "Prod/web must not reach prod/db."),
    ]
    assert with_goals(made, board) == made
