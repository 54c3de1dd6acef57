"""A server that dies and a network that goes away: what a person did is there afterwards."""

import signal
import subprocess
import time

import pytest
from playwright.sync_api import expect

from tests.browser.cable import Cable
from tests.browser.conftest import ROOT, await_answer, free_port, settings_for
from tests.browser.doing import caret_to, editor, make_board, open_board, text_of
from tests.browser.seeing import eventually


class Product:
    """The product on a file database of its own, that can be killed and started again at the same address."""

    def __init__(self, home):
        self.home, self.port = home, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        command = [str(ROOT / ".venv" / "bin" / "netpol"), "serve", "--port", str(self.port)]
        with (self.home / "server.log").open("a+") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=settings_for(self.home), stdout=log, stderr=subprocess.STDOUT
            )
            await_answer(self.address, self.process, log)

    def kill(self):
        """Without a chance to write anything more."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    """One for all stories: whoever kills it starts it again."""
    made = Product(tmp_path_factory.mktemp("product"))
    made.start()
    yield made
    if made.process.poll() is None:
        made.process.terminate()
        made.process.wait(20)


@pytest.fixture
def people(new_context, product):
    """Three persons, each in a browser of their own."""
    return [new_context(base_url=product.address).new_page() for _ in range(3)]


def revision_of(page):
    """The newest revision that this browser was told of."""
    return int(page.locator(".saved-chip").inner_text().rsplit("r", 1)[1])


def rest(page, path):
    return page.request.get(f"/api/v1/boards/{path}").json()


def add_host(page):
    """One more card."""
    page.locator(".palette__tile", has_text="External IP").click()
    page.keyboard.press("Escape")


def type_at_the_end_of(page, line, words):
    """A remark behind what stands in a line."""
    caret_to(page, line)
    page.keyboard.press("End")
    page.keyboard.type(words)


def test_a_killed_server_loses_no_edit_that_was_answered_and_no_keystroke(product, people):
    board = make_board(product.address, example="case-1")
    one, other, third = people
    for page in people:
        open_board(page, board)
    for count in range(1, 4):
        add_host(one)
        expect(one.locator(".saved-chip")).to_contain_text(f"r{count + 1}")
    type_at_the_end_of(other, 1, " # before")
    expect(editor(third)).to_contain_text("# before")
    answered = {page: revision_of(page) for page in people}
    hosts = len(rest(one, f"{board}/hosts/"))
    product.kill()
    for page in people:
        expect(page.locator(".status-bar__link")).to_have_text("offline")
    other.keyboard.type(" the server died")
    type_at_the_end_of(third, 2, " # third")
    add_host(one)
    expect(one.locator(".saved-chip")).to_contain_text("not saved · 1 edit")
    product.start()
    for page in people:
        expect(page.get_by_text("live ·")).to_be_visible(timeout=20_000)
        expect(editor(page)).to_contain_text("# before the server died")
        expect(editor(page)).to_contain_text("# third")
    for page in people:
        expect(page.get_by_text("Saved as").first).to_be_visible()
        eventually(lambda page=page: text_of(page), text_of(one))
        expect(page.locator(".saved-chip")).to_contain_text("autosaved")
    kept = [each["revision"] for each in rest(one, f"{board}/revisions/")]
    assert sorted(kept) == list(range(1, max(kept) + 1))
    assert max(answered.values()) <= max(kept)
    assert len(rest(one, f"{board}/hosts/")) == hosts + 1
    (policy,) = rest(one, f"{board}/policies/")
    assert "# before the server died" in policy["text"]
    assert "# third" in policy["text"]


def test_what_was_done_without_a_network_is_sent_when_it_is_back(product, people):
    board = make_board(product.address, example="case-1")
    one, other, _ = people
    open_board(one, board)
    open_board(other, board)
    one.context.set_offline(True)
    expect(one.locator(".status-bar__link")).to_have_text("offline")
    type_at_the_end_of(one, 1, " # on the train")
    add_host(one)
    type_at_the_end_of(other, 2, " # in the office")
    expect(other.get_by_text("Saved as r2").first).to_be_visible()
    expect(one.get_by_text("Not saved").first).to_be_visible()
    drag(one, "dev/web", 0, 12)
    expect(one.locator(".unsaved-layer__mark")).to_have_text("not saved")
    expect(editor(other)).not_to_contain_text("# on the train")
    one.context.set_offline(False)
    for page in (one, other):
        expect(editor(page)).to_contain_text("# on the train")
        expect(editor(page)).to_contain_text("# in the office")
        expect(page.get_by_text("Saved as r5").first).to_be_visible()
    eventually(lambda: text_of(one), text_of(other))


@pytest.fixture
def cable(product):
    """The way to the product of whoever it is given to."""
    made = Cable(product.port)
    yield made
    made.end()


def test_a_network_cut_for_half_a_minute_of_which_nobody_is_told_loses_nothing(product, people, cable, new_context):
    board = make_board(product.address, example="case-1")
    one, (other, *_) = new_context(base_url=cable.address).new_page(), people
    open_board(one, board)
    open_board(other, board)
    hosts = len(rest(other, f"{board}/hosts/"))
    cable.cut()
    until = time.monotonic() + 30
    # Nothing shows it yet: what is done now goes into the void.
    type_at_the_end_of(one, 1, " # on the train")
    add_host(one)
    expect(one.locator(".saved-chip")).to_contain_text("saving")
    type_at_the_end_of(other, 2, " # in the office")
    expect(other.get_by_text("Saved as r2").first).to_be_visible()
    expect(one.locator(".status-bar__link")).to_have_text("offline", timeout=25_000)
    add_host(one)
    expect(one.locator(".saved-chip")).to_contain_text("not saved · 2 edits")
    other.wait_for_timeout(max(0.0, until - time.monotonic()) * 1000)
    cable.mend()
    for page in (one, other):
        expect(editor(page)).to_contain_text("# on the train", timeout=20_000)
        expect(editor(page)).to_contain_text("# in the office")
        expect(page.locator(".saved-chip")).to_contain_text("autosaved · r5")
    eventually(lambda: text_of(one), text_of(other))
    assert len(rest(other, f"{board}/hosts/")) == hosts + 2


def test_what_is_not_saved_survives_a_reload_of_the_tab(product, people):
    board = make_board(product.address, example="case-1")
    one, _, _ = people
    open_board(one, board)
    hosts = len(rest(one, f"{board}/hosts/"))
    # Everything goes out and nothing comes back: the page can be loaded, and its edits are not answered.
    one.evaluate("WebSocket.prototype.send = () => undefined")
    type_at_the_end_of(one, 1, " # kept")
    add_host(one)
    expect(one.locator(".saved-chip")).to_contain_text("saving")
    one.on("dialog", lambda dialog: dialog.accept())  # it asks before it is left
    one.reload()
    one.get_by_text("live ·").wait_for()
    expect(editor(one)).to_contain_text("# kept")
    expect(one.get_by_text("Saved as r3").first).to_be_visible()
    eventually(lambda: len(rest(one, f"{board}/hosts/")), hosts + 1)


def place_of(page, name):
    """Where a card stands in the window."""
    box = page.locator(f"[data-place='{name}']").bounding_box()
    return round(box["x"]), round(box["y"])


def drag(page, name, dx, dy):
    """The card, by the pointer."""
    box = page.locator(f"[data-place='{name}']").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 40 + dx, box["y"] + 12 + dy, steps=4)
    page.mouse.up()


def test_three_people_who_move_things_at_once_end_with_one_picture(product, people):
    board = make_board(product.address, example="case-1")
    for page in people:
        open_board(page, board)
    names = ("dev/api", "dev/web", "outside/backup")
    for _ in range(3):
        for page, name in zip(people, names, strict=True):
            drag(page, name, 0, 12)
    drag(people[0], "dev/web", 0, 12)
    for page in people:
        expect(page.locator(".saved-chip")).to_contain_text("autosaved · r11")
    first = people[0]
    for page in people[1:]:
        eventually(lambda page=page: [place_of(page, name) for name in names], [place_of(first, n) for n in names])
    kept = [each["revision"] for each in rest(first, f"{board}/revisions/")]
    assert sorted(kept) == list(range(1, 12))
