"""What hands expect of a canvas: copies, the clipboard, aligning, arranging; each is one step to undo."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually


@pytest.fixture
def board(page, base_url):
    made = make_board(base_url, example="case-1")
    open_board(page, made)
    return made


def pod(page, place):
    return page.locator(f".react-flow__node-pod[data-place='{place}']")


def rows(page, board, table):
    return page.evaluate("path => fetch(path).then(each => each.json())", f"/api/v1/boards/{board}/{table}/")


def test_a_copy_stands_beside_and_one_undo_takes_it_back(page, board):
    pod(page, "dev/api").click()
    page.keyboard.press("ControlOrMeta+d")
    expect(pod(page, "dev/api-1")).to_be_visible()
    page.keyboard.press("ControlOrMeta+z")
    expect(pod(page, "dev/api-1")).to_have_count(0)


def test_copied_pods_are_manifests_and_come_back_under_free_names(page, board):
    pod(page, "prod/db").click()
    page.keyboard.press("ControlOrMeta+c")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "kind: Pod" in text
    assert "containerPort: 3306" in text
    page.keyboard.press("ControlOrMeta+v")
    expect(pod(page, "prod/db-2")).to_have_count(1)
    pod(page, "dev/web").click()
    page.keyboard.press("ControlOrMeta+x")
    expect(pod(page, "dev/web")).to_have_count(0)
    page.keyboard.press("ControlOrMeta+v")
    expect(pod(page, "dev/web")).to_have_count(1)


def test_aligning_and_arranging_are_one_step_each(page, board):
    before = {each["id"]: (each["x"], each["y"]) for each in rows(page, board, "pods")}
    now = lambda: {each["id"]: (each["x"], each["y"]) for each in rows(page, board, "pods")}  # noqa: E731
    pod(page, "prod/web").click()
    pod(page, "prod/db").click(modifiers=["Shift"])
    pod(page, "prod/db").click(button="right")
    page.get_by_role("menuitem", name="Align upper edges").click()
    top = lambda: {each["y"] for each in rows(page, board, "pods") if each["name"] == "db"}  # noqa: E731
    eventually(top, {next(each["y"] for each in rows(page, board, "pods") if each["name"] == "web")})
    page.keyboard.press("ControlOrMeta+z")
    eventually(now, before)
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+L")
    eventually(lambda: now() == before, False)
    page.keyboard.press("ControlOrMeta+z")
    eventually(now, before)


def test_the_internet_and_dns_are_ready_made(page, board):
    page.get_by_role("button", name="Internet", exact=True).click()
    eventually(lambda: [each["name"] for each in rows(page, board, "hosts")], ["backup", "internet"])
    page.keyboard.press("Shift+1")
    pod(page, "dev/api").click()
    page.get_by_role("button", name="DNS", exact=True).click()
    arrows = lambda: sorted(  # noqa: E731
        (each["protocol"], each["port"]) for each in rows(page, board, "connections") if each["port"] == 53
    )
    eventually(arrows, [("TCP", 53), ("UDP", 53)])
    expect(pod(page, "kube-system/kube-dns")).to_be_visible()


def test_a_double_click_on_a_frames_title_adds_nothing(page, board):
    page.locator(".frame__name", has_text="prod").dblclick()
    assert len(rows(page, board, "pods")) == 5
