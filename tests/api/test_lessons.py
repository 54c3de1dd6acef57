"""Lessons over REST."""

import pytest
from django.test import Client

from editor.models import Board

pytestmark = pytest.mark.django_db
HERE = {"HTTP_ORIGIN": "http://testserver"}


def post(client, path, **body):
    return client.post(f"/api/v1/{path}", body, content_type="application/json", **HERE)


@pytest.fixture
def lesson(client):
    board = post(client, "lessons/case-5-one-hyphen/start/").json()["board"]
    return f"boards/{board}/lesson/"


def test_the_course_says_where_one_is(client, lesson):
    course = client.get("/api/v1/lessons/").json()
    assert course["next"] == "case-5-one-hyphen"
    assert next(track["id"] for track in course["tracks"]) == "database"
    again = post(client, "lessons/case-5-one-hyphen/start/")
    assert again.status_code == 200
    assert again.json()["board"] in lesson


def test_a_lesson_from_prediction_to_solution(client, lesson):
    found = client.get(f"/api/v1/{lesson}").json()
    assert [step["asks"] for step in found["steps"]] == ["predict", "goals"]
    answers = [True] * len(found["prediction"]["arrows"])
    assert post(client, f"{lesson}predict/", answers=answers, reveal=True).json()["prediction"]["revealed"]
    assert post(client, f"{lesson}step/", step=1).json()["now"]["goals"][0]["reached"]
    assert len(post(client, f"{lesson}hint/").json()["now"]["hints"]) == 1
    refused = post(client, f"{lesson}hint/", solution=True)
    assert refused.status_code == 409
    assert refused.json()["errors"][0]["code"] == "hints_left"
    post(client, f"{lesson}hint/")
    assert "kind: NetworkPolicy" in post(client, f"{lesson}hint/", solution=True).json()["solution"]
    assert post(client, f"{lesson}reset/").json()["now"]["step"] == 0


def test_what_is_locked_is_forbidden(client, lesson):
    board = lesson.removesuffix("lesson/")
    pod = client.get(f"/api/v1/{board}pods/").json()[0]["id"]
    refused = client.delete(f"/api/v1/{board}pods/{pod}/", **HERE)
    assert refused.status_code == 403
    assert refused.json()["errors"][0]["code"] == "locked"


def test_faults_name_what_is_wrong(client, lesson):
    codes = {
        post(client, "lessons/nothing/start/").json()["errors"][0]["code"]: "unknown_lesson",
        post(client, f"{lesson}step/", step=9).json()["errors"][0]["code"]: "unknown_step",
        post(client, f"{lesson}predict/", answers=[]).json()["errors"][0]["code"]: "bad_prediction",
        client.get("/api/v1/lessons/progress/?as=pdf").json()["errors"][0]["code"]: "bad_parameter",
    }
    assert all(said == wanted for said, wanted in codes.items())
    plain = post(client, "boards/").json()["id"]
    assert client.get(f"/api/v1/boards/{plain}/lesson/").json()["errors"][0]["code"] == "no_lesson"


def test_progress_is_a_file(client, lesson):
    answer = client.get("/api/v1/lessons/progress/?as=csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert b"case-5-one-hyphen" in answer.content
    assert client.get("/api/v1/lessons/progress/").json()["progress"][0]["lesson"] == "case-5-one-hyphen"


def test_progress_is_taken_along_to_another_browser(client, lesson):
    board = post(client, "lessons/all-open/start/").json()["board"]
    answers = [True] * 4
    post(client, f"boards/{board}/lesson/predict/", answers=answers, reveal=True)
    post(client, f"boards/{board}/lesson/step/", step=1)
    file = client.get("/api/v1/lessons/progress/").json()
    other = Client()
    post(other, "lessons/case-5-one-hyphen/start/")
    file["progress"].append(file["progress"][0] | {"lesson": "of-a-later-version"})
    course = post(other, "lessons/progress/", **file).json()
    held = {one["id"]: one for track in course["tracks"] for one in track["lessons"]}
    assert held["all-open"]["done_at"]
    assert held["all-open"]["board"] is None
    assert held["case-5-one-hyphen"]["board"]
    again = post(other, "lessons/progress/", **file).json()
    assert again == course
    assert post(other, "lessons/all-open/start/").json()["board"] != board
    wrong = file["progress"][0] | {"begun_at": "yesterday"}
    refused = post(other, "lessons/progress/", progress=[wrong])
    assert (refused.status_code, refused.json()["errors"][0]["path"]) == (400, "progress[0].begun_at")


def test_a_program_without_a_session_has_its_own_board_each_time(client):
    boards = {client.post("/api/v1/lessons/all-open/start/").json()["board"] for _ in range(1)}
    assert Board.objects.get(pk=boards.pop()).lesson == "all-open"
