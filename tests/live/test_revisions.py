"""Restoring, naming, and edits that do nothing, on a live board."""

import uuid

import pytest
from asgiref.sync import sync_to_async

from editor.services import milestones
from tests.live.browser import on_board
from tests.services.making import board_from

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
async def row():
    return await sync_to_async(board_from)("case-1")


async def test_a_restored_revision_reaches_everybody_as_one_message(row):
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        for browser in (one, other):
            await browser.hear("welcome")
        await one.edit("add_host", name="new", x=0, y=0)
        for browser in (one, other):
            await browser.hear("changed")
        await one.say(type="restore", revision=1, edit_id=str(uuid.uuid4()), client_id="c")
        mine, theirs = await one.hear("changed"), await other.hear("changed")
        assert mine == theirs
        assert (mine["command"], mine["author"], mine["revision"]) == ("restore", "Guest", 3)


async def test_an_edit_that_changes_nothing_is_answered_to_its_author_alone(row):
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        welcome = await one.hear("welcome")
        await other.hear("welcome")
        pod = welcome["snapshot"]["pods"][0]
        edit_id = await one.edit("move", items=[{"id": pod["id"], "x": pod["x"], "y": pod["y"]}])
        assert await one.hear("unchanged") == {"type": "unchanged", "edit_id": edit_id, "revision": 1}
        await one.edit("add_host", name="new", x=0, y=0)
        assert (await other.hear("changed"))["revision"] == 2


async def test_everybody_hears_of_a_name(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        await sync_to_async(milestones.name)(row.pk, 1, "Start")
        assert await one.hear("revision_named") == {"type": "revision_named", "revision": 1, "name": "Start"}
