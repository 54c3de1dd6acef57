"""Problems and results of expectations reach everybody on the board by themselves, while people type."""

import pytest
from asgiref.sync import sync_to_async

from editor.wire.publishing import stirs
from tests.live.browser import on_board
from tests.services.making import board_from, state, submit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
async def row():
    return await sync_to_async(board_from)("case-1")


@pytest.fixture
async def policy(row):
    (found,) = (await sync_to_async(state)(row)).policies.values()
    return found


async def found(browser, kind="problems"):
    """The next message of that kind, whatever else comes in between."""
    while True:
        message = await browser._next()
        if message["type"] == kind:
            return message


def ids(message, policy):
    return [one["id"] for one in message["groups"].get(policy.id, [])]


async def test_who_comes_is_told_all_problems_and_the_results(row, policy):
    async with on_board(row.pk) as one:
        first = await found(one)
        assert (first["whole"], first["revision"]) == (True, 1)
        assert any(each["id"] == "unprotected-pod" for each in first["groups"][""])
        judged = await found(one, "expectations")
        assert (judged["results"], judged["arrows"]) == ([], {})
        async with on_board(row.pk) as other:
            assert (await found(other))["groups"] == first["groups"]


async def test_what_is_typed_brings_its_problems_to_everybody_without_being_saved(row, policy):
    typo = policy.text.replace("role: api", "role: apj")
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        for browser in (one, other):
            await found(browser)
        await one.say(type="draft", policy=policy.id, text=typo, client_id="one")
        mine, theirs = await found(one), await found(other)
        assert mine == theirs
        assert (mine["whole"], set(mine["groups"])) == (False, {policy.id})
        assert "selects-nothing" in ids(mine, policy)
        await one.say(type="drop_draft", policy=policy.id, client_id="one")
        assert "selects-nothing" not in ids(await found(other), policy)


async def test_an_expectation_turns_with_the_text_that_is_typed(row, policy):
    item = {"from": "prod/api", "to": "prod/db", "port": 3306, "expect": "allowed"}
    async with on_board(row.pk) as one, on_board(row.pk) as other:
        for browser in (one, other):
            await found(browser, "expectations")
        await one.edit("add_expectation", item=item)
        (result,) = (await found(other, "expectations"))["results"]
        assert result["status"] == "holds"
        await one.say(type="draft", policy=policy.id, text=policy.text.replace("3306", "3307"), client_id="one")
        (result,) = (await found(other, "expectations"))["results"]
        assert (result["status"], result["counterexample"]["verdict"]["port"]) == ("fails", 3306)


def test_only_what_may_alter_them_makes_the_server_look():
    row = board_from("case-1")
    pod = next(iter(state(row).pods.values()))
    moved = submit(row, "move", items=[{"id": pod.id, "x": pod.x + 5, "y": pod.y}])
    assert not stirs(moved.changed)
    relabelled = submit(row, "edit_pod", id=pod.id, labels={"role": "other"})
    assert stirs(relabelled.changed)
