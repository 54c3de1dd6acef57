"""Where dropped and pasted things land."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually
from tests.browser.test_by_hand import drag_from_palette, name_it, node, rows

POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: pasted\n  namespace: shop\n"


@pytest.fixture
def board(page, base_url):
    made = make_board(base_url, name="Placing")
    open_board(page, made)
    return made


def overlap(one, other):
    return (
        min(one["x"] + one["width"], other["x"] + other["width"]) > max(one["x"], other["x"])
        and min(one["y"] + one["height"], other["y"] + other["height"]) > max(one["y"], other["y"])
    )  # fmt: skip


def test_the_first_thing_stays_under_the_pointer(page, board):
    drag_from_palette(page, "Namespace", 400, 250)
    name_it(page, "shop")
    eventually(lambda: [each["name"] for each in rows(page, board, "namespaces")], ["shop"])
    canvas, frame = page.locator(".react-flow").bounding_box(), node(page, "shop").bounding_box()
    assert abs(frame["x"] + frame["width"] / 2 - canvas["x"] - 400) < 12
    assert abs(frame["y"] + frame["height"] / 2 - canvas["y"] - 250) < 12


def test_an_outside_address_dropped_into_a_namespace_stands_beside_it(page, board):
    drag_from_palette(page, "Namespace", 400, 250)
    name_it(page, "shop")
    drag_from_palette(page, "External IP", 420, 260)
    name_it(page, "partner")
    assert not overlap(node(page, "partner").bounding_box(), node(page, "shop").bounding_box())


def test_a_pod_dropped_beside_a_namespace_gets_one_of_its_own_that_covers_no_other(page, board):
    drag_from_palette(page, "Namespace", 300, 250)
    name_it(page, "shop")
    drag_from_palette(page, "Pod", 530, 250)
    name_it(page, "cart")
    eventually(lambda: len(rows(page, board, "namespaces")), 2)
    one, other = rows(page, board, "namespaces")
    assert not overlap(one, other)


def test_manifests_pasted_onto_the_canvas_open_the_import(page, board):
    page.locator(".react-flow__pane").click(position={"x": 60, "y": 450})
    page.evaluate("text => navigator.clipboard.writeText(text)", POD)
    page.keyboard.press("ControlOrMeta+v")
    dialog = page.get_by_role("dialog", name="Import manifests")
    expect(dialog.get_by_label("Manifests as text")).to_have_value(POD)
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_role("button", name="Import 1 change").or_(
        dialog.get_by_role("button", name="Import 2 changes")
    ).click()
    expect(dialog.get_by_role("button", name="Done")).to_be_visible()
    eventually(lambda: [pod["name"] for pod in rows(page, board, "pods")], ["pasted"])
