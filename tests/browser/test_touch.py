"""A tablet: one finger pans and drags, two zoom, a long press opens the menu, and an arrow is drawn by touch."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually

SMALL = """() => [...document.querySelectorAll('button, a[href], select, summary, [role=tab], [role=menuitem]')]
    .filter(node => node.checkVisibility() && !node.disabled)
    .filter(node => !node.closest('.visually-hidden, .react-flow__viewport, .cm-editor, .reachability'))
    .map(node => [node.textContent.trim() || node.ariaLabel, node.getBoundingClientRect()])
    .filter(([, box]) => box.width > 2 && (box.width < 43.5 || box.height < 43.5))
    .map(([words, box]) => `${words}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""


class Fingers:
    """Touches, as the browser gets them from a screen."""

    def __init__(self, page):
        self.page = page
        self.wire = page.context.new_cdp_session(page)

    def put(self, kind, *points):
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def drag(self, start, end, steps=8):
        self.put("touchStart", start)
        for step in range(1, steps + 1):
            share = step / steps
            self.put("touchMove", tuple(a + (b - a) * share for a, b in zip(start, end, strict=True)))
        self.put("touchEnd")

    def pinch(self, middle, begin, end, steps=8):
        x, y = middle
        self.put("touchStart", (x - begin, y), (x + begin, y))
        for step in range(1, steps + 1):
            half = begin + (end - begin) * step / steps
            self.put("touchMove", (x - half, y), (x + half, y))
        self.put("touchEnd")


@pytest.fixture(params=[(1024, 768), (820, 1180)], ids=["lying", "upright"])
def tablet(new_context, request):
    width, height = request.param
    return new_context(viewport={"width": width, "height": height}, has_touch=True).new_page()


def pod(page, place):
    return page.locator(f".react-flow__node-pod[data-place='{place}']")


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def rows(page, board, table):
    return page.evaluate("path => fetch(path).then(each => each.json())", f"/api/v1/boards/{board}/{table}/")


def test_a_tablet_is_worked_with_fingers_alone(tablet, base_url):
    board = make_board(base_url, example="case-1")
    open_board(tablet, board)
    fingers = Fingers(tablet)
    web = pod(tablet, "dev/web")
    eventually(lambda: bool(tablet.locator("[data-connection]").first.get_attribute("data-path-points")), True)

    x, y = middle(web)
    canvas = tablet.locator(".editor__canvas").bounding_box()
    ground = canvas["x"] + canvas["width"] - 40, canvas["y"] + canvas["height"] * 0.55
    fingers.drag(ground, (ground[0] - 60, ground[1] + 30))
    eventually(lambda: [round(a - b) for a, b in zip(middle(web), (x, y), strict=True)], [-60, 30])
    assert tablet.locator(".react-flow__node.selected").count() == 0

    before = web.bounding_box()["width"]
    fingers.pinch((ground[0] - 120, ground[1]), 90, 60)
    eventually(lambda: web.bounding_box()["width"] < before * 0.8, True)

    place = next(each for each in rows(tablet, board, "pods") if each["name"] == "db")
    start = middle(pod(tablet, "prod/db"))
    fingers.drag(start, (start[0] - 8, start[1] + 24))
    eventually(
        lambda: next(each["y"] for each in rows(tablet, board, "pods") if each["name"] == "db") > place["y"], True
    )

    x, y = middle(web)
    fingers.put("touchStart", (x, y))
    expect(tablet.get_by_role("menu")).to_be_visible()
    fingers.put("touchEnd")
    assert tablet.evaluate(SMALL) == []
    tablet.get_by_role("menuitem", name="Rename").tap()
    expect(tablet.get_by_role("textbox", name="Name", exact=True)).to_be_focused()
    tablet.keyboard.press("Escape")

    tablet.keyboard.press("Shift+1")
    eventually(lambda: web.bounding_box()["width"] > before * 0.9, True)
    ring = web.locator(".react-flow__handle.source").last
    fingers.drag(middle(ring), middle(pod(tablet, "dev/api")))
    asked = tablet.get_by_role("dialog", name="New connection")
    expect(asked).to_be_visible()
    assert tablet.evaluate(SMALL) == []
    asked.get_by_role("textbox", name="Port").fill("5000")
    tablet.keyboard.press("Enter")
    expect(tablet.locator("[data-source='dev/web'][data-destination='dev/api']")).to_be_attached()
    tablet.get_by_role("tab", name="Tests").tap()
    tablet.get_by_role("button", name="Keys and help").tap()
    expect(tablet.get_by_role("dialog", name="Keys and gestures")).to_contain_text("long press")
    assert tablet.evaluate(SMALL) == []
