"""The pictures of a workshop: a room of learners in the middle of a lesson."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from editor.lessons import catalogue
from tests.browser.doing import write_yaml
from tests.browser.rooms import in_lesson, join, lesson, open_room

TITLES = ("Everybody may talk to everybody", "Isolate the database", "Case 5: one hyphen")
IDS = ("all-open", "isolate-the-db", "case-5-one-hyphen")
# What each learner did in the three lessons: y done, n tried in vain, o begun, and nothing.
LEARNERS = {
    "heron": "yyo",
    "otter": "yyn",
    "maple": "yyn",
    "comet": "yyy",
    "basil": "yn",
    "quartz": "yyn",
    "ember": "yyo",
}


def room(page: Page, address: str) -> None:
    """The instructor's board."""
    _taught(page, address)
    page.get_by_text("hand up").first.wait_for()


def projector(page: Page, address: str) -> None:
    """The same room, as the projector shows it."""
    page.goto(f"{_taught(page, address)}present/")
    page.get_by_text("Lesson done").wait_for()


def learner(page: Page, address: str) -> None:
    """A learner who tried something wrong."""
    teacher = _browser(page).new_context(base_url=address).new_page()
    code = open_room(teacher, TITLES[2])
    teacher.get_by_role("button", name="Open the first lesson").click()
    join(page, code, "otter")
    in_lesson(page, TITLES[2])
    lesson(page).get_by_role("button", name="Skip").click()
    tried = next(one for one in catalogue.lesson(IDS[2]).wrong if one.problem == "peer-and-or")
    write_yaml(page, tried.policies)
    page.get_by_text("1 try").wait_for()


def _taught(page: Page, address: str) -> str:
    """A room whose learners did what they did; answers its address."""
    code = open_room(page, *TITLES)
    page.get_by_role("button", name="Open the first lesson").click()
    for _ in TITLES[1:]:
        page.get_by_role("button", name="Open next lesson").click()
        page.wait_for_timeout(300)
    for name, did in LEARNERS.items():
        one = _browser(page).new_context(base_url=address, viewport={"width": 640, "height": 480}).new_page()
        join(one, code, name)
        one.locator(".seat-top").wait_for()
        for number, how in enumerate(did):
            _work(one, number, how)
        if name == "ember":
            one.get_by_role("button", name="I am stuck").click()
    return page.url


def _work(page: Page, number: int, how: str) -> None:
    """Through a lesson by the interface behind the page."""
    workshop = page.url.rstrip("/").rsplit("/", 1)[-1]
    board = _do(page, f"workshops/{workshop}/seat/board/", {"lesson": number})["board"]
    taught = catalogue.lesson(IDS[number])
    for step, each in enumerate(taught.steps):
        _do(page, f"boards/{board}/lesson/step/", {"step": step})
        if each.prediction is not None:
            said = [(len(page.url) + at + number) % 2 == 0 for at in range(len(each.prediction.arrows))]
            _do(page, f"boards/{board}/lesson/predict/", {"answers": said, "reveal": True})
        if each.goals and how != "o":
            _put(page, board, taught.solution if how == "y" else _wrong(IDS[number]))
    page.request.get(f"/api/v1/boards/{board}/lesson/")


def _put(page: Page, board: str, text: str) -> None:
    """One policy, in place of the one that is there."""
    there = page.request.get(f"/api/v1/boards/{board}/policies/").json()
    if text.strip():
        where = f"boards/{board}/policies/" + (f"{there[0]['id']}/" if there else "")
        _do(page, where, {"text": text}, "PATCH" if there else "POST")


def _do(page: Page, path: str, body: dict[str, object], method: str = "POST") -> dict[str, str]:
    script = """([path, method, body]) => fetch('/api/v1/' + path, {method, body: JSON.stringify(body), headers: {
        'Content-Type': 'application/json', 'X-CSRFToken': /csrftoken=([^;]*)/.exec(document.cookie)[1]}})
        .then(answer => answer.json())"""
    found: dict[str, str] = page.evaluate(script, [path, method, body])
    return found


def _wrong(name: str) -> str:
    return next(one for one in catalogue.lesson(name).wrong if one.problem).policies


def _browser(page: Page) -> Browser:
    found = page.context.browser
    assert found is not None, "a page of a browser that was launched"
    return found
