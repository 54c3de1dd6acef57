"""A board that a program made belongs to nobody, says so, and can be made one's own."""

from playwright.sync_api import expect

from tests.browser.doing import make_board


def test_a_board_of_nobody_is_taken_and_whoever_has_only_its_address_is_out(page, other, base_url):
    board = make_board(base_url, example="case-1")
    for one in (page, other):
        one.goto(f"{base_url}/boards/{board}/")
        one.get_by_text("live ·").wait_for()
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.get_by_text("This board belongs to nobody")).to_be_visible()
    expect(page.get_by_text("You own the board")).to_have_count(0)
    page.get_by_role("button", name="Make it mine").click()
    expect(page.get_by_text("The board is yours now.")).to_be_visible()
    expect(page.get_by_text("You own the board, so only you see this.")).to_be_visible()
    expect(page.get_by_text("This board belongs to nobody")).to_have_count(0)
    expect(other.get_by_text("This board is not here any more")).to_be_visible()
