"""Every address of a workshop, every method, everybody; and the codes that let in."""

import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from editor.models import Seat, Workshop
from editor.services import boards
from editor.services.access import Person
from editor.services.workshops import seats
from editor.wire.resources import NewBoard
from tests.access.people import browser, signed_in

pytestmark = pytest.mark.django_db
METHODS = ("get", "post", "put", "patch", "delete")
LESSONS = [{"lesson": "case-5-one-hyphen"}, {"lesson": "isolate-the-db"}]
# What learners may do; all else is their instructor's.
LEARNERS = {
    ("workshops/ID", "get"),
    ("workshops/ID/seat", "get"),
    ("workshops/ID/seat", "patch"),
    ("workshops/ID/seat/board", "post"),
    ("workshops/ID/seat/progress", "get"),
}
WHO = ("instructor", "instructor's account", "learner", "second device", "taken out", "learner of another", "stranger")
WHO += ("anonymous",)
BODIES = {
    "workshops/ID": {"title": "Friday"},
    "workshops/ID/lessons": {"lesson": "all-open"},
    "workshops/ID/open": {"lesson": 0},
    "workshops/ID/gate": {"lesson": 0, "step": None},
    "workshops/ID/freeze": {"frozen": False},
    "workshops/ID/release": {"lesson": 0, "what": "hint"},
    "workshops/ID/reset": {"lesson": 0},
    "workshops/ID/show": {},
    "workshops/ID/seat": {"hand": True},
    "workshops/ID/seat/board": {"lesson": 0},
    "workshops/ID/seats/SEAT": {"hand": False},
}


@pytest.fixture(autouse=True)
def no_attempts_yet():
    cache.clear()


def routes():
    (api,) = [each for each in get_resolver().url_patterns if str(each.pattern) == "api/v1/"]
    for pattern in api.url_patterns:
        text = str(pattern.pattern)
        if text.startswith("workshops/<uuid:workshop_id>") and not text.endswith("/"):
            route = text.replace("<uuid:workshop_id>", "ID").replace("<uuid:seat_id>", "SEAT")
            yield from ((route, method) for method in METHODS if hasattr(pattern.callback.view_class, method))


ROUTES = sorted(set(routes()))


def send(client, method, path, body=None):
    words = {} if method == "get" else {"data": body or {}, "content_type": "application/json"}
    return getattr(client, method)(f"/api/v1/{path}/", **words)


def opened(client):
    answer = send(client, "post", "workshops", {"title": "Thursday", "lessons": LESSONS})
    assert answer.status_code == 201, answer.content
    send(client, "post", f"workshops/{answer.json()['workshop']['id']}/open", {"lesson": 0})
    return answer.json()["workshop"]


def joined(client, workshop, nickname):
    answer = send(client, "post", "workshops/join", {"code": workshop["code"], "nickname": nickname})
    assert answer.status_code == 201, answer.content
    return answer.json()["seat"]


def room_and(who):
    """A workshop with a learner who has begun, the seat, and that person's browser."""
    teacher = signed_in("teacher") if who == "instructor's account" else browser()
    workshop = opened(teacher)
    learner = browser()
    seat = joined(learner, workshop, "maple")
    send(learner, "post", f"workshops/{workshop['id']}/seat/board", {"lesson": 0})
    if who in ("instructor", "instructor's account"):
        return workshop, seat, teacher
    if who == "learner":
        return workshop, seat, learner
    if who == "anonymous":
        return workshop, seat, Client()
    other = browser()
    if who == "second device":
        assert other.get(seat["return_path"])["Location"] == f"/workshops/{workshop['id']}/"
    if who == "taken out":
        out = joined(other, workshop, "oak")
        seats.remove(Seat.objects.get(pk=out["id"]))
    if who == "learner of another":
        joined(other, opened(browser()), "elm")
    return workshop, seat, other


def expected(who, route, method):
    """Status and code of a refusal; None when it is let through."""
    own_seat = route.startswith("workshops/ID/seat") and not route.startswith("workshops/ID/seats")
    if who.startswith("instructor"):
        return (404, "unknown_workshop") if own_seat else None
    if who == "taken out":
        return 403, "seat_removed"
    if who in ("learner", "second device"):
        return None if (route, method) in LEARNERS else (403, "instructor_only")
    return 404, "unknown_workshop"


def test_the_table_has_every_address():
    assert set(ROUTES) >= LEARNERS
    assert len(ROUTES) > 15
    assert {route for route, method in ROUTES if method in ("post", "patch")} - set(BODIES) == {
        "workshops/ID/close",
        "workshops/ID/seats/SEAT/restore",
    }


@pytest.mark.parametrize("who", WHO)
def test_every_address_lets_in_whom_it_should_and_nobody_else(who):
    workshop, seat, client = room_and(who)
    wrong = []
    last = (("workshops/ID/close", "post"), ("workshops/ID", "delete"))
    for route, method in sorted(ROUTES, key=lambda each: last.index(each) if each in last else -1):
        path = route.replace("ID", workshop["id"], 1).replace("SEAT", seat["id"])
        answer = send(client, method, path, BODIES.get(route))
        wanted = expected(who, route, method)
        refused = answer.json()["errors"][0]["code"] if answer.status_code >= 400 else None
        seen = None if refused is None else (answer.status_code, refused)
        if seen != wanted:
            wrong.append((route, method, seen, wanted))
    assert wrong == []
    assert Workshop.objects.filter(pk=workshop["id"]).exists() == (not who.startswith("instructor"))


@pytest.mark.parametrize("who", WHO)
def test_the_page_of_a_workshop_opens_for_the_same_people(who):
    workshop, _, client = room_and(who)
    status = client.get(f"/workshops/{workshop['id']}/").status_code
    within = who.startswith("instructor") or who in ("learner", "second device")
    assert status in ((200, 503) if within else (403,) if who == "taken out" else (404,))


@pytest.mark.parametrize("who", WHO)
def test_a_learners_board_opens_for_its_learner_and_its_instructor(who):
    workshop, _, client = room_and(who)
    board = str(Seat.objects.get(workshop=workshop["id"], nickname="maple").boards.get().pk)
    status = client.get(f"/api/v1/boards/{board}/").status_code
    within = who.startswith("instructor") or who in ("learner", "second device")
    assert status == (200 if within else 404)
    for owners, method in (("links", "get"), ("owner", "post"), ("", "delete")):
        path = f"boards/{board}/{owners}".rstrip("/")
        assert send(client, method, path).status_code == (403 if within else 404)
    assert all(each["id"] != board for each in client.get("/api/v1/boards/").json())


def test_wrong_codes_are_limited_for_a_browser_and_right_ones_wait_too_then():
    workshop = opened(browser())
    client = browser()
    for _ in range(20):
        assert send(client, "post", "workshops/look", {"code": "AAAAAA"}).status_code == 404
    answer = send(client, "post", "workshops/join", {"code": workshop["code"], "nickname": "maple"})
    assert answer.status_code == 429
    assert answer.json()["errors"][0]["code"] == "too_many_attempts"
    assert 0 < int(answer["Retry-After"]) <= 3600
    joined(browser(), workshop, "another browser of the"[:24])


def test_wrong_codes_are_limited_for_an_address_whatever_browser_asks():
    for _ in range(200):
        assert send(Client(), "post", "workshops/return", {"code": "AAAAAAAA"}).status_code == 404
    assert send(Client(), "post", "workshops/return", {"code": "AAAAAAAA"}).status_code == 429
    assert browser().get("/return/AAAAAAAA/")["Location"] == "/j/?lost=1"


def test_right_codes_are_not_counted_so_that_a_class_behind_one_address_gets_in():
    workshop = opened(browser())
    client = browser()
    for _ in range(60):
        assert send(client, "post", "workshops/look", {"code": workshop["code"]}).status_code == 200


def test_a_qr_code_is_drawn_for_the_instructor_alone():
    workshop, _, client = room_and("instructor")
    drawn = client.get(f"/api/v1/workshops/{workshop['id']}/qr/")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert drawn.content.startswith(b"<svg")


def test_another_site_can_open_join_and_teach_nothing():
    workshop, _, client = room_and("instructor")
    for path in ("workshops", "workshops/join", f"workshops/{workshop['id']}/close"):
        answer = client.post(f"/api/v1/{path}/", {}, content_type="application/json", headers={"origin": "http://evil"})
        assert answer.json()["errors"][0]["code"] == "cross_origin"


def test_showing_asks_for_ownership_of_the_board():
    workshop, _, client = room_and("instructor")
    foreign = boards.create(NewBoard(), Person(browser="f" * 32))
    for board in (str(foreign.pk), str(uuid.uuid4())):
        answer = send(client, "post", f"workshops/{workshop['id']}/show", {"board": board})
        assert answer.json()["errors"][0]["code"] == "unknown_board"
    bad = send(client, "post", f"workshops/{workshop['id']}/show", {"board": "x", "seat": "y"})
    assert bad.json()["errors"][0]["code"] == "bad_request"
