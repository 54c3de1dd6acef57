"""What people do in a workshop: an instructor opens it, learners come in."""

from uuid import uuid4

from playwright.sync_api import expect


def own_board(page, base_url, name, *expected):
    """A board of this browser's own, by the API, with expectations as in their file."""
    browser = {"Origin": base_url}
    made = page.request.post(f"{base_url}/api/v1/boards/", data={"name": name, "example": "start"}, headers=browser)
    for item in expected:
        edit = {"edit_id": str(uuid4()), "command": "add_expectation", "params": {"item": item}}
        page.request.post(f"{base_url}/api/v1/boards/{made.json()['id']}/commands/", data=edit, headers=browser)


def open_room(page, *titles, own=(), name="Thursday workshop"):
    """Open a workshop of these lessons, in their order, then of boards of one's own; answers its code."""
    page.goto("/workshops/")
    page.get_by_label("Title, which learners see").fill(name)
    for title in titles:
        page.get_by_role("button", name=f"Take {title}").click()
    if own:
        page.get_by_text("Boards of your own").click()
    for title in own:
        page.get_by_role("button", name=f"Take {title}", exact=True).click()
    page.get_by_role("button", name="Open the workshop").click()
    page.get_by_role("heading", name="Nobody is here yet").wait_for()
    return page.locator(".nobody-yet__code").text_content()


def join(page, code, nickname):
    """Come in by the link."""
    page.goto(f"/j/{code}/", wait_until="commit")
    page.get_by_label("What shall the instructor call you?").fill(nickname)
    page.get_by_role("button", name="Join", exact=True).click()


def sit_down(page, base_url, code, nickname):
    """Come in as the page to join does, without waiting for that page or for the next one."""
    asked = {"code": code, "nickname": nickname}
    answer = page.request.post(f"{base_url}/api/v1/workshops/join/", data=asked, headers={"Origin": base_url})
    page.goto(f"/workshops/{answer.json()['workshop']['id']}/", wait_until="commit")


def row(room, nickname):
    """A learner's row in the instructor's table."""
    return room.locator(".room-table__row").filter(has=room.get_by_role("button", name=nickname, exact=True))


def choose(page, menu, entry):
    """Open a menu and choose in it."""
    page.get_by_role("button", name=menu, exact=True).click()
    page.get_by_role("menuitem", name=entry).click()


def lesson(page):
    """The lesson beside the canvas."""
    return page.get_by_role("complementary", name="Lesson")


def goals(page):
    return lesson(page).get_by_role("list", name="Goals").get_by_role("listitem")


def in_lesson(page, title):
    """Wait until a lesson has come."""
    expect(lesson(page).get_by_role("heading", name=title)).to_be_visible()
