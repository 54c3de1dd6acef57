"""The reachability table: all pairs, with the mouse and with the keys, in step with the canvas."""

from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board, write_yaml
from tests.browser.seeing import eventually, in_words
from tests.browser.test_accessible import complaints

PODS = 60
SHUT = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-policy, namespace: prod}
spec: {podSelector: {}}
"""


def panel(page):
    return page.get_by_role("complementary", name="Selection")


def cell(page, pair):
    return page.get_by_role("gridcell", name=f"{pair}:")


def test_every_pair_stands_in_the_table_and_can_do_what_an_arrow_can(page, base_url):
    open_board(page, make_board(base_url, example="case-4"))
    page.get_by_role("tab", name="Reachability").click()
    expect(cell(page, "prod/api to prod/db")).to_contain_text("✓ 3306")
    expect(cell(page, "prod/web to prod/db")).to_contain_text("✕")
    expect(cell(page, "Internet to prod/web")).to_contain_text("✓ all")
    assert complaints(page) == {}

    # A cell with an arrow selects it, and an arrow its cell.
    cell(page, "prod/web to prod/db").click()
    expect(panel(page)).to_contain_text("Blocked on the way in")
    page.locator('[data-connection][data-source="prod/api"][data-port="3306"]').evaluate("node => node.click()")
    expect(cell(page, "prod/api to prod/db")).to_have_attribute("aria-selected", "true")

    # Without an arrow it says why, and can be watched: that draws it.
    cell(page, "dev/web to dev/api").click()
    expect(panel(page)).to_contain_text("Connection that is not drawn")
    expect(panel(page)).to_contain_text("every port")
    panel(page).get_by_label("Port number").fill("7777")
    expect(panel(page)).to_contain_text("Allowed all the way to dev/api")
    panel(page).get_by_role("button", name="Watch").click()
    eventually(lambda: in_words(page).get(("dev/web", "dev/api", "TCP", 7777)), True)
    expect(cell(page, "dev/web to dev/api")).to_have_attribute("data-drawn", "true")

    # Its menu is the arrow's, with the mouse and with the key; what nobody drew can be watched, allowed and blocked.
    menu = page.get_by_role("menu")
    cell(page, "prod/web to prod/db").click(button="right")
    expect(menu.get_by_role("menuitem", name="Allow this connection")).to_be_enabled()
    expect(menu.get_by_role("menuitem", name="Delete")).to_be_enabled()
    page.keyboard.press("Escape")
    undrawn = cell(page, "dev/api to dev/web")
    undrawn.focus()
    page.keyboard.press("Shift+F10")
    menu.get_by_role("menuitem", name="Go to the details").focus()
    page.keyboard.press("Escape")
    expect(undrawn).to_be_focused()
    undrawn.click(button="right")
    menu.get_by_role("menuitem", name="Block this connection").click()
    expect(panel(page)).to_contain_text("dev/web")
    undrawn.click(button="right")
    menu.get_by_role("menuitem", name="Watch this connection").click()
    expect(undrawn).to_have_attribute("data-drawn", "true")

    # It follows what is typed.
    page.get_by_role("tab", name="YAML").click()
    write_yaml(page, SHUT)
    page.get_by_role("tab", name="Reachability").click()
    expect(cell(page, "prod/api to prod/db")).to_contain_text("✕")

    # Filtered by port and verdict, and taken away as it is shown.
    page.get_by_label("From: the name contains").fill("dev/")
    page.get_by_label("Only", exact=True).select_option("What is blocked")
    expect(page.get_by_role("rowheader")).to_have_count(2)
    page.get_by_label("Take away what is shown").click()
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.get_by_text("Copied the table as Markdown.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[2] == "| dev/api | ✕ | ✕ | ✕ |"
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("rowheader")).to_have_count(7)


def manifests(pods):
    """A namespace, and pods all of one kind in it."""
    pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: pod-{:03}\n  namespace: busy\n  labels: {{app: busy}}\n"
    return "---\n".join(pod.format(number) for number in range(pods))


def test_a_large_table_begins_folded_and_every_cell_is_reached_by_the_keys(page, base_url):
    open_board(page, make_board(base_url, name="Busy", manifests=manifests(PODS)))
    page.get_by_role("tab", name="Reachability").click()
    grid = page.get_by_role("grid")
    expect(cell(page, "busy to busy")).to_contain_text("✓ all")
    page.get_by_role("rowheader", name="busy").focus()
    page.keyboard.press("Enter")
    expect(cell(page, "busy/pod-000 to busy/pod-001")).to_be_visible()
    assert grid.get_attribute("aria-rowcount") == str(PODS + 2)
    assert grid.locator("td").count() < PODS * PODS / 4

    cell(page, "busy/pod-000 to busy/pod-001").focus()
    page.keyboard.press("ControlOrMeta+End")
    expect(cell(page, "Internet to Internet")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    last = cell(page, f"busy/pod-{PODS - 1:03} to busy/pod-{PODS - 2:03}")
    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()
    expect(page.get_by_role("columnheader", name=f"busy/pod-{PODS - 2:03}")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(panel(page)).to_contain_text(f"busy/pod-{PODS - 1:03} → busy/pod-{PODS - 2:03}")
