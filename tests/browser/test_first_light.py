"""The database lesson from end to end, as a person does it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.doing import caret_to, editor, make_board, open_board, write_yaml
from tests.browser.seeing import eventually, in_paint, in_words
from tests.truth.table import expected

FOLDER = Path(__file__).resolve().parents[2] / "editor" / "board" / "examples" / "database"
CASE_1 = (FOLDER / "case-1.yaml").read_text()
WEB_IN = ("prod/web", "prod/db", "TCP", 3306)


def test_protect_the_database_put_one_hyphen_too_many_export_and_import(page, base_url, tmp_path):
    page.goto("/")
    page.get_by_role("button", name="The open cluster").or_(page.get_by_role("link", name="The open cluster")).click()
    page.wait_for_url("**/boards/*/")
    eventually(lambda: in_paint(page), expected("start"))

    page.get_by_role("button", name="New policy").first.click()
    expect(editor(page)).to_contain_text("kind: NetworkPolicy")
    write_yaml(page, CASE_1)
    eventually(lambda: in_paint(page), expected("case-1"))
    eventually(lambda: in_words(page), expected("case-1"))
    expect(page.get_by_role("status").filter(has_text="Saved as r")).to_be_visible()

    line = CASE_1.splitlines().index("      namespaceSelector:") + 1
    caret_to(page, line, column=5)
    page.keyboard.press("Delete")
    page.keyboard.press("Delete")
    page.keyboard.type("- ")
    hyphened = {**expected("case-1"), WEB_IN: True}
    eventually(lambda: in_paint(page), hyphened)
    expect(page.get_by_role("status").filter(has_text="Saved as r")).to_be_visible()

    page.get_by_role("button", name="Export YAML").click()
    with page.expect_download() as caught:
        page.get_by_role("link", name="Download").click()
    exported = tmp_path / "policies.yaml"
    caught.value.save_as(exported)
    page.keyboard.press("Escape")
    assert "- namespaceSelector:" in exported.read_text()

    open_board(page, make_board(base_url, example="start"))
    eventually(lambda: in_paint(page), expected("start"))
    page.get_by_role("button", name="Import", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Choose files").set_input_files(exported)
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_role("button", name="Import 1 change").click()
    eventually(lambda: in_words(page), hyphened)
    page.keyboard.press("Escape")
    eventually(lambda: in_paint(page), hyphened)


def test_while_the_yaml_does_not_parse_the_error_stands_at_its_line_and_the_arrows_keep_the_last_good_state(
    page, base_url
):
    open_board(page, make_board(base_url, example="case-1"))
    caret_to(page, CASE_1.splitlines().index("    - protocol: TCP") + 1, column=1)
    page.keyboard.press("End")
    page.keyboard.type("X")
    expect(page.get_by_text("last good state").first).to_be_visible()
    expect(page.locator(".cm-lintRange-error, .cm-lint-marker-error").first).to_be_visible()
    eventually(lambda: in_words(page), expected("case-1"))
    page.reload()
    expect(editor(page)).to_contain_text("TCPX")
    expect(page.get_by_text("last good state").first).to_be_visible()
    caret_to(page, CASE_1.splitlines().index("    - protocol: TCP") + 1, column=1)
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    expect(page.get_by_text("last good state")).to_have_count(0)
    eventually(lambda: in_paint(page), expected("case-1"))


def test_clicking_an_arrow_tells_both_sides_and_lights_the_lines(page, base_url):
    open_board(page, make_board(base_url, example="case-1"))
    eventually(lambda: in_paint(page), expected("case-1"))
    told = page.locator("[data-connection][data-source='prod/web'][data-destination='prod/db']")
    points = [point.split(",") for point in told.get_attribute("data-path-points").split()]
    x, y = points[0]
    page.mouse.click(float(x), float(y))
    panel = page.get_by_role("complementary", name="Selection")
    expect(panel).to_contain_text("Blocked on the way in, at prod/db")
    expect(panel).to_contain_text("Leaving prod/web")
    expect(panel).to_contain_text("Entering prod/db")
    expect(panel).to_contain_text("db-policy")
    expect(panel).to_contain_text("role=api")
    expect(panel).to_contain_text("3306/TCP")
    expect(page.locator(".yaml-line--deny").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_goes_wrong_in_the_console(page, base_url, theme):
    wrong = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.emulate_media(color_scheme=theme)
    page.goto("/")
    page.get_by_role("heading", name="Start from an example").wait_for()
    open_board(page, make_board(base_url, example="egress"))
    eventually(lambda: in_words(page), expected("egress"))
    page.goto("/api/v1/docs/")
    page.get_by_text("evaluate").first.wait_for()
    assert wrong == []


def test_nothing_is_asked_of_another_host(page, base_url):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    page.get_by_role("heading", name="Start from an example").wait_for()
    open_board(page, make_board(base_url, example="case-1"))
    page.goto("/api/v1/docs/")
    page.get_by_text("evaluate").first.wait_for()
    own = (base_url, base_url.replace("http", "ws"), "data:", "blob:")
    assert asked
    assert [url for url in asked if not url.startswith(own)] == []
