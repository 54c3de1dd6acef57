"""Share links: a second person sees and does what the link lets them, until it ends."""

from playwright.sync_api import expect

from tests.browser.doing import editor
from tests.browser.seeing import eventually, in_words
from tests.truth.table import expected


def own_board(page, example="Protect the database"):
    """A board that this browser made, by hand."""
    page.goto("/")
    page.get_by_role("button", name=example).first.click()
    page.get_by_text("live ·").wait_for()
    return page.url


def share(page, role="can view"):
    """Makes a link in the dialog; its address, from the clipboard."""
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_label("Role of the new link").select_option(role)
    page.get_by_role("button", name="Make link").click()
    expect(page.get_by_text("Link made and copied.")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def test_a_board_is_closed_to_whoever_has_only_its_address(page, other, base_url):
    address = own_board(page)
    other.goto(address)
    expect(other.get_by_text("There is no board here")).to_be_visible()


def test_a_view_link_shows_live_edits_and_lets_nothing_be_edited(page, other, base_url):
    own_board(page)
    link = share(page)
    page.get_by_role("button", name="Done").click()
    other.goto(link)
    other.get_by_text("live ·").wait_for()
    expect(other.get_by_text("View only").first).to_be_visible()
    for name in ("Share", "Import"):
        expect(other.get_by_role("button", name=name, exact=True)).to_have_count(0)
    tools = other.get_by_role("toolbar", name="Tools")
    for name in ("Connect", "Pod", "Namespace", "External IP"):
        expect(tools.get_by_role("button", name=name, exact=True)).to_be_disabled()
    expect(other.locator(".palette__tile").first).to_be_disabled()
    expect(other.get_by_role("button", name="Undo")).to_be_disabled()

    pod = other.locator(".react-flow__node-pod").first
    pod.click()
    expect(other.get_by_role("button", name="Delete pod")).to_be_disabled()
    expect(other.get_by_label("IP addresses")).not_to_be_editable()
    before = pod.bounding_box()
    other.keyboard.press("ArrowRight")
    other.keyboard.press("Delete")
    pod.drag_to(other.locator(".react-flow__pane"), target_position={"x": 600, "y": 420}, force=True)
    pod.dblclick()
    expect(other.locator(".name-input")).to_have_count(0)
    assert pod.bounding_box() == before
    pod.click(button="right")
    menu = other.get_by_role("menu")
    expect(menu.get_by_role("menuitem", name="Delete")).to_be_disabled()
    expect(menu.get_by_role("menuitem", name="Rename")).to_be_disabled()
    other.keyboard.press("Escape")

    hosts = other.locator(".react-flow__node-host")
    count = hosts.count()
    page.keyboard.press("e")  # the owner adds an address outside
    expect(hosts).to_have_count(count + 1)
    expect(other.get_by_text("autosaved").first).to_be_visible()


def test_the_yaml_of_a_view_link_is_read_only_and_follows_the_writer(page, other, base_url):
    own_board(page, "Case 1")
    link = share(page)
    page.get_by_role("button", name="Done").click()
    other.goto(link)
    other.get_by_text("live ·").wait_for()
    eventually(lambda: in_words(other), expected("case-1"))
    text = editor(other).inner_text()
    editor(other).click()
    other.keyboard.type("# mine")
    assert editor(other).inner_text() == text
    editor(page).click()
    page.keyboard.press("ControlOrMeta+Home")
    page.keyboard.insert_text("# from the owner\n")
    expect(editor(other)).to_contain_text("# from the owner")


def test_a_link_that_is_revoked_or_changed_counts_at_once_for_who_is_there(page, other, base_url):
    own_board(page)
    link = share(page)
    other.goto(link)
    other.get_by_text("live ·").wait_for()
    expect(other.get_by_text("View only").first).to_be_visible()
    page.get_by_label("Role of Link to view").select_option("can edit")
    expect(other.locator(".top-bar__view-only")).to_have_count(0)
    expect(other.get_by_role("toolbar", name="Tools").get_by_role("button", name="Pod", exact=True)).to_be_enabled()
    page.get_by_role("button", name="Revoke Link to edit").click()
    expect(other.get_by_role("heading", name="Your access has ended")).to_be_focused()
    other.reload()
    expect(other.get_by_text("This link has ended")).to_be_visible()
    other.goto(link)
    expect(other.get_by_text("This link has ended")).to_be_visible()
    expect(page.get_by_text("No link yet")).to_be_visible()


def test_a_board_that_is_deleted_says_so_to_who_has_it_open(page, other, base_url):
    address = own_board(page)
    link = share(page, "can edit")
    other.goto(link)
    other.get_by_text("live ·").wait_for()
    identity = address.rstrip("/").rsplit("/", 1)[-1]
    assert page.request.delete(f"/api/v1/boards/{identity}/", headers={"Origin": base_url}).status == 204
    expect(other.get_by_role("heading", name="This board is not here any more")).to_be_visible()
