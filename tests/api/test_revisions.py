"""The log over REST: pages, names, restoring, comparing; and edits that crossed or do nothing."""

import pytest

from tests.access.people import board_and
from tests.api.test_boards import at, codes, made, send

pytestmark = pytest.mark.django_db


def post(client, board, rest, **body):
    return client.post(at(board, rest), body, content_type="application/json")


def put(client, board, rest, **body):
    return client.put(at(board, rest), body, content_type="application/json")


def test_the_log_comes_in_pages_with_the_author_of_each(client):
    board = made(client)
    for index in range(5):
        send(client, board, "add_host", name=f"h{index}", x=0, y=0)
    page = client.get(at(board, "revisions/?before=4&limit=2")).json()
    assert [(each["revision"], each["author"].split()[0], each["name"]) for each in page] == [
        (3, "Guest", None),
        (2, "Guest", None),
    ]
    assert client.get(at(board, "revisions/2/")).json()["revision"] == 2
    assert codes(client.get(at(board, "revisions/9/"))) == ["unknown_revision"]
    assert codes(client.get(at(board, "revisions/?named=perhaps"))) == ["bad_parameter"]


def test_the_name_chosen_in_this_browser_is_kept_with_what_it_does(client):
    board = made(client)
    session = client.session
    session["display_name"] = "Ada"
    session.save()
    send(client, board, "add_host", name="one", x=0, y=0)
    session["display_name"] = "Countess"
    session.save()
    assert client.get(at(board, "revisions/1/")).json()["author"] == "Ada"


def test_an_account_is_named_by_its_own_name(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("grace", first_name="Grace", last_name="Hopper"))
    board = made(client)
    assert send(client, board, "add_host", name="one", x=0, y=0).json()["author"] == "Grace Hopper"


def test_a_revision_is_restored_as_a_new_one_that_can_be_undone(client):
    board = made(client, example="case-1")
    pods = client.get(at(board, "pods/")).json()
    send(client, board, "delete", ids=[pod["id"] for pod in pods])
    answer = post(client, board, "revisions/1/restore/")
    assert (answer.status_code, answer.json()["revision"], answer.json()["command"]) == (201, 3, "restore")
    assert {pod["id"] for pod in client.get(at(board, "pods/")).json()} == {pod["id"] for pod in pods}
    assert post(client, board, "revisions/1/restore/").status_code == 200
    assert post(client, board, "undo/").status_code == 201
    assert client.get(at(board, "pods/")).json() == []
    assert codes(post(client, board, "revisions/9/restore/")) == ["unknown_revision"]


def test_a_revision_is_named_found_by_its_name_and_unnamed(client):
    board = made(client, example="case-1")
    assert put(client, board, "revisions/1/name/", name="Start").json() == {"revision": 1, "name": "Start"}
    assert [each["name"] for each in client.get(at(board, "revisions/?named=true")).json()] == ["Start"]
    assert client.delete(at(board, "revisions/1/name/")).status_code == 204
    assert client.get(at(board, "revisions/?named=true")).json() == []
    assert codes(put(client, board, "revisions/1/name/", name="")) == ["invalid_name"]


def test_two_revisions_are_compared_as_json_and_for_a_pull_request(client):
    board = made(client, example="case-1")
    (policy,) = client.get(at(board, "policies/")).json()
    send(client, board, "delete", ids=[policy["id"]])
    found = client.get(at(board, "compare/")).json()
    assert (found["from"], found["to"]) == (1, 2)
    assert [thing["name"] for thing in found["things"]] == [f"{policy['namespace']}/{policy['name']}"]
    gained = [arrow for arrow in found["arrows"] if arrow["turn"] == "gained"]
    assert gained
    assert all(arrow["causes"] for arrow in gained)
    back = client.get(at(board, "compare/?from=2&to=1")).json()
    assert {arrow["connection"] for arrow in back["arrows"] if arrow["turn"] == "lost"} == {
        arrow["connection"] for arrow in gained
    }
    text = client.get(at(board, "compare/?as=markdown"))
    assert text["Content-Type"] == "text/markdown; charset=utf-8"
    assert text.content.decode() == found["markdown"]
    (pair,) = [each for each in found["pairs"]["listed"] if each["source"] == "prod/web"]
    assert (pair["destination"], pair["turn"], pair["lost"]["TCP"]) == ("prod/db", "gained", [])
    assert pair["why"][0]["stopped_by"][0]["file"] == policy["id"]
    assert client.get(at(board, "compare/?pairs=false")).json()["pairs"] is None
    assert codes(client.get(at(board, "compare/?from=0&to=7"))) == ["unknown_revision"]
    assert codes(client.get(at(board, "compare/?as=picture"))) == ["bad_parameter"]


def test_what_changes_nothing_is_answered_with_the_boards_revision(client):
    board = made(client, example="case-1")
    pod = client.get(at(board, "pods/")).json()[0]
    answer = post(client, board, "commands/", command="edit_pod", params={"id": pod["id"], "name": pod["name"]})
    assert (answer.status_code, answer.json()["revision"]) == (200, 1)
    patched = client.patch(at(board, f"pods/{pod['id']}/"), {"name": pod["name"]}, content_type="application/json")
    assert (patched.status_code, patched.json()["name"]) == (200, pod["name"])
    renamed = client.patch(at(board), {"name": client.get(at(board)).json()["name"]}, content_type="application/json")
    assert renamed.json()["revision"] == 1
    assert len(client.get(at(board, "revisions/")).json()) == 1


@pytest.mark.parametrize(("base", "code"), [(-1, "out_of_range"), (99, "bad_base_revision"), ("1", "wrong_type")])
def test_a_base_that_cannot_be_is_refused(client, base, code):
    board = made(client, example="case-1")
    answer = post(client, board, "commands/", command="add_host", params={"x": 0, "y": 0}, base_revision=base)
    assert (answer.status_code, codes(answer)) == (400, [code])


def test_a_field_that_others_changed_meanwhile_is_a_conflict(client):
    board = made(client, example="case-1")
    pod = client.get(at(board, "pods/")).json()[0]["id"]
    for client_id, name, status in (("ada", "hers", 201), ("ben", "his", 409)):
        edit = {"command": "edit_pod", "params": {"id": pod, "name": name}, "base_revision": 1, "client_id": client_id}
        answer = post(client, board, "commands/", **edit)
        assert answer.status_code == status
    assert codes(answer) == ["changed_meanwhile"]
    assert client.get(at(board, f"pods/{pod}/")).json()["name"] == "hers"


def test_two_boards_are_compared_by_the_names_of_their_things(client):
    board, other = made(client, example="case-1"), made(client, example="case-5")
    found = client.get(at(board, f"compare/?board={other['id']}&snapshot=true")).json()
    assert [(thing["table"], thing["fate"], thing["fields"]) for thing in found["things"]] == [
        ("policies", "changed", ["text"])
    ]
    gained = {str(each["source"]): each["gained"]["TCP"] for each in found["pairs"]["listed"]}
    assert gained == {"prod/web": ["3306"], str({"cidrs": ["192.168.5.10/32"]}): ["3306"]}
    assert {pod["id"] for pod in found["snapshot"]["pods"]} == {
        each["id"] for each in client.get(at(board, "pods/")).json()
    }
    swapped = client.get(at(board, f"compare/?board={other['id']}&swap=true")).json()
    assert {each["turn"] for each in swapped["pairs"]["listed"]} == {"lost"}
    assert (swapped["old"], swapped["new"]) == (found["new"], found["old"])


@pytest.mark.parametrize(
    ("who", "code"), [("stranger", "unknown_board"), ("revoked", "access_ended"), ("viewer", None)]
)
def test_only_boards_that_are_open_to_the_person_are_compared_with(who, code):
    theirs, client = board_and(who)
    mine = made(client, example="case-1")
    answer = client.get(at(mine, f"compare/?board={theirs.pk}"))
    assert (codes(answer) if code else answer.status_code) == ([code] if code else 200)


def test_a_comparison_is_with_one_thing_that_is_there(client):
    board = made(client, example="case-1")
    assert codes(client.get(at(board, f"compare/?board={board['id']}&delivery=x"))) == ["bad_parameter"]
    assert codes(client.get(at(board, "compare/?delivery=x"))) == ["unknown_delivery"]
    assert codes(client.get(at(board, "compare/?board=x"))) == ["unknown_board"]


SHUT = """apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-policy, namespace: prod}
spec: {podSelector: {matchLabels: {role: db}}, policyTypes: [Ingress]}
"""


def test_a_board_is_compared_with_manifests_that_nobody_imports(client):
    board = made(client, example="case-1")
    kept = client.post("/api/v1/deliveries/", SHUT, content_type="application/yaml").json()["delivery"]
    found = client.get(at(board, f"compare/?delivery={kept}")).json()
    assert [(str(each["source"]), each["turn"]) for each in found["pairs"]["listed"]] == [("prod/api", "lost")]
    assert [(thing["name"], thing["fate"]) for thing in found["things"]] == [("prod/db-policy", "changed")]
    assert "| **-** lost | prod/api | prod/db | 3306/TCP | was let through by" in found["markdown"]
    assert client.get(at(board)).json()["revision"] == 1
    wrong = client.post("/api/v1/deliveries/", SHUT + "  ingress: 5\n", content_type="application/yaml").json()
    assert client.get(at(board, f"compare/?delivery={wrong['delivery']}")).status_code == 400
