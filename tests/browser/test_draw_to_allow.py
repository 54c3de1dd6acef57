"""Policies chosen before they are written: a drawn connection allowed or blocked, and a policy to start from."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually, in_words
from tests.browser.test_accessible import complaints
from tests.browser.test_by_hand import centre, drag_between, node, rows

WEB_TO_DB = ("prod/web", "prod/db", "TCP", 3307)


def panel(page):
    return page.get_by_role("complementary", name="Selection")


def asked(page, verb, port="3307"):
    """Drag from web to the database, and say what is wanted."""
    web, db = node(page, "web").first, node(page, "db").first
    web.hover()
    drag_between(page, centre(web.locator(".react-flow__handle").last), centre(db))
    dialog = page.get_by_role("dialog", name="New connection")
    expect(dialog.get_by_role("button", name="mysql TCP 3306")).to_be_visible()
    dialog.get_by_label("Port", exact=True).fill(port)
    dialog.get_by_role("button", name=verb).click()


@pytest.fixture
def board(page, base_url):
    """The database behind a policy that lets the API in."""
    made = make_board(base_url, example="case-1")
    open_board(page, made)
    page.locator("[data-connection]").first.wait_for(state="attached")
    return made


def test_a_drawn_connection_is_allowed_and_undone_in_one_step(page, board):
    before = {row["id"]: row["text"] for row in rows(page, board, "policies")}
    asked(page, "Allow…")
    expect(panel(page)).to_contain_text("Allow a connection")
    way = panel(page).get_by_role("list").get_by_role("listitem").first
    expect(way.get_by_role("button", name="Apply")).to_be_visible()
    assert {row["id"]: row["text"] for row in rows(page, board, "policies")} == before
    way.get_by_role("button", name="Apply").click()
    eventually(lambda: in_words(page).get(WEB_TO_DB), True)
    expect(panel(page)).to_contain_text("prod/web")

    page.locator(".react-flow__pane").click(position={"x": 5, "y": 5})
    page.keyboard.press("ControlOrMeta+z")
    expect(page.locator('[data-connection][data-port="3307"]')).to_have_count(0)
    assert {row["id"]: row["text"] for row in rows(page, board, "policies")} == before


def test_a_drawn_connection_is_blocked_and_the_others_pass_on(page, base_url):
    board = make_board(base_url, example="start")
    open_board(page, board)
    page.locator("[data-connection]").first.wait_for(state="attached")
    before = in_words(page)
    asked(page, "Block…")
    way = panel(page).get_by_role("list").get_by_role("listitem").first
    way.get_by_role("button", name="Apply").click()
    eventually(lambda: in_words(page).get(WEB_TO_DB), False)
    assert in_words(page) == {**before, WEB_TO_DB: False}


def test_the_side_and_the_width_are_chosen_and_a_deleted_arrow_offers_its_reverse(page, board):
    asked(page, "Allow…")
    shown = panel(page)
    shown.get_by_label("How wide").select_option("All pods of their namespace")
    expect(shown).to_contain_text("from every pod of its namespace on TCP 3307")
    shown.get_by_label("How wide").select_option("Everyone, addresses outside too")
    shown.get_by_role("button", name="Apply: Add a rule to prod/db-policy: from everyone on TCP 3307").click()
    eventually(lambda: in_words(page).get(WEB_TO_DB), True)

    # The whole frame, by its ring: all pods of the namespace are meant, and no arrow is drawn.
    count = len(in_words(page))
    frame = page.locator('.react-flow__node-frame[data-namespace="dev"]')
    frame.locator(".frame__name").hover()
    drag_between(page, centre(frame.locator(".frame-gate")), centre(node(page, "db").first))
    dialog = page.get_by_role("dialog", name="New connection")
    expect(dialog).to_contain_text("namespace dev")
    dialog.get_by_label("Port", exact=True).fill("3307")
    dialog.get_by_role("button", name="Block…").click()
    shown.get_by_role("button", name="Apply:").first.click()
    expect(shown).not_to_contain_text("Block a connection")
    assert len(in_words(page)) == count
    assert in_words(page)[WEB_TO_DB] is True

    page.locator('[data-connection][data-port="3307"]').evaluate("node => node.click()")
    page.locator(".react-flow").press("Delete")
    page.get_by_role("button", name="Block it…").click()
    expect(shown).to_contain_text("Block a connection")
    expect(shown).to_contain_text("prod/web → prod/db")


def test_only_watching_writes_no_policy(page, board):
    before = rows(page, board, "policies")
    asked(page, "Watch")
    eventually(lambda: in_words(page).get(WEB_TO_DB), False)
    assert rows(page, board, "policies") == before


def test_a_policy_to_start_from_is_shown_before_it_is_added(page, base_url):
    board = make_board(base_url, example="start")
    open_board(page, board)
    page.get_by_role("button", name="Default deny, way in").click()
    shown = panel(page)
    shown.get_by_label("Namespace", exact=True).select_option("prod")
    shown.get_by_label("Pods", exact=True).select_option(label="role=db (1 pod)")
    expect(shown).to_contain_text("role: db")
    expect(shown).to_contain_text("prod/web can no longer reach prod/db")
    assert rows(page, board, "policies") == []
    assert complaints(page) == {}
    shown.get_by_role("button", name="Add the policy").click()
    expect(shown.get_by_role("textbox", name="Name", exact=True)).to_have_value("default-deny-ingress")
    eventually(lambda: in_words(page)["prod/web", "prod/db", "TCP", 3306], False)
