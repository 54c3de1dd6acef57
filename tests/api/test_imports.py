"""Manifests over REST: looked at, kept, cancelled, brought in; and hostile ones refused with a place."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from benchmarks.kubectl_output import output
from editor.models import Delivery, Revision
from editor.services import readers

pytestmark = pytest.mark.django_db(transaction=True)

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\n"
WARNS = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: a, namespace: shop}
spec: {podSelector: {}, policyTypez: []}
"""


@pytest.fixture
def board(client):
    return f"/api/v1/boards/{client.post('/api/v1/boards/', {}, 'application/json').json()['id']}"


def deliver(client, *files, **how):
    return client.post("/api/v1/deliveries/", {"file": list(files), **how})


def zipped(**files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.yaml", text)
    return held.getvalue()


def names(client, board, table="pods"):
    return sorted(one["name"] for one in client.get(f"{board}/").json()["snapshot"][table])


def test_a_dry_run_says_what_would_be_and_does_nothing(client, board):
    told = client.post(f"{board}/import/?dry_run=1", POD, "application/yaml")
    assert told.status_code == 200
    assert [(one["kind"], one["name"]) for one in told.json()["new"]] == [("Namespace", "shop"), ("Pod", "web")]
    assert {*told.json()} == {
        "delivery", "new", "changed", "removed", "unchanged", "ignored", "faults", "warnings",
    }  # fmt: skip
    assert names(client, board) == []


def test_an_import_answers_with_the_warnings_on_each_manifest(client, board):
    file = SimpleUploadedFile("pol.yaml", f"---\n{WARNS}".encode())
    answer = client.post(f"{board}/import/", {"file": [file], "path": ["base/pol.yaml"]})
    assert answer.status_code == 201
    warning = next(one for one in answer.json()["warnings"] if "policyTypez" in one["message"])
    assert (warning["file"], warning["line"]) == ("base/pol.yaml", 5)


def test_a_delivery_is_looked_at_then_brought_in_once_as_one_step(client, board):
    told = deliver(client, SimpleUploadedFile("a.zip", zipped(a=POD, b=POD.replace("web", "api"))))
    assert told.status_code == 201
    delivery = told.json()["delivery"]
    again = client.post(
        f"/api/v1/deliveries/{delivery}/preview/",
        {"board": board.split("/")[-1], "choices": {"without_kinds": ["Pod"]}},
        "application/json",
    )
    assert [one["kind"] for one in again.json()["new"]] == []
    done = client.post(f"{board}/import/", {"delivery": delivery}, "application/json")
    assert done.status_code == 201
    assert done.json()["sentence"] == "Imported 1 namespace and 2 pods"
    assert names(client, board) == ["api", "web"]
    assert client.post(f"{board}/import/", {"delivery": delivery}, "application/json").status_code == 404
    client.post(f"{board}/undo/", {}, "application/json")
    assert names(client, board) == names(client, board, "namespaces") == []
    client.post(f"{board}/redo/", {}, "application/json")
    assert names(client, board) == ["api", "web"]


def test_the_log_keeps_the_choices_and_not_the_manifests(client, board):
    client.post(f"{board}/import/", output(60, 2), "application/yaml")
    made = Revision.objects.get(command="import_manifests")
    assert len(json.dumps(made.params)) < 300
    assert names(client, board, "namespaces") == ["team-000", "team-001"]


def test_a_cancelled_delivery_cannot_be_imported(client, board):
    delivery = deliver(client, SimpleUploadedFile("a.yaml", POD.encode())).json()["delivery"]
    assert client.delete(f"/api/v1/deliveries/{delivery}/").status_code == 204
    assert client.delete(f"/api/v1/deliveries/{delivery}/").status_code == 404
    refused = client.post(f"{board}/import/", {"delivery": delivery}, "application/json")
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (404, "unknown_delivery")
    assert names(client, board) == []


def test_a_new_board_starts_from_a_delivery(client):
    delivery = deliver(client, SimpleUploadedFile("a.yaml", POD.encode())).json()["delivery"]
    made = client.post("/api/v1/boards/", {"name": "shop", "delivery": delivery}, "application/json")
    assert made.status_code == 201
    assert [one["name"] for one in made.json()["snapshot"]["pods"]] == ["web"]


def test_faulty_manifests_refuse_the_whole_unless_they_are_left_out(client, board):
    text = f"{POD}---\nkind: [\n"
    refused = client.post(f"{board}/import/", text, "application/yaml")
    assert (refused.status_code, refused.json()["errors"][0]["line"]) == (400, 5)
    assert names(client, board) == []
    assert client.post(f"{board}/import/?without_faulty=1", text, "application/yaml").status_code == 201
    assert names(client, board) == ["web"]


def test_what_is_no_longer_there_is_removed_when_asked_for(client, board):
    client.post(f"{board}/import/", f"{POD}---\n{POD.replace('web', 'api')}", "application/yaml")
    told = client.post(f"{board}/import/?dry_run=1&remove_missing=1", POD, "application/yaml").json()
    assert [one["name"] for one in told["removed"]] == ["api"]
    client.post(f"{board}/import/?remove_missing=1", POD, "application/yaml")
    assert names(client, board) == ["web"]


def test_only_an_import_may_be_large(client, board, settings):
    settings.NETPOL_MAX_BODY, settings.NETPOL_MAX_IMPORT = 1000, 3000
    body = json.dumps({"manifests": POD + "#" * 2000})
    assert client.post(f"{board}/import/", body, "application/json").status_code == 201
    assert client.post("/api/v1/boards/", body, "application/json").status_code == 413
    assert client.post(f"{board}/import/", body + " " * 2000, "application/json").status_code == 413


def test_a_large_text_is_read_in_a_process_within_its_memory(client, settings):
    settings.NETPOL_READER_MEMORY = 40_000_000
    answer = deliver(client, SimpleUploadedFile("x.yaml", output(400, 2).encode()))
    assert answer.json()["faults"][0]["code"] == "too_large_to_read"


def test_one_that_comes_while_too_many_wait_is_told_so(client, monkeypatch):
    monkeypatch.setattr(readers._places, "acquire", lambda **_: False)
    answer = deliver(client, SimpleUploadedFile("x.yaml", output(100, 2).encode()))
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (503, "busy")


def test_deliveries_do_not_pile_up(client, monkeypatch):
    monkeypatch.setattr("editor.services.deliveries.MOST_KEPT", 2)
    for _ in range(4):
        deliver(client, SimpleUploadedFile("a.yaml", POD.encode()))
    assert Delivery.objects.count() == 2
