"""What the channel layer loses, the next sign of life finds."""

import pytest
from asgiref.sync import sync_to_async
from channels.exceptions import ChannelFull
from channels.layers import get_channel_layer
from redis.exceptions import RedisError

from editor.services import drafts
from tests.live.browser import on_board
from tests.services.making import board_from, state, submit, type_into

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
async def row():
    return await sync_to_async(board_from)("case-1")


async def test_whoever_was_put_out_of_a_group_is_told_so_and_hears_again(row):
    async with on_board(row.pk) as one:
        start = (await one.hear("welcome"))["revision"]
        get_channel_layer().groups.clear()  # as after a minute in which nothing was taken
        await sync_to_async(submit)(row, "add_host", name="first")
        await one.say(type="ping")
        assert (await one.hear("pong"))["revision"] == start + 1
        await one.say(type="catch_up", revision=start)
        assert [each["revision"] for each in (await one.hear("history"))["changes"]] == [start + 1]
        await sync_to_async(submit)(row, "add_host", name="second")
        while (await one.hear("changed"))["revision"] != start + 2:  # by Redis the first may come late
            pass


@pytest.mark.parametrize("saved", [True, False])
async def test_problems_whose_news_was_lost_are_looked_for_with_the_next_sign_of_life(row, saved):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        first = (await one.hear("problems"))["revision"]
        get_channel_layer().groups.clear()
        (policy,) = (await sync_to_async(state)(row)).policies.values()
        typo = policy.text.replace("role: api", "role: apj")
        if saved:
            await sync_to_async(submit)(row, "edit_policy", id=policy.id, text=typo)
        else:
            await sync_to_async(drafts.put_text)(row.pk, type_into(policy.id, typo))
        await one.say(type="ping")
        await one.hear("pong")
        assert (await one.hear("problems"))["revision"] == first + saved


@pytest.mark.parametrize("trouble", [RedisError("away"), ChannelFull()])
async def test_a_layer_that_is_away_costs_messages_but_no_connection_and_no_edit(row, monkeypatch, trouble):
    async def fails(*_):
        raise trouble

    async with on_board(row.pk) as one:
        start = (await one.hear("welcome"))["revision"]
        with monkeypatch.context() as patch:
            for name in ("send", "group_send", "group_add"):
                patch.setattr(get_channel_layer(), name, fails)
            await one.say(type="here", client_id="tab", pointer={"x": 1, "y": 2})
            await one.edit("add_host", name="kept")
            await one.say(type="ping")
            assert (await one.hear("pong"))["revision"] == start + 1
        await one.edit("add_host", name="told")
        assert (await one.hear("changed"))["revision"] == start + 2
