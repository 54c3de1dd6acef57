"""A learner begins a lesson, tries, is helped, and gets there."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from editor.engine.errors import NetpolError
from editor.lessons import catalogue
from editor.lessons.judging import manifests
from editor.models import Board, Progress
from editor.services import boards, courses, drafts, evaluation, learning, lesson_state, lesson_texts, listing, reverts
from editor.services.access import Person
from editor.services.lessons import NoLessonError, NoSuchLessonError
from editor.services.listing import Wanted
from editor.services.ownership import claim
from editor.wire.lessons import Predict
from editor.wire.messages import UndoMessage
from editor.wire.resources import NewBoard
from tests.services.learners import ANN, begun, held, solution, stands, write, wrong
from tests.services.making import board_from, submit, type_into

pytestmark = pytest.mark.django_db

HYPHEN, ISOLATE, OPEN = "case-5-one-hyphen", "isolate-the-db", "all-open"
EXAM = "one-port-from-one-namespace"
EVERY = [lesson.id for track in catalogue.tracks() for lesson in track.lessons]


def fresh(row):
    return Board.objects.get(pk=row.pk)


def goals(row):
    return {goal.id: goal.reached for goal in stands(row).now.goals}


def refused(code, call, *args, **named):
    with pytest.raises(NetpolError) as caught:
        call(*args, **named)
    assert code in [fault.code for fault in caught.value.faults]


def test_a_lesson_begun_again_is_the_same_board():
    assert begun(ISOLATE) == begun(ISOLATE)
    assert begun(ISOLATE) != begun(ISOLATE, Person(browser="b" * 32))


def test_a_board_in_the_bin_is_begun_anew_and_the_tick_stays():
    row = begun(ISOLATE)
    learning.go_to(row, 1)
    Progress.objects.filter(board=row).update(done_at="2026-01-01T00:00Z")
    Board.objects.filter(pk=row.pk).update(deleted_at="2026-01-01T00:00Z")
    again = begun(ISOLATE)
    assert again != row
    assert stands(again).now.step == 0
    assert stands(again).now.done


def test_there_is_no_such_lesson_and_no_lesson_of_such_a_board():
    with pytest.raises(NoSuchLessonError):
        begun("nothing")
    with pytest.raises(NoLessonError):
        lesson_state.state(boards.create(NewBoard(example="case-1")))


def test_a_draft_that_parses_ticks_the_goals():
    row = begun(HYPHEN)
    learning.go_to(row, 1)
    assert not all(goals(row).values())
    (policy,) = evaluation.state(fresh(row)).policies
    drafts.put_text(row.pk, type_into(policy, solution(HYPHEN)))
    assert all(goals(row).values())
    assert stands(row).now.reached


@pytest.mark.parametrize("name", EVERY)
def test_the_solution_of_each_lesson_finishes_it(name):
    row, lesson = begun(name), catalogue.lesson(name)
    if lesson.goals:
        solve(row, lesson)
    for step, each in enumerate(lesson.steps):
        learning.go_to(row, step)
        if each.prediction is not None:
            learning.predict(row, Predict(answers=(True,) * len(each.prediction.arrows), reveal=True))
    assert stands(row).now.done, goals(row)


def solve(row, lesson):
    """The solution's policies take the place of all that is not locked."""
    kept = {policy.ref for policy in manifests(lesson.solution).policies} | set(lesson.locked)
    submit(row, "import_manifests", manifests=lesson.solution)
    policies = evaluation.state(fresh(row)).policies.values()
    gone = [policy.id for policy in policies if f"{policy.namespace}/{policy.name}" not in kept]
    if gone and "policies" not in lesson.locked:
        submit(row, "delete", ids=gone)


def test_each_saved_text_that_does_not_do_is_a_try_and_brings_hint_and_feedback():
    row = begun(HYPHEN)
    learning.go_to(row, 1)
    assert stands(row).now.feedback == ()
    assert stands(row).now.hints == ()
    write(row, wrong(HYPHEN, "The order is turned round, the hyphen stays"))
    now = stands(row).now
    assert now.tries == 1
    assert len(now.hints) == 1
    assert [told.problem for told in now.feedback] == ["peer-and-or"]
    write(row, solution(HYPHEN))
    assert stands(row).now.tries == 1
    assert stands(row).now.feedback == ()


def test_undo_and_moving_boxes_are_no_tries():
    row = begun(HYPHEN)
    learning.go_to(row, 1)
    write(row, wrong(HYPHEN, "The order is turned round, the hyphen stays"))
    reverts.undo(row.pk, UndoMessage(edit_id="u", client_id="me"))
    pod = next(iter(evaluation.state(fresh(row)).pods))
    submit(row, "move", items=[{"id": pod, "x": 50, "y": 50}])
    assert held(row).tries == 1


def test_a_failing_goal_names_a_connection_its_arrow_and_why():
    row = begun(HYPHEN)
    learning.go_to(row, 1)
    goal = next(goal for goal in stands(row).now.goals if goal.id == "web-out")
    assert goal.connection.source == "prod/web"
    assert goal.connection.allowed
    assert goal.connection.arrow in fresh_connections(row)
    assert goal.connection.why == "prod/db-policy lets it in: ingress[0].from[1]."
    assert goal.connection.policies == tuple(evaluation.state(fresh(row)).policies)


def fresh_connections(row):
    return evaluation.state(fresh(row)).connections


def test_a_hidden_goal_shows_when_it_alone_fails():
    row = begun(HYPHEN)
    learning.go_to(row, 1)
    assert "job-out" not in goals(row)
    write(row, wrong(HYPHEN, "The web alone is left out"))
    goal = next(goal for goal in stands(row).now.goals if goal.id == "job-out")
    assert not goal.reached
    assert goal.hidden
    assert goal.about
    assert not stands(row).now.reached


def test_hints_come_one_by_one_and_then_the_solution():
    row = begun(HYPHEN)
    refused("hints_left", learning.ask, row, solution=True)
    learning.ask(row, solution=False)
    assert len(stands(row).now.hints) == 1
    learning.ask(row, solution=False)
    refused("no_hint_left", learning.ask, row, solution=False)
    assert (stands(row).now.more_hints, stands(row).solution_offered) == (0, True)
    assert stands(row).solution is None
    learning.ask(row, solution=True)
    assert stands(row).solution == solution(HYPHEN)


def test_a_prediction_is_kept_and_its_answer_shown_once_every_colour_is_set():
    row = begun(HYPHEN)
    learning.predict(row, Predict(answers=(True, None, None, None)))
    found = stands(row).prediction
    assert [one.predicted for one in found.arrows] == [True, None, None, None]
    assert {one.allowed for one in found.arrows} == {None}
    assert found.reveal == ()
    refused("bad_prediction", learning.predict, row, Predict(answers=(True, None, None, None), reveal=True))
    refused("bad_prediction", learning.predict, row, Predict(answers=(True,)))
    learning.predict(row, Predict(answers=(True, False, True, True), reveal=True))
    found = stands(row).prediction
    assert [one.allowed for one in found.arrows] == [True, True, False, True]
    assert found.revealed
    assert found.reveal
    refused("already_revealed", learning.predict, row, Predict(answers=(False, False, False, False)))
    assert courses.entries(ANN)[0].predicted_right == 2


def test_reset_is_one_step_that_can_be_undone():
    row = begun(HYPHEN)
    learning.go_to(row, 1)
    before = evaluation.state(fresh(row))
    write(row, solution(HYPHEN))
    (policy,) = before.policies
    drafts.put_text(row.pk, type_into(policy, "half"))
    learning.reset(fresh(row), "", "")
    assert evaluation.state(fresh(row)) == before
    assert (held(row).step, held(row).tries, drafts.states(row)) == (0, 0, ())
    assert fresh(row).revision == 3


def test_what_is_locked_is_refused_whichever_way_it_comes():
    row = begun(ISOLATE)
    board = evaluation.state(fresh(row))
    pod, space, host = (next(iter(table)) for table in (board.pods, board.namespaces, board.hosts))
    refused("locked", submit, row, "edit_pod", id=pod, labels={"role": "db"})
    refused("locked", submit, row, "edit_namespace", id=space, labels={})
    refused("locked", submit, row, "edit_host", id=host, address="192.0.2.1")
    refused("locked", submit, row, "delete", ids=[pod])
    more = (
        "apiVersion: v1\nkind: Pod\nmetadata: {name: new, namespace: prod}\nspec: {containers: [{name: a, image: a}]}"
    )
    refused("locked", submit, row, "import_manifests", manifests=more)
    submit(row, "move", items=[{"id": pod, "x": 80, "y": 80}])
    assert evaluation.state(fresh(row)).pods[pod].x == 80


def test_a_locked_policy_takes_neither_edits_nor_typing(monkeypatch):
    lesson = replace(catalogue.lesson(HYPHEN), locked=("prod/db-policy",))
    monkeypatch.setattr(catalogue, "lesson", {HYPHEN: lesson}.__getitem__)
    row = begun(HYPHEN)
    (policy,) = evaluation.state(fresh(row)).policies
    refused("locked", submit, row, "edit_policy", id=policy, text=solution(HYPHEN))
    refused("locked", submit, row, "delete", ids=[policy])
    refused("locked", drafts.put_text, row.pk, type_into(policy, solution(HYPHEN)))
    submit(row, "add_policy", text=solution(HYPHEN).replace("db-policy", "another"))


def test_lesson_boards_stand_in_the_course_and_not_in_the_list_of_boards():
    row = begun(ISOLATE)
    assert listing.listed(ANN, Wanted()) == []
    found = courses.course(ANN)
    entry = next(one for track in found.tracks for one in track.lessons if one.id == ISOLATE)
    assert entry.board == str(row.pk)
    assert found.next == ISOLATE
    assert courses.course(Person(browser="c" * 32)).next is None


def test_what_a_browser_learnt_becomes_the_accounts(django_user_model):
    user = django_user_model.objects.create_user("ann")
    row, other = begun(ISOLATE), begun(HYPHEN)
    account = Person(account=user.pk)
    own = begun(HYPHEN, account)
    Progress.objects.filter(board=other).update(done_at="2026-01-01T00:00Z")
    claim(Person(browser=ANN.browser, account=user.pk))
    assert begun(ISOLATE, account) == row
    assert begun(HYPHEN, account) == own
    assert stands(own).now.done
    assert [one.id for one in listing.listed(account, Wanted())] == [str(other.pk)]


def test_progress_leaves_as_json_and_as_a_table():
    begun(ISOLATE)
    assert b'"lesson": "isolate-the-db"' in courses.as_file(ANN, "json")
    head, line = courses.as_file(ANN, "csv").decode().splitlines()
    assert head.startswith("track,lesson,title,step")
    assert line.startswith("database,isolate-the-db,Isolate")


def test_other_boards_are_not_judged(monkeypatch):
    monkeypatch.setattr("editor.services.goals.judge_goals", None)
    row = board_from()
    submit(row, "add_host", name="new")


@pytest.mark.parametrize("name", EVERY)
def test_every_text_of_the_course_is_words_and_pictures(name):
    for step, each in enumerate(catalogue.lesson(name).steps):
        parts = lesson_texts.step_text(catalogue.lesson(name), step)
        assert sum(bool(part.light) for part in parts) == each.text.count("```canvas")
        assert all(part.html or (part.light.startswith("<svg") and part.alt) for part in parts)


def test_a_text_cannot_bring_code_along():
    parts = lesson_texts._parts(
        catalogue.lesson(OPEN), '<script>alert(1)</script> <b onclick="x()">b</b> [go](javascript:x) ![i](https://a/b)'
    )
    html = "".join(part.html for part in parts)
    for evil in ("<script", "<b ", 'javascript:x"', "<img", 'href="java'):
        assert evil not in html


def clocked(row, minutes):
    """The clock as it stands when the lesson was begun that many minutes ago."""
    begun_at = timezone.now() - timedelta(minutes=minutes)
    Progress.objects.filter(board=row).update(begun_at=begun_at)
    return stands(row).clock_left


def test_the_clock_of_an_exam_task_runs_on_while_nobody_looks_and_beyond_its_end():
    row = begun(EXAM)
    whole = catalogue.lesson(EXAM).clock * 60
    assert whole - 5 <= stands(row).clock_left <= whole
    assert abs(clocked(row, 2) - (whole - 120)) <= 1
    assert abs(clocked(row, 60) - (whole - 3600)) <= 1
    assert stands(begun(ISOLATE)).clock_left is None


def test_the_clock_stands_when_the_task_is_done_and_runs_anew_after_a_reset():
    row, lesson = begun(EXAM), catalogue.lesson(EXAM)
    clocked(row, 3)
    solve(row, lesson)
    learning.go_to(row, len(lesson.steps) - 1)
    assert stands(row).now.done
    Progress.objects.filter(board=row).update(done_at=timezone.now() - timedelta(minutes=1))
    left = stands(row).clock_left
    assert abs(left - (lesson.clock * 60 - 120)) <= 1
    learning.reset(row, "", "")
    assert stands(row).now.done
    assert stands(row).clock_left >= lesson.clock * 60 - 2
