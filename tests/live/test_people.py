"""Who is on a board, where they are, and when they are gone."""

from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
from asgiref.sync import sync_to_async
from channels.layers import get_channel_layer

from editor.board.shapes import as_json
from editor.live import roster
from editor.live.roster import Pace, Roster
from editor.wire.people import Person
from editor.wire.publishing import group
from tests.live.browser import on_board
from tests.services.making import board_from

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
async def row():
    return await sync_to_async(board_from)("case-1")


def somebody(name):
    return Person(id=name, client_id="", name=name, tint=1)


async def test_each_hears_where_the_other_is_and_that_they_left(row):
    async with on_board(row.pk) as one:
        first = (await one.hear("welcome"))["you"]
        async with on_board(row.pk) as other:
            second = (await other.hear("welcome"))["you"]
            assert (await other.hear("presence"))["person"]["id"] == first["id"]
            assert (await one.hear("presence"))["person"]["id"] == second["id"]
            caret = {"policy": "p", "anchor": 1, "head": 2}
            await other.say(type="here", client_id="tab", pointer={"x": 1, "y": 2}, selection=["pod"], caret=caret)
            # The signs of life that were under way may come first.
            while (seen := (await one.hear("presence"))["person"])["pointer"] is None:
                pass
            assert (seen["pointer"], seen["selection"], seen["caret"]) == ({"x": 1, "y": 2}, ["pod"], caret)
            assert (seen["name"], seen["tint"], seen["client_id"]) == (second["name"], second["tint"], "tab")
        assert (await one.hear("left"))["id"] == second["id"]


async def test_a_name_that_is_chosen_is_told_to_all(row):
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        await one.hear("welcome")
        me = (await other.hear("welcome"))["you"]
        await other.say(type="call_me", name="  Ada\tLovelace ")
        while (seen := (await one.hear("presence"))["person"])["name"] == me["name"]:
            pass
        assert (seen["id"], seen["name"]) == (me["id"], "Ada Lovelace")


async def test_a_person_on_another_process_is_greeted_and_counted_and_forgotten_when_silent(row, monkeypatch):
    monkeypatch.setattr("editor.live.together.SIGN_EVERY", 0.05)
    layer = get_channel_layer()
    channel = await layer.new_channel()
    async with on_board(row.pk) as one:
        me = (await one.hear("welcome"))["you"]
        far = {"id": "far", "client_id": "", "name": "Far", "tint": 2}
        await layer.group_send(group(row.pk), {"type": "person.told", "person": far, "asks": channel})
        assert (await one.hear("presence"))["person"]["name"] == "Far"
        assert (await one.hear("people"))["count"] == 2
        assert (await layer.receive(channel))["person"]["id"] == me["id"]
        monkeypatch.setattr(roster, "SILENT_FOR", 0.1)
        assert (await one.hear("left"))["id"] == "far"
        assert (await one.hear("people"))["count"] == 1


async def test_a_sign_of_somebody_unknown_is_asked_about(row):
    layer = get_channel_layer()
    channel = await layer.new_channel()
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        await layer.group_send(group(row.pk), {"type": "person.sign", "id": "far", "channel": channel})
        assert (await layer.receive(channel))["type"] == "person.asked"


@pytest.mark.parametrize(
    "said",
    [
        {"selection": ["x"] * 51},
        {"selection": ["x" * 81]},
        {"pointer": {"x": 1e300, "y": 0}},
        {"editing": {"id": "x", "field": "x" * 81}},
        {"secret": 1},
    ],
)
async def test_what_is_said_of_a_place_is_bounded(row, said):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        await one.say(type="here", **said)
        assert (await one.hear("refused"))["edit_id"] is None


def test_whoever_gives_a_sign_stays_and_whoever_is_silent_goes():
    people = Roster()
    assert people.hear(somebody("ada"), 0.0)
    assert not people.hear(somebody("ada"), 1.0)
    people.hear(somebody("ben"), 1.0)
    assert people.sign("ben", 30.0)
    assert not people.sign("eve", 30.0)
    assert people.silent(1.0 + roster.SILENT_FOR + 0.1) == ["ada"]
    assert [person.name for person in people.everybody()] == ["ben"]
    assert (people.leave("ben"), people.leave("ben"), len(people)) == (True, False, 0)


def test_too_much_at_once_is_passed_over():
    pace = Pace(a_second=10, at_once=3)
    assert [pace.lets(100.0) for _ in range(5)] == [True, True, True, False, False]
    assert [pace.lets(100.2) for _ in range(3)] == [True, True, False]


def test_two_people_have_the_same_colour_only_when_all_are_taken():
    here = Roster()
    for number in range(8):
        tint = here.tint(3, 8)
        assert tint not in {person.tint for person in here.everybody()}
        here.hear(Person(id=str(number), client_id="", name="", tint=tint), 0.0)
    assert here.tint(3, 8) == 3


async def test_everybody_on_a_board_has_a_colour_of_their_own(row):
    async with AsyncExitStack() as stack:
        there = [await stack.enter_async_context(on_board(row.pk)) for _ in range(8)]
        tints = {(await one.hear("welcome"))["you"]["tint"] for one in there}
        assert tints == set(range(1, 9))


async def test_two_of_two_processes_who_came_with_one_colour_give_way(row):
    async with on_board(row.pk) as one:
        mine = (await one.hear("welcome"))["you"]
        other = somebody("0") if mine["id"] > "0" else somebody("")
        told = {"type": "person.told", "person": as_json(replace(other, tint=mine["tint"])), "asks": None}
        await get_channel_layer().group_send(group(row.pk), told)
        while True:
            person = (await one.hear("presence"))["person"]
            if person["id"] == mine["id"]:
                break
        assert person["tint"] != mine["tint"]
