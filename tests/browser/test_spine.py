"""Two people in one another's way: what each typed is kept and told, and the owner decides who is there."""

from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually


def notices(page):
    return page.get_by_role("list", name="Notices")


def test_who_types_into_a_field_is_seen_there_and_keeps_what_they_typed_when_the_thing_goes(page, other, base_url):
    board = make_board(base_url, example="case-1")
    for each in (page, other):
        open_board(each, board)
        each.locator("[data-place='prod/web']").click()
    panel = other.get_by_role("complementary", name="Selection")
    panel.get_by_label("New label, as key=value").fill("tier=fro")
    busy = page.locator(".busy")
    expect(busy).to_contain_text("is typing here")
    expect(busy.get_by_label("New label, as key=value")).to_be_visible()
    expect(page.get_by_role("treeitem", name="web").first).to_contain_text("has this selected")
    page.get_by_label("New label, as key=value").fill("mine=1")  # both may
    expect(page.get_by_label("New label, as key=value")).to_be_focused()
    page.locator("[data-place='prod/web']").click()
    page.keyboard.press("Delete")
    kept = notices(other).get_by_role("alert").filter(has_text="prod/web was deleted while you were typing")
    expect(kept).to_contain_text("tier=fro")
    kept.get_by_role("button", name="Copy it").click()
    eventually(lambda: other.evaluate("navigator.clipboard.readText()"), "tier=fro")
    other.reload()
    other.get_by_text("live ·").wait_for()
    kept.get_by_role("button", name="Discard it").click()
    expect(kept).to_have_count(0)


def test_an_edit_made_without_a_network_and_refused_then_is_told_with_what_was_typed(page, other, base_url):
    board = make_board(base_url, example="case-1")
    for each in (page, other):
        open_board(each, board)
        each.locator("[data-place='prod/web']").click()
    other.context.set_offline(True)
    expect(other.locator(".status-bar__link")).to_have_text("offline")
    other.get_by_label("IP addresses").fill("10.0.0.2")
    other.keyboard.press("Enter")
    expect(other.locator(".saved-chip")).to_contain_text("not saved · 1 edit")
    other.locator("[data-place='prod/db']").click()
    page.get_by_label("IP addresses").fill("10.0.0.1")
    page.keyboard.press("Enter")
    expect(page.locator(".saved-chip")).to_contain_text("autosaved · r2")
    other.context.set_offline(False)
    told = notices(other).get_by_role("alert").filter(has_text="Not done: edit pod (the pod prod/web)")
    expect(told).to_contain_text("10.0.0.2")
    expect(told).to_contain_text("10.0.0.1")
    expect(other.locator(".saved-chip")).to_contain_text("autosaved · r2")


def test_the_owner_puts_one_person_out_and_another_leaves(page, other, new_context, base_url):
    page.goto("/")
    page.get_by_role("button", name="Case 1").first.click()
    page.get_by_text("live ·").wait_for()
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_label("Role of the new link").select_option("can edit")
    page.get_by_role("button", name="Make link").click()
    expect(page.get_by_text("Link made and copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    third = new_context().new_page()
    for each in (other, third):
        each.goto(link)
        each.get_by_text("live ·").wait_for()
    third.goto("/")
    third.get_by_role("button", name="Leave Case 1").click()
    third.get_by_role("button", name="Really leave Case 1").click()
    expect(third.get_by_role("button", name="Leave Case 1")).to_have_count(0)
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_text("1 person came by it").click()
    page.get_by_role("button", name="Remove Guest").click()
    page.get_by_role("button", name="Really remove Guest").click()
    expect(other.get_by_role("heading", name="Your access has ended")).to_be_visible()
    expect(page.get_by_text("came by it")).to_have_count(0)
