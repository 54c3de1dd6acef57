"""A board with many pods: the table holds only what can be seen, and loses nothing."""

import json
import urllib.request

from playwright.sync_api import expect

from tests.browser.doing import make_board, open_board

PODS = 60


def manifests(pods):
    """A namespace, and pods all of one kind in it."""
    pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: pod-{:03}\n  namespace: busy\n  labels: {{app: busy}}\n"
    return "---\n".join(pod.format(number) for number in range(pods))


def ring(base_url, board):
    """An arrow from each pod to the next."""
    with urllib.request.urlopen(f"{base_url}/api/v1/boards/{board}/pods/") as answer:
        pods = sorted(json.load(answer), key=lambda pod: pod["name"])
    for one, next_one in zip(pods, pods[1:] + pods[:1], strict=True):
        body = {"source": one["id"], "destination": next_one["id"], "protocol": "TCP", "port": 80}
        request = urllib.request.Request(
            f"{base_url}/api/v1/boards/{board}/connections/",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request).close()


def test_a_large_table_holds_only_what_is_in_view_and_every_cell_can_be_reached(page, base_url):
    board = make_board(base_url, name="Busy", manifests=manifests(PODS))
    ring(base_url, board)
    open_board(page, board)
    page.get_by_role("tab", name="Reachability").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("button", name="busy/pod-000 to busy/pod-001")).to_be_visible()
    assert table.get_attribute("aria-rowcount") == str(PODS + 1)
    assert table.locator("td").count() < PODS * PODS / 4

    page.locator(".reachability").evaluate("node => node.scrollTo(node.scrollWidth, node.scrollHeight)")
    last = table.get_by_role("button", name=f"busy/pod-{PODS - 2:03} to busy/pod-{PODS - 1:03}")
    expect(last).to_be_in_viewport()
    expect(table.get_by_role("columnheader", name=f"busy/pod-{PODS - 1:03}")).to_be_in_viewport()
    expect(table.get_by_role("rowheader", name=f"busy/pod-{PODS - 2:03}")).to_be_in_viewport()
    last.click()
    expect(page.get_by_role("complementary", name="Selection")).to_contain_text(f"pod-{PODS - 1:03}")
