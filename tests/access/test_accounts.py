"""Accounts: in and out, whose boards are whose afterwards, and what is not told to strangers."""

import re
import time

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.access.people import browser, by_link, link, make, signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "a long and odd one"


@pytest.fixture(autouse=True)
def no_attempts_yet():
    cache.clear()


def sign_up(client, name="ann", **fields):
    body = {"username": name, "password1": PASSWORD, "password2": PASSWORD, **fields}
    return client.post("/account/sign-up/", body)


def sign_in(client, name="ann", password=PASSWORD, **fields):
    return client.post("/account/sign-in/", {"username": name, "password": password, **fields})


def opens(client, row):
    return client.get(f"/api/v1/boards/{row.pk}/").status_code == 200


def test_signing_up_signs_in_under_another_session_key():
    client = browser()
    before = client.session.session_key
    assert sign_up(client).status_code == 302
    assert client.session.session_key != before
    assert client.get("/api/v1/me/").json()["name"] == "ann"


def test_boards_of_the_browser_are_offered_and_taken_along():
    client = browser()
    row = make(client, name="Before")
    assert sign_up(client)["Location"].startswith("/account/boards/?next=")
    page = client.get("/account/boards/?next=/").content.decode()
    assert "1 board made in this browser" in page
    assert "Before" in page
    assert opens(client, row)
    assert client.post("/account/boards/", {"next": "/"})["Location"] == "/"
    row.refresh_from_db()
    assert (row.owner.username, row.browser) == ("ann", "")
    assert opens(client, row)
    elsewhere = browser()
    sign_in(elsewhere)
    assert opens(elsewhere, row)


def test_boards_that_are_not_taken_along_stay_the_browsers():
    client = browser()
    row = make(client)
    sign_up(client)
    assert opens(client, row)
    client.post("/account/sign-out/")
    assert opens(client, row)


def test_signing_out_leaves_nothing_of_the_account_open():
    client = browser()
    before = make(client)
    sign_up(client)
    client.post("/account/boards/")
    mine = make(client)
    shared = by_link(client, link(make(browser()))) and make(client)
    client.post("/account/sign-out/")
    assert [opens(client, row) for row in (before, mine, shared)] == [False, False, False]
    assert client.get("/api/v1/boards/").json() == []
    assert client.get("/api/v1/me/").json()["name"] is None


def test_the_next_person_at_the_browser_gets_nothing_of_the_one_before():
    client = browser()
    sign_up(client, "ann")
    row = make(client)
    guest = make(browser())
    by_link(client, link(guest))
    client.post("/account/sign-out/")
    sign_up(client, "bob")
    assert not opens(client, row)
    assert not opens(client, guest)


def test_a_link_opened_while_signed_in_is_the_accounts_on_every_device():
    row = make(browser())
    by_link(signed_in("ann"), link(row, "edit"))
    assert opens(signed_in("ann"), row)


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_next_leads_to_our_own_pages_alone(address):
    sign_up(Client())
    for body in (sign_in(Client(), next=address), sign_up(Client(), "other", next=address)):
        assert body["Location"] == "/"
    client = browser()
    make(client)
    assert "evil" not in sign_in(client, next=address)["Location"]
    assert client.post("/account/boards/", {"next": address})["Location"] == "/"


def test_next_leads_back_to_the_board():
    sign_up(Client())
    assert sign_in(Client(), next="/boards/x/")["Location"] == "/boards/x/"


def test_errors_stand_at_their_fields():
    page = (
        Client().post("/account/sign-up/", {"username": "a b", "password1": "12345", "password2": "1"}).content.decode()
    )
    for field in ("id_username_error", "id_password2_error"):
        assert f'id="{field}"' in page
    assert 'aria-invalid="true"' in page
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "address", ["sign-in/", "sign-up/", "reset/", "boards/", "password/", "sign-out/"], ids=lambda text: text
)
def test_forms_without_their_token_are_refused(address):
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create(username="ann"))
    assert client.post(f"/account/{address}", {"username": "ann"}).status_code == 403


def test_a_wrong_password_and_an_unknown_name_look_alike():
    sign_up(Client())
    pages = [sign_in(Client(), name, "wrong") for name in ("ann", "nobody")]
    texts = [re.sub(r'value="[^"]*"', "", page.content.decode()) for page in pages]
    assert texts[0] == texts[1]
    assert "do not belong together" in texts[0]


def test_guessing_passwords_is_slowed_down_by_name_and_by_address():
    sign_up(Client())
    codes = [sign_in(Client(), password="wrong").status_code for _ in range(21)]
    assert codes[-1] == 429
    assert sign_in(Client()).status_code == 429
    cache.clear()
    codes = [sign_in(Client(REMOTE_ADDR=f"10.0.0.{n}"), password="wrong").status_code for n in range(31)]
    assert (codes[0], codes[-1]) == (200, 429)
    assert sign_in(Client(REMOTE_ADDR="10.0.1.1"), "another", "wrong").status_code == 200


def test_an_address_that_a_client_makes_up_does_not_count():
    codes = [sign_in(Client(HTTP_X_FORWARDED_FOR=f"10.0.0.{n}"), f"n{n}", "wrong").status_code for n in range(21)]
    assert codes[-1] == 429


def sent(count):
    """Mails go out beside the answer."""
    until = time.monotonic() + 5
    while len(mail.outbox) < count and time.monotonic() < until:
        time.sleep(0.02)
    return mail.outbox


def test_a_forgotten_password_is_set_anew_by_mail_and_ends_the_other_sessions():
    client = browser()
    sign_up(client, email="ann@example.com")
    stranger = Client()
    answer = stranger.post("/account/reset/", {"email": "ann@example.com"})
    (message,) = sent(1)
    address = re.search(r"http://testserver(/account/reset/\S+)", message.body).group(1)
    page = stranger.get(address, follow=True)
    form = page.redirect_chain[-1][0]
    done = stranger.post(form, {"new_password1": "another odd one", "new_password2": "another odd one"})
    assert done["Location"] == "/account/reset/done/"
    assert client.get("/api/v1/me/").json()["name"] is None
    assert sign_in(Client(), password="another odd one").status_code == 302
    assert "too old" in Client().get(address, follow=True).content.decode()
    unknown = Client().post("/account/reset/", {"email": "nobody@example.com"})
    assert (unknown.status_code, unknown["Location"]) == (answer.status_code, answer["Location"])


def test_a_reset_mail_cannot_be_ordered_by_the_dozen():
    codes = [Client().post("/account/reset/", {"email": "ann@example.com"}).status_code for _ in range(6)]
    assert codes[-1] == 429


def test_changing_the_password_keeps_this_session_and_ends_the_others():
    one, other = browser(), browser()
    sign_up(one)
    sign_in(other)
    body = {"old_password": PASSWORD, "new_password1": "another odd one", "new_password2": "another odd one"}
    assert one.post("/account/password/", body)["Location"] == "/account/password/changed/"
    assert one.get("/api/v1/me/").json()["name"] == "ann"
    assert other.get("/api/v1/me/").json()["name"] is None


@pytest.mark.parametrize("address", ["account/", "account/boards/", "account/password/"])
def test_what_needs_an_account_asks_to_sign_in_and_comes_back(address):
    assert Client().get(f"/{address}")["Location"] == f"/account/sign-in/?next=/{address}"


def test_the_pages_keep_the_strict_policy_and_hold_no_style_or_script_of_their_own():
    for address in ("sign-in/", "sign-up/", "reset/", "reset/sent/"):
        answer = Client().get(f"/account/{address}")
        page = answer.content.decode()
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert "<style" not in page
        assert " style=" not in page
        assert "no-store" in answer["Cache-Control"]


def test_a_signed_in_session_ends_after_a_month():
    client = browser()
    assert client.session.get_expiry_age() > 300 * 86400
    sign_up(client)
    assert client.session.get_expiry_age() <= 30 * 86400
