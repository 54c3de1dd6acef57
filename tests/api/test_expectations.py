"""Expectations over REST: as things of a board, judged, as a file, and undone."""

import pytest
import yaml

from editor.services import drafts
from editor.wire.expectations import ExpectationResult
from editor.wire.typed import DraftTyped

pytestmark = pytest.mark.django_db

HOLDS = {"from": "dev/api", "to": "prod/db", "port": 3306, "expect": "blocked"}
EVER = {"from": {"except": [{"namespace": "prod"}]}, "to": "prod/db", "expect": "blocked", "ever": True}


def post(client, path, body=None):
    return client.post(f"/api/v1/{path}", body or {}, content_type="application/json")


def make(client, example="case-4"):
    return post(client, "boards/", {"example": example}).json()


def results(client, board):
    return client.get(f"/api/v1/boards/{board}/expectations/results/").json()


def test_an_expectation_is_added_read_changed_and_deleted(client):
    board = make(client)["id"]
    made = post(client, f"boards/{board}/expectations/", {"item": HOLDS})
    assert made.status_code == 201
    one = made.json()
    assert set(one) == {"id", "order", "item"}
    address = f"/api/v1/boards/{board}/expectations/{one['id']}/"
    assert client.get(address).json() == one
    named = client.patch(address, {"item": {**HOLDS, "name": "Dev keeps out"}}, content_type="application/json")
    assert named.json()["item"]["name"] == "Dev keeps out"
    assert client.delete(address).status_code == 204
    assert client.get(f"/api/v1/boards/{board}/expectations/").json() == []
    assert post(client, f"boards/{board}/undo/", {"edit_id": "back"}).status_code == 201
    (back,) = client.get(f"/api/v1/boards/{board}/expectations/").json()
    assert back["id"] == one["id"]


def test_an_item_without_meaning_is_refused_with_every_reason(client):
    board = make(client)["id"]
    refused = post(client, f"boards/{board}/expectations/", {"item": {"from": "x", "port": -1}})
    assert refused.status_code == 400
    assert {error["path"] for error in refused.json()["errors"]} == {"item", "item.from", "item.port"}


def test_results_name_a_counter_example_and_the_arrow_that_it_is(client):
    whole = make(client)
    board = whole["id"]
    post(client, f"boards/{board}/expectations/", {"item": {**HOLDS, "from": "prod/api"}})
    found = results(client, board)
    (one,) = found["results"]
    assert set(one) == set(ExpectationResult.__annotations__)
    assert one["status"] == "fails"
    assert one["counterexample"]["words"] == "prod/api to prod/db on TCP 3306 passes."
    assert one["counterexample"]["connection"] in one["connections"]
    assert found["arrows"] == {one["counterexample"]["connection"]: "fails"}


def test_ever_is_judged_for_pods_that_do_not_exist_yet(client):
    board = make(client, "case-5")["id"]
    post(client, f"boards/{board}/expectations/", {"item": EVER})
    (one,) = results(client, board)["results"]
    assert one["status"] == "fails"


def test_results_follow_what_is_being_typed(client):
    board = make(client)["id"]
    post(client, f"boards/{board}/expectations/", {"item": HOLDS})
    before = results(client, board)["results"][0]["status"]
    (policy,) = client.get(f"/api/v1/boards/{board}/policies/").json()
    open_text = policy["text"].split("spec:")[0] + "spec:\n  podSelector: {}\n  ingress: [{}]\n"
    drafts.put_text(board, DraftTyped(policy=policy["id"], text=open_text, client_id="me"))
    assert (before, results(client, board)["results"][0]["status"]) == ("holds", "fails")


def test_the_file_is_what_the_command_line_tests(client):
    board = make(client)["id"]
    envelope = {"edit_id": "pin", "command": "pin_expectations", "params": {}}
    assert post(client, f"boards/{board}/commands/", envelope).status_code == 201
    answer = client.get(f"/api/v1/boards/{board}/expectations/file/")
    assert answer["Content-Type"].startswith("application/yaml")
    listed = yaml.safe_load(answer.content)["expectations"]
    assert listed == [one["item"] for one in client.get(f"/api/v1/boards/{board}/expectations/").json()]
    assert {one["status"] for one in results(client, board)["results"]} == {"holds"}


def test_a_copy_of_a_board_and_an_older_revision_have_their_expectations(client):
    board = make(client)["id"]
    post(client, f"boards/{board}/expectations/", {"item": HOLDS})
    copy = post(client, f"boards/{board}/duplicate/").json()["id"]
    assert [one["item"]["to"] for one in client.get(f"/api/v1/boards/{copy}/expectations/").json()] == ["prod/db"]
    old = client.get(f"/api/v1/boards/{board}/revisions/1/").json()
    assert "expectations" not in str(old) or old.get("snapshot", {}).get("expectations", []) == []
