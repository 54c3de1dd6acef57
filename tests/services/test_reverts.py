"""Undo and redo, each a revision of its own."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.engine.errors import NetpolError
from editor.models import Draft, Revision
from editor.services import boards, drafts, edits, histories, reverts
from editor.wire.messages import EditMessage, RedoMessage, UndoMessage
from editor.wire.resources import NewBoard
from tests.board.boards import edits as any_edit
from tests.services.making import board_from, state, submit, type_into
from tests.services.test_edits import replayed

pytestmark = pytest.mark.django_db


def undo(row, client_id="me", edit_id=None, actor=""):
    return reverts.undo(row.pk, UndoMessage(edit_id=edit_id or str(uuid.uuid4()), client_id=client_id), actor)


def redo(row, client_id="me", edit_id=None, actor=""):
    return reverts.redo(row.pk, RedoMessage(edit_id=edit_id or str(uuid.uuid4()), client_id=client_id), actor)


def refusal(call, *args, **fields):
    """The one fault that a call is refused with."""
    with pytest.raises(NetpolError) as caught:
        call(*args, **fields)
    (fault,) = caught.value.faults
    return fault


@pytest.fixture
def row():
    return board_from("case-4")


def test_a_deleted_namespace_comes_back_with_pods_policies_arrows_and_their_verdicts(row):
    before, verdicts = state(row), boards.verdicts(row).verdicts
    namespaces = list(before.namespaces)
    submit(row, "delete", ids=namespaces)
    assert state(row).pods == {}
    outcome = undo(row)
    assert state(row) == before
    assert (outcome.changed.reverts, outcome.changed.command) == (2, "undo")
    assert outcome.changed.sentence.startswith("Undid “Deleted ")
    assert sorted(map(str, boards.verdicts(row).verdicts)) == sorted(map(str, verdicts))
    assert {verdict["connection"] for verdict in outcome.changed.verdicts} == set(before.connections)
    assert redo(row).changed.sentence.startswith("Redid “Deleted ")
    assert state(row).pods == {}


def test_a_repeat_of_an_undo_answers_with_the_revision_it_made(row):
    for name in ("one", "two"):
        submit(row, "add_host", name=name, x=0, y=0)
    first = undo(row, edit_id="once")
    again = undo(row, edit_id="once")
    assert (again.repeated, again.changed.revision, again.changed.reverts) == (True, 4, first.changed.reverts)
    assert [host.name for host in state(row).hosts.values() if host.name in ("one", "two")] == ["one"]


def test_everybody_undoes_only_what_they_did_themselves(row):
    submit(row, "add_host", client_id="ada", name="hers", x=0, y=0)
    submit(row, "add_host", client_id="ben", name="his", x=0, y=0)
    undo(row, "ada")
    names = {host.name for host in state(row).hosts.values()}
    assert ("his" in names, "hers" in names) == (True, False)
    assert refusal(undo, row, "ada").code == "nothing_to_undo"
    assert refusal(redo, row, "ben").code == "nothing_to_redo"


def test_what_began_a_board_is_nobodys_to_undo(row):
    assert refusal(undo, row).code == "nothing_to_undo"
    assert refusal(undo, row, client_id="").code == "nothing_to_undo"


def test_a_person_is_known_before_the_client(row):
    edit = EditMessage(
        edit_id="first", command="add_host", params={"name": "mine", "x": 0, "y": 0}, client_id="one tab"
    )
    edits.submit(row.pk, edit, "browser:ada")
    assert refusal(undo, row, "one tab").code == "nothing_to_undo"
    assert undo(row, "another tab", actor="browser:ada").changed.reverts == 2


def test_what_others_overwrote_is_said_and_kept(row):
    pod = next(iter(state(row).pods))
    submit(row, "move", client_id="ada", items=[{"id": pod, "x": 40, "y": 40}])
    submit(row, "move", client_id="ben", items=[{"id": pod, "x": 60, "y": 60}])
    fault = refusal(undo, row, "ada")
    assert (fault.code, "Nothing of it is left to undo" in fault.message) == ("nothing_to_undo", True)
    assert state(row).pods[pod].x == 60
    assert Revision.objects.filter(board=row).count() == 3


def test_what_is_left_of_an_edit_is_undone_and_called_so(row):
    one, other = list(state(row).pods)[:2]
    was = state(row).pods[one].x
    submit(row, "move", client_id="ada", items=[{"id": one, "x": 41, "y": 41}, {"id": other, "x": 42, "y": 42}])
    submit(row, "move", client_id="ben", items=[{"id": other, "x": 60, "y": 60}])
    assert undo(row, "ada").changed.sentence == "Undid what was left of “Moved 2 things”"
    assert (state(row).pods[one].x, state(row).pods[other].x) == (was, 60)


def test_an_edit_that_changed_nothing_is_no_step(row):
    pod = next(iter(state(row).pods.values()))
    submit(row, "add_host", name="one", x=0, y=0)
    submit(row, "move", items=[{"id": pod.id, "x": pod.x, "y": pod.y}])
    assert [step.sentence for step in reverts.steps(row, "client:me").undo] == []
    row.refresh_from_db()
    assert [step.revision for step in reverts.steps(row, "client:me").undo] == [2]


def test_one_pause_in_typing_is_one_step_and_undoing_it_ends_the_draft(row):
    policy = next(iter(state(row).policies.values()))
    for text in (f"# a\n{policy.text}", f"# ab\n{policy.text}"):
        drafts.put_text(row.pk, type_into(policy.id, text))
    submit(row, "edit_policy", id=policy.id, text=f"# ab\n{policy.text}")
    drafts.put_text(row.pk, type_into(policy.id, f"# abc\n{policy.text}"))
    undo(row)
    assert state(row).policies[policy.id].text == policy.text
    assert not Draft.objects.filter(board=row).exists()
    assert refusal(undo, row).code == "nothing_to_undo"


def test_the_history_tells_mine_from_others_and_what_was_undone(row):
    submit(row, "add_host", client_id="ada", name="hers", x=0, y=0)
    submit(row, "add_host", client_id="ben", name="his", x=0, y=0)
    undo(row, "ada")
    row.refresh_from_db()
    told = [
        (each.revision, each.mine, each.undone, each.reverts)
        for each in histories.page(row, histories.Page(limit=9), "client:ada")
    ]
    assert told == [(4, True, False, 2), (3, False, False, None), (2, True, True, None), (1, False, False, None)]
    redo(row, "ada")
    assert [each.revision for each in histories.page(row, histories.Page(limit=9)) if each.undone] == [4]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_with_three_people_the_rows_are_what_the_log_and_the_memory_say(data):
    row = boards.create(NewBoard())
    for _ in range(12):
        who = data.draw(st.sampled_from(["ada", "ben", "cleo"]))
        does = data.draw(st.sampled_from(["edit", "edit", "undo", "redo"]))
        try:
            if does == "edit":
                verb, params = data.draw(any_edit(state(row)))
                submit(row, verb, client_id=who, **params)
            else:
                {"undo": undo, "redo": redo}[does](row, who)
        except NetpolError:
            continue
        assert state(row) == replayed(row)
