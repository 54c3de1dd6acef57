"""Fixes over REST: what opens or closes an arrow of a board and of manifests, applied as one step."""

import pytest

from editor.wire.fixes import FixesAnswer
from tests.api.test_problems import make
from tests.truth.test_engine import sources

pytestmark = pytest.mark.django_db
RED = {"source": "prod/web", "destination": "prod/db", "protocol": "TCP", "port": 3306, "want": True}


def post(client, path, body):
    return client.post(f"/api/v1/{path}", body, content_type="application/json")


def test_a_red_arrow_of_manifests_is_answered_with_ranked_fixes():
    from rest_framework.test import APIClient

    text = "\n---\n".join(source.text for source in sources("case-5"))
    answer = APIClient().post("/api/v1/fixes", {**RED, "source": "dev/api", "manifests": text}, format="json")
    assert answer.status_code == 200
    assert set(answer.json()) == set(FixesAnswer.__annotations__)
    found = answer.json()["fixes"]
    others = [fix["others"]["opened"] + fix["others"]["closed"] for fix in found]
    assert found
    assert others == sorted(others)
    assert found[0]["changes"][0]["diff"]


def test_places_that_are_not_there_are_told_by_field(client):
    text = "\n---\n".join(source.text for source in sources("case-5"))
    answer = post(client, "fixes", {**RED, "source": "no/where", "destination": "x", "manifests": text})
    assert answer.status_code == 400
    assert [error["path"] for error in answer.json()["errors"]] == ["source", "destination"]


def test_a_fix_of_a_board_is_applied_as_one_step_that_undo_takes_back(client):
    whole = make(client, "case-5")
    board = f"boards/{whole['id']}"
    arrow = next(iter(arrows(client, board, allowed=False)))
    asked = {"source": arrow["source"], "destination": arrow["destination"], "protocol": "TCP", "port": arrow["port"]}
    fix = post(client, f"{board}/fixes/", {**asked, "want": True}).json()["fixes"][0]
    texts = [
        {"id": change["key"] or f"new-{number}", "text": change["text"], "base": change["before"]}
        for number, change in enumerate(fix["changes"])
    ]
    done = post(client, f"{board}/commands/", {"edit_id": "a", "command": "edit_policies", "params": {"texts": texts}})
    assert done.status_code == 201
    assert arrow["connection"] not in {one["connection"] for one in arrows(client, board, allowed=False)}
    post(client, f"{board}/undo/", {"edit_id": "b"})
    assert arrow["connection"] in {one["connection"] for one in arrows(client, board, allowed=False)}


def test_side_and_width_are_chosen_and_a_namespace_is_an_end(client):
    whole = make(client, "case-5")
    board = f"boards/{whole['id']}"
    spaces = {one["name"]: one["id"] for one in client.get(f"/api/v1/{board}/namespaces/").json()}
    asked = {**RED, "source": spaces["dev"], "destination": "prod/db", "port": 9999, "where": "ingress"}
    found = post(client, f"{board}/fixes/", asked).json()
    assert found["allowed"] is False
    assert any("every pod of namespace dev" in fix["title"] for fix in found["fixes"])
    wide = post(client, f"{board}/fixes/", {**RED, "source": "dev/api", "port": 9999, "width": "everyone"}).json()
    assert "from everyone" in wide["fixes"][0]["title"]
    refused = post(client, f"{board}/fixes/", {**RED, "where": "above"})
    assert [error["path"] for error in refused.json()["errors"]] == ["where"]


def test_between_a_namespace_without_pods_and_anything_is_nothing_to_decide(client):
    whole = make(client, "case-5")
    board = f"boards/{whole['id']}"
    empty = post(client, f"{board}/namespaces/", {"name": "empty"}).json()["id"]
    refused = post(client, f"{board}/fixes/", {**RED, "source": empty, "destination": "prod/db"})
    assert [error["code"] for error in refused.json()["errors"]] == ["nothing_between"]


def test_a_fix_names_the_ends_by_id_too_and_says_why_there_is_none(client):
    whole = make(client, "case-5")
    answer = post(client, f"boards/{whole['id']}/fixes/", {**RED, "want": False, **green(client, whole)})
    assert answer.status_code == 200
    assert answer.json()["allowed"] is True
    assert answer.json()["fixes"]
    again = post(client, f"boards/{whole['id']}/fixes/", {**RED, "want": True, **green(client, whole)})
    assert (again.json()["fixes"], again.json()["reason"]) == ([], "It is allowed already.")


def green(client, whole):
    verdict = next(iter(arrows(client, f"boards/{whole['id']}", allowed=True)))
    snapshot = client.get(f"/api/v1/boards/{whole['id']}/").json()
    held = snapshot.get("snapshot", snapshot)["connections"]
    connection = next(one for one in held if one["id"] == verdict["connection"])
    return {name: connection[name] for name in ("source", "destination", "protocol", "port")}


def arrows(client, board, *, allowed):
    verdicts = client.get(f"/api/v1/{board}/verdicts/").json()["verdicts"]
    return [one for one in verdicts if one["allowed"] is allowed]


def test_what_mends_a_problem_is_tried_before_it_is_done(client):
    whole = make(client, "case-5")
    board = f"boards/{whole['id']}"
    found = client.get(f"/api/v1/{board}/problems/").json()["problems"]
    problem = next(one for one in found if one["id"] == "peer-and-or")
    answer = post(
        client, f"{board}/flips/", {"edits": [{"id": problem["file"], "edits": problem["fix"]["edits"]}]}
    ).json()
    assert {(one["source"], one["after"]) for one in answer["flips"]} == {("prod/web", False)}
    (told,) = answer["diffs"]
    assert told["policy"] == "prod/db-policy"
    assert any(line.startswith("-") for line in told["diff"].splitlines()[2:])
    wrong = {"id": problem["file"], "edits": [{"op": "remove", "path": "spec.nothing"}]}
    assert post(client, f"{board}/flips/", {"edits": [wrong]}).status_code == 400
    assert post(client, f"{board}/flips/", {"edits": [{"id": "x", "edits": []}]}).status_code == 400
