"""Which arrows are drawn: by verdict, port and namespace, told when some are hidden; and the way back."""

from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.test_accessible import complaints


def test_arrows_are_narrowed_remembered_and_shown_again_and_nobody_gets_lost(page, base_url):
    board = make_board(base_url, example="case-4")
    open_board(page, board)
    choice = page.get_by_label("Arrows drawn")
    choice.select_option("Only blocked")
    expect(page.get_by_role("button", name="10 arrows hidden, show all")).to_be_visible()
    page.get_by_label("Arrows by port and namespace").click()
    page.get_by_label("Port", exact=True).fill("22")
    expect(page.get_by_role("button", name="13 arrows hidden, show all")).to_be_visible()
    page.get_by_label("Namespace", exact=True).select_option("dev")
    expect(page.get_by_role("button", name="14 arrows hidden, show all")).to_be_visible()
    assert complaints(page) == {}

    open_board(page, board)
    expect(choice).to_have_value("blocked")
    page.get_by_role("button", name="14 arrows hidden, show all").click()
    expect(page.get_by_role("button", name="arrows hidden")).to_have_count(0)
    expect(choice).to_have_value("all")

    # What is possible is faint, and opens as a cell of the table does.
    choice.select_option("All, and possible ones")
    page.locator('.react-flow__node-pod[aria-label^="Pod dev/web"]').click()
    expect(choice).to_have_value("possible")

    page.mouse.move(600, 300)
    for _ in range(8):
        page.mouse.wheel(1200, 0)
    page.get_by_role("button", name="Back to the content").click()
    expect(page.get_by_role("button", name="Back to the content")).to_have_count(0)
    expect(page.locator('.react-flow__node-pod[aria-label^="Pod dev/web"]')).to_be_in_viewport()
