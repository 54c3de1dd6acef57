"""Manifests by paste, by drop and by file; errors with their place; the board as YAML."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from benchmarks.kubectl_output import output
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
    page.get_by_role("dialog").get_by_role("button", name="Preview").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Import [0-9]")).click()
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
    page.get_by_role("dialog").get_by_role("button", name="Preview").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Import [0-9]")).click()
    eventually(lambda: in_words(page), expected("case-1"))


def test_bad_manifests_are_refused_whole_with_every_error_at_its_place(page, base_url):
    open_board(page, make_board(base_url, example="start"))
    page.get_by_role("button", name="Import", exact=True).click()
    bad = CASE_1.replace("protocol: TCP", "protocol: ICMP").replace("port: 3306", "port: 99999")
    page.get_by_label("Manifests as text").fill(bad)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Preview").click()
    alert = dialog.get_by_role("alert")
    expect(alert).to_contain_text("Nothing was imported")
    expect(alert).to_contain_text("2 things are wrong")
    lines = bad.splitlines()
    for wrong in ("protocol: ICMP", "port: 99999"):
        number = next(index for index, line in enumerate(lines, 1) if wrong in line)
        expect(alert).to_contain_text(f"line {number}")
    assert len(arrows(page)) == 14
    expect(dialog.get_by_role("button", name="Import", exact=True)).to_be_disabled()
    dialog.get_by_role("button", name="Back").click()
    expect(dialog.get_by_label("Manifests as text")).to_have_value(bad)  # nothing typed is lost


def test_reading_an_export_back_gives_the_same_verdicts(page, base_url):
    first = make_board(base_url, example="egress")
    page.goto("/")
    exported = page.request.get(f"/api/v1/boards/{first}/export/").text()
    second = make_board(base_url, example="start")
    open_board(page, second)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_label("Manifests as text").fill(exported)
    page.get_by_role("dialog").get_by_role("button", name="Preview").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Import [0-9]")).click()
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


def in_a_zip(**files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"base/{name}.yaml", text)
    return {"name": "base.zip", "mimeType": "application/zip", "buffer": held.getvalue()}


def in_a_file(text, name="cluster.yaml"):
    return {"name": name, "mimeType": "application/yaml", "buffer": text.encode()}


def choose(page, *files):
    page.get_by_role("button", name="Import", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Choose files").set_input_files(list(files))
    return dialog


def on_board(page, board, table="pods"):
    return [one["name"] for one in page.request.get(f"/api/v1/boards/{board}/").json()["snapshot"][table]]


def test_a_zip_is_looked_at_brought_in_undone_and_done_again(page, base_url):
    board = make_board(base_url, name="Empty")
    open_board(page, board)
    dialog = choose(page, in_a_zip(cluster=CLUSTER, policy=CASE_1))
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog.get_by_text("8 new; one step to undo.")).to_be_visible()
    expect(dialog.get_by_label("New", exact=True)).to_contain_text("base.zip/base/cluster.yaml")
    assert on_board(page, board) == []
    dialog.get_by_role("button", name="Import 8 changes").click()
    expect(dialog.get_by_role("status")).to_contain_text("Imported 2 namespaces, 5 pods and 1 policy")
    dialog.get_by_role("button", name="Done").click()
    expect(page.get_by_text("5 pods · 2 namespaces · 1 policy")).to_be_visible()
    page.keyboard.press("Control+z")
    eventually(lambda: on_board(page, board), [])
    page.keyboard.press("Control+Shift+z")
    eventually(lambda: len(on_board(page, board)), 5)


def test_kinds_and_namespaces_can_be_left_out_before_the_import(page, base_url):
    board = make_board(base_url, name="Empty")
    open_board(page, board)
    dialog = choose(page, in_a_file(f"{CLUSTER}\n---\n{CASE_1}"))
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_label("Policies").uncheck()
    dialog.get_by_role("button", name="Import 7 changes").click()
    expect(dialog.get_by_role("status")).to_contain_text("Imported 2 namespaces and 5 pods")
    assert on_board(page, board, "policies") == []


def test_a_broken_file_among_good_ones_refuses_all_until_it_is_left_out(page, base_url):
    board = make_board(base_url, name="Empty")
    open_board(page, board)
    dialog = choose(page, in_a_file(CLUSTER), in_a_file("kind: Pod\nmetadata: [\n", "broken.yaml"))
    dialog.get_by_role("button", name="Preview").click()
    alert = dialog.get_by_role("alert")
    expect(alert).to_contain_text("broken.yaml, line 2")
    expect(alert).to_contain_text("metadata: [")
    expect(dialog.get_by_role("button", name="Import", exact=True)).to_be_disabled()
    dialog.get_by_label("Leave out what is wrong and import the rest").check()
    dialog.get_by_role("button", name="Import 7 changes").click()
    expect(dialog.get_by_role("status")).to_contain_text("Imported 2 namespaces and 5 pods")


def test_a_large_import_can_be_cancelled_while_it_is_read(page, base_url):
    board = make_board(base_url, name="Empty")
    open_board(page, board)
    dialog = choose(page, in_a_file(output(500, 20)))
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog.get_by_role("progressbar")).to_be_visible()
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog.get_by_role("button", name="Preview")).to_be_enabled()
    expect(dialog).not_to_contain_text("Nothing was imported")
    assert on_board(page, board, "namespaces") == []
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog.get_by_role("button", name=re.compile("^Import 5"))).to_be_visible(timeout=30_000)


def test_a_folder_is_read_with_the_paths_in_it(page, base_url, tmp_path):
    (tmp_path / "shop" / "base").mkdir(parents=True)
    (tmp_path / "shop" / "base" / "cluster.yaml").write_text(CLUSTER)
    (tmp_path / "shop" / "README.md").write_text("words")
    open_board(page, make_board(base_url, name="Empty"))
    page.get_by_role("button", name="Import", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("a folder").set_input_files(tmp_path / "shop")
    expect(dialog.get_by_text("shop/base/cluster.yaml")).to_be_visible()
    expect(dialog).not_to_contain_text("README")
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog.get_by_label("New", exact=True)).to_contain_text("shop/base/cluster.yaml")


FOLDER_OF = """files => {
  // What the browser hands out for a dropped folder; no script may make a real one.
  const leaf = (path, text) => ({
    isFile: true, isDirectory: false, name: path.split('/').at(-1), fullPath: '/' + path,
    file: done => done(new File([text], path.split('/').at(-1))),
  });
  const folder = path => ({
    isFile: false, isDirectory: true, name: path.split('/').at(-1), fullPath: '/' + path,
    createReader: () => {
      const inside = Object.keys(files).filter(name => name.startsWith(path + '/'));
      const names = [...new Set(inside.map(name => name.slice(path.length + 1).split('/')[0]))];
      const held = names.map(name => files[`${path}/${name}`] === undefined
        ? folder(`${path}/${name}`) : leaf(`${path}/${name}`, files[`${path}/${name}`]));
      // At most two at a time, as a real one gives a hundred, and none at the end.
      return { readEntries: done => done(held.splice(0, 2)) };
    },
  });
  const carried = new DataTransfer();
  carried.items.add(new File([''], 'shop'));
  DataTransferItem.prototype.webkitGetAsEntry = () => folder('shop');
  return carried;
}"""


def test_a_folder_that_is_dropped_is_walked_with_all_that_lies_in_it(page, base_url):
    open_board(page, make_board(base_url, name="Empty"))
    files = {
        "shop/base/cluster.yaml": CLUSTER,
        "shop/base/deep/er/case.yml": CASE_1,
        "shop/base/one.md": "words",
        "shop/base/two.md": "words",
        "shop/.git/config.yaml": "kind: [",
    }
    transfer = page.evaluate_handle(FOLDER_OF, files)
    for event in ("dragenter", "dragover", "drop"):
        page.dispatch_event("body", event, {"dataTransfer": transfer})
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("shop/base/deep/er/case.yml")).to_be_visible()
    expect(dialog).not_to_contain_text(".git")
    expect(dialog).not_to_contain_text("one.md")
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_role("button", name="Import 8 changes").click()
    expect(dialog.get_by_role("status")).to_contain_text("Imported 2 namespaces, 5 pods and 1 policy")


def paste(page, text):
    page.evaluate(
        """text => {
          const carried = new DataTransfer();
          carried.setData('text/plain', text);
          document.body.dispatchEvent(
            new ClipboardEvent('paste', {clipboardData: carried, bubbles: true, cancelable: true}));
        }""",
        text,
    )


def test_manifests_pasted_on_the_start_page_make_a_new_board(page, base_url):
    page.goto("/")
    page.get_by_role("button", name="New board").wait_for()
    paste(page, "just words")
    expect(page.get_by_label("Notices")).to_contain_text("no Kubernetes manifest")
    paste(page, CLUSTER)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Manifests as text")).to_have_value(CLUSTER)
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_role("button", name=re.compile("^Import [0-9]")).click()
    expect(page.get_by_text("5 pods · 2 namespaces · 0 policies")).to_be_visible()


@pytest.mark.parametrize("head_start", [0, 40])
def test_cancelling_while_it_is_placed_either_stops_it_or_it_is_done_and_says_so(page, base_url, head_start):
    board = make_board(base_url, name="Empty")
    open_board(page, board)
    dialog = choose(page, in_a_file(output(300, 6)))
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_role("button", name=re.compile("^Import [0-9]")).wait_for(timeout=30_000)
    dialog.evaluate(
        """async (dialog, wait) => {
          const named = word => [...dialog.querySelectorAll('button')].find(one => one.textContent.startsWith(word));
          named('Import ').click();
          while (!named('Cancel')) await new Promise(requestAnimationFrame);
          await new Promise(done => setTimeout(done, wait));
          named('Cancel')?.click();
        }""",
        head_start,
    )
    done, back = dialog.get_by_role("button", name="Done"), dialog.get_by_role("button", name="Preview")
    expect(done.or_(back)).to_be_visible(timeout=30_000)
    came = done.is_visible()
    pods = len(on_board(page, board))
    assert (pods > 0) == came
    assert pods in (0, 297)


def test_after_an_import_the_view_goes_to_what_came(page, base_url):
    open_board(page, make_board(base_url, example="ingress"))
    far = "".join(
        f"---\napiVersion: v1\nkind: Pod\nmetadata: {{name: pod-{n}, namespace: far-away}}\n" for n in range(8)
    )
    page.get_by_role("button", name="Zoom in").click(click_count=3)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_label("Manifests as text").fill(far)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Preview").click()
    dialog.get_by_role("button", name=re.compile("^Import [0-9]")).click()
    dialog.get_by_role("button", name="Done").click()
    for number in range(8):
        expect(page.locator(".react-flow__node-pod", has_text=f"pod-{number}")).to_be_in_viewport(ratio=0.99)
