"""Policies from drawn arrows: looked at, put on the board in one step, and taken back."""

from tests.browser.doing import make_board, open_board


def test_the_drawn_arrows_become_policies_in_one_step(page, base_url):
    open_board(page, make_board(base_url, example="case-4"))
    page.get_by_role("button", name="Policies for the drawn arrows…").click()
    dialog = page.get_by_role("dialog", name="Write policies from arrows")
    dialog.get_by_text("Proven: exactly what is wished for passes").wait_for()
    dialog.get_by_label("Policies to be written").get_by_text("default-deny").first.wait_for()
    assert dialog.get_by_role("list", name="Arrows that turn").get_by_role("listitem").count() > 0
    dialog.get_by_role("button", name="Put on the board").click()
    dialog.wait_for(state="detached")
    page.get_by_text("0 blocked").wait_for()
    page.keyboard.press("ControlOrMeta+z")
    page.locator("[data-outcome='blocked']").first.wait_for(state="attached")


def test_what_is_kept_is_told_where_it_allows_more(page, base_url):
    open_board(page, make_board(base_url, example="case-1"))
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("write pol")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Write policies from arrows")
    dialog.get_by_label("Way in only").check()
    dialog.get_by_text("policyTypes").first.wait_for()
    dialog.get_by_label("dev").uncheck()
    dialog.get_by_label("prod").uncheck()
    dialog.get_by_role("button", name="Cancel").click()
    dialog.wait_for(state="detached")
