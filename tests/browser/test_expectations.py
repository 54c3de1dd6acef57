"""What a person expects of a board: said of an arrow, in a form, by a file, pinned, and judged live."""

from tests.browser.doing import make_board, open_board

FILE = """\
expectations:
- from: dev/api
  to: prod/db
  port: 3306
  expect: blocked
- name: No pod to come may ever reach the database
  from: {except: [outside, prod/api, prod/web]}
  to: prod/db
  expect: blocked
  ever: true
"""


def open_tests(page):
    page.get_by_role("tab", name="Tests").click()
    return page.get_by_role("tabpanel")


def select_arrow(page, source, destination, port):
    ends = f"[data-source='{source}'][data-destination='{destination}'][data-port='{port}']"
    page.locator(f"[data-connection]{ends}").evaluate("(button) => button.click()")


def test_an_arrow_is_expected_in_one_click_and_marked_on_the_canvas(page, base_url):
    open_board(page, make_board(base_url, example="case-4"))
    select_arrow(page, "prod/api", "prod/db", 3306)
    should_be = page.get_by_role("group", name="This should be")
    should_be.get_by_text("Blocked", exact=True).click()
    page.get_by_role("tab", name="Tests 0/1 hold").wait_for()
    page.locator(".expectation-mark--fails").wait_for()
    assert page.locator("[data-expected='fails']").inner_text().endswith("allowed, not as expected")
    should_be.get_by_text("Allowed", exact=True).click()
    page.get_by_role("tab", name="Tests 1/1 hold").wait_for()
    page.locator(".expectation-mark--holds").wait_for()
    should_be.get_by_text("Not said", exact=True).click()
    page.get_by_role("tab", name="Tests", exact=True).wait_for()
    page.locator(".expectation-mark").wait_for(state="detached")


def test_an_expectation_is_written_in_a_form_changed_moved_and_deleted(page, base_url):
    open_board(page, make_board(base_url, example="case-4"))
    panel = open_tests(page)
    panel.get_by_role("button", name="Expectation", exact=True).click()
    form = panel.get_by_role("form", name="New expectation")
    form.get_by_label("From: kind of place").select_option(label="Anything outside a namespace")
    form.get_by_label("From: namespace").select_option("prod")
    form.get_by_label("Expect", exact=True).select_option(label="must not reach")
    form.get_by_label("To: place").fill("prod/db")
    form.get_by_label("also for pods that do not exist yet").check()
    form.get_by_role("button", name="Add expectation").click()
    panel.get_by_text("anything but namespace prod must not ever reach prod/db").or_(
        panel.get_by_text("nothing but namespace prod may ever reach prod/db")
    ).wait_for()
    panel.get_by_role("button", name="Expectation", exact=True).click()
    form.get_by_label("From: place").fill("prod/api")
    form.get_by_label("To: place").fill("prod/db")
    form.get_by_label("Ports").fill("99999")
    form.get_by_role("button", name="Add expectation").click()
    form.get_by_role("alert").filter(has_text="out of range").wait_for()
    form.get_by_label("Ports").fill("3306")
    form.get_by_role("button", name="Add expectation").click()
    second = panel.get_by_role("listitem").nth(1)
    second.filter(has_text="prod/api must reach prod/db on").wait_for()
    second.get_by_role("button", name="Move up").click()
    panel.get_by_role("listitem").nth(0).filter(has_text="prod/api must reach").wait_for()
    first = panel.get_by_role("listitem").nth(0)
    first.get_by_role("button", name="Edit expectation").click()
    form = panel.get_by_role("form", name="Edit expectation")
    form.get_by_label("Name, if you like").fill("The API reads the database")
    form.get_by_role("button", name="Save").click()
    first.get_by_text("The API reads the database").wait_for()
    first.get_by_role("button", name="Delete expectation").click()
    panel.get_by_text("The API reads the database").wait_for(state="detached")
    page.keyboard.press("ControlOrMeta+z")
    panel.get_by_text("The API reads the database").wait_for()


def test_a_file_comes_in_and_a_failing_one_names_its_counter_example_with_why(page, base_url):
    open_board(page, make_board(base_url, example="case-5"))
    panel = open_tests(page)
    panel.get_by_role("button", name="Import file…").click()
    panel.get_by_label("An expectations file").fill(FILE.replace("expect: blocked", "expect: often", 1) + "- from: x\n")
    panel.get_by_role("button", name="Import", exact=True).click()
    faults = panel.get_by_role("alert")
    faults.get_by_text("Line 5:").wait_for()
    faults.get_by_text("Line 11:").first.wait_for()
    panel.get_by_label("An expectations file").fill(FILE)
    panel.get_by_role("button", name="Import", exact=True).click()
    ever = panel.get_by_role("listitem").filter(has_text="No pod to come may ever reach the database")
    ever.get_by_text("would be a new pod").wait_for()
    ever.get_by_role("button", name="Why").click()
    ever.get_by_text("Entering prod/db").wait_for()
    with page.expect_download() as held:
        panel.get_by_role("link", name="Export file").click()
    assert "No pod to come may ever" in held.value.path().read_text()


def test_tests_are_judged_while_a_policy_is_being_typed(page, base_url):
    open_board(page, make_board(base_url, example="case-4"))
    panel = open_tests(page)
    panel.get_by_role("button", name="Pin what is true now").click()
    count = page.get_by_role("tab", name="Tests").locator(".dock__count--good")
    count.wait_for()
    page.get_by_role("tab", name="YAML").click()
    page.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: db-policy, namespace: prod}\n"
        "spec: {podSelector: {}}\n"
    )
    page.get_by_role("tab", name="Tests").locator(".dock__count--bad").wait_for()
