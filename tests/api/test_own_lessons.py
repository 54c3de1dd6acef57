"""Lessons of one's own over REST: made, recorded, checked, played, taken along; and nobody else's."""

import pytest

from editor.lessons import catalogue
from editor.lessons.transcript import transcript
from editor.lessons.writing import written
from editor.models import Board, OwnLesson
from tests.access.people import browser, by_link, link, make, signed_in

pytestmark = pytest.mark.django_db
HYPHEN = "case-5-one-hyphen"
OWN = "/api/v1/lessons/own/"
SHUT = """apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-policy, namespace: prod}
spec:
  podSelector: {matchLabels: {role: db}}
  policyTypes: [Ingress]
"""


def post(client, path, **body):
    return client.post(path, body, content_type="application/json", HTTP_ORIGIN="http://testserver")


def put(client, held, **changes):
    body = {"manuscript": held["manuscript"] | changes, "version": held["version"]}
    return client.put(f"{OWN}{held['id']}/", body, content_type="application/json")


def made(client, **body):
    answer = post(client, OWN, **body)
    assert answer.status_code == 201, answer.content
    return answer.json()


def edit(client, board, command, **params):
    answer = post(client, f"/api/v1/boards/{board}/commands/", command=command, params=params)
    assert answer.status_code in (200, 201), answer.content
    return answer.json()


def policies(client, board):
    return client.get(f"/api/v1/boards/{board}/policies/").json()


def codes(answer):
    return [each["code"] for each in answer.json()["errors"]]


@pytest.fixture
def author():
    return browser()


@pytest.fixture
def recorded(author):
    """A lesson recorded on case 1 without its policy: the start, one goal, a solution and a wrong one."""
    row = make(author, example="case-1")
    board = str(row.pk)
    edit(author, board, "delete", ids=[policies(author, board)[0]["id"]])
    expected = {"from": "prod/web", "to": "prod/db", "expect": "blocked", "name": "The web stays out of the database"}
    edit(author, board, "add_expectation", item=expected)
    held = made(author, board=board)
    edit(author, board, "add_policy", text=SHUT)
    held = post(author, f"{OWN}{held['id']}/record/", what="solution", version=held["version"]).json()
    policy = policies(author, board)[0]["id"]
    edit(author, board, "edit_policy", id=policy, text=f"{SHUT}  ingress: [{{}}]\n")
    return post(author, f"{OWN}{held['id']}/record/", what="wrong", version=held["version"]).json()


def finished(author, recorded):
    """With the words that only a person can write."""
    goal = recorded["manuscript"]["goals"][0]["id"]
    wrong = [recorded["manuscript"]["wrong"][0] | {"name": "An empty rule lets everybody in"}]
    steps = [{"title": "Shut the door", "text": "Keep the web out.", "goals": [goal], "predict": None}]
    return put(author, recorded, summary="One policy.", steps=steps, wrong=wrong).json()


def test_a_lesson_is_recorded_on_a_board(author, recorded):
    found = recorded["manuscript"]
    assert [one["sentence"] for one in found["goals"]] == ["The web stays out of the database."]
    assert found["policies"] == ""
    assert found["solution"] == SHUT
    assert (found["wrong"][0]["fails"], found["wrong"][0]["problem"]) == (found["goals"][0]["id"], "rule-allows-all")
    paths = {fault["path"] for fault in recorded["faults"]}
    assert {"summary", "wrong[0].name"} <= paths
    assert not recorded["playable"]
    held = finished(author, recorded)
    assert held["faults"] == []
    assert held["playable"]
    by = {one["what"]: one["goals"] for one in held["played"]}
    assert by == {"start": {"the-web-stays-out-of-the-database": False}} | {
        what: {"the-web-stays-out-of-the-database": what == "solution"} for what in ("solution", "wrong[0]")
    }


def test_what_was_recorded_is_put_on_the_board_as_one_edit(author, recorded):
    board = recorded["board"]
    for what, count in (("start", 0), ("solution", 1), ("wrong", 1), ("start", 0)):
        assert post(author, f"{OWN}{recorded['id']}/show/", what=what, at=0).status_code == 200
        assert len(policies(author, board)) == count
    assert len(author.get(f"/api/v1/boards/{board}/expectations/").json()) == 1
    assert post(author, f"/api/v1/boards/{board}/undo/", client_id="me").status_code == 201
    assert "- {}" in policies(author, board)[0]["text"].replace("[{}]", "- {}")


def test_a_sound_lesson_is_played_and_a_later_mistake_does_not_spoil_it(author, recorded):
    refused = post(author, f"/api/v1/lessons/{recorded['id']}/start/")
    assert refused.status_code == 404
    held = finished(author, recorded)
    board = post(author, f"/api/v1/lessons/{held['id']}/start/").json()["board"]
    assert board != held["board"]
    state = author.get(f"/api/v1/boards/{board}/lesson/").json()
    assert (state["title"], state["track"], state["next"]) == (held["manuscript"]["title"], "Your lessons", None)
    worse = put(author, held, steps=[]).json()
    assert worse["faults"]
    assert worse["playable"]
    assert author.get(f"/api/v1/boards/{board}/lesson/").json()["steps"][0]["title"] == "Shut the door"
    edit(author, board, "add_policy", text=SHUT)
    assert author.get(f"/api/v1/boards/{board}/lesson/").json()["now"]["done"]
    (entry,) = author.get(OWN).json()["own"]
    assert entry["lesson"]["done_at"]
    assert entry["written_on"] == held["board"]


def test_a_lesson_of_the_course_is_forked_and_its_file_comes_back_the_same(author):
    held = made(author, lesson=HYPHEN)
    assert held["faults"] == []
    assert held["manuscript"]["title"] == catalogue.lesson(HYPHEN).title
    file = author.get(f"{OWN}{held['id']}/file/")
    assert file["Content-Disposition"] == 'attachment; filename="case-5-one-hyphen.yaml"'
    text = file.content.decode()
    assert text == written(transcript(catalogue.lesson(HYPHEN)))
    again = made(author, text=text, file="mine.yaml")
    assert again["manuscript"] == held["manuscript"]
    assert len(author.get(OWN).json()["own"]) == 2
    assert Board.objects.get(pk=held["board"]).lesson == ""


def test_a_file_with_mistakes_is_refused_with_every_line(author):
    text = (
        written(transcript(catalogue.lesson(HYPHEN))).replace("minutes: 5", "minutes: long").replace("hints:", "hint:")
    )
    refused = post(author, OWN, text=text, file="mine.yaml")
    assert refused.status_code == 400
    told = refused.json()["errors"]
    assert {"bad_number", "unknown_field"} <= {each["code"] for each in told}
    assert all(each["line"] and each["file"] == "mine.yaml" for each in told)
    assert not OwnLesson.objects.exists()


def test_a_preview_is_what_a_learner_sees(author, recorded):
    text = f"Look **here**:\n\n```canvas prod/web->prod/db:3306\n{SHUT}```\n"
    found = post(author, f"{OWN}{recorded['id']}/text/", text=text).json()
    assert [bool(part["light"]) for part in found["parts"]] == [False, True]
    assert "blocked" in found["parts"][1]["alt"]
    broken = post(author, f"{OWN}{recorded['id']}/text/", text="```canvas\nkind: NetworkPolicy\n```\n").json()
    assert broken["faults"]
    assert broken["parts"] == []


def test_two_windows_do_not_overwrite_each_other(author, recorded):
    assert put(author, recorded, title="One").status_code == 200
    refused = put(author, recorded, title="Other")
    assert (refused.status_code, codes(refused)) == (409, ["changed_meanwhile"])


def test_a_board_has_one_lesson_and_a_learners_board_none(author, recorded):
    assert made(author, board=recorded["board"])["id"] == recorded["id"]
    board = post(author, f"/api/v1/lessons/{HYPHEN}/start/").json()["board"]
    assert codes(post(author, OWN, board=board)) == ["a_lesson_already"]
    assert codes(post(author, OWN)) == ["bad_request"]
    assert codes(post(author, OWN, lesson="nothing")) == ["unknown_lesson"]


def test_what_cannot_be_recorded_says_why(author, recorded):
    edit(author, recorded["board"], "delete", ids=[policies(author, recorded["board"])[0]["id"]])
    refused = post(author, f"{OWN}{recorded['id']}/record/", what="solution", version=recorded["version"])
    assert (refused.status_code, codes(refused)) == (409, ["cannot_record"])
    assert codes(post(author, f"{OWN}{recorded['id']}/show/", what="wrong", at=7)) == ["unknown_item"]


def test_nobody_else_sees_changes_or_plays_it(author, recorded):
    held = finished(author, recorded)
    path = f"{OWN}{held['id']}/"
    row = Board.objects.get(pk=held["board"])
    for other in (browser(), signed_in("other"), by_link(browser(), link(row, "edit"))):
        asked = [
            other.get(path),
            other.get(f"{path}file/"),
            put(other, held),
            other.delete(path),
            post(other, f"{path}record/", what="start", version=1),
            post(other, f"{path}show/", what="start"),
            post(other, f"{path}text/", text="x"),
            post(other, f"/api/v1/lessons/{held['id']}/start/"),
            post(other, OWN, lesson=held["id"]),
        ]
        assert {answer.status_code for answer in asked} == {404}
        assert post(other, OWN, board=held["board"]).status_code in (403, 404)
        assert other.get(OWN).json() == {"own": []}


def test_it_goes_along_into_an_account(recorded, author):
    body = {"username": "ann", "password1": "a long and odd one", "password2": "a long and odd one"}
    author.post("/account/sign-up/", body)
    author.post("/account/boards/")
    author.post("/account/sign-out/")
    assert author.get(OWN).json() == {"own": []}
    elsewhere = browser()
    elsewhere.post("/account/sign-in/", {"username": "ann", "password": body["password1"]})
    assert len(elsewhere.get(OWN).json()["own"]) == 1


def test_a_deleted_lesson_is_gone_for_its_author_and_who_plays_it_may_finish(author, recorded):
    held = finished(author, recorded)
    board = post(author, f"/api/v1/lessons/{held['id']}/start/").json()["board"]
    assert author.delete(f"{OWN}{held['id']}/").status_code == 204
    assert author.get(f"{OWN}{held['id']}/").status_code == 404
    assert author.get(f"/api/v1/boards/{board}/lesson/").status_code == 200
    assert author.get(f"/api/v1/boards/{held['board']}/").status_code == 200
    assert made(author, board=held["board"])["id"] != held["id"]


def test_a_tool_that_is_not_offered_is_refused(author, recorded):
    held = put(author, finished(author, recorded), tools=["form", "draw"]).json()
    assert held["faults"] == []
    board = post(author, f"/api/v1/lessons/{held['id']}/start/").json()["board"]
    edit(author, board, "add_policy", text=SHUT)
    policy = policies(author, board)[0]["id"]
    refused = post(
        author, f"/api/v1/boards/{board}/commands/", command="edit_policy", params={"id": policy, "text": SHUT}
    )
    assert (refused.status_code, codes(refused)) == (403, ["not_offered"])
    assert codes(author.get(f"/api/v1/boards/{board}/problems/")) == ["not_offered"]
