"""Undo and redo by keys and buttons: what a person did comes back whole, and what others did stays."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.doing import caret_to, editor, make_board, open_board
from tests.browser.seeing import eventually, in_paint, in_words
from tests.browser.test_by_hand import centre, drag_between, node, rows
from tests.truth.table import expected


@pytest.fixture
def board(page, base_url):
    made = make_board(base_url, example="case-1")
    open_board(page, made)
    return made


def button(page, name):
    return page.get_by_role("banner").get_by_role("button", name=name, exact=True)


def place(page, board, name):
    """Where a pod of the namespace prod stands in its frame."""
    (prod,) = [space["id"] for space in rows(page, board, "namespaces") if space["name"] == "prod"]
    (pod,) = [pod for pod in rows(page, board, "pods") if (pod["namespace"], pod["name"]) == (prod, name)]
    return pod["x"], pod["y"]


def drag_by(page, name, dx, dy):
    x, y = centre(node(page, f"prod.{name}"))
    drag_between(page, (x, y), (x + dx, y + dy))


def test_a_dragged_pod_goes_back_and_forth_by_keys_and_the_buttons_say_so(page, board):
    expect(button(page, "Undo")).to_be_disabled()
    expect(button(page, "Redo")).to_be_disabled()
    before = place(page, board, "web")
    drag_by(page, "web", 0, 40)
    eventually(lambda: place(page, board, "web") != before, True)
    moved = place(page, board, "web")
    expect(button(page, "Undo")).to_have_attribute("title", re.compile(r"^Undo: moved prod/web \("))
    page.keyboard.press("ControlOrMeta+z")
    eventually(lambda: place(page, board, "web"), before)
    expect(button(page, "Undo")).to_be_disabled()
    expect(button(page, "Redo")).to_have_attribute("title", re.compile(r"^Redo: moved prod/web \("))
    page.keyboard.press("ControlOrMeta+Shift+z")
    eventually(lambda: place(page, board, "web"), moved)
    page.keyboard.press("ControlOrMeta+z")
    eventually(lambda: place(page, board, "web"), before)
    page.keyboard.press("ControlOrMeta+y")
    eventually(lambda: place(page, board, "web"), moved)


def test_a_deleted_namespace_comes_back_with_its_pods_policies_and_painted_arrows(page, board):
    eventually(lambda: in_paint(page), expected("case-1"))
    box = node(page, "prod").bounding_box()
    page.mouse.click(box["x"] + 30, box["y"] + 12)
    page.keyboard.press("Delete")
    eventually(lambda: rows(page, board, "policies"), [])
    expect(node(page, "prod.web")).to_have_count(0)
    button(page, "Undo").click()
    eventually(lambda: in_words(page), expected("case-1"))
    page.mouse.move(5, 400)
    eventually(lambda: in_paint(page), expected("case-1"))
    button(page, "Redo").click()
    eventually(lambda: rows(page, board, "policies"), [])
    page.reload()
    page.get_by_text("live ·").wait_for()
    expect(button(page, "Undo")).to_have_attribute("title", re.compile(r"^Undo: deleted namespace prod, with "))
    button(page, "Undo").click()
    eventually(lambda: in_words(page), expected("case-1"))


def test_my_undo_keeps_what_somebody_else_did_later(page, other, board):
    open_board(other, board)
    before = place(page, board, "web")
    drag_by(page, "web", 0, 40)
    eventually(lambda: place(page, board, "web") != before, True)
    expect(button(other, "Undo")).to_be_disabled()
    db = place(page, board, "db")
    drag_by(other, "db", 0, 40)
    eventually(lambda: place(page, board, "db") != db, True)
    theirs = place(page, board, "db")
    button(page, "Undo").click()
    eventually(lambda: place(page, board, "web"), before)
    assert place(page, board, "db") == theirs
    expect(button(page, "Undo")).to_be_disabled()
    expect(button(other, "Undo")).to_be_enabled()


def test_the_yaml_editor_keeps_its_own_undo_while_the_caret_is_there(page, board):
    page.get_by_role("treeitem", name=re.compile("db-policy")).first.click()
    caret_to(page, 1)
    page.keyboard.type("# note ")
    expect(editor(page)).to_contain_text("# note")
    page.keyboard.press("ControlOrMeta+z")
    expect(editor(page)).not_to_contain_text("# note")
    assert not any("Undid" in each["sentence"] for each in rows(page, board, "revisions"))


def test_the_history_says_who_did_what_and_what_was_undone(page, other, board):
    open_board(other, board)
    before = place(page, board, "web")
    drag_by(page, "web", 0, 40)
    eventually(lambda: place(page, board, "web") != before, True)
    button(page, "Undo").click()
    eventually(lambda: place(page, board, "web"), before)
    for who, reader in (("You", page), ("Guest ", other)):
        reader.get_by_role("tab", name="History").click()
        entries = reader.get_by_role("tabpanel").get_by_role("listitem")
        expect(entries.nth(0)).to_have_text("Today")
        expect(entries.nth(1)).to_contain_text(re.compile(f"{who}.*Undid “Moved prod/web”"))
        expect(entries.nth(2)).to_contain_text(re.compile(f"{who}.*Moved prod/webundone"))
