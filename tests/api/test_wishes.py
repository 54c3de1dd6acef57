"""Policies written from the drawn arrows, and from wishes for manifests."""

import pytest

from tests.truth.test_engine import sources

pytestmark = pytest.mark.django_db


def post(client, path, body=None):
    return client.post(f"/api/v1/{path}", body or {}, content_type="application/json")


def make(client, example="case-4"):
    return post(client, "boards/", {"example": example}).json()["id"]


def put(client, board, found):
    params = {"texts": found["texts"], "removed": found["removed"]}
    for text in params["texts"]:
        text.update(base=text["base"])
    return post(client, f"boards/{board}/commands/", {"edit_id": "w", "command": "edit_policies", "params": params})


def allowed(client, board):
    answer = client.get(f"/api/v1/boards/{board}/verdicts/").json()
    return {one["connection"]: one["allowed"] for one in answer["verdicts"]}


def test_what_is_written_lets_every_drawn_arrow_pass_in_one_undoable_step(client):
    board = make(client)
    before = client.get(f"/api/v1/boards/{board}/policies/").json()
    was = allowed(client, board)
    found = post(client, f"boards/{board}/wishes/").json()
    assert found["deviations"] == []
    turned = {one["connection"] for one in found["arrows"]}
    assert turned == {key for key, passes in was.items() if not passes}
    assert put(client, board, found).status_code == 201
    assert set(allowed(client, board).values()) == {True}
    assert post(client, f"boards/{board}/undo/", {"edit_id": "back"}).status_code == 201
    assert client.get(f"/api/v1/boards/{board}/policies/").json() == before


def test_only_the_chosen_arrows_pass(client):
    board = make(client)
    (chosen, *others) = allowed(client, board)
    found = post(client, f"boards/{board}/wishes/", {"connections": [chosen], "sides": "ingress"}).json()
    put(client, board, found)
    now = allowed(client, board)
    assert now[chosen] is True
    ends = client.get(f"/api/v1/boards/{board}/connections/").json()
    hosts = {one["id"] for one in client.get(f"/api/v1/boards/{board}/hosts/").json()}
    held = [one["id"] for one in ends if one["id"] in others and one["destination"] not in hosts]
    assert held
    assert not any(now[key] for key in held)


def test_policies_that_are_kept_are_told_where_they_allow_more(client):
    board = make(client)
    wide = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: wide, namespace: prod}\n"
    wide += "spec: {podSelector: {}, policyTypes: [Ingress, Egress], ingress: [{}], egress: [{}]}\n"
    post(client, f"boards/{board}/policies/", {"text": wide})
    kept = post(client, f"boards/{board}/wishes/", {"keep": True}).json()
    assert kept["removed"] == []
    assert kept["deviations"]
    assert all(one["words"] and not one["wished"] for one in kept["deviations"])
    assert post(client, f"boards/{board}/wishes/").json()["deviations"] == []


def test_wishes_that_cannot_be_met_are_refused(client):
    board = make(client)
    gone = "00000000-0000-4000-8000-000000000000"
    for body, code in (
        ({"connections": [gone]}, "unknown_object"),
        ({"connections": []}, "nothing_wished"),
        ({"namespaces": ["nowhere"]}, "unknown_namespace"),
        ({"sides": "none"}, "wrong_type"),
    ):
        answer = post(client, f"boards/{board}/wishes/", body)
        assert answer.status_code == 400, body
        assert [error["code"] for error in answer.json()["errors"]] == [code]


def test_manifests_and_wishes_make_policies_without_a_board(client):
    text = "\n---\n".join(source.text for source in sources("case-4"))
    wishes = [{"source": "prod/api", "destination": "prod/db", "port": 3306}]
    found = post(client, "wishes", {"manifests": text, "wishes": wishes, "sides": "ingress"}).json()
    assert found["deviations"] == []
    assert any("3306" in policy for policy in found["policies"])
    bad = post(client, "wishes", {"manifests": text, "wishes": [{"source": "a/b", "destination": "c/d", "port": 1}]})
    assert [error["code"] for error in bad.json()["errors"]] == ["unknown_place", "unknown_place"]
