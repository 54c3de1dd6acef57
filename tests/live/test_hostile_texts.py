"""The live connection against the table of hostile texts: each is answered, and the connection stays."""

import pytest
from asgiref.sync import sync_to_async

from editor.services import boards
from editor.wire.resources import NewBoard
from tests.hostile import POLICY, TABLE
from tests.live.browser import on_board
from tests.services.making import state

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = POLICY.replace("name: p", "name: before")
TEXTS = {name: one for name, one in TABLE.items() if one.text is not None}


@pytest.fixture
async def row():
    return await sync_to_async(boards.create)(NewBoard(name="hostile", manifests=BEFORE))


async def held(row):
    return {one.name: one for one in (await sync_to_async(state)(row)).policies.values()}


async def answered(browser, *kinds):
    """The next message of one of these types."""
    while True:
        message = await browser._next()
        if message["type"] in kinds:
            return message


def as_told(one, message):
    """Whether a text was refused, or taken, as the table says."""
    if message["type"] == "refused":
        return {found["code"] for found in message["errors"]} <= one.codes
    return not one.codes


@pytest.mark.parametrize(
    ("command", "key"),
    [("import_manifests", "manifests"), ("add_policy", "text"), ("edit_policy", "text"), ("edit_policies", "texts")],
)
async def test_an_edit_is_refused_or_taken_and_the_connection_stays(row, command, key):
    before = (await held(row))["before"]
    async with on_board(row.pk) as browser:
        await browser.hear("welcome")
        wrong = []
        for name, one in TEXTS.items():
            text = [{"id": before.id, "text": one.text, "base": BEFORE}] if key == "texts" else one.text
            named = {"id": before.id} if command == "edit_policy" else {}
            await browser.edit(command, **{key: text}, **named)
            told = await answered(browser, "refused", "changed")
            if not as_told(one, told):
                wrong.append((name, told))
            if told["type"] == "changed":
                await browser.say(type="undo", edit_id=f"undo {name}", client_id="c")
                await answered(browser, "changed")
            await browser.say(type="ping")
            await answered(browser, "pong")
        assert wrong == []
    assert {name: one.text for name, one in (await held(row)).items()} == {"before": BEFORE}


async def test_a_typed_text_is_shown_to_all_judged_as_far_as_it_goes_and_saved_only_when_sound(row):
    before = (await held(row))["before"]
    async with on_board(row.pk) as browser:
        await browser.hear("welcome")
        wrong = []
        for name, one in TEXTS.items():
            await browser.say(type="draft", policy=before.id, text=one.text, client_id="c")
            told = await answered(browser, "draft", "refused")
            faults = told["draft"]["faults"] if told["type"] == "draft" else told["errors"]
            codes = {found["code"] for found in faults}
            if not (codes and codes <= one.codes if one.codes else not codes):
                wrong.append((name, codes))
            await browser.say(type="drop_draft", policy=before.id, client_id="c")
            await answered(browser, "draft", "text")
            await browser.say(type="ping")
            await answered(browser, "pong")
        assert wrong == []


async def test_keystrokes_of_hostile_text_are_taken_or_refused_and_the_connection_stays(row):
    before = (await held(row))["before"]
    async with on_board(row.pk) as browser:
        await browser.hear("welcome")
        await browser.say(type="pull_text", policy=before.id)
        at = await browser.hear("text")
        for name, one in TEXTS.items():
            stroke = {"series": at["series"], "version": at["version"], "update_id": name, "client_id": "c"}
            changes = [[len(at["text"]), *one.text.split("\n")]]
            await browser.say(type="type_text", policy=before.id, changes=changes, **stroke)
            told = await answered(browser, "draft", "refused")
            # What everybody hears of the text that was dropped before may come after the answer to that.
            while told["type"] == "draft" and (told["update"] or {}).get("update_id") != name:
                told = await answered(browser, "draft", "refused")
            if told["type"] == "draft" and one.codes:
                assert not told["draft"]["good"], name
            await browser.say(type="drop_draft", policy=before.id, client_id="c")
            await browser.say(type="pull_text", policy=before.id)
            at = await answered(browser, "text")
            if at["text"] != BEFORE:
                at = await answered(browser, "text")
            assert at["text"] == BEFORE, name
    assert (await held(row))["before"].text == BEFORE


async def test_fields_by_path_are_refused_or_taken_and_the_connection_stays(row):
    before = (await held(row))["before"]
    async with on_board(row.pk) as browser:
        await browser.hear("welcome")
        for path, value in (("spec" + ".a" * 9_000, 1), ("metadata.annotations.a", "\ud800"), ("kind", "Pod")):
            await browser.edit("edit_policy_fields", id=before.id, edits=[{"op": "set", "path": path, "value": value}])
            assert (await answered(browser, "refused", "changed"))["type"] == "refused"
        label = {"op": "set", "path": "spec.podSelector.matchLabels.app", "value": "1.10"}
        await browser.edit("edit_policy_fields", id=before.id, edits=[label])
        patches = (await answered(browser, "refused", "changed"))["change"]["patches"]
        assert [one["after"] for one in patches] == [BEFORE.replace("app: db", 'app: "1.10"')]
