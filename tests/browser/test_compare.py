"""Two boards, and a board and a folder, on one canvas."""

import re

from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board

SHUT = """apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-policy, namespace: prod}
spec: {podSelector: {matchLabels: {role: db}}, policyTypes: [Ingress]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: shut, namespace: dev}
spec: {podSelector: {}, policyTypes: [Ingress]}
"""


def test_two_boards_are_compared_filtered_flown_to_and_sent(page, base_url):
    other, board = make_board(base_url, example="case-5"), make_board(base_url, example="case-1")
    open_board(page, other)
    open_board(page, board)
    page.get_by_role("tab", name="Compare").click()
    page.get_by_role("button", name="From here to there").click()
    rows = page.locator(".pairs__row")
    expect(rows).to_have_count(2)
    expect(page.get_by_role("status").filter(has_text="2 gained, 0 lost")).to_be_visible()
    page.get_by_label("Find pairs").fill("prod/web")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text(
        re.compile(r"\+ 3306.*is let through by prod/db-policy ingress\[0\] from\[1\] \(line 17\)")
    )
    rows.get_by_role("button", name="Show prod/web → prod/db on the canvas").click()
    expect(rows).to_have_attribute("data-chosen", "true")
    page.get_by_label("Find pairs").fill("")
    page.get_by_label("Which pairs").select_option("unchanged")
    expect(page.locator(".pairs__tools")).to_contain_text(re.compile(r"[3-9]\d pairs"))
    page.get_by_role("columnheader", name="From").get_by_role("button").click()
    expect(page.get_by_role("columnheader", name="From")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Markdown", exact=True).click()
    assert "| **+** gained | prod/web | prod/db | 3306/TCP |" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Link", exact=True).click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith(f"/boards/{board}/?compare=1..{other}@1")
    page.goto(link)
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Back to the board").click()
    expect(page.get_by_role("heading", name="Two revisions")).to_be_visible()
    assert page.url.endswith(f"/boards/{board}/")


def test_a_folder_is_compared_and_what_nobody_drew_is_shown(page, base_url):
    open_board(page, make_board(base_url, example="case-1"))
    page.get_by_role("tab", name="Compare").click()
    page.locator(".compare-choose__drop input[multiple]").set_input_files(
        {"name": "new.yaml", "mimeType": "application/yaml", "buffer": SHUT.encode()}
    )
    rows = page.locator(".pairs__row")
    lost = rows.filter(has_text="prod/db").filter(has_text="dev/api")
    expect(lost).to_contain_text(re.compile("every port"))
    expect(lost).to_contain_text("is stopped by dev/shut (line 1)")
    page.get_by_text("Things and texts").click()
    expect(page.get_by_role("list", name="What changed on the board")).to_contain_text("added policy dev/shut")
    page.keyboard.press("Escape")
    expect(page.get_by_text("autosaved · r1")).to_be_visible()
    expect(page.get_by_role("heading", name="A folder of manifests")).to_be_visible()
