"""The panel of problems: what a person sees of them, mends, and ignores."""

from tests.browser.doing import editor, make_board, open_board


def open_problems(page):
    page.get_by_role("tab", name="Problems").click()
    return page.get_by_role("tabpanel")


def test_a_hyphen_too_many_is_told_shown_and_mended_in_one_step(page, base_url):
    open_board(page, make_board(base_url, example="case-5"))
    page.get_by_role("tab", name="Problems 2 errors and warnings").wait_for()
    panel = open_problems(page)
    panel.get_by_text("A second hyphen means OR: it opens 1 more source (prod/web).").wait_for()
    page.get_by_role("treeitem", name="db-policy 2 warnings").wait_for()
    join = panel.get_by_role("button", name="Join the two items: AND")
    join.hover()
    page.get_by_text("Would change connections: closes 1.").wait_for()
    page.locator(".ghosts__one[data-after='false']").wait_for()
    panel.get_by_role("button", name="What peer-and-or means").click()
    panel.get_by_text("Correction:").wait_for()
    # A comment that somebody is typing is kept.
    page.get_by_role("tab", name="YAML").click()
    editor(page).click()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.insert_text("# typed, not saved")
    page.get_by_role("tab", name="Problems").click()
    join.click()
    panel.get_by_text("No errors and no warnings.").wait_for()
    page.get_by_role("tab", name="YAML").click()
    page.get_by_text("# typed, not saved").wait_for()
    page.get_by_role("tab", name="Problems").click()
    page.keyboard.press("ControlOrMeta+z")
    panel.get_by_text("A second hyphen means OR").wait_for()


def test_a_click_on_a_problem_brings_its_line_into_view(page, base_url):
    open_board(page, make_board(base_url, example="case-5"))
    panel = open_problems(page)
    panel.get_by_role("button", name="A second hyphen means OR").click()
    page.get_by_role("tab", name="YAML", selected=True).wait_for()
    page.locator(".cm-activeLine", has_text="- namespaceSelector:").wait_for()


def test_a_problem_is_ignored_with_a_reason_that_stands_in_the_yaml(page, base_url):
    open_board(page, make_board(base_url, example="case-5"))
    panel = open_problems(page)
    row = panel.get_by_role("listitem").filter(has_text="A second hyphen means OR")
    row.get_by_role("button", name="Ignore…").click()
    row.get_by_label("Why is this meant?").fill("web may come in as well")
    row.get_by_role("button", name="Ignore here").click()
    panel.get_by_text("A second hyphen means OR").wait_for(state="detached")
    panel.get_by_text("Ignored", exact=True).click()
    panel.get_by_text("Ignored: web may come in as well").wait_for()
    page.get_by_role("tab", name="YAML").click()
    page.get_by_text("# netpol:ignore peer-and-or web may come in as well").wait_for()


def test_the_mark_beside_a_line_mends_it_too(page, base_url):
    open_board(page, make_board(base_url, example="case-5"))
    page.locator(".cm-lintRange-warning", has_text="namespaceSelector").first.hover()
    page.get_by_role("button", name="Join the two items: AND").click()
    page.get_by_role("tab", name="Problems 2").wait_for(state="detached")
