"""What each page asks of the server, and what it shows while that is on its way or does not come."""

from playwright.sync_api import expect

from tests.browser.doing import make_board

HEAVY = ("canvas-parts", "yaml-editor-parts", "Editor")


def scripts(page, address):
    asked = []
    page.on("response", lambda answer: asked.append(answer.url.rsplit("/", 1)[-1]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return [name for name in asked if name.startswith(HEAVY)]


def test_the_start_page_does_without_the_canvas_and_the_yaml_editor(page, base_url):
    assert scripts(page, "/") == []
    expect(page.get_by_role("button", name="New board")).to_be_visible()


def test_a_board_whose_editor_cannot_be_had_says_so(page, base_url):
    board = make_board(base_url, name="Unlucky")
    page.route("**/assets/Editor-*.js", lambda route: route.abort())
    page.goto(f"/boards/{board}/")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    page.unroute("**/assets/Editor-*.js")
    page.get_by_role("button", name="Reload the page").click()
    page.get_by_text("live ·").wait_for()


def test_an_unknown_board_says_so_and_leads_back(page, base_url):
    page.goto("/boards/00000000-0000-4000-8000-000000000000/")
    expect(page.get_by_text("There is no board here")).to_be_visible()
    page.get_by_role("link").first.click()
    expect(page.get_by_role("button", name="New board")).to_be_visible()
