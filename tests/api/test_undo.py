"""Undo and redo over REST."""

import pytest
from django.test import Client

from editor.models import Revision
from tests.api.test_boards import at, codes, made, send

pytestmark = pytest.mark.django_db


def post(client, board, verb, **body):
    return client.post(at(board, f"{verb}/"), body, content_type="application/json")


def host_names(client, board):
    return [host["name"] for host in client.get(at(board, "hosts/")).json()]


def test_undo_and_redo_are_revisions_that_say_what_they_revert(client):
    board = made(client)
    send(client, board, "add_host", name="one", x=0, y=0)
    undone = post(client, board, "undo")
    assert undone.status_code == 201
    assert (undone.json()["revision"], undone.json()["reverts"], undone.json()["command"]) == (2, 1, "undo")
    assert host_names(client, board) == []
    redone = post(client, board, "redo").json()
    assert (redone["revision"], redone["reverts"]) == (3, 2)
    assert host_names(client, board) == ["one"]


def test_a_repeat_is_answered_with_what_it_did_the_first_time(client):
    board = made(client)
    for name in ("one", "two"):
        send(client, board, "add_host", name=name, x=0, y=0)
    first, again = (post(client, board, "undo", edit_id="once") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["revision"] == first.json()["revision"]
    assert host_names(client, board) == ["one"]


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_with_nothing_to_take_back_it_is_refused(client, verb):
    answer = post(client, made(client, example="case-1"), verb)
    assert (answer.status_code, codes(answer)) == (409, [f"nothing_to_{verb}"])


def test_a_browser_undoes_its_own_edits_whatever_its_tabs_call_themselves_and_no_others(client):
    board, other = made(client), Client()
    other.get(at(board))
    post(client, board, "commands", command="add_host", params={"name": "mine", "x": 0, "y": 0}, client_id="one")
    other.post(at(board, "hosts/"), {"name": "theirs"}, content_type="application/json")
    assert post(client, board, "undo", client_id="another").status_code == 201
    assert host_names(client, board) == ["theirs"]
    assert codes(post(client, board, "undo")) == ["nothing_to_undo"]
    assert post(other, board, "undo").status_code == 201


def test_a_program_without_cookies_is_known_by_its_client_id(client):
    board = made(client)
    send(Client(), board, "add_host", name="one", x=0, y=0)
    assert codes(post(Client(), board, "undo")) == ["nothing_to_undo"]
    assert codes(post(Client(), board, "undo", client_id="d")) == ["nothing_to_undo"]
    assert post(Client(), board, "undo", client_id="c").status_code == 201


def test_nobody_can_take_the_name_of_a_browsers_person(client):
    board = made(client)
    send(client, board, "add_host", name="one", x=0, y=0)
    actor = Revision.objects.get(board=board["id"]).actor
    assert actor.startswith("browser:")
    for name in (actor, actor.removeprefix("browser:")):
        assert codes(post(Client(), board, "undo", client_id=name)) == ["nothing_to_undo"]


def test_the_history_shows_what_was_undone(client):
    board = made(client)
    send(client, board, "add_host", name="one", x=0, y=0)
    post(client, board, "undo")
    told = client.get(at(board, "revisions/")).json()
    assert [(each["sentence"][:5], each["mine"], each["undone"]) for each in told] == [
        ("Undid", True, False),
        ("Added", True, True),
    ]
