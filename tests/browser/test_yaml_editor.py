"""The YAML editor: what it offers, explains, folds, brackets and lights up; the whole board as one text."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import caret_to, editor, make_board, open_board, write_yaml
from tests.browser.seeing import eventually


@pytest.fixture
def board(page, base_url):
    """Case 4: two selectors in one item, then a block of addresses."""
    made = make_board(base_url, example="case-4")
    open_board(page, made)
    return made


def texts(page, board):
    found = page.request.get(f"/api/v1/boards/{board}/policies/").json()
    return {each["name"]: each["text"] for each in (found["results"] if isinstance(found, dict) else found)}


def pick(page, label, typed=""):
    """Type the beginning of a word and take an offer by keyboard alone."""
    if typed:
        page.keyboard.type(typed)
    offers = page.get_by_role("listbox", name="Completions")
    expect(offers.get_by_role("option").filter(has_text=label).first).to_be_visible()
    # In its first 75 ms an open list takes no keys, so that nobody picks by mistake: they would move the caret.
    page.wait_for_timeout(80)
    for _ in range(20):
        if label in (offers.locator("[aria-selected]").text_content() or ""):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def pod(page, place):
    return page.locator(f"[data-place='{place}']")


def test_a_policy_is_written_from_nothing_with_completion_alone(page, board):
    editor(page).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    pick(page, "apiVersion", "api")
    page.keyboard.press("Enter")
    pick(page, "kind", "ki")
    page.keyboard.press("Enter")
    pick(page, "metadata", "meta")
    pick(page, "name")
    page.keyboard.type("db-policy")
    page.keyboard.press("Enter")
    pick(page, "namespace", "names")
    pick(page, "prod")
    page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    pick(page, "spec", "sp")
    pick(page, "podSelector")
    pick(page, "matchLabels")
    pick(page, "role")
    pick(page, "db")
    page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    pick(page, "ingress", "ing")
    pick(page, "from")
    pick(page, "podSelector")
    pick(page, "matchLabels")
    pick(page, "role")
    pick(page, "web")
    wanted = (
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: db-policy\n  namespace: prod\n"
        "spec:\n  podSelector:\n    matchLabels:\n      role: db\n  ingress:\n  - from:\n    - podSelector:\n"
        "        matchLabels:\n          role: web"
    )
    eventually(lambda: texts(page, board)["db-policy"], wanted)


def test_the_explanation_of_a_field_comes_by_key_and_by_pointer_and_is_said_aloud(page, board):
    caret_to(page, 17, 8)
    page.keyboard.press("F1")
    shown = page.locator(".yaml-hover")
    expect(shown).to_contain_text("spec.ingress[0].from[0].namespaceSelector")
    expect(shown).to_contain_text("This peer matches 1 pod: prod/api")
    expect(page.get_by_role("status").filter(has_text="namespaceSelector: Chooses namespaces")).to_be_attached()
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    page.locator(".cm-line", has_text="policyTypes").locator(".yaml-key").hover()
    expect(shown).to_contain_text("Egress only if egress has at least one rule")


def test_the_caret_lights_whom_it_speaks_of_and_the_dark_comes_back_when_it_leaves(page, board):
    caret_to(page, 17, 8)
    expect(pod(page, "prod/api").locator(".card--lit-peer")).to_be_visible()
    expect(pod(page, "dev/api").locator(".card--aside")).to_be_visible()
    expect(page.locator(".frame--lit")).to_have_count(1)
    expect(page.get_by_text("ingress[0].from[0] matches 1 pod: prod/api")).to_be_visible()
    caret_to(page, 8)
    expect(pod(page, "prod/db").locator(".card--lit-selected")).to_be_visible()
    page.get_by_role("tab", name="YAML").focus()
    expect(page.locator(".card--lit, .card--aside, .frame--lit")).to_have_count(0)


def test_a_pod_on_the_canvas_marks_the_lines_that_speak_of_it(page, board):
    pod(page, "prod/api").click()
    marked = page.locator(".yaml-line--point")
    expect(marked.first).to_contain_text("podSelector")
    expect(page.locator(".yaml-note--point")).to_have_text("matches api")
    expect(marked.first).to_be_in_viewport()


def test_brackets_say_and_and_or_also_to_a_screen_reader(page, board):
    page.get_by_role("separator").focus()
    for _ in range(14):
        page.keyboard.press("ArrowUp")
    words = page.locator(".yaml-bracket b").filter(has_text="AND").or_(page.locator(".yaml-bracket b", has_text="OR"))
    expect(words).to_have_text(["AND", "OR"])
    expect(editor(page)).to_contain_text("AND: both selectors of this peer must match.")


def test_blocks_fold_by_key_and_tab_can_leave(page, board):
    caret_to(page, 7, 3)
    page.keyboard.press("Control+Shift+BracketLeft")
    expect(page.locator(".cm-foldPlaceholder")).to_have_count(1)
    page.keyboard.press("Control+Shift+BracketRight")
    expect(page.locator(".cm-foldPlaceholder")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(editor(page)).not_to_be_focused()


def test_an_error_stands_in_the_gutter_and_a_key_goes_there(page, board):
    broken = texts(page, board)["db-policy"].replace("protocol: TCP", "protocol: [TCP")
    write_yaml(page, broken)
    expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
    page.keyboard.press("ControlOrMeta+Home")
    page.keyboard.press("F8")
    expect(page.locator(".cm-tooltip-lint")).to_be_visible()
    expect(page.get_by_role("list", name="Errors and warnings").get_by_role("button")).to_be_visible()


SECOND = """---
# added below
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: second
  namespace: dev
spec: {}
"""


def whole(page):
    page.get_by_text("Whole board", exact=True).click()
    expect(page.get_by_role("textbox", name="YAML of all policies of the board")).to_be_visible()


def test_the_whole_board_is_one_text_in_which_policies_are_changed_added_and_removed(page, board):
    first = texts(page, board)["db-policy"]
    whole(page)
    write_yaml(page, f"# by hand\n{first}{SECOND}")
    eventually(lambda: texts(page, board), {"db-policy": f"# by hand\n{first}", "second": SECOND[4:]})
    expect(page.get_by_text("Saved as r2")).to_be_visible()

    write_yaml(page, SECOND)
    expect(page.get_by_text("Left out, removed after a pause: db-policy")).to_be_visible()
    eventually(lambda: set(texts(page, board)), {"second"})
    page.get_by_role("button", name="Undo").click()
    eventually(lambda: set(texts(page, board)), {"db-policy", "second"})
    expect(editor(page)).to_contain_text("# by hand")


def test_a_broken_document_deletes_nothing_keeps_the_last_good_state_and_survives_a_reload(page, board):
    first = texts(page, board)["db-policy"]
    whole(page)
    write_yaml(page, f"kind: [half{SECOND.replace('---', chr(10) + '---')}")
    expect(page.get_by_text("that policy keeps its last good state")).to_be_visible()
    eventually(lambda: set(texts(page, board)), {"db-policy", "second"})
    assert texts(page, board)["db-policy"] == first
    page.reload()
    whole(page)
    expect(editor(page)).to_contain_text("kind: [half")
    write_yaml(page, "")
    expect(page.get_by_text("Nothing is removed until you say so")).to_be_visible()
    assert set(texts(page, board)) == {"db-policy", "second"}


def test_in_the_whole_text_what_is_selected_marks_its_lines_below_the_documents_before(page, board):
    first = texts(page, board)["db-policy"]
    whole(page)
    write_yaml(page, f"{SECOND[4:]}---\n# guards the database\n---\n{first}")
    eventually(lambda: set(texts(page, board)), {"db-policy", "second"})
    marked = page.locator(".cm-line.yaml-line")
    page.locator("[data-connection][data-destination='prod/db'][data-allowed='false']").first.dispatch_event("click")
    deciding = page.locator(".cm-line.yaml-line--deny").first
    expect(deciding).to_be_visible()
    # With the note behind it, the line is one of the policy's and none of the document before it.
    assert any(deciding.inner_text().strip().startswith(line.strip()) for line in first.splitlines()[6:])
    pod(page, "prod/db").click()
    expect(page.locator(".cm-line.yaml-line--point").first).to_contain_text("podSelector")
    page.keyboard.press("Escape")
    expect(marked).to_have_count(0)
