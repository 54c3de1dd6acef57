"""The history: who did what, what each revision changed, back to any of them, and two side by side."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import arrows, eventually
from tests.browser.test_by_hand import node, rows


def command(page, board, verb, /, **params):
    answer = page.request.post(
        f"/api/v1/boards/{board}/commands/", data={"command": verb, "params": params, "client_id": "test"}
    )
    assert answer.ok, answer.text()
    return answer.json()


@pytest.fixture
def board(page, base_url):
    made = make_board(base_url, example="case-1")
    open_board(page, made)
    return made


def ids(page, board, table):
    return [item["id"] for item in rows(page, board, table)]


def web_of_prod(page, board):
    (prod,) = [space["id"] for space in rows(page, board, "namespaces") if space["name"] == "prod"]
    (pod,) = [pod for pod in rows(page, board, "pods") if (pod["namespace"], pod["name"]) == (prod, "web")]
    return pod["id"]


def entry(page, revision):
    return page.locator(f'.history__entry[data-revision="{revision}"]')


def show_history(page):
    page.get_by_role("tab", name="History").click()


def test_pointing_at_an_entry_shows_what_it_took_away_and_leaving_shows_the_board(page, board):
    (policy,) = ids(page, board, "policies")
    command(page, board, "delete", ids=[web_of_prod(page, board)])
    command(page, board, "delete", ids=[policy])
    show_history(page)
    expect(node(page, "prod.web")).to_have_count(0)
    entry(page, 2).hover()
    expect(node(page, "prod.web").locator('[data-fate="removed"]')).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Revision 2: Deleted pod")).to_be_visible()
    page.mouse.move(400, 5)
    expect(node(page, "prod.web")).to_have_count(0)


def test_the_keyboard_reaches_the_same_and_space_chooses_a_revision(page, board):
    command(page, board, "add_host", name="partner", x=0, y=0)
    show_history(page)
    box = page.get_by_label("Choose revision 2 to compare")
    box.focus()
    expect(page.locator('[data-fate="added"]')).to_be_visible()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(page.get_by_role("button", name="Compare with now")).to_be_enabled()


def test_a_revision_is_restored_and_that_is_undone_in_one_step(page, board):
    before = set(ids(page, board, "pods"))
    command(page, board, "delete", ids=ids(page, board, "pods"))
    show_history(page)
    expect(page.get_by_label("Restore revision 2")).to_be_disabled()
    entry(page, 1).hover()
    page.get_by_label("Restore revision 1").click()
    eventually(lambda: set(ids(page, board, "pods")), before)
    expect(entry(page, 3)).to_contain_text("Restored revision 1, “Started from")
    expect(entry(page, 3)).to_contain_text("You")
    page.get_by_role("banner").get_by_role("button", name="Undo", exact=True).click()
    eventually(lambda: rows(page, board, "pods"), [])
    page.reload()
    show_history(page)
    expect(entry(page, 3)).to_contain_text("undone")


def test_a_revision_is_named_found_under_named_and_unnamed(page, board):
    command(page, board, "add_host", name="partner", x=0, y=0)
    show_history(page)
    entry(page, 1).hover()
    page.get_by_label("Name revision 1").click()
    page.get_by_label("Name of revision 1").fill("Before the audit")
    page.keyboard.press("Enter")
    expect(entry(page, 1)).to_contain_text("Before the audit")
    page.get_by_text("Named", exact=True).click()
    expect(page.locator(".history__entry")).to_have_count(1)
    entry(page, 1).hover()
    page.get_by_label("Name revision 1").click()
    page.get_by_label("Name of revision 1").fill("")
    page.get_by_role("button", name="Take the name away").click()
    expect(page.get_by_text("No revision has a name yet.")).to_be_visible()


def test_two_revisions_stand_on_one_canvas_with_the_rule_responsible(page, board):
    show_history(page)
    (policy,) = ids(page, board, "policies")
    command(page, board, "delete", ids=[policy])
    page.get_by_label("Choose revision 1 to compare").check()
    page.get_by_role("button", name="Compare with now").click()
    table = page.get_by_role("table")
    expect(table.get_by_text("+ gained").first).to_be_visible()
    expect(table).to_contain_text(re.compile(r"was stopped by prod/[a-z-]+ \(line \d+\)"))
    page.get_by_text("Things and texts").click()
    expect(page.get_by_role("list", name="What changed on the board")).to_contain_text("removed policy")
    expect(page.get_by_role("status").filter(has_text="Revision 1 compared with 2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".history__entry")).to_have_count(2)
    assert arrows(page)


def test_thousands_of_lines_are_read_as_they_are_scrolled_to(page, board):
    pod = web_of_prod(page, board)
    for index in range(130):
        command(page, board, "move", items=[{"id": pod, "x": 10 + index, "y": 40}])
    show_history(page)
    expect(entry(page, 131)).to_be_visible()
    assert page.locator(".history__entry").count() < 60

    def reached_the_first():
        page.locator(".history__scroll").evaluate("box => { box.scrollTop = box.scrollHeight }")
        return entry(page, 1).is_visible()

    eventually(reached_the_first, wanted=True)
    assert page.locator(".history__entry").count() < 60
