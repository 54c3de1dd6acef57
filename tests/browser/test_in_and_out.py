"""Manifests by paste, by drop and by file; errors with their place; the board as YAML."""

from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import arrows, eventually, in_words
from tests.truth.table import expected
from tests.truth.test_engine import FOLDER

CLUSTER = (FOLDER / "cluster.yaml").read_text()
CASE_1 = (FOLDER / "case-1.yaml").read_text()


def test_pasting_manifests_brings_them_in_as_one_edit(page, base_url):
    board = make_board(base_url, name="Empty")
    open_board(page, board)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_label("Manifests as text").fill(f"{CLUSTER}\n---\n{CASE_1}")
    page.get_by_role("dialog").get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("5 pods · 2 namespaces · 1 policy")).to_be_visible()
    revisions = page.request.get(f"/api/v1/boards/{board}/revisions/").json()
    rows = revisions["results"] if isinstance(revisions, dict) else revisions
    assert [row["command"] for row in rows].count("import_manifests") == 1
    assert len(rows) <= 2  # making the board may itself be the first


def test_dropping_a_file_on_the_page_opens_the_import_with_it(page, base_url):
    open_board(page, make_board(base_url, example="start"))
    transfer = page.evaluate_handle(
        """text => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], 'case-1.yaml', {type: 'application/yaml'}));
          return carried;
        }""",
        CASE_1,
    )
    for event in ("dragenter", "dragover", "drop"):
        page.dispatch_event("body", event, {"dataTransfer": transfer})
    expect(page.get_by_role("dialog")).to_contain_text("case-1.yaml")
    page.get_by_role("dialog").get_by_role("button", name="Import", exact=True).click()
    eventually(lambda: in_words(page), expected("case-1"))


def test_bad_manifests_are_refused_whole_with_every_error_at_its_place(page, base_url):
    open_board(page, make_board(base_url, example="start"))
    page.get_by_role("button", name="Import", exact=True).click()
    bad = CASE_1.replace("protocol: TCP", "protocol: ICMP").replace("port: 3306", "port: 99999")
    page.get_by_label("Manifests as text").fill(bad)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Import", exact=True).click()
    alert = dialog.get_by_role("alert")
    expect(alert).to_contain_text("Nothing was imported")
    expect(alert).to_contain_text("2 things are wrong")
    lines = bad.splitlines()
    for wrong in ("protocol: ICMP", "port: 99999"):
        number = next(index for index, line in enumerate(lines, 1) if wrong in line)
        expect(alert).to_contain_text(f"line {number}")
    assert len(arrows(page)) == 14
    expect(dialog.get_by_label("Manifests as text")).to_have_value(bad)  # nothing typed is lost


def test_reading_an_export_back_gives_the_same_verdicts(page, base_url):
    first = make_board(base_url, example="egress")
    page.goto("/")
    exported = page.request.get(f"/api/v1/boards/{first}/export/").text()
    second = make_board(base_url, example="start")
    open_board(page, second)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_label("Manifests as text").fill(exported)
    page.get_by_role("dialog").get_by_role("button", name="Import", exact=True).click()
    eventually(lambda: in_words(page), expected("egress"))


def test_the_whole_board_as_yaml_makes_the_board_anew(page, base_url):
    first = make_board(base_url, example="egress")
    open_board(page, first)
    page.get_by_role("button", name="Export YAML").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).not_to_contain_text("kind: Pod")
    dialog.get_by_text("Whole board").click()
    expect(dialog).to_contain_text("kind: Pod")
    exported = page.request.get(f"/api/v1/boards/{first}/export/?include=all").text()
    open_board(page, make_board(base_url, manifests=exported))
    expect(page.get_by_text("5 pods · 2 namespaces · 1 policy")).to_be_visible()


def test_a_board_is_exported_in_the_form_and_style_that_a_person_chooses(page, base_url):
    open_board(page, make_board(base_url, example="egress"))
    page.keyboard.press("Control+e")
    dialog = page.get_by_role("dialog", name="Export")
    expect(dialog.get_by_label("YAML", exact=True)).to_be_focused()
    expect(dialog).to_contain_text("policyTypes:")
    dialog.get_by_text("Minimal").click()
    expect(dialog).not_to_contain_text("policyTypes:")
    dialog.get_by_label("Comments on top").check()
    expect(dialog.get_by_role("region", name="Exported YAML")).to_contain_text("# Apply: kubectl apply -f")
    dialog.get_by_text("Markdown").click()
    expect(dialog.get_by_role("region", name="Exported Markdown")).to_contain_text("| source | destination |")
    dialog.get_by_text("Kustomize").click()
    with page.expect_download() as caught:
        dialog.get_by_role("link", name="Download").click()
    assert caught.value.suggested_filename.endswith("-kustomize.zip")
    dialog.get_by_text("PNG", exact=True).click()
    picture = dialog.get_by_alt_text("The board as it will be exported")
    eventually(lambda: picture.evaluate("(image) => image.complete && image.naturalWidth > 300"), True)


def test_where_the_browser_lets_no_page_copy_the_text_is_selected_instead(page, base_url):
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    open_board(page, make_board(base_url, example="egress"))
    page.keyboard.press("Control+e")
    dialog = page.get_by_role("dialog", name="Export")
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_role("status")).to_contain_text("press Ctrl C")
    assert page.evaluate("getSelection().toString()").startswith("apiVersion: networking.k8s.io/v1")
    dialog.get_by_text("SVG", exact=True).click()
    dialog.get_by_role("button", name="Copy as PNG").click()
    expect(dialog.get_by_role("status")).to_contain_text("Download it instead")
