"""What people do in a workshop: an instructor opens it, learners come in."""

from playwright.sync_api import expect


def open_room(page, *titles, name="Thursday workshop"):
    """Open a workshop of these lessons, in their order; answers its code."""
    page.goto("/workshops/")
    page.get_by_label("Title, which learners see").fill(name)
    for title in titles:
        page.get_by_role("button", name=f"Take {title}").click()
    page.get_by_role("button", name="Open the workshop").click()
    page.get_by_role("heading", name="Nobody is here yet").wait_for()
    return page.locator(".nobody-yet__code").text_content()


def join(page, code, nickname):
    """Come in by the link."""
    page.goto(f"/j/{code}/")
    page.get_by_label("What shall the instructor call you?").fill(nickname)
    page.get_by_role("button", name="Join", exact=True).click()


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
