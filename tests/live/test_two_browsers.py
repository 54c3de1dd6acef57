"""Two browsers on one board."""

import json

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from editor.services import binned, boards
from editor.wire.messages import PROTOCOL
from tests.live.browser import Browser, on_board
from tests.services.making import board_from, state, verdict

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
async def row():
    return await sync_to_async(board_from)("case-1")


@pytest.fixture
async def policy(row):
    (found,) = (await sync_to_async(state)(row)).policies.values()
    return found


async def test_the_welcome_holds_the_whole_board(row):
    async with on_board(row.pk) as browser:
        welcome = await browser.hear("welcome")
        assert (welcome["protocol"], welcome["revision"], welcome["board"]["id"]) == (PROTOCOL, 1, str(row.pk))
        assert {len(welcome["snapshot"][table]) for table in ("pods", "namespaces", "hosts", "policies")} == {5, 2, 1}
        assert len(welcome["verdicts"]) == len(welcome["snapshot"]["connections"])
        db = next(pod["id"] for pod in welcome["snapshot"]["pods"] if pod["name"] == "db")
        assert welcome["isolation"][db] == {"ingress": 1, "egress": 0}


async def test_an_edit_reaches_everybody_its_author_included(row):
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        for browser in (one, other):
            await browser.hear("welcome")
        edit_id = await one.edit("add_namespace", client_id="one", name="new", x=0, y=0)
        mine, theirs = await one.hear("changed"), await other.hear("changed")
        assert mine == theirs
        assert (mine["edit_id"], mine["client_id"], mine["revision"]) == (edit_id, "one", 2)
        assert mine["change"]["puts"][0]["record"]["name"] == "new"


async def test_both_see_how_many_people_there_are(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        assert (await one.hear("people"))["count"] == 1
        async with on_board(row.pk) as other:
            assert (await other.hear("welcome"))["people"] == 2
            assert (await one.hear("people"))["count"] == 2
        assert (await one.hear("people"))["count"] == 1


async def test_what_is_typed_recolours_for_everybody_at_once(row, policy):
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        for browser in (one, other):
            await browser.hear("welcome")
        await one.say(
            type="draft", policy=policy.id, text=policy.text.replace("role: api", "role: web"), client_id="one"
        )
        told = await other.hear("draft")
        assert (told["client_id"], told["draft"]["good"]) == ("one", True)
        assert verdict(told["verdicts"], "prod/web", "prod/db", 3306) is True
        await one.say(type="draft", policy=policy.id, text="kind: [", client_id="one")
        await one.hear("draft")
        told = await one.hear("draft")
        assert (told["draft"]["good"], told["draft"]["text"], told["verdicts"]) == (False, "kind: [", [])
        assert told["draft"]["faults"][0]["line"]
        async with on_board(row.pk) as late:
            welcome = await late.hear("welcome")
            assert welcome["drafts"][0]["text"] == "kind: ["
            assert verdict(welcome["verdicts"], "prod/web", "prod/db", 3306) is True
        await one.say(type="drop_draft", policy=policy.id, client_id="one")
        dropped = await one.hear("draft")
        assert dropped["draft"]["text"] is None
        assert verdict(dropped["verdicts"], "prod/web", "prod/db", 3306) is False


async def test_two_who_type_at_once_hear_the_same_and_lose_nothing(row, policy):
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        for browser in (one, other):
            await browser.hear("welcome")
            await browser.say(type="pull_text", policy=policy.id)
        series = (await one.hear("text"))["series"]
        assert (await other.hear("text"))["text"] == policy.text
        stroke = {"type": "type_text", "policy": policy.id, "series": series, "version": 0}
        length = len(policy.text)
        await one.say(**stroke, update_id="1", changes=[[0, "# one", ""], length], client_id="one")
        first = [await browser.hear("draft") for browser in (one, other)]
        await other.say(**stroke, update_id="2", changes=[length, [0, "# other", ""]], client_id="other")
        second = [await browser.hear("draft") for browser in (one, other)]
        assert first[0] == first[1]
        assert second[0] == second[1]
        assert second[0]["draft"]["text"] == "# one\n" + policy.text + "# other\n"
        assert [told["update"]["version"] for told in (first[0], second[0])] == [1, 2]
        await other.say(**stroke, update_id="2", changes=[length, [0, "# other", ""]], client_id="other")
        again = await other.hear("text")
        assert (again["taken"], len(again["updates"])) == (True, 2)
        await one.say(type="save_text", edit_id="save", policy=policy.id, client_id="one")
        for browser in (one, other):
            assert (await browser.hear("changed"))["change"]["patches"][0]["after"] == second[0]["draft"]["text"]
            assert (await browser.hear("draft"))["draft"]["text"] is None


async def test_a_commit_ends_the_draft_after_the_change(row, policy):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        text = policy.text.replace("role: api", "role: web")
        await one.say(type="draft", policy=policy.id, text=text, client_id="one")
        await one.hear("draft")
        await one.edit("edit_policy", client_id="one", id=policy.id, text=text)
        changed = await one.hear("changed")
        assert {patch["field"] for patch in changed["change"]["patches"]} == {"text"}
        assert (await one.hear("draft"))["draft"]["text"] is None


async def test_a_refusal_is_told_to_its_author_alone_and_is_the_same_over_rest(row):
    params = {"name": "Not A Name", "labels": {"a b": "c"}, "x": 0, "y": 0}
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        await one.hear("welcome")
        await other.hear("welcome")
        edit_id = await one.edit("add_namespace", **params)
        refused = await one.hear("refused")
        assert refused["edit_id"] == edit_id
        await one.edit("add_host", name="later", x=0, y=0)
        assert (await other.hear("changed"))["sentence"].startswith("Added outside address later")
        body = {"command": "add_namespace", "params": params}
        answer = await sync_to_async(Client().post)(
            f"/api/v1/boards/{row.pk}/commands/", body, content_type="application/json"
        )
        assert answer.json()["errors"] == refused["errors"]


async def test_a_repeat_is_answered_to_whoever_repeats(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        edit_id = await one.edit("add_namespace", name="new", x=0, y=0)
        first = await one.hear("changed")
        await one.edit("add_namespace", edit_id=edit_id, name="new", x=0, y=0)
        again = await one.hear("changed")
        assert (again["revision"], again["change"]) == (first["revision"], first["change"])


async def test_an_edit_over_rest_reaches_the_browsers(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        body = {"name": "fresh"}
        await sync_to_async(Client().post)(
            f"/api/v1/boards/{row.pk}/namespaces/", body, content_type="application/json"
        )
        assert (await one.hear("changed"))["sentence"] == "Added namespace fresh"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nonsense", "bad_json"),
        ("[" * 100_000, "bad_json"),
        ("5", "unknown_message"),
        ('{"type": "explode"}', "unknown_message"),
        ('{"type": ["edit"]}', "unknown_message"),
        ('{"type": "edit"}', "missing_field"),
        ('{"type": "edit", "edit_id": "", "command": "delete", "params": {}}', "bad_edit_id"),
        ('{"type": "edit", "edit_id": "1", "command": "delete", "params": []}', "wrong_type"),
        ('{"type": "draft", "policy": "x", "text": "y"}', "unknown_object"),
        ('{"type": "pull_text", "policy": "x"}', "unknown_object"),
        ('{"type": "save_text", "edit_id": "1", "policy": "x"}', "unknown_object"),
        ('{"type": "draft", "policy": "x", "text": "\\u0000"}', "bad_text"),
        ('{"type": "draft", "policy": "x", "text": "\\ud800"}', "bad_text"),
        ('{"type": "catch_up", "revision": "one"}', "wrong_type"),
        (json.dumps({"type": "x" * 2_000_000}), "too_large"),
    ],
)
async def test_whatever_is_said_is_answered_and_the_connection_stays(row, text, code):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        await one.say_text(text)
        refused = await one.hear("refused")
        assert [error["code"] for error in refused["errors"]][:1] == [code]
        await one.say(type="catch_up", revision=1)
        assert (await one.hear("history"))["changes"] == []


async def test_bytes_are_answered_too(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        await one.say_bytes(b"\xff")
        assert (await one.hear("refused"))["errors"][0]["code"] == "bad_json"


async def test_whoever_fell_behind_gets_the_log(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        for name in ("a", "b"):
            await one.edit("add_host", name=name, x=0, y=0)
            await one.hear("changed")
        await one.say(type="catch_up", revision=1)
        history = await one.hear("history")
        assert (history["from"], [each["revision"] for each in history["changes"]]) == (1, [2, 3])
        assert len(history["changes"][-1]["verdicts"]) > 0


async def test_whoever_fell_too_far_behind_gets_the_whole_board(row, monkeypatch):
    monkeypatch.setattr(boards, "LONGEST_CATCH_UP", 1)
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        for name in ("a", "b"):
            await one.edit("add_host", name=name, x=0, y=0)
            await one.hear("changed")
        await one.say(type="catch_up", revision=1)
        assert (await one.hear("welcome"))["revision"] == 3
        await one.say(type="catch_up", revision=99)
        assert (await one.hear("welcome"))["revision"] == 3


@pytest.mark.parametrize("address", ["/ws/boards/00000000-0000-4000-8000-000000000000/", "/ws/nothing/"])
async def test_an_unknown_board_is_closed_with_a_code_that_the_browser_can_read(address):
    async with Browser(address) as one:
        assert one.opened["type"] == "websocket.accept"
        assert await one.hear_the_end() == 4404


async def test_a_deleted_board_closes_its_connections(row):
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        await sync_to_async(binned.throw_away)(row.pk)
        assert await one.hear_the_end() == 4404


async def test_a_page_of_another_site_gets_no_connection(row):
    async with on_board(row.pk, origin="https://evil.example") as one:
        assert one.opened["type"] == "websocket.close"
