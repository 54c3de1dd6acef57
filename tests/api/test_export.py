"""The board in every form in which it can be fetched."""

import io
import json
import zipfile

import pytest
from PIL import Image

from tests.api.test_boards import at, made

pytestmark = pytest.mark.django_db

STARTS = {
    "yaml": b"apiVersion: networking.k8s.io/v1\n",
    "json": b'{\n  "apiVersion": "v1",\n  "kind": "List"',
    "zip": b"PK",
    "kustomize": b"PK",
    "csv": b"source,destination,TCP,UDP,SCTP\n",
    "md": b"| source | destination |",
    "mermaid": b"flowchart LR\n",
    "dot": b"digraph reachability {\n",
    "svg": b"<svg xmlns=",
    "png": b"\x89PNG",
}


@pytest.fixture
def board(client):
    return made(client, example="case-1")


@pytest.mark.parametrize("form", STARTS)
def test_every_form_is_a_file_of_its_kind_and_the_same_each_time(client, board, form):
    first, second = (client.get(at(board, f"export/?as={form}")) for _ in range(2))
    assert first.status_code == 200
    assert first.content.startswith(STARTS[form])
    assert first.content == second.content
    assert first["Content-Disposition"].startswith('attachment; filename="case-1-both-selectors')


def test_the_style_and_the_header_are_chosen(client, board):
    minimal = client.get(at(board, "export/?style=minimal&header=1")).content.decode()
    assert minimal.startswith("# Network policies of the board")
    assert "policyTypes" not in minimal
    assert "policyTypes" in client.get(at(board, "export/?style=canonical")).content.decode()


def test_the_picture_comes_in_both_themes_and_sharp(client, board):
    light, dark = (client.get(at(board, f"export/?as=png&theme={theme}")).content for theme in ("light", "dark"))
    corners = [Image.open(io.BytesIO(one)).convert("RGB").getpixel((0, 0)) for one in (light, dark)]
    assert corners == [(245, 246, 248), (14, 17, 22)]
    assert Image.open(io.BytesIO(light)).width > 1500


def test_the_zip_of_everything_holds_pods_and_namespaces(client, board):
    packed = client.get(at(board, "export/?as=zip&include=all")).content
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert {"prod/namespace.yaml", "prod/pod-web.yaml", "prod/db-policy.yaml"} <= set(names)


def test_every_wrong_choice_is_named_at_once(client, board):
    refused = client.get(at(board, "export/?as=banana&style=loud&header=yes&theme=pink&include=some"))
    assert refused.status_code == 400
    assert [one["path"] for one in json.loads(refused.content)["errors"]] == [
        "as",
        "include",
        "style",
        "header",
        "theme",
    ]
