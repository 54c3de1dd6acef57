"""Every door of REST that takes manifests, against the table of hostile texts."""

import json

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.hostile import ARCHIVES, POLICY, TABLE

pytestmark = pytest.mark.django_db(transaction=True)

QUERY = {"source": "10.0.0.1", "destination": "prod/db", "protocol": "TCP", "port": 80}
POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: db, namespace: prod, labels: {app: db}}\n"
JSON = "application/json"


@pytest.fixture
def board(client):
    return f"/api/v1/boards/{client.post('/api/v1/boards/', {}, JSON).json()['id']}"


def bodies(key):
    """What is posted to a door that takes a text within JSON: all of the table that JSON can hold."""
    return {name: json.dumps({key: one.text}) for name, one in TABLE.items() if one.text is not None}


def seen(answer):
    """The codes of the faults in an answer."""
    body = answer.json()
    return {one["code"] for one in body.get("errors") or body.get("faults") or ()}


def amiss(posted, table=TABLE):
    """The answers that are neither the reading of the text nor one of the faults that may refuse it."""
    found = {}
    for name, answer in posted:
        codes = seen(answer)
        as_told = codes and codes <= table[name].codes if table[name].codes else answer.status_code in (200, 201)
        if not as_told or answer.status_code >= 500:
            found[name] = (answer.status_code, codes)
    return found


def policies(client, board):
    return [(one["namespace"], one["name"]) for one in client.get(f"{board}/policies/").json()]


def undone(client, board, posted):
    """Each answer; what came is looked at and taken back, so that the next text finds the board empty."""
    for name, answer in posted:
        yield name, answer
        if answer.status_code in (200, 201):
            assert policies(client, board) == [("prod", "p")], name
            client.post(f"{board}/undo/", {}, JSON)
        assert policies(client, board) == [], name


def test_an_import_of_a_body(client, board):
    posted = ((name, client.post(f"{board}/import/", one.raw, "application/yaml")) for name, one in TABLE.items())
    assert amiss(undone(client, board, posted)) == {}


def test_an_import_of_text_in_json(client, board):
    posted = ((name, client.post(f"{board}/import/", body, JSON)) for name, body in bodies("manifests").items())
    assert amiss(undone(client, board, posted)) == {}


def test_a_delivery_of_files(client):
    def upload(one):
        return client.post("/api/v1/deliveries/", {"file": [SimpleUploadedFile("x.yaml", one.raw)]})

    assert amiss((name, upload(one)) for name, one in TABLE.items()) == {}


def test_a_delivery_and_an_import_of_archives(client, board):
    for address in (f"{board}/import/", "/api/v1/deliveries/"):
        posted = (
            (name, client.post(address, {"file": [SimpleUploadedFile("x.zip", one.raw)]}))
            for name, one in ARCHIVES.items()
        )
        assert amiss(posted, ARCHIVES) == {}
    assert policies(client, board) == []


def test_ten_megabytes_of_nesting_are_refused_by_a_process_of_their_own(client, board):
    raw = POLICY.encode() + b"x: " + b"[" * 10_000_000
    answer = client.post(f"{board}/import/", raw, "application/yaml")
    assert (answer.status_code, seen(answer)) == (400, {"too_deep"})


def test_a_new_board(client):
    posted = [(name, client.post("/api/v1/boards/", body, JSON)) for name, body in bodies("manifests").items()]
    assert amiss(posted) == {}
    made = [answer.json()["snapshot"]["policies"] for _, answer in posted if answer.status_code == 201]
    assert {(one["namespace"], one["name"]) for held in made for one in held} == {("prod", "p")}


def test_a_new_policy(client, board):
    posted = ((name, client.post(f"{board}/policies/", body, JSON)) for name, body in bodies("text").items())
    assert amiss(undone(client, board, posted)) == {}


@pytest.mark.parametrize("address", ["evaluate", "reachability", "exposure", "lint"])
def test_verdicts_without_a_board(client, address):
    def body(text):
        # The text comes first: it may begin with a mark or a directive.
        asked = {"queries": [QUERY]} if address == "evaluate" else {}
        return json.dumps({"manifests": f"{text}\n---\n{POD}", **asked})

    texts = {name: one.text for name, one in TABLE.items() if one.text is not None}
    posted = [(name, client.post(f"/api/v1/{address}/", body(text), JSON)) for name, text in texts.items()]
    assert amiss(posted) == {}
    if address == "evaluate":
        isolated = {a.json()["verdicts"][0]["ingress"]["isolated"] for _, a in posted if a.status_code == 200}
        assert isolated == {True}


@pytest.mark.parametrize("command", ["edit_policy", "edit_policies", "import_manifests"])
def test_commands(client, board, command):
    before = POLICY + "# before\n"
    held = client.post(f"{board}/policies/", {"text": before}, JSON).json()["id"]

    def params(text):
        return {
            "edit_policy": {"id": held, "text": text},
            "edit_policies": {"texts": [{"id": held, "text": text, "base": before}]},
            "import_manifests": {"manifests": text},
        }[command]

    def posted(text):
        answer = client.post(f"{board}/commands/", {"command": command, "params": params(text)}, JSON)
        if answer.status_code == 201:
            client.post(f"{board}/undo/", {}, JSON)
        assert [one["text"] for one in client.get(f"{board}/policies/").json()] == [before]
        return answer

    texts = {name: one.text for name, one in TABLE.items() if one.text is not None}
    assert amiss((name, posted(text)) for name, text in texts.items()) == {}


FIELDS = {
    "a path without end": ("spec" + ".a" * 50_000, 1),
    "a path of brackets": ("spec" + "[0]" * 50_000, 1),
    "an index without end": (f"spec.ingress[{'9' * 5_000}]", {}),
    "no path": ("", {}),
    "a value as deep as JSON can be": ("metadata.annotations", json.loads("[" * 900 + "]" * 900)),
    "a NUL": ("metadata.annotations.a", "a\0b"),
    "half a pair of surrogates": ("metadata.annotations.a", "\ud800"),
    "a huge number": ("spec.ingress[0].ports[0].port", 10**4_000),
    "a field of another kind": ("kind", "Pod"),
    "a name that is a list": ("metadata.name", ["p"]),
}


@pytest.mark.parametrize(("path", "value"), FIELDS.values(), ids=FIELDS)
def test_fields_by_path_are_refused_with_a_reason(client, board, path, value):
    held = client.post(f"{board}/policies/", {"text": POLICY}, JSON).json()["id"]
    params = {"id": held, "edits": [{"op": "set", "path": path, "value": value}]}
    answer = client.post(f"{board}/commands/", {"command": "edit_policy_fields", "params": params}, JSON)
    assert answer.status_code == 400
    assert all(one["code"] and one["message"] for one in answer.json()["errors"])
    assert client.get(f"{board}/policies/{held}/").json()["text"] == POLICY


def test_text_as_the_value_of_a_field_is_quoted_and_breaks_out_of_nothing(client, board):
    held = client.post(f"{board}/policies/", {"text": POLICY}, JSON).json()["id"]
    for name, one in TABLE.items():
        if one.text is None or "not_text" in one.codes:
            continue
        edits = [{"op": "set", "path": "metadata.annotations.a", "value": one.text}]
        params = {"id": held, "edits": edits}
        answer = client.post(f"{board}/commands/", {"command": "edit_policy_fields", "params": params}, JSON)
        assert answer.status_code == 201, (name, answer.content[:300])
        text = client.get(f"{board}/policies/{held}/").json()["text"]
        assert yaml.safe_load(text)["metadata"]["annotations"] == {"a": one.text}, name
        assert policies(client, board) == [("prod", "p")], name
