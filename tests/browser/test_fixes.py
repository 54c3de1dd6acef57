"""Why an arrow is red, what would open it, and how a packet fares on it."""

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import in_words

RED = ("dev/api", "prod/db", "TCP", 3306)


def select_arrow(page, sentence):
    """By keyboard, as whoever cannot see the canvas would."""
    page.get_by_role("list", name="Connections").get_by_text(sentence).first.focus()
    page.keyboard.press("Enter")


def cards(page):
    return page.get_by_role("region", name="Smallest fixes").get_by_role("listitem")


def open_red(page, base_url):
    open_board(page, make_board(base_url, example="case-5"))
    select_arrow(page, "dev/api to prod/db, TCP 3306")
    cards(page).first.wait_for()


def test_the_best_fix_is_shown_as_a_ghost_and_applied_in_one_step(page, base_url):
    open_red(page, base_url)
    first = cards(page).first
    first.get_by_text("Nothing else changes.").wait_for()
    assert page.locator(".ghosts__one").count() == 0
    first.hover()
    page.locator(".ghosts__one").wait_for()
    first.get_by_text("Changed lines").click()
    first.get_by_text("kubernetes.io/metadata.name: dev").wait_for()
    first.get_by_role("button", name="Apply").click()
    page.get_by_text("Allowed all the way to prod/db").wait_for()
    assert page.locator(".ghosts__one").count() == 0
    assert in_words(page)[RED] is True
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Blocked on the way in, at prod/db").wait_for()


def test_the_focus_alone_shows_the_ghosts(page, base_url):
    open_red(page, base_url)
    cards(page).first.get_by_role("button", name="Apply").focus()
    page.locator(".ghosts__one").wait_for()
    page.get_by_role("button", name="Delete connection").focus()
    page.locator(".ghosts__one").wait_for(state="detached")


def test_a_green_arrow_is_blocked_when_it_is_asked_for(page, base_url):
    open_board(page, make_board(base_url, example="case-5"))
    select_arrow(page, "prod/web to prod/api, TCP 5000")
    page.get_by_role("button", name="Smallest ways to block it").click()
    card = page.get_by_role("region", name="Smallest ways to block it").get_by_role("listitem").first
    card.get_by_role("button", name="Apply").click()
    page.get_by_text("Blocked on").first.wait_for()
    assert in_words(page)["prod/web", "prod/api", "TCP", 5000] is False


def test_a_packet_is_traced_with_the_keyboard_to_the_gate_that_stops_it(page, base_url):
    open_red(page, base_url)
    page.get_by_role("button", name="Trace a packet").press("Enter")
    trace = page.get_by_role("region", name="Trace of a packet")
    trace.get_by_text("1 of 5: Start").wait_for()
    for title in ("2 of 5: Leaving dev/api", "3 of 5: On the way", "4 of 5: Entering prod/db", "5 of 5: Stopped"):
        page.keyboard.press("ArrowRight")
        trace.get_by_text(title).wait_for()
    assert page.locator(".packet").get_attribute("data-state") == "stopped"
    page.keyboard.press("ArrowLeft")
    trace.get_by_text("4 of 5").wait_for()
    page.keyboard.press("Escape")
    page.locator(".packet").wait_for(state="detached")
