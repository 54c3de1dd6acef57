"""Several people on one board: what one does, the others see."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import caret_to, editor, make_board, open_board, write_yaml
from tests.browser.seeing import eventually, in_paint, in_words
from tests.truth.table import expected
from tests.truth.test_engine import FOLDER


@pytest.fixture
def other(browser, browser_context_args):
    """A second person, in a browser of their own."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def test_two_browsers_on_one_board_see_each_others_edits(page, other, base_url):
    board = make_board(base_url, example="isolate")
    open_board(page, board)
    open_board(other, board)
    expect(page.get_by_text("2 people")).to_be_visible()
    eventually(lambda: in_paint(other), expected("isolate"))

    write_yaml(page, (FOLDER / "case-2.yaml").read_text())
    eventually(lambda: in_paint(other), expected("case-2"))
    expect(editor(other)).to_contain_text("namespaceSelector")
    expect(other.get_by_text("Saved as")).to_be_visible()  # until then the text is the other's

    write_yaml(other, (FOLDER / "case-3.yaml").read_text())
    eventually(lambda: in_paint(page), expected("case-3"))
    expect(editor(page)).to_contain_text("ipBlock")


def test_each_keystroke_that_parses_recolours_for_everybody_before_it_is_saved(page, other, base_url):
    board = make_board(base_url, example="case-1")
    open_board(page, board)
    open_board(other, board)
    eventually(lambda: in_words(other), expected("case-1"))
    text = (FOLDER / "case-1.yaml").read_text()
    caret_to(page, text.splitlines().index("      port: 3306") + 1)
    page.keyboard.press("End")
    page.keyboard.type("7")  # port 33067: nobody reaches 3306 any more
    changed = {**expected("case-1"), ("prod/api", "prod/db", "TCP", 3306): False}
    eventually(lambda: in_words(other), changed)
    page.keyboard.type("7")  # port 330677 has no meaning: the last good state stays, for both
    expect(page.get_by_text("last good state").first).to_be_visible()
    expect(other.get_by_text("last good state").first).to_be_visible()
    eventually(lambda: in_words(other), changed)


def test_two_who_type_at_once_in_one_text_end_with_the_same_and_lose_nothing_silently(page, other, base_url):
    board = make_board(base_url, example="case-1")
    open_board(page, board)
    open_board(other, board)
    for each in (page, other):
        caret_to(each, 1)
    typed = "# first"
    for letter in typed:
        page.keyboard.type(letter)
        other.keyboard.type("x")  # before the other's letters arrive, or while the editor is read-only
    expect(other.get_by_text("Somebody else is typing here").first).to_be_visible()
    expect(page.get_by_text("Saved as")).to_be_visible()
    expect(other.get_by_text("Saved as")).to_be_visible()
    assert editor(page).inner_text() == editor(other).inner_text()
    (policy,) = page.request.get(f"/api/v1/boards/{board}/policies/").json()
    assert policy["text"].startswith(typed) or page.get_by_text("Your text was not taken").count()
    assert editor(page).inner_text().splitlines()[0] == policy["text"].splitlines()[0]


def test_a_text_that_was_not_taken_can_be_put_back(page, other, base_url):
    board = make_board(base_url, example="case-1")
    open_board(page, board)
    open_board(other, board)
    caret_to(page, 1)
    caret_to(other, 1)
    other.evaluate("""() => {
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (text) { setTimeout(() => send.call(this, text), 400); };
    }""")  # what is typed here takes its time to arrive
    other.keyboard.type("# second ")
    page.keyboard.type("# first ")
    offer = other.get_by_role("alert").filter(has_text="Your text was not taken")
    expect(offer).to_be_visible()
    expect(editor(other)).to_contain_text("# first ")
    expect(page.get_by_text("Saved as")).to_be_visible()
    offer.get_by_role("button", name="Put it back").click()
    expect(editor(page)).to_contain_text("# second")
    expect(editor(other)).to_contain_text("# second")
    expect(offer).to_have_count(0)


def test_a_person_who_leaves_is_no_longer_counted(page, other, base_url):
    board = make_board(base_url, example="start")
    open_board(page, board)
    open_board(other, board)
    expect(page.get_by_text("2 people")).to_be_visible()
    other.close()
    expect(page.get_by_text("only you")).to_be_visible()
