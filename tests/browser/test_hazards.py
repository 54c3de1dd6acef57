"""The board as an attacker sees it: who reaches each pod, and what falls with one."""

from tests.browser.doing import make_board, open_board


def select_pod(page, name):
    page.get_by_role("treeitem", name=name).or_(page.get_by_role("button", name=name, exact=True)).first.click()


def test_each_pod_is_shaded_by_who_could_reach_it(page, base_url):
    open_board(page, make_board(base_url, example="case-4"))
    assert page.locator("[data-shade]").count() == 0
    page.get_by_role("group", name="View").get_by_text("Exposure").click()
    page.locator("[data-shade='world']").first.wait_for()
    page.get_by_role("group", name="View").get_by_text("Verdicts").click()
    page.locator("[data-shade]").first.wait_for(state="detached")


def test_what_falls_with_a_pod_is_listed_and_lit(page, base_url):
    open_board(page, make_board(base_url, example="case-4"))
    page.locator(".card", has_text="web").first.click()
    page.get_by_role("button", name="Show what falls").click()
    falls = page.get_by_role("list", name="What falls")
    falls.get_by_text("prod/web → prod/api → prod/db").wait_for()
    page.locator("[data-hops='2']").first.wait_for(state="attached")
    page.get_by_text("1 hop", exact=True).click()
    falls.get_by_text("prod/web → prod/api → prod/db").wait_for(state="detached")
    falls.get_by_role("button").first.hover()
    page.locator(".attack-layer__way--faint").first.wait_for(state="attached")
    page.get_by_role("button", name="Hide", exact=True).click()
    page.locator(".attack-layer").wait_for(state="detached")


def test_a_pod_is_tried_on_the_canvas_and_leaves_nothing_behind(page, base_url):
    open_board(page, make_board(base_url, example="case-4"))
    frame = page.locator(".react-flow__node-frame", has_text="prod").bounding_box()
    page.get_by_role("button", name="Pod to try").drag_to(
        page.locator(".react-flow__pane"), target_position={"x": frame["x"] - 240 + 60, "y": frame["y"]}
    )
    card = page.get_by_role("region", name="Pod to try")
    card.get_by_label("Labels", exact=True).fill("role=api")
    card.get_by_text("in namespace prod").wait_for()
    page.locator(".trial-layer__met", has_text="→ ✓ 3306").wait_for()
    card.get_by_label("Labels", exact=True).fill("role=web")
    page.locator(".trial-layer__met", has_text="→ ✕ none").wait_for()
    card.get_by_role("button", name="Put the pod to try away").click()
    card.wait_for(state="detached")
    page.get_by_text("5 pods").wait_for()
