"""A board that a program without a session made: open to whoever knows its address, until somebody makes it theirs."""

import json

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from editor.live.nowhere import NOT_FOUND
from editor.models import Board
from editor.services import ownership
from tests.access.people import browser, by_link, link, make, signed_in
from tests.access.test_live_matrix import live


def by_program():
    return make(Client(), example="case-1")


def owner(row, client):
    return client.get(f"/api/v1/boards/{row.pk}/owner/")


def take(row, client):
    return client.post(f"/api/v1/boards/{row.pk}/owner/", {}, content_type="application/json")


@pytest.mark.django_db
def test_it_says_that_it_is_nobodys_and_ones_own_says_that_it_is_yours():
    assert owner(by_program(), browser()).json() == {"owner": "nobody"}
    mine = browser()
    assert owner(make(mine), mine).json() == {"owner": "you"}


@pytest.mark.django_db
@pytest.mark.parametrize("taker", [browser, lambda: signed_in("ada")])
def test_whoever_takes_it_has_it_alone_and_others_come_by_links_only(taker):
    row, mine, other = by_program(), taker(), browser()
    assert other.get(f"/api/v1/boards/{row.pk}/").status_code == 200
    assert take(row, mine).json() == {"owner": "you"}
    assert owner(row, mine).json() == {"owner": "you"}
    for path in ("", "owner/"):
        assert other.get(f"/api/v1/boards/{row.pk}/{path}").status_code == 404
    assert take(row, other).status_code == 404
    assert by_link(other, link(row)).get(f"/api/v1/boards/{row.pk}/").status_code == 200


@pytest.mark.django_db
def test_taking_what_is_yours_changes_nothing():
    mine = browser()
    row = make(mine)
    assert take(row, mine).json() == {"owner": "you"}
    assert Board.objects.get(pk=row.pk).browser == row.browser


@pytest.mark.django_db
def test_of_two_who_take_it_at_once_the_second_is_told_that_there_is_no_such_board():
    row = by_program()
    Board.objects.filter(pk=row.pk).update(browser="somebody")
    row.browser = ""
    with pytest.raises(ownership.NoSuchBoardError):
        ownership.take(row, ownership.Person(browser="else"))


@pytest.mark.django_db
def test_nobody_takes_more_boards_than_one_may_have(monkeypatch):
    monkeypatch.setattr(ownership, "MOST_BOARDS", 1)
    mine = browser()
    make(mine)
    answer = take(by_program(), mine)
    assert answer.status_code == 409
    assert [each["code"] for each in json.loads(answer.content)["errors"]] == ["too_many_boards"]


@pytest.mark.django_db(transaction=True)
async def test_whoever_is_there_by_its_address_alone_is_out_when_it_is_taken():
    row = await sync_to_async(by_program)()
    mine, other = await sync_to_async(browser)(), await sync_to_async(browser)()
    async with live(row, mine) as here, live(row, other) as there:
        await here.hear("welcome")
        await there.hear("welcome")
        await sync_to_async(take)(row, mine)
        assert await there.hear_the_end() == NOT_FOUND
        await here.edit("add_host", name="still here")
        assert (await here.hear("changed"))["revision"] == 2
