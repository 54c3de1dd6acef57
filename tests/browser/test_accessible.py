"""axe finds nothing serious on any page or dialog, in both themes."""

from pathlib import Path

from tests.browser.doing import caret_to, make_board, open_board
from tests.browser.rooms import in_lesson, join, open_room

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")
# A caret blinks for ever; everything else comes to rest.
STILL = """() => document.getAnimations().every(
    each => each.playState !== 'running' || each.effect.getTiming().iterations === Infinity
)"""


def complaints(page):
    """What axe calls serious or critical, in both themes: rule -> the elements, each with what is wrong."""
    page.wait_for_function(STILL)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")["violations"]
    # Of all the rules only that of contrast hangs on the theme.
    page.emulate_media(color_scheme="dark")
    found += page.evaluate("() => axe.run(document, { runOnly: ['color-contrast'] })")["violations"]
    page.emulate_media(color_scheme="light")
    return {
        rule["id"]: [(node["html"][:160], node["failureSummary"][:300]) for node in rule["nodes"][:4]]
        for rule in found
        if rule["impact"] in GRAVE
    }


def test_the_start_page(page, base_url):
    make_board(base_url, name="Known")
    page.goto("/")
    page.get_by_text("Start from an example").wait_for()
    page.wait_for_load_state("networkidle")
    assert complaints(page) == {}
    page.get_by_role("button", name="Import manifests").click()
    page.get_by_role("dialog").wait_for()
    assert complaints(page) == {}


def test_the_editor_and_its_panels(page, base_url):
    open_board(page, make_board(base_url, example="ingress"))
    page.locator("[data-connection]").first.wait_for(state="attached")
    assert complaints(page) == {}
    page.locator("[data-connection][data-allowed=false]").first.dispatch_event("click")
    page.get_by_text("Blocked on the way").first.wait_for()
    assert complaints(page) == {}
    for kind in ("pod", "namespace"):
        page.locator(f".react-flow__node-{'frame' if kind == 'namespace' else 'pod'}").first.dispatch_event("click")
        assert complaints(page) == {}
    for tab in ("Reachability", "History"):
        page.get_by_role("tab", name=tab).click()
        assert complaints(page) == {}


def test_completions_and_the_dialogs_for_export_and_import(page, base_url):
    open_board(page, make_board(base_url, example="ingress"))
    page.keyboard.press("Control+e")
    dialog = page.get_by_role("dialog", name="Export")
    for form in ("YAML", "Markdown", "PNG"):
        dialog.get_by_text(form, exact=True).click()
        page.wait_for_load_state("networkidle")
        assert complaints(page) == {}
    page.keyboard.press("Escape")
    caret_to(page, 9, column=8)  # in a label
    page.keyboard.press("Control+Space")
    page.get_by_role("listbox", name="Completions").wait_for()
    assert complaints(page) == {}
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Import", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert complaints(page) == {}
    pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: new, namespace: far-away}\n"
    dialog.get_by_label("Manifests as text").fill(f"{pod}---\nkind: [\n")
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_role("alert").wait_for()
    assert complaints(page) == {}
    dialog.get_by_label("Leave out what is wrong").check()
    dialog.get_by_role("button", name="Import 2 changes").click()
    dialog.get_by_role("button", name="Done").wait_for()
    assert complaints(page) == {}


def test_every_other_state_of_the_editor(page, base_url):
    """Each state, the way into it: all found in one walk, told together."""
    open_board(page, make_board(base_url, example="case-4"))
    keys = page.keyboard.press
    click = lambda place: page.locator(place).first.dispatch_event("click")  # noqa: E731
    dialog = lambda name: page.get_by_role("dialog", name=name)  # noqa: E731
    tab = lambda name: page.get_by_role("tab", name=name)  # noqa: E731
    states = {
        "a policy": (lambda: click(".policy-chip"), page.get_by_text("Policy types")),
        "several things": (lambda: keys("ControlOrMeta+a"), page.get_by_text("things selected")),
        "a policy to start from": (lambda: click(".left-panel__row"), page.get_by_text("What it would change")),
        "a menu": (
            lambda: page.locator(".react-flow__node-pod .card__head").first.click(button="right"),
            page.get_by_role("menu"),
        ),
        "the palette": (lambda: keys("ControlOrMeta+k"), dialog("Search or run a command")),
        "the keys": (lambda: keys("?"), dialog("Keys and gestures")),
        "paper": (lambda: keys("ControlOrMeta+p"), dialog("Print").get_by_role("img")),
        "presenting": (
            lambda: (click("[data-connection]"), keys("Alt+Shift+P")),
            page.get_by_role("button", name="Stop presenting (Esc)"),
        ),
        "exposure": (lambda: page.get_by_text("Exposure", exact=True).click(), page.locator(".shade").first),
        "tests": (lambda: tab("Tests").click(), page.get_by_role("tabpanel", name="Tests")),
        "problems": (lambda: tab("Problems").click(), page.get_by_role("tabpanel", name="Problems")),
        "the tour": (
            lambda: (keys("?"), page.get_by_role("button", name="Take the tour").click()),
            dialog("Add things"),
        ),
    }
    wrong = {}
    for name, (enter, there) in states.items():
        enter()
        there.first.wait_for()
        if found := complaints(page):
            wrong[name] = found
        keys("Escape")
    assert wrong == {}
    page.goto("/boards/00000000-0000-4000-8000-000000000000/")
    assert complaints(page) == {}
    open_board(page, make_board(base_url, name="Empty"))
    assert complaints(page) == {}


def test_the_account_pages(page, base_url):
    for address in ("sign-in/", "sign-up/", "reset/", "reset/sent/"):
        page.goto(f"/account/{address}")
        assert complaints(page) == {}
        if page.locator("button").count():
            page.locator("button").first.click()
            page.wait_for_load_state()
            assert complaints(page) == {}


def test_the_share_dialog_and_what_a_view_link_shows(page, base_url, other):
    page.goto("/")
    page.get_by_role("button", name="Protect the database").first.click()
    page.get_by_text("live ·").wait_for()
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Make link").click()
    page.get_by_text("Link made").wait_for()
    assert complaints(page) == {}
    other.goto(page.evaluate("navigator.clipboard.readText()"))
    other.get_by_text("live ·").wait_for()
    other.locator(".react-flow__node-pod").first.dispatch_event("click")
    assert complaints(other) == {}
    page.get_by_role("button", name="Revoke Link to view").click()
    other.get_by_role("heading", name="Your access has ended").wait_for()
    assert complaints(other) == {}


def test_a_lesson_is_played_by_keyboard_and_written(page, base_url):
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


def test_a_workshop(page, new_context):
    """Its instructor's pages, the way in, and a learner's page."""
    code = open_room(page, "Isolate the database")
    assert complaints(page) == {}
    learner = new_context().new_page()
    learner.goto("/j/AAAAAA/")
    learner.get_by_role("alert").wait_for()
    assert complaints(learner) == {}
    join(learner, code, "ann")
    learner.get_by_role("heading", name="You are in, ann").wait_for()
    assert complaints(learner) == {}
    page.get_by_role("button", name="Open the first lesson").click()
    in_lesson(learner, "Isolate the database")
    assert complaints(learner) == {}
    page.get_by_role("button", name="What to do with ann").click()
    page.get_by_role("menuitem").first.wait_for()
    assert complaints(page) == {}
    page.goto(f"{page.url}present/")
    page.get_by_text("Lesson done").wait_for()
    assert complaints(page) == {}
