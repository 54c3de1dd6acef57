"""Back to any revision, and names for those that matter."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.engine.errors import NetpolError
from editor.models import Milestone, Revision
from editor.services import boards, histories, milestones, travel
from editor.wire.messages import RestoreMessage
from editor.wire.resources import NewBoard
from tests.board.boards import edits as any_edit
from tests.services.making import board_from, state, submit
from tests.services.test_reverts import redo, undo

pytestmark = pytest.mark.django_db


def restore(row, number, client_id="me", edit_id=None):
    asked = RestoreMessage(edit_id=edit_id or str(uuid.uuid4()), revision=number, client_id=client_id)
    return travel.restore(row.pk, asked)


def code(call, *args):
    with pytest.raises(NetpolError) as caught:
        call(*args)
    return caught.value.faults[0].code


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_revision_can_be_restored_and_its_restoring_undone(data):
    row = boards.create(NewBoard())
    past = [state(row)]
    for _ in range(data.draw(st.integers(1, 8))):
        verb, params = data.draw(any_edit(state(row)))
        try:
            outcome = submit(row, verb, client_id="ben", **params)
        except NetpolError:
            continue
        if not outcome.idle:
            past.append(state(row))
    number = data.draw(st.integers(0, len(past) - 1))
    assert travel.board_at(row, number) == past[number]
    outcome = restore(row, number)
    assert state(row) == past[number]
    if not outcome.idle:
        undo(row)
        assert state(row) == past[-1]
        redo(row)
        assert state(row) == past[number]


def test_a_restored_board_says_what_was_restored():
    row = board_from("case-4")
    submit(row, "delete", ids=list(state(row).namespaces))
    told = restore(row, 1).changed
    assert (told.command, told.reverts, told.revision) == ("restore", None, 3)
    assert told.sentence.startswith("Restored revision 1, “Started from ")
    assert restore(row, 0).changed.sentence == "Restored revision 0, before the first edit"
    assert state(row).records() == []


def test_restoring_what_stands_makes_no_revision():
    row = board_from("start")
    assert restore(row, 1).idle
    assert Revision.objects.filter(board=row).count() == 1


def test_restoring_keeps_what_comes_after_and_undoing_it_keeps_what_others_did_since():
    row = board_from("start")
    submit(row, "add_host", client_id="ben", name="his", x=0, y=0)
    restore(row, 1)
    submit(row, "add_host", client_id="ben", name="later", x=9, y=9)
    undo(row)
    assert {"his", "later"} <= {host.name for host in state(row).hosts.values()}


def test_names_and_ports_that_were_swapped_are_swapped_back():
    row = boards.create(NewBoard())
    one, two = (submit(row, "add_namespace", name=name, x=0, y=0).changed.change.puts[0].record for name in ("a", "b"))
    pods = [
        submit(row, "add_pod", namespace=space.id, name="web", x=0, y=0).changed.change.puts[0].record.id
        for space in (one, two)
    ]
    arrows = [
        submit(row, "connect", source=pods[0], destination=pods[1], port=port).changed.change.puts[0].record.id
        for port in (80, 81)
    ]
    row.refresh_from_db()
    before, number = state(row), row.revision
    for space, name in ((one, "c"), (two, "a"), (one, "b")):
        submit(row, "edit_namespace", id=space.id, name=name)
    for arrow, port in ((arrows[0], 82), (arrows[1], 80), (arrows[0], 81)):
        submit(row, "edit_connection", id=arrow, port=port)
    swap = [(pods[0], "x", one.id), (pods[1], "web", one.id), (pods[0], "x", two.id), (pods[0], "web", two.id)]
    for pod, name, space in swap:
        submit(row, "edit_pod", id=pod, name=name)
        submit(row, "move", items=[{"id": pod, "x": 0, "y": 0, "namespace": space}])
    assert restore(row, number).changed.revision > number
    assert state(row) == before


@pytest.mark.parametrize("number", [-1, 2, 99])
def test_a_revision_that_is_not_there_cannot_be_restored(number):
    assert code(restore, board_from("start"), number) == "unknown_revision"


def test_a_repeated_restore_is_done_once():
    row = board_from("start")
    submit(row, "add_host", name="one", x=0, y=0)
    assert [restore(row, 1, edit_id="once").repeated for _ in range(2)] == [False, True]
    assert Revision.objects.filter(board=row).count() == 3


def test_a_revision_gets_a_name_another_one_and_none():
    row = board_from("start")
    submit(row, "add_host", name="one", x=0, y=0)
    milestones.name(row.pk, 2, "  Before   the audit ", "Ada")
    named = histories.page(row, histories.Page(named=True))
    assert [(each.revision, each.name) for each in named] == [(2, "Before the audit")]
    milestones.name(row.pk, 2, "Audited")
    assert Milestone.objects.get(board=row).name == "Audited"
    milestones.unname(row.pk, 2)
    assert histories.page(row, histories.Page(named=True)) == []


def test_only_what_there_is_gets_a_name_and_only_a_name_is_one():
    row = board_from("start")
    assert code(milestones.name, row.pk, 2, "x") == "unknown_revision"
    assert code(milestones.name, row.pk, 1, "  ") == "invalid_name"
    assert code(milestones.name, row.pk, 1, "x" * 81) == "invalid_name"


def test_the_log_is_read_in_pages():
    row = boards.create(NewBoard())
    for index in range(7):
        submit(row, "add_host", name=f"h{index}", x=0, y=0)
    pages, before = [], None
    while not pages or pages[-1]:
        pages.append([each.revision for each in histories.page(row, histories.Page(limit=3, before=before))])
        before = pages[-1][-1] if pages[-1] else None
    assert pages == [[7, 6, 5], [4, 3, 2], [1], []]
