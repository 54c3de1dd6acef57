"""Namespaces folded into boxes, by hand and by distance; arrows that share one; policies on their frames."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually


@pytest.fixture
def board(page, base_url):
    open_board(page, make_board(base_url, example="case-1"))
    page.locator("[data-connection]").first.wait_for(state="attached")


def fold(page, name):
    return page.locator(f".react-flow__node-fold[data-namespace={name}]")


def test_a_namespace_folds_into_a_box_that_counts_what_passes(page, board):
    page.get_by_role("button", name="Fold prod into one box").click()
    expect(fold(page, "prod")).to_contain_text("3 pods")
    expect(fold(page, "prod")).to_contain_text("inside: 4 of 6 allowed")
    expect(page.locator(".react-flow__node-pod")).to_have_count(2)
    page.reload()
    expect(fold(page, "prod")).to_be_visible()
    fold(page, "prod").click(position={"x": 150, "y": 60})
    page.keyboard.press("Shift+F")
    expect(page.locator(".react-flow__node-pod")).to_have_count(5)


def test_far_out_every_namespace_is_one_box_and_comes_back_nearer(page, board):
    for _ in range(8):
        page.keyboard.press("ControlOrMeta+-")
    expect(page.locator(".react-flow__node-fold")).to_have_count(2)
    expect(page.locator(".react-flow__node-pod")).to_have_count(0)
    page.keyboard.press("Shift+0")
    page.keyboard.press("Shift+1")
    expect(page.locator(".react-flow__node-pod")).to_have_count(5)


def test_searching_a_pod_flies_there_and_unfolds_its_namespace(page, board):
    page.get_by_role("button", name="Fold prod into one box").click()
    page.keyboard.press("ControlOrMeta+f")
    page.get_by_role("combobox", name="Search or run a command").fill("prod/db pod")
    page.keyboard.press("Enter")
    expect(page.locator(".react-flow__node-pod[data-place='prod/db']")).to_be_focused()
    expect(page.get_by_role("complementary", name="Selection")).to_contain_text("db")


def test_ports_that_were_judged_alike_share_an_arrow_that_lists_them(page, board):
    page.locator(".react-flow__node-pod[data-place='dev/web']").click()
    page.keyboard.press("c")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("option", name="prod/api").click()
    dialog.get_by_label("Port").fill("8080")
    page.keyboard.press("Enter")
    shared = page.locator("[data-connection][data-source='dev/web'][data-destination='prod/api']")
    expect(shared).to_have_count(2)
    eventually(lambda: len({each.get_attribute("data-path-points") for each in shared.all()}), 1)
    eventually(lambda: bool(shared.first.get_attribute("data-path-points")), True)
    x, y = map(float, shared.first.get_attribute("data-path-points").split()[0].split(","))
    page.mouse.click(x, y)
    menu = page.get_by_role("menu", name="2 connections")
    menu.get_by_role("menuitem", name="dev/web to prod/api, TCP 8080: allowed").click()
    expect(page.get_by_role("complementary", name="Selection")).to_contain_text("TCP 8080")


def test_a_policy_on_its_frame_lights_whom_it_selects_and_names(page, board):
    chip = page.locator(".policy-chip", has_text="db-policy")
    chip.hover()
    db = page.locator("[data-place='prod/db'] .card")
    expect(db).to_have_class(re.compile("card--lit-selected"))
    expect(page.locator("[data-place='prod/api'] .card")).to_have_class(re.compile("card--lit-peer"))
    expect(page.locator("[data-place='dev/api'] .card")).to_have_class(re.compile("card--aside"))
    db.click()
    expect(chip).to_have_class(re.compile("policy-chip--lit"))
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("complementary", name="Selection")).to_contain_text("db-policy")


def test_only_blocked_or_changed_arrows_are_drawn_when_a_person_says_so(page, board):
    drawn = page.locator("[data-connection]:not([data-path-points=''])")
    choice = page.get_by_role("combobox", name="Arrows drawn")
    eventually(drawn.count, 14)
    choice.select_option("Only blocked")
    outcomes = "all => [...new Set(all.map(each => each.dataset.outcome))]"
    eventually(lambda: drawn.evaluate_all(outcomes), ["blocked"])
    choice.select_option("Only changed")
    eventually(drawn.count, 0)
    choice.select_option("All arrows")
    eventually(drawn.count, 14)


def test_a_dragged_card_stands_level_with_its_neighbours(page, board):
    web, api = (page.locator(f"[data-place='prod/{name}']") for name in ("web", "api"))
    before, level = web.bounding_box(), api.bounding_box()["y"]
    page.mouse.move(before["x"] + 30, before["y"] + 30)
    page.mouse.down()
    page.mouse.move(before["x"] + 34, before["y"] + 60, steps=4)
    page.mouse.move(before["x"] + 34, before["y"] + 33, steps=6)
    expect(page.locator(".canvas__guide").first).to_be_attached()
    page.mouse.up()
    expect(page.locator(".canvas__guide")).to_have_count(0)
    eventually(lambda: abs(web.bounding_box()["y"] - level) < 1, True)
