"""An account gets another mail address, or goes; and what becomes of what it had."""

import pytest
from asgiref.sync import sync_to_async
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client

from editor.live.nowhere import NOT_FOUND
from editor.models import Board
from tests.access.people import browser, by_link, link, make, signed_in
from tests.access.test_accounts import PASSWORD, opens, sent, sign_in, sign_up
from tests.access.test_live_matrix import live

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_attempts_yet():
    cache.clear()


def with_account(name="ann", **fields):
    client = browser()
    sign_up(client, name, **fields)
    return client


def delete(client, what="delete", password=PASSWORD):
    return client.post("/account/delete/", {"what": what, "password": password})


def test_another_mail_address_needs_the_password_and_the_old_one_is_told():
    client = with_account(email="ann@example.com")
    body = {"email": "new@example.com", "password": "wrong"}
    assert "not the password" in client.post("/account/mail/", body).content.decode()
    assert User.objects.get().email == "ann@example.com"
    assert client.post("/account/mail/", body | {"password": PASSWORD})["Location"] == "/account/mail/changed/"
    assert User.objects.get().email == "new@example.com"
    (message,) = sent(1)
    assert (message.to, "was changed" in message.subject) == (["ann@example.com"], True)
    mail.outbox.clear()
    Client().post("/account/reset/", {"email": "new@example.com"})
    assert sent(1)[0].to == ["new@example.com"]


def test_passwords_are_not_guessed_at_a_browser_that_is_signed_in():
    client = with_account()
    codes = [delete(client, password="wrong").status_code for _ in range(21)]
    assert (codes[0], codes[-1]) == (200, 429)
    assert delete(client).status_code == 429
    assert User.objects.exists()


def test_what_goes_with_the_account_is_said_first():
    client = with_account()
    make(client, name="Payment policies")
    by_link(client, link(make(browser())))
    page = client.get("/account/delete/").content.decode()
    assert "1 board belongs to this account" in page
    assert "Payment policies" in page
    assert "1 board of others, shared with you, will be closed to you" in page


def test_the_boards_of_a_deleted_account_stay_in_the_browser():
    client = with_account()
    row = make(client, example="case-1")
    guest = by_link(browser(), link(row))
    assert delete(client, "keep")["Location"] == "/account/deleted/"
    assert (User.objects.exists(), client.get("/api/v1/me/").json()["name"]) == (False, None)
    assert opens(client, row)
    assert opens(guest, row)
    assert not opens(browser(), row)


def test_the_boards_of_a_deleted_account_go_with_it_and_no_others():
    client = with_account()
    row, others = make(client), make(browser())
    by_link(client, link(others))
    assert delete(client, "delete").status_code == 302
    assert not Board.objects.filter(pk=row.pk).exists()
    assert Board.objects.filter(pk=others.pk).exists()
    assert not opens(client, others)
    assert sign_in(Client()).status_code == 200  # there is no such account


@pytest.mark.django_db(transaction=True)
async def test_whoever_has_a_board_of_a_deleted_account_open_is_told():
    client = await sync_to_async(with_account)()
    row = await sync_to_async(make)(client)
    guest = await sync_to_async(lambda: by_link(browser(), link(row)))()
    async with live(row, guest) as one:
        await one.hear("welcome")
        await sync_to_async(delete)(client, "delete")
        assert await one.hear_the_end() == NOT_FOUND


def test_signing_up_is_slowed_down_by_address():
    codes = [sign_up(Client(), f"n{number}").status_code for number in range(11)]
    assert codes == [302] * 10 + [429]
    assert User.objects.count() == 10
    assert sign_up(Client(REMOTE_ADDR="10.0.0.7"), "elsewhere").status_code == 302


def test_what_was_done_before_signing_up_is_undone_after_it():
    client = browser()
    row = make(client)
    commands = f"/api/v1/boards/{row.pk}/commands/"
    client.post(commands, {"command": "add_host", "params": {"name": "x"}}, content_type="application/json")
    sign_up(client)
    assert opens(client, row)
    client.post("/account/boards/", {"next": "/"})
    undone = client.post(f"/api/v1/boards/{row.pk}/undo/", {}, content_type="application/json")
    assert (undone.status_code, undone.json()["reverts"]) == (201, 1)
    entries = signed_in("ann").get(f"/api/v1/boards/{row.pk}/revisions/").json()
    assert all(entry["mine"] for entry in entries)
