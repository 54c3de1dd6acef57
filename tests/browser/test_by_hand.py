"""Designing by hand: drag things onto the canvas, name, label, connect, move and delete them; and the same by keys."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually, in_paint, in_words


@pytest.fixture
def board(page, base_url):
    """A board with nothing on it, open."""
    made = make_board(base_url, name="By hand")
    open_board(page, made)
    return made


def drag_from_palette(page, what, x, y):
    """Drag a tile to a point of the canvas, counted from its top left corner, whatever lies over the canvas there."""
    tile = page.get_by_role("complementary", name="Add and find").get_by_role("button", name=what, exact=True)
    tile.drag_to(page.locator(".react-flow"), target_position={"x": x, "y": y}, force=True)


def node(page, name):
    """A pod's, namespace's or host's node on the canvas, by its accessible name."""
    return page.get_by_role("group", name=re.compile(rf"^(Namespace|Pod|External IP) .*\b{name},"))


def name_it(page, name):
    """What was dropped asks for its name at once."""
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(name)
    page.keyboard.press("Enter")


def drag_between(page, start, end):
    """The mouse, as a hand moves it."""
    (x0, y0), (x1, y1) = start, end
    page.mouse.move(x0, y0)
    page.mouse.down()
    page.mouse.move(x0 + 8, y0 + 4)
    page.mouse.move((x0 + x1) / 2, (y0 + y1) / 2, steps=6)
    page.mouse.move(x1, y1, steps=6)
    page.mouse.up()


def centre(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def rows(page, board, table):
    found = page.request.get(f"/api/v1/boards/{board}/{table}/").json()
    return found["results"] if isinstance(found, dict) else found


def two_pods(page):
    drag_from_palette(page, "Namespace", 150, 120)
    name_it(page, "shop")
    drag_from_palette(page, "Pod", 200, 190)
    name_it(page, "cart")
    drag_from_palette(page, "External IP", 620, 200)
    name_it(page, "partner")


def test_drag_a_namespace_a_pod_and_an_outside_address_then_connect_them(page, board):
    expect(page.get_by_text("Drag a pod here").first).to_be_visible()
    two_pods(page)
    expect(page.get_by_text("1 pod · 1 namespace · 0 policies")).to_be_visible()
    assert [pod["name"] for pod in rows(page, board, "pods")] == ["cart"]
    assert [host["name"] for host in rows(page, board, "hosts")] == ["partner"]

    cart, partner = node(page, "cart"), node(page, "partner")
    cart.hover()
    handle = cart.locator(".react-flow__handle.source, .react-flow__handle").last
    drag_between(page, centre(handle), centre(partner))
    dialog = page.get_by_role("dialog", name="New connection")
    dialog.get_by_role("textbox", name="Port").fill("443")
    page.keyboard.press("Enter")
    arrow = ("shop/cart", "outside/partner", "TCP", 443)
    eventually(lambda: in_words(page), {arrow: True})
    page.mouse.move(5, 400)
    eventually(lambda: in_paint(page), {arrow: True})


def test_a_dragged_pod_stays_where_it_was_put_and_a_deleted_one_takes_its_arrows_along(page, board):
    two_pods(page)
    before = rows(page, board, "hosts")[0]
    x, y = centre(node(page, "partner"))
    drag_between(page, (x, y - 10), (x - 60, y + 130))
    eventually(lambda: rows(page, board, "hosts")[0]["y"] > before["y"] + 60, True)
    page.reload()
    expect(node(page, "partner")).to_be_visible()

    node(page, "cart").click()
    page.keyboard.press("Delete")
    eventually(lambda: rows(page, board, "pods"), [])
    expect(page.get_by_text("0 pods · 1 namespace · 0 policies")).to_be_visible()


def test_label_a_pod_in_the_panel(page, board):
    two_pods(page)
    node(page, "cart").click()
    panel = page.get_by_role("complementary", name="Selection")
    panel.get_by_label("New label, as key=value").fill("app=cart")
    page.keyboard.press("Enter")
    eventually(lambda: rows(page, board, "pods")[0]["labels"].get("app"), "cart")
    panel.get_by_label("New label, as key=value").fill("bad key=x")
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("cannot be a label's key")
    assert "bad key" not in rows(page, board, "pods")[0]["labels"]


def test_a_policy_designed_with_the_keyboard_alone(page, board):
    """No mouse: two pods and their arrow, then a default deny, by keys and focus only."""
    palette = page.get_by_role("complementary", name="Add and find")
    for what, name in (("Namespace", "shop"), ("Pod", "cart"), ("Pod", "stock")):
        palette.get_by_role("button", name=what, exact=True).focus()
        page.keyboard.press("Enter")
        name_it(page, name)
        expect(node(page, name)).to_be_visible()
    node(page, "cart").focus()
    page.keyboard.press("c")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Destination", exact=True).focus()
    dialog.get_by_label("Destination", exact=True).select_option(label="shop/stock")
    dialog.get_by_label("Port number").fill("8080")
    page.keyboard.press("Enter")
    arrow = ("shop/cart", "shop/stock", "TCP", 8080)
    eventually(lambda: in_words(page), {arrow: True})
    page.get_by_role("button", name="Default deny, way in").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add the policy").focus()
    page.keyboard.press("Enter")
    eventually(lambda: in_words(page), {arrow: False})
