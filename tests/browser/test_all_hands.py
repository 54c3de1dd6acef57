"""Every key and gesture of the canvas, the tour, presenting and printing."""

import io

from PIL import Image
from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually


def pod(page, place):
    return page.locator(f".react-flow__node-pod[data-place='{place}']")


def rows(page, board, table):
    return page.evaluate("path => fetch(path).then(each => each.json())", f"/api/v1/boards/{board}/{table}/")


def menu_of(page, locator):
    """What the menu of the right mouse button offers there."""
    locator.click(button="right")
    offered = page.get_by_role("menuitem").locator("span").all_text_contents()
    page.keyboard.press("Escape")
    return offered


def test_every_key_does_what_the_list_of_keys_says(page, base_url):
    board = make_board(base_url, example="case-1")
    open_board(page, board)
    pod(page, "prod/web").click()

    page.keyboard.press("Alt+ArrowRight")
    expect(pod(page, "prod/api")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(pod(page, "dev/web")).to_be_focused()

    page.keyboard.press("ControlOrMeta+ArrowRight")
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_be_focused()
    page.keyboard.type("metrics")
    page.keyboard.press("Enter")
    expect(pod(page, "dev/metrics")).to_be_visible()
    made = {each["name"]: each["id"] for each in rows(page, board, "pods")}
    ends = lambda: {each["destination"] for each in rows(page, board, "connections")}  # noqa: E731
    eventually(lambda: made["metrics"] in ends(), True)

    page.keyboard.press("ControlOrMeta+s")
    expect(page.get_by_text("Everything is saved").first).to_be_attached()

    page.keyboard.press("Shift+Alt+C")
    expect(page.get_by_text("The canvas is on the clipboard, as PNG.")).to_be_visible()
    script = """async () => {
        const [item] = await navigator.clipboard.read();
        return [...new Uint8Array(await (await item.getType('image/png')).arrayBuffer())];
    }"""
    picture = Image.open(io.BytesIO(bytes(page.evaluate(script))))
    assert picture.width > 800
    page.keyboard.press("ControlOrMeta+Shift+C")
    expect(page.get_by_text("The canvas is on the clipboard, as SVG.")).to_be_visible()
    svg = page.evaluate("navigator.clipboard.readText()")
    assert "metrics" in svg
    assert "prod/web to prod/db, 3306: blocked" in svg

    page.keyboard.press("ControlOrMeta+.")
    expect(page.get_by_role("banner")).to_have_count(0)
    page.keyboard.press("ControlOrMeta+.")
    expect(page.get_by_role("banner")).to_be_visible()


def menu_of_a_blocked_arrow(page):
    """Whether a right click on where it was last written to be opens its menu; not while the picture still moves."""
    points = page.locator("[data-connection][data-allowed=false]").first.get_attribute("data-path-points")
    if not points:
        return False
    x, y = map(float, points.split()[0].split(","))
    page.mouse.click(x, y, button="right")
    page.get_by_role("menuitem").first.wait_for()  # some menu opens wherever one clicks
    if page.get_by_role("menuitem", name="Allow this connection…").is_visible():
        return True
    page.keyboard.press("Escape")
    return False


def test_a_drag_with_alt_copies_and_everything_has_a_menu(page, base_url):
    board = make_board(base_url, example="case-1")
    open_board(page, board)
    before = {each["name"]: each["x"] for each in rows(page, board, "pods")}
    box = pod(page, "prod/web").bounding_box()
    start = box["x"] + 40, box["y"] + 12
    page.keyboard.down("Alt")
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 60, start[1] + 60, steps=4)
    page.mouse.move(start[0] + 130, start[1] + 110, steps=4)
    page.mouse.up()
    page.keyboard.up("Alt")
    expect(pod(page, "prod/web-1")).to_be_visible()
    names = lambda: sorted(each["name"] for each in rows(page, board, "pods"))  # noqa: E731
    eventually(names, ["api", "api", "db", "web", "web", "web-1"])
    assert {each["name"]: each["x"] for each in rows(page, board, "pods")}.items() >= before.items()
    page.keyboard.press("ControlOrMeta+z")
    expect(pod(page, "prod/web-1")).to_have_count(0)

    assert "Connect to…" in menu_of(page, pod(page, "prod/db"))
    assert "Fold the namespace" in menu_of(page, page.locator(".frame__name", has_text="prod"))
    assert "Rename" in menu_of(page, page.locator(".react-flow__node-host").first)
    policy = menu_of(page, page.locator(".policy-chip").first)
    assert "Show the YAML" in policy
    assert "Delete" in policy
    page.locator(".react-flow__pane").click(button="right", position={"x": 400, "y": 20})
    assert page.get_by_role("menuitem", name="Copy the canvas as SVG").is_visible()
    page.keyboard.press("Escape")
    eventually(lambda: menu_of_a_blocked_arrow(page), True)
    page.get_by_role("menuitem", name="Allow this connection…").click()
    expect(page.get_by_role("complementary", name="Selection")).to_contain_text("Allow")

    web = pod(page, "prod/web")
    web.hover()
    ring = web.locator(".react-flow__handle.source").last.bounding_box()
    page.mouse.move(ring["x"] + ring["width"] / 2, ring["y"] + ring["height"] / 2)
    page.mouse.down()
    page.mouse.move(ring["x"] + 40, ring["y"] + 60, steps=4)
    page.mouse.move(ring["x"] + 40, ring["y"] + 130, steps=4)
    page.mouse.up()
    page.get_by_role("menuitem", name="Add a pod that this one calls").click()
    page.keyboard.press("Escape")
    eventually(lambda: len(rows(page, board, "pods")), 6)


def test_the_tour_presenting_and_paper(new_context, base_url):
    page = new_context(knows_the_tour=False, color_scheme="dark").new_page()
    open_board(page, make_board(base_url, example="case-1", name="Shown"))
    page.get_by_role("button", name="Take the tour").click()
    card = page.get_by_role("dialog")
    titles = []
    for _ in range(6):
        titles.append(card.get_by_role("heading").inner_text())
        page.keyboard.press("ArrowRight")
    assert len(set(titles)) == 6
    expect(card).to_have_count(0)
    page.reload()
    page.get_by_text("live ·").wait_for()
    expect(page.get_by_role("button", name="Take the tour")).to_have_count(0)
    page.keyboard.press("?")
    page.get_by_role("button", name="Take the tour").click()
    expect(card).to_contain_text("1 of 6")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)

    page.locator("[data-connection][data-allowed=false]").first.dispatch_event("click")
    page.keyboard.press("Alt+Shift+P")
    expect(page.get_by_role("heading", name="Shown")).to_be_visible()
    expect(page.get_by_text("Blocked on the way in").first).to_be_visible()
    expect(page.get_by_role("complementary")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Selection")).to_be_visible()

    page.keyboard.press("ControlOrMeta+p")
    sheets = page.get_by_role("dialog", name="Print")
    expect(sheets.get_by_role("img", name="The canvas of the board")).to_be_visible()
    expect(sheets.get_by_role("button", name="Print")).to_be_enabled()
    expect(sheets).to_contain_text("Blocked on the way in, at prod/db")
    expect(sheets).to_contain_text("kind: NetworkPolicy")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".sheet").first.evaluate("node => getComputedStyle(node).color") == "rgb(26, 30, 36)"
    expect(page.get_by_role("banner")).to_have_count(0)
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page/") >= 3
    page.emulate_media(media="screen")
    page.keyboard.press("Escape")
    expect(sheets).to_have_count(0)
