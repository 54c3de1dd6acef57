"""Exposure, what falls with a pod, and a pod to try with, over REST."""

import pytest

pytestmark = pytest.mark.django_db


def post(client, path, body=None):
    return client.post(f"/api/v1/{path}", body or {}, content_type="application/json")


def make(client, example="case-4"):
    whole = post(client, "boards/", {"example": example}).json()["id"]
    pods = client.get(f"/api/v1/boards/{whole}/pods/").json()
    spaces = {one["id"]: one["name"] for one in client.get(f"/api/v1/boards/{whole}/namespaces/").json()}
    return whole, {f"{spaces[pod['namespace']]}/{pod['name']}": pod["id"] for pod in pods}


def test_every_pod_is_shaded_by_who_could_reach_it(client):
    board, pods = make(client)
    found = client.get(f"/api/v1/boards/{board}/exposure/").json()["pods"]
    assert set(found) == set(pods.values())
    assert found[pods["prod/web"]]["shade"] == "world"
    assert found[pods["prod/web"]]["words"]
    shut = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: dev}\n"
    post(client, f"boards/{board}/policies/", {"text": shut + "spec: {podSelector: {}}\n"})
    found = client.get(f"/api/v1/boards/{board}/exposure/").json()["pods"]
    assert found[pods["dev/api"]] == {"shade": "nobody", "words": "", "certain": True}


def test_what_falls_with_a_pod_comes_with_its_path_nearest_first(client):
    board, pods = make(client)
    near = client.get(f"/api/v1/boards/{board}/attack/?from={pods['prod/web']}&hops=1").json()["fallen"]
    far = client.get(f"/api/v1/boards/{board}/attack/?from={pods['prod/web']}").json()["fallen"]
    assert {one["hops"] for one in near} == {1}
    assert near == [one for one in far if one["hops"] == 1]
    api = next(one for one in far if one["place"] == "prod/api")
    assert (api["pods"], api["via"]) == ([pods["prod/api"]], [pods["prod/web"]])
    db = next(one for one in far if one["place"] == "prod/db")
    assert db["hops"] == 2
    assert db["path"][0] == "prod/web"


def test_an_unknown_start_and_odd_hops_are_refused(client):
    board, pods = make(client)
    for query in ("from=nobody", f"from={pods['prod/web']}&hops=9", ""):
        answer = client.get(f"/api/v1/boards/{board}/attack/?{query}")
        assert answer.status_code in (400, 404), query
        assert answer.json()["errors"]


def test_a_pod_is_tried_and_not_stored(client):
    board, pods = make(client)
    before = client.get(f"/api/v1/boards/{board}/").json()["revision"]
    api = post(client, f"boards/{board}/what-if/", {"namespace": "prod", "labels": {"role": "api"}}).json()
    assert api["places"][pods["prod/db"]]["reaches"] == {"TCP": ["3306"]}
    web = post(client, f"boards/{board}/what-if/", {"namespace": "prod", "labels": {"role": "web"}}).json()
    assert web["places"][pods["prod/db"]]["reaches"] == {}
    isolated = post(client, f"boards/{board}/what-if/", {"namespace": "prod", "labels": {"role": "db"}}).json()
    assert isolated["ingress"] == 1
    new = post(client, f"boards/{board}/what-if/", {"namespace": "new-one", "namespace_labels": {"name": "prod"}})
    assert new.status_code == 200
    assert client.get(f"/api/v1/boards/{board}/").json()["revision"] == before
    assert len(client.get(f"/api/v1/boards/{board}/pods/").json()) == len(pods)


def test_an_impossible_pod_is_refused(client):
    board, _ = make(client)
    answer = post(client, f"boards/{board}/what-if/", {"namespace": "Bad Name", "labels": {"a b": "c"}})
    assert answer.status_code == 400
    assert {error["code"] for error in answer.json()["errors"]} == {"invalid_name", "invalid_label"}
