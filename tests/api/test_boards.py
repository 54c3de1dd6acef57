"""Boards over REST."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from editor.models import Policy
from editor.services import evaluation
from tests.board.boards import policy
from tests.services.making import board_from, verdict

pytestmark = pytest.mark.django_db

NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n"


def made(client, **body):
    answer = client.post("/api/v1/boards/", body, content_type="application/json")
    assert answer.status_code == 201, answer.content
    return answer.json()


def at(board, rest=""):
    return f"/api/v1/boards/{board['id']}/{rest}"


def send(client, board, command, edit_id=None, **params):
    body = {"edit_id": edit_id or str(uuid.uuid4()), "command": command, "params": params, "client_id": "c"}
    return client.post(at(board, "commands/"), body, content_type="application/json")


def codes(answer):
    return [error["code"] for error in answer.json()["errors"]]


def test_a_board_starts_from_manifests_as_long_as_an_import_may_be(client):
    long = "# a remark\n" * 100_000 + NAMESPACE
    assert len(long) > 1_000_000
    assert len(made(client, manifests=long)["snapshot"]["namespaces"]) == 1


def test_a_board_is_empty_or_starts_from_an_example_or_from_manifests(client):
    assert made(client)["snapshot"]["pods"] == []
    example = made(client, example="case-1")
    assert (example["name"], len(example["snapshot"]["pods"])) == ("Case 1: both selectors", 5)
    assert len(made(client, name="Mine", manifests=NAMESPACE)["snapshot"]["namespaces"]) == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"example": "case-99"}, "unknown_example"),
        ({"name": " "}, "invalid_name"),
        ({"name": 5}, "wrong_type"),
        ({"manifests": "kind: ["}, None),
        ({"example": "case-1", "manifests": NAMESPACE}, "bad_request"),
        ({"colour": "red"}, "unknown_field"),
        ([], "wrong_type"),
    ],
)
def test_what_makes_no_board_is_refused_and_leaves_none(client, body, code):
    answer = client.post("/api/v1/boards/", body, content_type="application/json")
    assert answer.status_code == 400
    assert code is None or codes(answer) == [code]
    assert client.get("/api/v1/boards/").json() == []


def test_a_browser_lists_the_boards_that_it_made_or_opened_and_no_others(client):
    mine, theirs = made(client, name="Mine"), board_from("case-1")
    assert [board["name"] for board in client.get("/api/v1/boards/").json()] == ["Mine"]
    client.get(at({"id": theirs.pk}))
    listed = client.get("/api/v1/boards/").json()
    assert [board["id"] for board in listed] == [str(theirs.pk), mine["id"]]
    assert (listed[0]["pods"], listed[0]["namespaces"], listed[0]["policies"]) == (5, 2, 1)


def test_opening_the_page_of_a_board_remembers_it(client):
    theirs = board_from("case-1")
    assert client.get(f"/boards/{theirs.pk}/").status_code in (200, 503)
    assert [board["id"] for board in client.get("/api/v1/boards/").json()] == [str(theirs.pk)]


def test_a_board_can_be_renamed_and_deleted(client):
    board = made(client)
    renamed = client.patch(at(board), {"name": "  Another   name "}, content_type="application/json")
    assert (renamed.json()["name"], renamed.json()["revision"]) == ("Another name", 1)
    assert client.delete(at(board)).status_code == 204
    assert codes(client.get(at(board))) == ["unknown_board"]


@pytest.mark.parametrize("rest", ["", "pods/", "verdicts/", "revisions/", "export/"])
def test_an_unknown_board_is_404_everywhere(client, rest):
    answer = client.get(f"/api/v1/boards/{uuid.uuid4()}/{rest}")
    assert (answer.status_code, codes(answer)) == (404, ["unknown_board"])


def test_a_command_is_201_and_its_repeat_200_with_the_same_revision(client):
    board = made(client)
    first = send(client, board, "add_namespace", edit_id="once", name="prod", x=1, y=2)
    again = send(client, board, "add_namespace", edit_id="once", name="prod", x=1, y=2)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["revision"] == again.json()["revision"] == 1
    assert first.json()["change"] == again.json()["change"]
    assert set(first.json()) >= {"revision", "edit_id", "sentence", "change", "verdicts"}


def test_conflicts_are_409_and_other_refusals_400(client):
    board = made(client)
    send(client, board, "add_namespace", name="prod", x=1, y=2)
    taken = send(client, board, "add_namespace", name="prod", x=1, y=2)
    wrong = send(client, board, "add_namespace", name="Prod!", x=1, y=2)
    assert (taken.status_code, codes(taken)) == (409, ["name_taken"])
    assert (wrong.status_code, codes(wrong)) == (400, ["invalid_name"])
    assert send(client, board, "explode").status_code == 400


def test_every_table_has_its_things_read_added_changed_and_deleted(client):
    board = made(client)

    def add(table, **body):
        answer = client.post(at(board, f"{table}/"), body, content_type="application/json")
        assert answer.status_code == 201, answer.content
        return answer.json()

    def change(table, record, **body):
        return client.patch(at(board, f"{table}/{record['id']}/"), body, content_type="application/json").json()

    space = add("namespaces", name="prod", labels={"name": "prod"})
    web = add("pods", namespace=space["id"], name="web", labels={"role": "web"}, ports=[{"port": 80}])
    assert web["ports"] == [{"name": None, "port": 80, "protocol": "TCP"}]
    host = add("hosts", name="backup", address="192.168.5.10/32")
    arrow = add("connections", source=host["id"], destination=web["id"], port=80)
    guard = add("policies", text=policy(role="web"))
    assert (guard["namespace"], guard["name"]) == ("prod", "guard")
    (held,) = client.get(at(board, "verdicts/")).json()["verdicts"]
    assert (held["source"], held["destination"], held["allowed"]) == ("outside/backup", "prod/web", False)
    assert change("policies", guard, text=policy(role="db"))["text"] == policy(role="db")
    assert change("connections", arrow, port=443)["port"] == 443
    assert change("hosts", host, name="store")["name"] == "store"
    assert change("pods", web, labels={})["labels"] == {}
    assert change("namespaces", space, name="live")["name"] == "live"
    for table in ("namespaces", "pods", "hosts", "connections", "policies"):
        (record,) = client.get(at(board, f"{table}/")).json()
        assert client.get(at(board, f"{table}/{record['id']}/")).json() == record
    for table, record in (("connections", arrow), ("hosts", host), ("namespaces", space)):
        assert client.delete(at(board, f"{table}/{record['id']}/")).status_code == 204
    assert client.get(at(board, "pods/")).json() == []
    assert codes(client.get(at(board, f"pods/{web['id']}/"))) == ["unknown_object"]


def test_a_things_place_on_the_canvas_can_be_left_to_the_board(client):
    board = made(client)
    for name in ("one", "two"):
        client.post(at(board, "namespaces/"), {"name": name}, content_type="application/json")
    first, second = client.get(at(board, "namespaces/")).json()
    assert first["y"] + first["height"] <= second["y"]


def test_an_idempotency_key_makes_a_request_safe_to_repeat(client):
    board = made(client)
    headers = {"Idempotency-Key": "only-once"}
    answers = [
        client.post(at(board, "hosts/"), {"name": "a"}, content_type="application/json", headers=headers)
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert len(client.get(at(board, "hosts/")).json()) == 1


@pytest.mark.parametrize("kind", ["json", "file", "application/yaml", "text/yaml", "text/plain"])
def test_manifests_come_in_in_any_of_the_usual_ways_as_one_edit(client, kind):
    board = made(client)
    if kind == "json":
        answer = client.post(at(board, "import/"), {"manifests": NAMESPACE}, content_type="application/json")
    elif kind == "file":
        answer = client.post(at(board, "import/"), {"file": SimpleUploadedFile("a.yaml", NAMESPACE.encode())})
    else:
        answer = client.post(at(board, "import/"), NAMESPACE.encode(), content_type=kind)
    assert answer.status_code == 201, answer.content
    assert (answer.json()["revision"], answer.json()["command"]) == (1, "import_manifests")
    assert [space["name"] for space in client.get(at(board, "namespaces/")).json()] == ["shop"]


def test_several_files_are_one_import(client):
    board = made(client)
    files = [SimpleUploadedFile(f"{name}.yaml", NAMESPACE.replace("shop", name).encode()) for name in ("a", "b")]
    assert client.post(at(board, "import/"), {"file": files}).json()["revision"] == 1
    assert len(client.get(at(board, "namespaces/")).json()) == 2


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\xff\xfe", "application/yaml"),
        (b"kind: [", "application/yaml"),
        (b"", "application/yaml"),
        (b'{"manifests": 5}', "application/json"),
        (b"--x--\r\n", "multipart/form-data; boundary=x"),
        (b"nonsense", "multipart/form-data"),
        (b"a: &a [*a, *a]", "text/yaml"),
        (b"[" * 100_000, "application/json"),
        (b"[" * 100_000, "application/yaml"),
    ],
)
def test_what_cannot_be_read_changes_nothing(client, body, kind):
    board = made(client)
    answer = client.post(at(board, "import/"), body, content_type=kind)
    assert answer.status_code == 400
    assert codes(answer)
    assert client.get(at(board)).json()["revision"] == 0


def test_an_export_read_into_another_board_gives_the_same_verdicts(client):
    board = made(client, example="case-1")
    exported = client.get(at(board, "export/?include=all"))
    assert exported["Content-Type"].startswith("application/yaml")
    assert 'filename="case-1-both-selectors.yaml"' in exported["Content-Disposition"]
    other = made(client, manifests=exported.content.decode())
    pods = {pod["id"]: pod for pod in client.get(at(other, "pods/")).json()}
    spaces = {space["id"]: space["name"] for space in client.get(at(other, "namespaces/")).json()}
    places = {f"{spaces[pod['namespace']]}/{pod['name']}": pod["id"] for pod in pods.values()}
    before = [v for v in client.get(at(board, "verdicts/")).json()["verdicts"] if not v["source"].startswith("outside")]
    before = [v for v in before if not v["destination"].startswith("outside")]
    for held in before:
        body = {"source": places[held["source"]], "destination": places[held["destination"]], "port": held["port"]}
        client.post(at(other, "connections/"), body, content_type="application/json")
    after = client.get(at(other, "verdicts/")).json()["verdicts"]
    assert len(before) == len(after) > 5
    for held in before:
        assert verdict(after, held["source"], held["destination"], held["port"]) == held["allowed"]


def test_the_history_tells_the_newest_first(client):
    board = made(client)
    for name in ("a", "b", "c"):
        send(client, board, "add_host", name=name, x=0, y=0)
    told = client.get(at(board, "revisions/")).json()
    assert [entry["revision"] for entry in told] == [3, 2, 1]
    assert told[0]["sentence"] == "Added outside address c (203.0.113.3)"
    assert [e["revision"] for e in client.get(at(board, "revisions/?after=1&limit=1")).json()] == [3]
    assert codes(client.get(at(board, "revisions/?limit=many"))) == ["bad_parameter"]


def test_what_is_warm_may_be_lost_at_any_time(client):
    board = made(client, example="case-4")
    before = client.get(at(board, "verdicts/")).json()
    evaluation.forget()
    after = client.get(at(board, "verdicts/")).json()
    assert (before["verdicts"], before["isolation"]) == (after["verdicts"], after["isolation"])


def test_the_examples_come_with_a_little_picture(client):
    examples = client.get("/api/v1/examples/").json()
    assert [example["id"] for example in examples if example["kind"] == "case"][:3] == ["start", "isolate", "ingress"]
    picture = examples[0]["preview"]
    boxes = {box["id"] for box in picture["boxes"]}
    assert {arrow["source"] for arrow in picture["connections"]} <= boxes
    assert any(box["outside"] for box in picture["boxes"])


def test_a_policy_that_an_older_version_took_leaves_everything_undefined(client):
    row = board_from("case-1")
    Policy.objects.filter(board=row).update(text="kind: [")
    evaluation.forget()
    told = client.get(at({"id": row.pk}, "verdicts/")).json()["verdicts"]
    assert {held["allowed"] for held in told} == {None}
    assert "cannot be read" in told[0]["notes"][0]


def test_an_export_holds_the_policies_alone_unless_all_is_asked_for(client):
    board = made(client, example="case-1")
    policies = client.get(at(board, "export/")).content.decode()
    everything = client.get(at(board, "export/?include=all")).content.decode()
    assert "kind: Pod\n" not in policies
    assert policies.startswith("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n")
    assert everything.endswith(policies)
    assert "kind: Pod\n" in everything


@pytest.mark.parametrize("question", ["include=some", "as=banana"])
def test_an_export_in_a_form_that_is_not_there_is_refused(client, question):
    board = made(client, example="case-1")
    refused = client.get(at(board, f"export/?{question}"))
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["code"] == "bad_parameter"


def test_a_policys_row_carries_what_the_api_server_would_say_against_it(client):
    board = made(client, example="case-1")
    (held,) = client.get(at(board, "policies/")).json()
    assert held["warnings"] == []
    text = held["text"].replace("podSelector:", "podSelectr:", 1)
    answer = client.patch(at(board, f"policies/{held['id']}/"), {"text": text}, content_type="application/json")
    (warning,) = answer.json()["warnings"]
    assert (warning["file"], warning["line"]) == (held["id"], text.splitlines().index("  podSelectr:") + 1)
    assert client.get(at(board, f"policies/{held['id']}/")).json()["warnings"] == [warning]
    refused = client.patch(at(board, f"policies/{held['id']}/"), {"warnings": []}, content_type="application/json")
    assert refused.status_code == 400


def refusal(client, board, command, **params):
    answer = send(client, board, command, **params)
    assert answer.status_code in (400, 409), answer.content
    return answer.json()["errors"]


@pytest.mark.parametrize("again", ["---\n{}", "---\napiVersion: v1\nkind: Pod\nmetadata: {{name: x}}\n"])
def test_a_policys_row_takes_one_document(client, again):
    board = made(client, example="case-1")
    (held,) = client.get(at(board, "policies/")).json()
    text = held["text"] + again.format(held["text"])
    (error,) = refusal(client, board, "edit_policy", id=held["id"], text=text)
    assert (error["code"], error["document"]) == ("not_one_policy", 2)
    assert error["line"] == len(held["text"].splitlines()) + 2


def test_every_bad_address_is_named_by_its_number(client):
    board = made(client, example="case-1")
    pod = board["snapshot"]["pods"][0]["id"]
    errors = refusal(client, board, "edit_pod", id=pod, addresses=["300.1.1.1", "10.0.0.0/8"])
    assert [error["path"] for error in errors] == ["addresses[0]", "addresses[1]"]


def test_nothing_cannot_be_deleted(client):
    board = made(client)
    assert [error["code"] for error in refusal(client, board, "delete", ids=[])] == ["nothing_to_delete"]


def test_errors_in_a_new_policys_text_name_no_file(client):
    board = made(client)
    assert {error["file"] for error in refusal(client, board, "add_policy", text="kind: [")} == {None}


@pytest.mark.parametrize("base", [-5, 10**30])
def test_an_impossible_base_revision_is_refused(client, base):
    body = {"command": "add_host", "params": {}, "base_revision": base}
    answer = client.post(at(made(client), "commands/"), body, content_type="application/json")
    assert (answer.status_code, codes(answer)) == (400, ["out_of_range"])
