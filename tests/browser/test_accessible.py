"""axe finds nothing serious on any page or dialog, in both themes."""

from pathlib import Path

import pytest

from tests.browser.doing import caret_to, make_board, open_board
from tests.browser.rooms import in_lesson, join, open_room

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")


def complaints(page):
    """What axe calls serious or critical: rule -> the elements, each with what is wrong."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return {
        rule["id"]: [(node["html"][:160], node["failureSummary"][:300]) for node in rule["nodes"][:4]]
        for rule in found
        if rule["impact"] in GRAVE
    }


@pytest.fixture(params=["light", "dark"])
def themed(page, request):
    page.emulate_media(color_scheme=request.param)
    return page


def test_the_start_page(themed, base_url):
    make_board(base_url, name="Known")
    themed.goto("/")
    themed.get_by_text("Start from an example").wait_for()
    themed.wait_for_load_state("networkidle")
    assert complaints(themed) == {}
    themed.get_by_role("button", name="Import manifests").click()
    themed.get_by_role("dialog").wait_for()
    assert complaints(themed) == {}


def test_the_editor_and_its_panels(themed, base_url):
    open_board(themed, make_board(base_url, example="ingress"))
    themed.locator("[data-connection]").first.wait_for(state="attached")
    assert complaints(themed) == {}
    themed.locator("[data-connection][data-allowed=false]").first.dispatch_event("click")
    themed.get_by_text("Blocked on the way").first.wait_for()
    assert complaints(themed) == {}
    for kind in ("pod", "namespace"):
        themed.locator(f".react-flow__node-{'frame' if kind == 'namespace' else 'pod'}").first.dispatch_event("click")
        assert complaints(themed) == {}
    for tab in ("Reachability", "History"):
        themed.get_by_role("tab", name=tab).click()
        assert complaints(themed) == {}


@pytest.mark.parametrize("opener", ["Import", "Export YAML"])
def test_a_dialog_of_the_editor(themed, base_url, opener):
    open_board(themed, make_board(base_url, example="ingress"))
    themed.get_by_role("button", name=opener, exact=True).click()
    themed.get_by_role("dialog").wait_for()
    themed.wait_for_timeout(200)
    assert complaints(themed) == {}


def test_the_steps_of_an_import(themed, base_url):
    open_board(themed, make_board(base_url, example="ingress"))
    themed.get_by_role("button", name="Import", exact=True).click()
    dialog = themed.get_by_role("dialog")
    pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: new, namespace: far-away}\n"
    dialog.get_by_label("Manifests as text").fill(f"{pod}---\nkind: [\n")
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_role("alert").wait_for()
    assert complaints(themed) == {}
    dialog.get_by_label("Leave out what is wrong").check()
    dialog.get_by_role("button", name="Import 2 changes").click()
    dialog.get_by_role("button", name="Done").wait_for()
    assert complaints(themed) == {}


@pytest.mark.parametrize("form", ["YAML", "Markdown", "PNG"])
def test_the_export_of_a_board(themed, base_url, form):
    open_board(themed, make_board(base_url, example="ingress"))
    themed.keyboard.press("Control+e")
    dialog = themed.get_by_role("dialog", name="Export")
    dialog.get_by_text(form, exact=True).click()
    themed.wait_for_load_state("networkidle")
    assert complaints(themed) == {}


def test_the_yaml_editor(themed, base_url):
    open_board(themed, make_board(base_url, example="ingress"))
    caret_to(themed, 10)
    themed.keyboard.press("Control+Space")
    assert complaints(themed) == {}


def test_every_other_state_of_the_editor(themed, base_url):
    """Each state, the way into it: all found in one walk, told together."""
    open_board(themed, make_board(base_url, example="case-4"))
    keys = themed.keyboard.press
    click = lambda place: themed.locator(place).first.dispatch_event("click")  # noqa: E731
    dialog = lambda name: themed.get_by_role("dialog", name=name)  # noqa: E731
    tab = lambda name: themed.get_by_role("tab", name=name)  # noqa: E731
    states = {
        "a policy": (lambda: click(".policy-chip"), themed.get_by_text("Policy types")),
        "several things": (lambda: keys("ControlOrMeta+a"), themed.get_by_text("things selected")),
        "a policy to start from": (lambda: click(".left-panel__row"), themed.get_by_text("What it would change")),
        "a menu": (
            lambda: themed.locator(".react-flow__node-pod .card__head").first.click(button="right"),
            themed.get_by_role("menu"),
        ),
        "the palette": (lambda: keys("ControlOrMeta+k"), dialog("Search or run a command")),
        "the keys": (lambda: keys("?"), dialog("Keys and gestures")),
        "paper": (lambda: keys("ControlOrMeta+p"), dialog("Print").get_by_role("img")),
        "presenting": (
            lambda: (click("[data-connection]"), keys("Alt+Shift+P")),
            themed.get_by_role("button", name="Stop presenting (Esc)"),
        ),
        "exposure": (lambda: themed.get_by_text("Exposure", exact=True).click(), themed.locator(".shade").first),
        "tests": (lambda: tab("Tests").click(), themed.get_by_role("tabpanel", name="Tests")),
        "problems": (lambda: tab("Problems").click(), themed.get_by_role("tabpanel", name="Problems")),
        "the tour": (
            lambda: (keys("?"), themed.get_by_role("button", name="Take the tour").click()),
            dialog("Add things"),
        ),
    }
    wrong = {}
    for name, (enter, there) in states.items():
        enter()
        there.first.wait_for()
        if found := complaints(themed):
            wrong[name] = found
        keys("Escape")
    assert wrong == {}
    themed.goto("/boards/00000000-0000-4000-8000-000000000000/")
    assert complaints(themed) == {}
    open_board(themed, make_board(base_url, name="Empty"))
    assert complaints(themed) == {}


@pytest.mark.parametrize("address", ["sign-in/", "sign-up/", "reset/", "reset/sent/"])
def test_an_account_page(themed, base_url, address):
    themed.goto(f"/account/{address}")
    assert complaints(themed) == {}
    if themed.locator("button").count():
        themed.locator("button").first.click()
        themed.wait_for_load_state()
        assert complaints(themed) == {}


def test_the_share_dialog_and_what_a_view_link_shows(themed, base_url, browser, browser_context_args):
    themed.goto("/")
    themed.get_by_role("button", name="Protect the database").first.click()
    themed.get_by_text("live ·").wait_for()
    themed.get_by_role("button", name="Share", exact=True).click()
    themed.get_by_role("button", name="Make link").click()
    themed.get_by_text("Link made").wait_for()
    assert complaints(themed) == {}
    other = browser.new_context(**browser_context_args).new_page()
    other.goto(themed.evaluate("navigator.clipboard.readText()"))
    other.get_by_text("live ·").wait_for()
    other.locator(".react-flow__node-pod").first.dispatch_event("click")
    assert complaints(other) == {}
    themed.get_by_role("button", name="Revoke Link to view").click()
    other.get_by_role("heading", name="Your access has ended").wait_for()
    assert complaints(other) == {}
    other.context.close()


def test_a_lesson_is_played_by_keyboard_and_written(themed, base_url):
    page = themed
    page.goto("/")
    page.locator(".learn__track summary").first.press("Enter")
    page.locator(".learn__lesson", has_text="Case 5: one hyphen").press("Enter")
    form = page.get_by_role("region", name="Your prediction")
    form.wait_for()
    assert complaints(page) == {}
    for choice in form.get_by_role("radio", name="Allowed").all():
        choice.press("Space")
    form.get_by_role("button", name="Reveal", exact=True).press("Enter")
    page.get_by_text("3 of 4 right.").wait_for()
    page.get_by_role("button", name="Next", exact=True).press("Enter")
    page.get_by_role("list", name="Goals").wait_for()
    page.locator(".react-flow__node-pod").first.dispatch_event("click")
    page.get_by_role("button", name="Show the right panel").press("Enter")
    page.get_by_text("This lesson leaves its pods as they are").wait_for()
    page.get_by_role("button", name="I am stuck").press("Enter")
    page.get_by_role("list", name="Hints").wait_for()
    assert complaints(page) == {}
    page.goto("/")
    page.get_by_role("button", name="Import a lesson").press("Enter")
    page.get_by_role("dialog").wait_for()
    assert complaints(page) == {}
    page.keyboard.press("Escape")
    page.locator(".learn__fork").nth(7).press("Enter")
    page.get_by_text("Sound: it keeps what it promises.").wait_for()
    for part in page.locator(".author__part > summary").all():
        part.press("Enter")
    page.get_by_role("region", name="Text as the learner sees it").first.wait_for()
    assert complaints(page) == {}


def test_a_workshop(themed, browser, browser_context_args, base_url):
    """Its instructor's pages, the way in, and a learner's page."""
    code = open_room(themed, "Isolate the database")
    assert complaints(themed) == {}
    scheme = themed.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'")
    learner = browser.new_context(**{**browser_context_args, "base_url": base_url, "color_scheme": scheme}).new_page()
    learner.goto("/j/AAAAAA/")
    learner.get_by_role("alert").wait_for()
    assert complaints(learner) == {}
    join(learner, code, "ann")
    learner.get_by_role("heading", name="You are in, ann").wait_for()
    assert complaints(learner) == {}
    themed.get_by_role("button", name="Open the first lesson").click()
    in_lesson(learner, "Isolate the database")
    assert complaints(learner) == {}
    themed.get_by_role("button", name="What to do with ann").click()
    themed.get_by_role("menuitem").first.wait_for()
    assert complaints(themed) == {}
    themed.goto(f"{themed.url}present/")
    themed.get_by_text("Lesson done").wait_for()
    assert complaints(themed) == {}
    learner.context.close()
