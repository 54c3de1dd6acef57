"""People who came by links: put out by the owner, or leaving by themselves."""

import pytest
from asgiref.sync import sync_to_async

from editor.live.admission import ENDED
from editor.live.nowhere import NOT_FOUND
from tests.access.people import browser, by_link, link, make, signed_in
from tests.access.test_live_matrix import live


def opens(client, row):
    return client.get(f"/api/v1/boards/{row.pk}/").status_code


def people(owner, row):
    return [one for entry in owner.get(f"/api/v1/boards/{row.pk}/links/").json() for one in entry["people"]]


def put_out(owner, row, found, member):
    return owner.delete(f"/api/v1/boards/{row.pk}/links/{found.id}/people/{member}/")


def leave(client, row):
    return client.delete(f"/api/v1/boards/{row.pk}/membership/")


@pytest.mark.django_db
def test_whom_the_owner_puts_out_is_out_by_every_link_and_nobody_else_is():
    owner, guest, other = browser(), signed_in("guest"), browser()
    row = make(owner)
    found, second = link(row, "edit"), link(row)
    for made in (found, second):
        by_link(guest, made)
    by_link(other, found)
    ids = [one["id"] for one in people(owner, row) if one["name"] == "guest"]
    assert len(ids) == 2  # one for each link
    assert 204 in {put_out(owner, row, made, ids[0]).status_code for made in (found, second)}
    assert opens(guest, row) == 403
    by_link(guest, second)
    assert opens(guest, row) == 403
    assert [one["name"] for one in people(owner, row)] == [None]
    assert opens(other, row) == 200


@pytest.mark.django_db
def test_a_guest_without_an_account_has_a_friendly_name():
    owner = browser()
    row = make(owner)
    by_link(browser(), link(row))
    (one,) = people(owner, row)
    assert (one["name"], one["called"].split()[0]) == (None, "Guest")


@pytest.mark.django_db
def test_only_the_owner_puts_people_out_and_only_people_of_that_board():
    owner, guest = browser(), browser()
    row, elsewhere = make(owner), make(owner)
    found, far = link(row, "edit"), link(elsewhere)
    by_link(guest, found)
    (one,) = people(owner, row)
    assert put_out(guest, row, found, one["id"]).status_code == 403
    assert put_out(owner, elsewhere, far, one["id"]).json()["errors"][0]["code"] == "unknown_member"
    assert opens(guest, row) == 200


@pytest.mark.django_db
def test_who_leaves_a_board_has_it_no_more_until_they_open_a_link_again():
    owner, guest = browser(), signed_in("guest")
    row = make(owner)
    found = link(row, "edit")
    by_link(guest, found)
    assert leave(guest, row).status_code == 204
    assert opens(guest, row) == 404
    assert guest.get("/api/v1/boards/").json() == []
    by_link(guest, found)
    assert opens(guest, row) == 200


@pytest.mark.django_db
def test_an_owner_does_not_leave():
    owner = browser()
    row = make(owner)
    assert leave(owner, row).json()["errors"][0]["code"] == "owner_stays"
    assert opens(owner, row) == 200


@pytest.mark.django_db(transaction=True)
async def test_the_live_connections_of_who_goes_end_and_no_others():
    owner, guest, other = await sync_to_async(lambda: (browser(), browser(), browser()))()
    row = await sync_to_async(make)(owner)
    found = await sync_to_async(link)(row, "edit")
    for client in (guest, other):
        await sync_to_async(by_link)(client, found)
    async with live(row, guest) as one, live(row, other) as another, live(row, owner) as mine:
        for each in (one, another, mine):
            await each.hear("welcome")
        first = (await sync_to_async(people)(owner, row))[-1]["id"]
        await sync_to_async(put_out)(owner, row, found, first)
        assert await one.hear_the_end() == ENDED
        await sync_to_async(leave)(other, row)
        assert await another.hear_the_end() == NOT_FOUND
        await mine.edit("add_host", name="still here")
        assert (await mine.hear("changed"))["revision"] == 1
