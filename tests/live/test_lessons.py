"""Goals on a live board."""

import pytest
from asgiref.sync import sync_to_async

from editor.models import Board
from editor.services import evaluation, learning
from editor.services.access import NOBODY
from editor.wire.lessons import Predict
from tests.live.browser import on_board
from tests.services.learners import begun, solution
from tests.services.making import board_from

pytestmark = pytest.mark.django_db(transaction=True)


def only_policy(row):
    (found,) = evaluation.state(Board.objects.get(pk=row.pk)).policies
    return found


async def test_goals_follow_a_draft_and_a_saved_text():
    row = await sync_to_async(begun)("case-5-one-hyphen", NOBODY)
    policy = await sync_to_async(only_policy)(row)
    async with on_board(row.pk) as one:
        assert (await one.hear("welcome"))["lesson"] == "case-5-one-hyphen"
        await one.say(type="draft", policy=policy, text=solution("case-5-one-hyphen"))
        await one.hear("draft")
        assert (await one.hear("goals"))["step"] == 0
        await one.edit("edit_policy", id=policy, text=solution("case-5-one-hyphen"))
        await one.hear("changed")
        await one.hear("draft")
        told = await one.hear("goals")
        assert (told["tries"], told["done"]) == (0, False)


async def test_a_board_of_no_lesson_hears_of_no_goals():
    row = await sync_to_async(board_from)()
    async with on_board(row.pk) as one:
        assert (await one.hear("welcome"))["lesson"] is None
        await one.edit("add_host", name="a")
        await one.hear("changed")
        await one.edit("add_host", name="b")
        await one.hear("changed")


async def test_what_is_to_be_predicted_is_told_with_the_answer():
    row = await sync_to_async(begun)("case-5-one-hyphen", NOBODY)
    policy = await sync_to_async(only_policy)(row)
    async with on_board(row.pk) as one:
        welcome = await one.hear("welcome")
        assert (welcome["verdicts"], welcome["isolation"]) == ([], {})
        await one.say(type="draft", policy=policy, text=solution("case-5-one-hyphen"))
        typed = await one.hear("draft")
        assert (typed["verdicts"], typed["isolation"]) == ([], {})
        await one.hear("goals")
        await one.say(type="catch_up", revision=0)
        assert all(each["verdicts"] == [] for each in (await one.hear("history"))["changes"])
        await sync_to_async(learning.predict)(row, Predict(answers=(True,) * 4, reveal=True))
        told = await one.hear("verdicts")
        assert len(told["verdicts"]) == len(welcome["snapshot"]["connections"])
        assert told["isolation"]
