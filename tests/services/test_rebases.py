"""Edits of several people that crossed on their way."""

import uuid

import pytest
from django.db import IntegrityError

from editor.board.export import manifests_of
from editor.engine.errors import NetpolError
from editor.models import Idle, Revision
from editor.services import boards, edits
from editor.wire.messages import EditMessage
from editor.wire.resources import NewBoard
from tests.services.making import board_from, state, submit

pytestmark = pytest.mark.django_db


def sent(row, base, command, client_id="ada", author="Ada", actor="", edit_id=None, **params):
    edit = EditMessage(
        edit_id=edit_id or str(uuid.uuid4()),
        command=command,
        params=params,
        client_id=client_id,
        base_revision=base,
    )
    return edits.submit(row.pk, edit, actor, author)


def code(call, *args, **fields):
    with pytest.raises(NetpolError) as caught:
        call(*args, **fields)
    return caught.value.faults[0].code


@pytest.fixture
def row():
    return board_from("start")


@pytest.fixture
def pod(row):
    return next(iter(state(row).pods.values()))


def test_two_people_edit_different_fields_of_one_pod_and_both_stand(row, pod):
    sent(row, 1, "edit_pod", "ada", id=pod.id, labels={"role": "hers"})
    sent(row, 1, "edit_pod", "ben", id=pod.id, name="his")
    held = state(row).pods[pod.id]
    assert (held.labels, held.name) == ({"role": "hers"}, "his")


def test_two_people_edit_the_same_field_and_the_second_is_told_by_whom(row, pod):
    sent(row, 1, "edit_pod", "ada", "Ada", id=pod.id, labels={"role": "hers"})
    with pytest.raises(NetpolError) as caught:
        sent(row, 1, "edit_pod", "ben", "Ben", id=pod.id, labels={"role": "his"})
    (fault,) = caught.value.faults
    assert (fault.code, fault.value, fault.message.startswith("Ada changed")) == (
        "changed_meanwhile",
        {"role": "his"},
        True,
    )
    assert state(row).pods[pod.id].labels == {"role": "hers"}
    row.refresh_from_db()
    sent(row, row.revision, "edit_pod", "ben", id=pod.id, labels={"role": "his"})
    assert state(row).pods[pod.id].labels == {"role": "his"}


def test_ones_own_quick_edits_do_not_conflict(row, pod):
    sent(row, 1, "edit_pod", "ada", id=pod.id, name="one")
    sent(row, 1, "edit_pod", "ada", id=pod.id, name="two")
    sent(row, 1, "edit_pod", "", actor="account:7", id=pod.id, labels={"a": "1"})
    sent(row, 1, "edit_pod", "", actor="account:7", id=pod.id, labels={"a": "2"})
    assert (state(row).pods[pod.id].name, state(row).pods[pod.id].labels) == ("two", {"a": "2"})


def test_an_edit_of_something_deleted_meanwhile_is_refused(row, pod):
    sent(row, 1, "delete", "ada", ids=[pod.id])
    assert code(sent, row, 1, "edit_pod", "ben", id=pod.id, name="his") == "unknown_object"
    assert code(sent, row, 1, "move", "ben", items=[{"id": pod.id, "x": 0, "y": 0}]) == "unknown_object"


def test_what_somebody_edited_comes_back_with_it_when_its_deletion_is_undone(row, pod):
    sent(row, 1, "edit_pod", "ada", id=pod.id, name="hers")
    deleted = sent(row, 1, "delete", "ben", ids=[pod.id]).changed.change
    assert next(gone.record.name for gone in deleted.removes if gone.record.id == pod.id) == "hers"


@pytest.mark.parametrize("base", [2, 99])
def test_a_base_in_the_future_is_refused(row, pod, base):
    assert code(sent, row, base, "edit_pod", id=pod.id, name="x") == "bad_base_revision"
    assert Revision.objects.filter(board=row).count() == 1


def test_an_edit_that_changes_nothing_makes_no_revision_and_says_where_the_board_stands(row, pod):
    outcome = sent(row, 1, "move", items=[{"id": pod.id, "x": pod.x, "y": pod.y}])
    assert (outcome.idle, outcome.changed.revision, bool(outcome.changed.change)) == (True, 1, False)
    assert Revision.objects.filter(board=row).count() == 1
    row.refresh_from_db()
    assert row.revision == 1


def test_a_repeat_of_it_does_nothing_though_the_board_is_another_by_now(row, pod):
    same = {"items": [{"id": pod.id, "x": pod.x, "y": pod.y}]}
    sent(row, 1, "move", edit_id="once", **same)
    sent(row, 1, "move", "ben", items=[{"id": pod.id, "x": pod.x + 50, "y": pod.y}])
    again = sent(row, 1, "move", edit_id="once", **same)
    assert (again.repeated, again.idle, again.changed.revision) == (True, True, 2)
    assert state(row).pods[pod.id].x == pod.x + 50


def test_one_edit_id_is_idle_once(row):
    Idle.objects.create(board=row, edit_id="once", revision=1)
    with pytest.raises(IntegrityError):
        Idle.objects.create(board=row, edit_id="once", revision=2)


def test_importing_what_is_there_already_makes_no_revision():
    row = boards.create(NewBoard())
    text = manifests_of(state(board_from("case-1")))
    assert not submit(row, "import_manifests", manifests=text).idle
    assert submit(row, "import_manifests", manifests=text).idle
    row.refresh_from_db()
    assert row.revision == 1
