"""People on one board: names, pointers, selections, carets, and following one."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import caret_to, make_board, open_board
from tests.browser.seeing import eventually


@pytest.fixture
def two(page, other, base_url):
    """Two people on one board."""
    board = make_board(base_url, example="case-1")
    for each in (page, other):
        open_board(each, board)
    expect(page.get_by_text("2 people")).to_be_visible()
    return page, other


def call(page, name):
    page.get_by_role("button", name="Show people").click()
    page.get_by_role("button", name="Your name").click()
    page.get_by_role("textbox", name="Your name").fill(name)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def test_a_person_says_their_name_and_is_seen_with_it(two):
    page, other = two
    call(other, "Ada")
    expect(page.get_by_role("button", name="Ada and you are here")).to_be_visible()
    box = other.get_by_role("group", name="Canvas").bounding_box()
    other.mouse.move(box["x"] + 300, box["y"] + 60)
    expect(page.locator(".people-layer__pointer")).to_contain_text("Ada")
    other.locator("[data-place='prod/web']").click()
    expect(page.locator(".people-layer__box")).to_contain_text("Ada")
    caret_to(other, 3)
    expect(page.locator(".caret")).to_have_attribute("data-name", "Ada")
    other.reload()
    expect(page.get_by_role("button", name="Ada and you are here")).to_be_visible()
    other.close()
    expect(page.get_by_role("button", name="Only you are here")).to_be_visible()


def test_which_field_somebody_is_in_is_said_at_the_thing(two):
    page, other = two
    call(other, "Ada")
    for each in (page, other):
        each.locator("[data-place='prod/web']").click()
    other.get_by_role("complementary", name="Selection").locator("input").first.focus()
    expect(page.get_by_role("list", name="Being edited by others")).to_contain_text("Ada is editing")


def test_following_a_person_shows_what_they_see_until_one_moves(two):
    page, other = two
    call(other, "Ada")
    page.get_by_role("button", name="Show people").click()
    page.get_by_role("button", name="Follow", exact=True).click()
    page.keyboard.press("Tab")
    view = "document.querySelector('.react-flow__viewport').style.transform"
    other.get_by_role("group", name="Canvas").hover(position={"x": 300, "y": 60})
    before = page.evaluate(view)
    other.mouse.wheel(160, 120)
    eventually(lambda: page.evaluate(view) == other.evaluate(view) != before, True)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show people").click()
    expect(page.get_by_role("button", name="Follow", exact=True)).to_be_visible()
