"""Everybody who may ask for a board, each with a browser of their own."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from editor.models import Board, ShareLink
from editor.services import sharing
from editor.wire.sharing import NewLink

# Who asks, and what they may do: "gone" is told that their link has ended, None that there is no such board.
ROLES = {
    "owner": "owner",
    "owner's account": "owner",
    "editor": "edit",
    "viewer": "view",
    "viewer's account": "view",
    "expired": "gone",
    "revoked": "gone",
    "stranger": None,
    "other account": None,
    "anonymous": None,
}
RANK = {"view": 1, "edit": 2, "owner": 3}


def signed_in(name):
    client = Client()
    client.force_login(User.objects.get_or_create(username=name)[0])
    return client


def browser():
    """A browser that has seen the start page, and so has an id."""
    client = Client()
    client.get("/")
    return client


def make(client, **body):
    answer = client.post("/api/v1/boards/", body, content_type="application/json")
    assert answer.status_code == 201, answer.content
    return Board.objects.get(pk=answer.json()["id"])


def link(row, role="view", **fields):
    return sharing.make(row, NewLink(role=role, **fields))


def by_link(client, found):
    """The same browser after it opened the link."""
    answer = client.get(found.path)
    assert answer.status_code == 302, answer.content
    return client


def of(row, who):
    """Somebody's browser, for a board of "owner"."""
    if who == "stranger":
        return browser()
    if who == "anonymous":
        return Client()
    if who == "other account":
        return signed_in("other")
    made = link(row, "edit" if who == "editor" else "view")
    client = by_link(signed_in("guest") if who == "viewer's account" else browser(), made)
    if who == "expired":
        ShareLink.objects.filter(pk=made.id).update(expires_at=timezone.now() - timedelta(seconds=1))
    if who == "revoked":
        sharing.revoke(row, made.id)
    return client


def board_and(who):
    """A board with something on it, and that person's browser."""
    client = signed_in("owner") if who == "owner's account" else browser()
    row = make(client, example="case-4")
    return row, client if who in ("owner", "owner's account") else of(row, who)


def cookies(client):
    """What a live connection of that browser sends along."""
    return [(b"cookie", "; ".join(f"{name}={held.value}" for name, held in client.cookies.items()).encode())]
