"""Every address of a board, every method, everybody: one table of what is let through."""

import uuid

import pytest
from django.urls import get_resolver

from editor.services import sharing
from tests.access.people import RANK, ROLES, board_and, link
from tests.services.making import state

pytestmark = pytest.mark.django_db

OWNERS = {
    ("boards/ID", "delete"),
    ("boards/ID/restore", "post"),
    ("boards/ID/owner", "get"),
    ("boards/ID/owner", "post"),
    ("boards/ID/links", "get"),
    ("boards/ID/links", "post"),
    ("boards/ID/links/LINK", "patch"),
    ("boards/ID/links/LINK", "delete"),
    ("boards/ID/links/LINK/people/1", "delete"),
}
LOOKING = {
    ("boards/ID/duplicate", "post"),
    ("boards/ID/fixes", "post"),
    ("boards/ID/what-if", "post"),
    ("boards/ID/wishes", "post"),
    ("boards/ID/flips", "post"),
    ("boards/ID/membership", "delete"),
    ("boards/ID/why", "post"),
}
METHODS = ("get", "post", "put", "patch", "delete")


def routes():
    """The addresses below a board and the methods that each takes, read off the product itself."""
    (api,) = [each for each in get_resolver().url_patterns if str(each.pattern) == "api/v1/"]
    for pattern in api.url_patterns:
        text = str(pattern.pattern)
        if text.startswith("boards/<uuid:board_id>") and not text.endswith("/"):
            route = text.replace("<uuid:board_id>", "ID").replace("<uuid:link_id>", "LINK")
            for method in METHODS:
                if hasattr(pattern.callback.view_class, method):
                    yield (
                        route.replace("<uuid:item_id>", "ITEM")
                        .replace("<int:number>", "1")
                        .replace("<int:member>", "1"),
                        method,
                    )


ROUTES = sorted(set(routes()))


def need(route, method):
    if (route, method) in OWNERS:
        return "owner"
    return "view" if method == "get" or (route, method) in LOOKING else "edit"


def test_the_table_has_every_address():
    assert len(ROUTES) > 25
    assert set(ROUTES) >= OWNERS | LOOKING
    assert {route for route, _ in ROUTES} >= {"boards/ID", "boards/ID/commands", "boards/ID/pods/ITEM"}


def ask(client, row, route, method, known):
    path = route.replace("ID", str(row.pk), 1).replace("LINK", known["link"])
    table = route.split("/")[2] if route.count("/") > 1 else ""
    path = path.replace("ITEM", known.get(table, str(uuid.uuid4())))
    body = {"command": "add_host", "params": {"name": "new"}} if route.endswith("commands") else {"role": "view"}
    words = {} if method == "get" else {"data": body, "content_type": "application/json"}
    return getattr(client, method)(f"/api/v1/{path}/", **words)


@pytest.mark.parametrize("who", ROLES)
def test_every_address_lets_in_whom_it_should_and_nobody_else(who):
    row, client = board_and(who)
    held = state(row)
    known = {
        table: next(iter(held.table(table))) for table in ("namespaces", "pods", "hosts", "connections", "policies")
    }
    wrong = []
    # Whoever leaves, and whoever deletes the board, has it no more.
    gone, left = ("boards/ID", "delete"), ("boards/ID/membership", "delete")
    last = [left, gone] if ROLES[who] == "owner" else [gone, left]
    for route, method in [*(each for each in ROUTES if each not in last), *last]:
        known["link"] = link(row).id
        before = state(row)
        answer = ask(client, row, route, method, known)
        codes = [each["code"] for each in answer.json()["errors"]] if answer.status_code >= 400 else []
        seen = (answer.status_code, codes)
        wanted = expected(who, route, method)
        if wanted is None:
            if answer.status_code in (401, 403) or ("unknown_board" in codes and route != "boards/ID/restore"):
                wrong.append((route, method, seen))
        elif seen != wanted or state(row) != before:
            wrong.append((route, method, seen, wanted))
        for entry in sharing.links(row):
            if entry.id == known["link"] and entry.role == "view" and not entry.people:
                sharing.revoke(row, entry.id)
        if who == "owner" and method == "delete" and "ITEM" in route:
            held = state(row)
            known |= {table: next(iter(held.table(table)), str(uuid.uuid4())) for table in known if table != "link"}
    assert wrong == []


def expected(who, route, method):
    """Status and codes of a refusal; None when it is let through to the view itself."""
    role = ROLES[who]
    if route == "boards/ID/restore" and role in RANK:
        return (404, ["unknown_board"]) if role != "owner" else None  # the board is not in the bin
    if role == "gone" and route != "boards/ID/restore":
        return 403, ["access_ended"]
    if role not in RANK:
        return 404, ["unknown_board"]
    wanted = need(route, method)
    if RANK[role] >= RANK[wanted]:
        return None
    return 403, ["owner_only" if wanted == "owner" else "read_only"]


@pytest.mark.parametrize("who", ROLES)
def test_the_page_of_a_board_opens_for_the_same_people(who):
    row, client = board_and(who)
    answer = client.get(f"/boards/{row.pk}/")
    wanted = {"gone": (403,), None: (404,)}.get(ROLES[who], (200, 503))
    assert answer.status_code in wanted


@pytest.mark.parametrize("who", ROLES)
def test_a_board_stands_in_the_list_of_those_who_may_open_it(who):
    row, client = board_and(who)
    listed = {each["id"]: each["role"] for each in client.get("/api/v1/boards/").json()}
    role = ROLES[who]
    assert listed == ({str(row.pk): role} if role in RANK else {})


@pytest.mark.parametrize("who", ROLES)
def test_what_lies_in_the_bin_is_there_for_its_owner_alone(who):
    row, client = board_and(who)
    owned = ROLES[who] == "owner"
    row.__class__.objects.filter(pk=row.pk).update(deleted_at="2999-01-01T00:00:00Z")
    assert client.get(f"/api/v1/boards/{row.pk}/").status_code == 404
    assert [each["id"] for each in client.get("/api/v1/boards/?state=deleted").json()] == [str(row.pk)] * owned
    restored = client.post(f"/api/v1/boards/{row.pk}/restore/").status_code
    assert (restored == 200) == owned
    burnt = client.delete(f"/api/v1/boards/{row.pk}/?for_good=true").status_code
    assert burnt in ((404,) if ROLES[who] in ("owner", None) else (403,))
