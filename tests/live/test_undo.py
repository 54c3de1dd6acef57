"""Undo and redo on a live board."""

import uuid

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from tests.live.browser import Browser, on_board
from tests.services.making import board_from

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
async def row():
    return await sync_to_async(board_from)("case-1")


async def ask(browser, verb, edit_id=None):
    await browser.say(type=verb, edit_id=edit_id or str(uuid.uuid4()), client_id="tab")


def opened(row):
    """The cookies of a browser that has opened the board."""
    client = Client()
    client.get(f"/api/v1/boards/{row.pk}/")
    return [(b"cookie", "; ".join(f"{name}={held.value}" for name, held in client.cookies.items()).encode())]


def with_cookies(row, cookies):
    browser = Browser(f"/ws/boards/{row.pk}/")
    browser.wire.scope["headers"].extend(cookies)
    return browser


async def test_an_undo_reaches_everybody_as_one_and_the_same_message(row):
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        welcome = await one.hear("welcome")
        await other.hear("welcome")
        assert (welcome["undo"], welcome["redo"]) == ([], [])
        await one.edit("add_host", name="new", x=0, y=0)
        done = await one.hear("changed")
        assert (done["actor"], done["reverts"]) == (welcome["actor"], None)
        await other.hear("changed")
        await ask(one, "undo")
        mine, theirs = await one.hear("changed"), await other.hear("changed")
        assert mine == theirs
        assert (mine["reverts"], mine["sentence"]) == (2, f"Undid “{done['sentence']}”")
        await ask(one, "redo")
        assert (await other.hear("changed"))["change"]["puts"] == done["change"]["puts"]


async def test_another_cannot_undo_what_this_one_did(row):
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        for browser in (one, other):
            await browser.hear("welcome")
        await one.edit("add_host", name="new", x=0, y=0)
        await other.hear("changed")
        await ask(other, "undo")
        assert (await other.hear("refused"))["errors"][0]["code"] == "nothing_to_undo"


async def test_what_can_be_undone_survives_a_reload_and_is_the_same_in_every_tab(row):
    cookies = await sync_to_async(opened)(row)
    async with with_cookies(row, cookies) as one:
        await one.hear("welcome")
        await one.edit("add_host", name="new", x=0, y=0)
        sentence = (await one.hear("changed"))["sentence"]
    async with with_cookies(row, cookies) as later, on_board(row.pk) as stranger:
        assert (await stranger.hear("welcome"))["undo"] == []
        assert (await later.hear("welcome"))["undo"] == [{"revision": 2, "sentence": sentence}]
        await ask(later, "undo")
        await later.hear("changed")
    async with with_cookies(row, cookies) as again:
        welcome = await again.hear("welcome")
        assert (welcome["undo"], welcome["redo"]) == ([], [{"revision": 3, "sentence": sentence}])


async def test_a_repeated_undo_is_answered_and_not_done_twice(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        for name in ("a", "b"):
            await one.edit("add_host", name=name, x=0, y=0)
            await one.hear("changed")
        await ask(one, "undo", "once")
        first = await one.hear("changed")
        await ask(one, "undo", "once")
        assert (await one.hear("changed"))["revision"] == first["revision"]


async def test_whoever_fell_behind_learns_from_the_log_what_was_reverted(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        await one.edit("add_host", name="a", x=0, y=0)
        await one.hear("changed")
        await ask(one, "undo")
        await one.hear("changed")
        await one.say(type="catch_up", revision=1)
        assert [each["reverts"] for each in (await one.hear("history"))["changes"]] == [None, 2]
