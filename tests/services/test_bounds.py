"""How much a board holds, and boards that nobody uses."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from editor.board import bounds
from editor.engine.errors import NetpolError
from editor.models import Board, Visit
from editor.services import reverts
from editor.services.access import Person
from editor.wire.messages import UndoMessage
from tests.services.making import board_from, state, submit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("table", "add"),
    [
        (
            "pods",
            lambda row, board: submit(row, "add_pod", namespace=next(iter(board.namespaces)), name="more", x=0, y=0),
        ),
        ("namespaces", lambda row, _: submit(row, "add_namespace", name="more", x=0, y=0)),
        ("hosts", lambda row, _: submit(row, "add_host", name="more", x=0, y=0)),
        ("policies", lambda row, board: submit(row, "add_policy", text=_named(board, "more"))),
    ],
)
def test_a_full_board_says_what_to_do_and_becomes_smaller_all_the_same(monkeypatch, table, add):
    row = board_from("case-1")
    board = state(row)
    held = len(board.table(table))
    monkeypatch.setattr(bounds, "MOST", {**bounds.MOST, table: held})
    with pytest.raises(NetpolError) as refused:
        add(row, board)
    (fault,) = refused.value.faults
    assert (fault.code, fault.value) == ("board_full", held + 1)
    assert f"{held} " in fault.message
    monkeypatch.setattr(bounds, "MOST", {**bounds.MOST, table: held - 1})
    submit(row, "delete", ids=[next(iter(board.table(table)))])
    assert len(state(row).table(table)) < held


def _named(board, name):
    policy = next(iter(board.policies.values()))
    return policy.text.replace(f"name: {policy.name}", f"name: {name}", 1)


def test_an_undo_fills_no_board_beyond_its_bounds(monkeypatch):
    row = board_from("case-1")
    hosts = list(state(row).hosts)
    submit(row, "delete", ids=hosts)
    monkeypatch.setattr(bounds, "MOST", {**bounds.MOST, "hosts": len(hosts) - 1})
    with pytest.raises(NetpolError, match="at most"):
        reverts.undo(row.pk, UndoMessage(edit_id="u", client_id="me"))


def aged(days, **columns):
    row = board_from("start")
    Board.objects.filter(pk=row.pk).update(updated_at=timezone.now() - timedelta(days=days), **columns)
    return row


def purge(*words):
    out = StringIO()
    call_command("purge_boards", *words, stdout=out)
    return out.getvalue()


def binned(row):
    return Board.objects.get(pk=row.pk).deleted_at is not None


def test_boards_of_no_account_that_nobody_uses_go_into_the_bin_and_then_for_good(django_user_model):
    unused, nobodys = aged(200, browser="b" * 32), aged(200)
    fresh, opened = aged(20, browser="b" * 32), aged(200, browser="b" * 32)
    accounts = aged(200, owner=django_user_model.objects.create(username="ann"))
    Visit.objects.create(board=opened, opened_at=timezone.now(), **Person(browser="b" * 32).columns())
    assert "Put into" not in purge()
    assert "unused for 180 days: 2." in purge("--unused-for", "180")
    assert [binned(row) for row in (unused, nobodys, fresh, opened, accounts)] == [True, True, False, False, False]
    Board.objects.filter(pk=unused.pk).update(deleted_at=timezone.now() - timedelta(days=31))
    assert "1 boards" in purge()
    assert not Board.objects.filter(pk=unused.pk).exists()


def test_a_board_is_not_unused_within_a_day():
    with pytest.raises(CommandError, match="after a day"):
        purge("--unused-for", "0")
