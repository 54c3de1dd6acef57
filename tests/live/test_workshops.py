"""A workshop live: what the instructor hears, and what learners hear."""

import pytest
from asgiref.sync import sync_to_async
from channels.layers import get_channel_layer

from editor.live import desk
from editor.live.admission import ANEW, ENDED
from editor.live.attendance import Attendance
from editor.live.nowhere import NOT_FOUND
from editor.live.roster import SILENT_FOR
from editor.models import Board
from editor.services import evaluation, learning
from editor.services.access import person
from editor.services.workshops import beginning, freezing, joining, lessons, purging, roles, seats, showing
from editor.wire.workshop_requests import OpenLesson
from tests.access.people import browser, cookies
from tests.live.browser import Browser
from tests.services.learners import solution, wrong
from tests.services.rooms import HYPHEN, at_work, room, save

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def told_at_once(monkeypatch):
    monkeypatch.setattr(desk, "TOLD_EVERY", 0.01)


def connected(path, client):
    found = Browser(path)
    found.wire.scope["headers"].extend(cookies(client))
    return found


def at(workshop, client):
    return connected(f"/ws/workshops/{workshop.pk}/", client)


def who(client):
    return person(client.session)


def taught():
    """A workshop, and its instructor's browser."""
    client = browser()
    return room(who=who(client)), client


def sat(workshop, nickname):
    client = browser()
    found, _, _ = joining.join(workshop.code, nickname, who(client))
    return found, client


async def heard(one, wanted):
    """The first message of the room in which the wanted thing stands."""
    while True:
        told = await one.hear("room")
        if wanted(told):
            return told


def line(told, seat):
    return next((each for each in told["seats"] if each["id"] == str(seat.pk)), None)


async def test_the_instructor_sees_a_learner_come_work_and_go():
    workshop, teacher = await sync_to_async(taught)()
    async with at(workshop, teacher) as one:
        first = await one.hear("workshop_state")
        assert (first["state"]["you"], first["state"]["room"]["seats"]) == ("instructor", [])
        found, learner = await sync_to_async(sat)(workshop, "maple")
        assert line(await one.hear("room"), found)["here"] is False
        async with at(workshop, learner) as other:
            assert (await other.hear("workshop_state"))["state"]["you"] == "learner"
            await heard(one, lambda told: line(told, found)["here"])
            await other.say(type="attend", here=False)
            await heard(one, lambda told: not line(told, found)["here"])
            await other.say(type="attend", here=True)
            await heard(one, lambda told: line(told, found)["here"])
        await heard(one, lambda told: not line(told, found)["here"])


async def test_who_is_here_is_known_to_an_instructor_who_comes_later_or_reloads():
    workshop, teacher = await sync_to_async(taught)()
    found, learner = await sync_to_async(sat)(workshop, "maple")
    async with at(workshop, learner) as other:
        await other.hear("workshop_state")
        for _ in range(2):
            async with at(workshop, teacher) as one:
                assert len((await one.hear("workshop_state"))["state"]["room"]["seats"]) == 1
                await heard(one, lambda told: line(told, found)["here"])


async def test_tries_problems_and_goals_are_told_as_they_happen():
    workshop, teacher = await sync_to_async(taught)()
    found, row = await sync_to_async(at_work)(workshop)
    async with at(workshop, teacher) as one:
        await one.hear("workshop_state")
        await sync_to_async(save)(row, wrong(HYPHEN, "The order is turned round, the hyphen stays"))
        told = await heard(one, lambda told: line(told, found)["tries"] == 1)
        assert told["groups"][0]["problem"] == "peer-and-or"
        await sync_to_async(save)(row, solution(HYPHEN))
        told = await heard(one, lambda told: all(line(told, found)["work"][0]["goals"].values()))
        assert told["groups"] == []


async def test_learners_hear_what_the_instructor_does_and_of_themselves_alone():
    workshop, _ = await sync_to_async(taught)()
    found, learner = await sync_to_async(sat)(workshop, "maple")
    _, neighbour = await sync_to_async(sat)(workshop, "oak")
    async with at(workshop, learner) as one, at(workshop, neighbour) as other:
        await one.hear("workshop_state")
        await other.hear("workshop_state")
        await sync_to_async(lessons.open_lesson)(workshop, OpenLesson())
        for each in (one, other):
            told = await each.hear("workshop")
            assert (told["what"], told["workshop"]["current"]) == ("lesson_opened", 0)
        await sync_to_async(seats.change)(found, found.nickname, hand=True)
        assert (await one.hear("seat"))["seat"]["hand"] is True
        await sync_to_async(freezing.freeze)(workshop, frozen=True)
        for each in (one, other):
            assert (await each.hear("workshop"))["what"] == "frozen"


async def test_a_frozen_board_turns_into_one_to_look_at_and_back(monkeypatch):
    monkeypatch.setattr(roles, "GRACE", roles.GRACE / 10)
    workshop, learner = await sync_to_async(_learner_at_work)()
    row = await sync_to_async(lambda: Board.objects.get(workshop=workshop))()
    (policy,) = (await sync_to_async(evaluation.state)(row)).policies
    async with connected(f"/ws/boards/{row.pk}/", learner) as one:
        welcome = await one.hear("welcome")
        assert (welcome["role"], welcome["workshop"]) == ("edit", str(workshop.pk))
        await sync_to_async(freezing.freeze)(workshop, frozen=True)
        await one.say(type="draft", policy=policy, text="on the way")
        assert (await one.hear("draft"))["draft"]["text"] == "on the way"
        assert (await one.hear("role"))["role"] == "view"
        await one.say(type="draft", policy=policy, text="too late")
        assert [each["code"] for each in (await one.hear("refused"))["errors"]] == ["frozen"]
        await sync_to_async(freezing.freeze)(workshop, frozen=False)
        assert (await one.hear("role"))["role"] == "edit"
        await one.say(type="draft", policy=policy, text="on the way, further")
        assert (await one.hear("draft"))["draft"]["text"] == "on the way, further"


def _learner_at_work():
    workshop, _ = taught()
    found, client = sat(workshop, "maple")
    lessons.open_lesson(workshop, OpenLesson())
    row = beginning.begin(found, 0)
    learning.go_to(row, 1)
    return workshop, client


async def test_the_instructor_on_a_learners_canvas_is_announced_to_the_learner():
    workshop, teacher = await sync_to_async(taught)()
    found, learner = await sync_to_async(sat)(workshop, "maple")
    row = await sync_to_async(_begin)(workshop, found)
    async with connected(f"/ws/boards/{row.pk}/", learner) as one:
        assert (await one.hear("welcome"))["you"]["instructor"] is False
        async with connected(f"/ws/boards/{row.pk}/", teacher) as other:
            assert (await other.hear("welcome"))["you"]["instructor"] is True
            assert (await presence(one))["person"]["instructor"] is True


async def presence(one):
    """The next word of somebody's presence."""
    while True:
        message = await one._next()
        if message["type"] == "presence":
            return message


def _begin(workshop, found):
    lessons.open_lesson(workshop, OpenLesson())
    return beginning.begin(found, 0)


async def test_somebody_taken_out_is_out_of_room_and_board_at_once():
    workshop, _ = await sync_to_async(taught)()
    found, learner = await sync_to_async(sat)(workshop, "maple")
    row = await sync_to_async(_begin)(workshop, found)
    async with at(workshop, learner) as one, connected(f"/ws/boards/{row.pk}/", learner) as board:
        await one.hear("workshop_state")
        await board.hear("welcome")
        await sync_to_async(seats.remove)(found)
        assert (await one.hear("seat"))["what"] == "removed"
        assert await one.hear_the_end() == ENDED
        assert await board.hear_the_end() == ENDED
    async with at(workshop, learner) as again:
        assert await again.hear_the_end() == ENDED


async def test_a_shown_canvas_is_shut_for_the_room_when_the_show_ends():
    workshop, teacher = await sync_to_async(taught)()
    found, learner = await sync_to_async(sat)(workshop, "maple")
    await sync_to_async(_begin)(workshop, found)
    await sync_to_async(showing.show_learner)(workshop, found.pk, 0, await sync_to_async(who)(teacher))
    async with at(workshop, learner) as one:
        shown = (await one.hear("workshop_state"))["state"]["workshop"]["shown"]
        assert shown["kind"] == "learner"
        async with connected(f"/ws/boards/{shown['board']}/", learner) as board:
            welcome = await board.hear("welcome")
            assert (welcome["role"], welcome["lesson"]) == ("view", None)
            await sync_to_async(showing.end)(workshop)
            assert await board.hear_the_end() == NOT_FOUND
        assert (await one.hear("workshop"))["what"] == "unshown"


async def test_strangers_and_a_deleted_workshop_are_told_that_there_is_none():
    workshop, teacher = await sync_to_async(taught)()
    stranger = await sync_to_async(browser)()
    async with at(workshop, stranger) as one:
        assert await one.hear_the_end() == NOT_FOUND
    async with at(workshop, teacher) as one:
        await one.hear("workshop_state")
        await sync_to_async(purging.delete)(workshop)
        assert await one.hear_the_end() == NOT_FOUND


async def test_a_browser_that_takes_another_seat_comes_anew():
    workshop, _ = await sync_to_async(taught)()
    first, _ = await sync_to_async(sat)(workshop, "maple")
    _, client = await sync_to_async(sat)(workshop, "oak")
    async with at(workshop, client) as one:
        await one.hear("workshop_state")
        await sync_to_async(lambda: joining.come_back(first.return_code, who(client)))()
        assert await one.hear_the_end() == ANEW


async def test_what_is_no_message_is_answered_and_the_connection_stays():
    workshop, teacher = await sync_to_async(taught)()
    async with at(workshop, teacher) as one:
        await one.hear("workshop_state")
        for text, code in (("{", "bad_json"), ('{"type": "edit"}', "unknown_message"), ('{"type":"attend"}', None)):
            await one.say_text(text)
            told = await one.hear("refused")
            assert code in (None, told["errors"][0]["code"])
        await one.say(type="ping")
        await one.hear("pong")


def test_somebody_is_here_while_one_of_their_devices_looks():
    held = Attendance()
    assert held.hear("ann", "laptop", 0, looks=True)
    assert not held.hear("ann", "phone", 0, looks=True)
    assert not held.leave("ann", "laptop")
    assert held.hear("ann", "phone", 1, looks=False)
    assert not held.here("ann")
    assert held.hear("ann", "phone", 2, looks=True)
    assert held.silent(2 + SILENT_FOR + 1) == ["ann"]
    assert not held.leave("bob", "laptop")


async def test_what_a_room_was_told_and_nobody_heard_comes_with_the_next_sign_of_life():
    workshop, _ = await sync_to_async(taught)()
    _, learner = await sync_to_async(sat)(workshop, "maple")
    async with at(workshop, learner) as one:
        assert not (await one.hear("workshop_state"))["state"]["workshop"]["frozen"]
        await one.say(type="ping")
        await one.hear("pong")
        get_channel_layer().groups.clear()
        await sync_to_async(freezing.freeze)(workshop, frozen=True)
        await one.say(type="ping")
        assert (await one.hear("workshop_state"))["state"]["workshop"]["frozen"]
        await one.hear("pong")
