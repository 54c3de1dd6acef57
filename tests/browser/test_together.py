"""Several people on one board: what one does, the others see."""

from playwright.sync_api import expect

from tests.browser.doing import caret_to, editor, make_board, open_board, text_of, write_yaml
from tests.browser.seeing import eventually, in_paint, in_words
from tests.truth.table import expected
from tests.truth.test_engine import FOLDER


def test_two_browsers_on_one_board_see_each_others_edits(page, other, base_url):
    board = make_board(base_url, example="isolate")
    open_board(page, board)
    open_board(other, board)
    expect(page.get_by_text("2 people")).to_be_visible()
    eventually(lambda: in_paint(other), expected("isolate"))

    write_yaml(page, (FOLDER / "case-2.yaml").read_text())
    eventually(lambda: in_paint(other), expected("case-2"))
    expect(editor(other)).to_contain_text("namespaceSelector")

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


def test_two_who_type_at_once_in_one_text_end_with_the_same_and_every_keystroke_is_there(page, other, base_url):
    board = make_board(base_url, example="case-1")
    open_board(page, board)
    open_board(other, board)
    lines = len((FOLDER / "case-1.yaml").read_text().splitlines())
    caret_to(page, 1)
    caret_to(other, lines)
    other.keyboard.press("End")
    for index in range(20):
        page.keyboard.type(f"#{index}" if index % 5 == 0 else "a")
        other.keyboard.type(f" #{index}" if index % 5 == 0 else "b")
    for each in (page, other):
        expect(each.get_by_text("Saved as r2").first).to_be_visible()
        eventually(lambda each=each: text_of(each), text_of(page))
    (policy,) = page.request.get(f"/api/v1/boards/{board}/policies/").json()
    assert policy["text"].startswith("#0aaaa#5aaaa#10aaaa#15aaaa")
    assert policy["text"].rstrip().endswith(" #0bbbb #5bbbb #10bbbb #15bbbb")
    assert text_of(other).splitlines()[0].startswith("#0aaaa#5aaaa#10aaaa#15aaaa")


def test_undo_in_the_text_takes_back_ones_own_typing_only(page, other, base_url):
    board = make_board(base_url, example="case-1")
    open_board(page, board)
    open_board(other, board)
    caret_to(page, 1)
    caret_to(other, 2)
    page.keyboard.type("# mine ")
    expect(editor(other)).to_contain_text("# mine")
    other.keyboard.type("# theirs ")
    expect(editor(page)).to_contain_text("# theirs")
    page.keyboard.press("ControlOrMeta+z")
    expect(editor(other)).not_to_contain_text("# mine")
    expect(editor(page)).to_contain_text("# theirs")


def test_what_was_typed_into_a_policy_that_another_deletes_is_offered_back(page, other, base_url):
    board = make_board(base_url, example="case-1")
    open_board(page, board)
    open_board(other, board)
    caret_to(page, 1)
    page.keyboard.type("kind: [ # unfinished ")
    expect(editor(other)).to_contain_text("# unfinished")
    (policy,) = page.request.get(f"/api/v1/boards/{board}/policies/").json()
    other.get_by_role("navigation", name="Policies").get_by_role("button", name=policy["name"]).click()
    other.keyboard.press("Delete")
    offer = page.get_by_role("alert").filter(has_text="was deleted while you were typing into it")
    expect(offer).to_be_visible()
    other.keyboard.press("ControlOrMeta+z")
    expect(offer).to_have_count(0)
    back = page.get_by_role("alert").filter(has_text="is back, without what you typed")
    back.get_by_role("button", name="Put it back").click()
    expect(editor(page)).to_contain_text("# unfinished")
    expect(editor(other)).to_contain_text("# unfinished")


def test_a_person_who_leaves_is_no_longer_counted(page, other, base_url):
    board = make_board(base_url, example="start")
    open_board(page, board)
    open_board(other, board)
    expect(page.get_by_text("2 people")).to_be_visible()
    other.close()
    expect(page.get_by_text("live · only you")).to_be_visible()
