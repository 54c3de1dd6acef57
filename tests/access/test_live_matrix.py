"""Every message of a live connection, everybody: the same rules as over REST; and the ends of connections."""

import uuid
from datetime import timedelta
from typing import get_args

import pytest
from asgiref.sync import sync_to_async
from channels.layers import get_channel_layer
from django.utils import timezone

from editor.live.admission import ANEW, ENDED
from editor.live.incoming import SHAPES
from editor.live.nowhere import NOT_FOUND
from editor.models import ShareLink
from editor.services import binned, sharing
from editor.wire.messages import ClientMessage
from editor.wire.sharing import ChangedLink
from tests.access.people import RANK, ROLES, board_and, browser, by_link, cookies, link, make, signed_in
from tests.live.browser import Browser
from tests.services.making import state

pytestmark = pytest.mark.django_db(transaction=True)


def messages(policy):
    """One of every message that changes something."""
    asked = {"edit_id": str(uuid.uuid4()), "client_id": "tab"}
    return {
        "edit": {"command": "add_host", "params": {"name": "new"}, **asked},
        "undo": asked,
        "redo": asked,
        "restore": {"revision": 1, **asked},
        "draft": {"policy": policy, "text": "kind: [", "client_id": "tab"},
        "drop_draft": {"policy": policy, "client_id": "tab"},
        "type_text": {
            "policy": policy,
            "series": "s",
            "version": 0,
            "changes": [1],
            "update_id": "u",
            "client_id": "tab",
        },
        "save_text": {"policy": policy, **asked},
    }


LOOKING = {
    "catch_up": {"revision": 1},
    "pull_text": {},
    "here": {},
    "call_me": {"name": "Ada"},
    "ping": {},
}


def test_the_table_has_every_message():
    assert set(messages("")) | set(LOOKING) == set(SHAPES)
    assert len(get_args(ClientMessage)) == len(SHAPES)


def live(row, client):
    found = Browser(f"/ws/boards/{row.pk}/")
    found.wire.scope["headers"].extend(cookies(client))
    return found


async def refusal(one):
    told = await one.hear("refused")
    return [each["code"] for each in told["errors"]]


@pytest.mark.parametrize("who", ROLES)
async def test_a_connection_is_let_in_and_told_its_role(who):
    row, client = await sync_to_async(board_and)(who)
    async with live(row, client) as one:
        role = ROLES[who]
        if role in RANK:
            assert (await one.hear("welcome"))["role"] == role
        else:
            assert await one.hear_the_end() == (ENDED if role == "gone" else NOT_FOUND)


@pytest.mark.parametrize("who", [who for who, role in ROLES.items() if role in RANK])
async def test_every_message_is_refused_to_whoever_may_only_look(who):
    row, client = await sync_to_async(board_and)(who)
    before = await sync_to_async(state)(row)
    policy = next(iter(before.policies))
    async with live(row, client) as one:
        await one.hear("welcome")
        if ROLES[who] == "view":
            for kind, fields in messages(policy).items():
                await one.say(type=kind, **fields)
                assert await refusal(one) == ["read_only"], kind
            assert await sync_to_async(state)(row) == before
        else:
            await one.say(type="edit", **messages(policy)["edit"])
            assert (await one.hear("changed"))["revision"] == 2
            await one.say(type="draft", **messages(policy)["draft"])
            assert (await one.hear("draft"))["draft"]["text"] == "kind: ["
        await one.say(type="catch_up", revision=1)
        assert (await one.hear("history"))["from"] == 1


async def guest(role="view"):
    """A board of somebody, and a guest who came by a link."""
    row = await sync_to_async(lambda: make(browser(), example="case-4"))()
    made = await sync_to_async(link)(row, role)
    return row, made, await sync_to_async(lambda: by_link(browser(), made))()


async def test_a_revoked_link_ends_its_live_connections_and_no_others():
    row, made, client = await guest()
    other = await sync_to_async(lambda: by_link(browser(), link(row, "edit")))()
    async with live(row, client) as one, live(row, other) as another:
        await one.hear("welcome")
        await another.hear("welcome")
        await sync_to_async(sharing.revoke)(row, made.id)
        assert await one.hear_the_end() == ENDED
        await another.edit("add_host", name="still here")
        assert (await another.hear("changed"))["revision"] == 2


async def test_a_link_that_expires_ends_its_live_connections_by_the_clock():
    row, made, client = await guest()
    soon = timezone.now() + timedelta(seconds=0.6)
    await sync_to_async(ShareLink.objects.filter(pk=made.id).update)(expires_at=soon)
    async with live(row, client) as one:
        assert (await one.hear("welcome"))["role"] == "view"
        assert await one.hear_the_end() == ENDED


async def test_an_expiry_that_is_brought_forward_counts_for_who_is_there():
    row, made, client = await guest()
    async with live(row, client) as one:
        await one.hear("welcome")
        soon = (timezone.now() + timedelta(seconds=0.4)).isoformat()
        await sync_to_async(sharing.change)(row, made.id, ChangedLink(expires_at=soon), ["expires_at"])
        assert await one.hear_the_end() == ENDED


async def test_another_role_counts_at_once_both_ways():
    row, made, client = await guest("edit")
    async with live(row, client) as one:
        assert (await one.hear("welcome"))["role"] == "edit"
        await sync_to_async(sharing.change)(row, made.id, ChangedLink(role="view"), ["role"])
        assert (await one.hear("role"))["role"] == "view"
        await one.edit("add_host", name="too late")
        assert await refusal(one) == ["read_only"]
        await sync_to_async(sharing.change)(row, made.id, ChangedLink(role="edit"), ["role"])
        assert (await one.hear("role"))["role"] == "edit"
        await one.edit("add_host", name="again")
        await one.hear("changed")


async def test_a_link_revoked_behind_the_back_of_the_messages_still_lets_nothing_through():
    row, made, client = await guest("edit")
    async with live(row, client) as one:
        await one.hear("welcome")
        await sync_to_async(ShareLink.objects.filter(pk=made.id).update)(revoked_at=timezone.now())
        await one.edit("add_host", name="new")
        assert await one.hear_the_end() == ENDED


async def test_a_deleted_board_ends_its_live_connections():
    row, _, client = await guest()
    async with live(row, client) as one:
        await one.hear("welcome")
        await sync_to_async(binned.throw_away)(row.pk)
        assert await one.hear_the_end() == NOT_FOUND


async def test_signing_out_ends_the_live_connections_of_the_account_in_that_browser():
    client = await sync_to_async(signed_in)("owner")
    row = await sync_to_async(make)(client)
    async with live(row, client) as one:
        await one.hear("welcome")
        await sync_to_async(client.post)("/account/sign-out/")
        assert await one.hear_the_end() == ANEW
    async with live(row, client) as again:
        assert await again.hear_the_end() == NOT_FOUND


async def test_who_signed_out_unheard_is_sent_away_with_the_next_sign_of_life():
    client = await sync_to_async(signed_in)("owner")
    row = await sync_to_async(make)(client)
    async with live(row, client) as one:
        await one.hear("welcome")
        get_channel_layer().groups.clear()
        await sync_to_async(client.post)("/account/sign-out/")
        await one.say(type="ping")
        assert await one.hear_the_end() == ANEW


async def test_a_role_that_changed_unheard_is_told_with_the_next_sign_of_life():
    row, made, client = await guest()
    async with live(row, client) as one:
        await one.hear("welcome")
        get_channel_layer().groups.clear()
        await sync_to_async(sharing.revoke)(row, made.id)
        await one.say(type="ping")
        assert await one.hear_the_end() == ENDED
