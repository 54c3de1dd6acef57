"""What keeps the product safe in a browser."""

import asyncio
import json
import uuid

import pytest
from django.test import override_settings

from editor.config.asgi import application
from editor.pages import vite
from tests.services.making import board_from

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 201),
        ({"origin": "http://testserver"}, 201),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-origin"}, 201),
    ],
)
def test_another_site_cannot_write_through_a_persons_browser(client, headers, status):
    answer = client.post("/api/v1/boards/", {}, content_type="application/json", headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["errors"][0]["code"] == "cross_origin"


@override_settings(CSRF_TRUSTED_ORIGINS=["https://editor.example"])
def test_an_origin_that_the_settings_trust_may_write(client):
    headers = {"origin": "https://editor.example"}
    assert client.post("/api/v1/boards/", {}, content_type="application/json", headers=headers).status_code == 201


def test_a_foreign_host_name_is_not_answered(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.fixture
def built(settings, tmp_path):
    """A build of the browser's part, as Vite leaves it."""
    manifest = tmp_path / ".vite" / "manifest.json"
    manifest.parent.mkdir()
    chunks = {
        "src/main.tsx": {"file": "assets/main-1.js", "css": ["assets/main-1.css"], "imports": ["_shared.js"]},
        "_shared.js": {"file": "assets/shared-2.js", "css": ["assets/shared-2.css"]},
    }
    manifest.write_text(json.dumps(chunks))
    settings.DIST = tmp_path
    return manifest


def test_the_page_names_the_files_of_the_build_and_its_nonce(client, built):
    answer = client.get("/")
    page = answer.content.decode()
    assert '<script type="module" src="/static/assets/main-1.js">' in page
    assert '<link rel="modulepreload" href="/static/assets/shared-2.js">' in page
    assert page.count('rel="stylesheet"') == 2
    policy = answer["Content-Security-Policy"]
    nonce = page.split('name="csp-nonce" content="')[1].split('"')[0]
    assert f"style-src 'self' 'nonce-{nonce}'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "unsafe" not in policy


def test_a_page_has_no_script_or_style_of_its_own_without_a_nonce(client, built):
    for address in ("/", f"/boards/{uuid.uuid4()}/", "/api/v1/docs/"):
        page = client.get(address).content.decode()
        assert "<style>" not in page
        assert "<script>" not in page
        assert " style=" not in page
        assert " onclick=" not in page


def test_a_new_build_is_seen_without_a_restart(built):
    assert vite.entry().script == "/static/assets/main-1.js"
    built.write_text(built.read_text().replace("main-1.js", "main-9.js"))
    assert vite.entry().script == "/static/assets/main-9.js"


def test_without_a_build_the_page_says_what_to_run(client, settings, tmp_path):
    settings.DIST = tmp_path
    answer = client.get("/")
    assert answer.status_code == 503
    assert "make run" in answer.content.decode()


def test_an_unknown_board_has_a_page_that_says_what_to_do(client):
    answer = client.get(f"/boards/{uuid.uuid4()}/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "There is no board here" in page
    assert 'href="/"' in page
    assert "There is no page here" in client.get("/nowhere").content.decode()


def test_a_page_carries_the_usual_headers(client, built):
    answer = client.get(f"/boards/{board_from().pk}/")
    assert answer.status_code == 200
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


def test_a_boards_name_cannot_become_markup(client, built):
    made = client.post("/api/v1/boards/", {"name": "</title><script>x"}, content_type="application/json").json()
    page = client.get(f"/boards/{made['id']}/").content.decode()
    assert "<script>x" not in page


async def test_a_body_of_unknown_length_is_read_no_further_than_the_bound(settings):
    settings.NETPOL_MAX_BODY = 1000
    read, sent = 0, []

    async def receive():
        nonlocal read
        await asyncio.sleep(0)
        read += 400
        return {"type": "http.request", "body": b"x" * 400, "more_body": True}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/api/v1/evaluate", "headers": [], "query_string": b""}
    await application(scope, receive, send)
    assert sent[0]["status"] == 413
    assert json.loads(sent[1]["body"])["errors"][0]["code"] == "too_large"
    assert read <= 1600
