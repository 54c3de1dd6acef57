"""While a learner is to predict, no address of their board tells what they are to predict."""

import re
import uuid

import pytest

from editor.models import Board
from editor.services import evaluation, learning, lessons
from editor.services.access import NOBODY
from editor.services.exports import FORMS, PLAIN
from editor.wire.lessons import Predict
from tests.access.test_rest_matrix import ROUTES

pytestmark = pytest.mark.django_db
VERDICT = re.compile(rb'"(allowed|isolated)": ?(true|false)|"blocked_at": ?"|"isolation": ?\{"')
# By route, what it takes to be answered at all.
QUERIES = {"boards/ID/compare": "?old=0&new=1", "boards/ID/attack": "?start=prod/web"}
BODIES = {
    "boards/ID/fixes": {
        "source": "prod/web", "destination": "prod/db", "protocol": "TCP", "port": 3306, "want": True,
    },
    "boards/ID/what-if": {"namespace": "prod", "labels": {"role": "api"}},
    "boards/ID/flips": {"texts": [], "removed": []},
    "boards/ID/wishes": {},
    "boards/ID/why": {"source": "a", "destination": "b", "protocol": "TCP", "port": 3306},
}  # fmt: skip
CLOSED = {
    *("verdicts", "problems", "expectations/results", "exposure", "attack", "compare"),
    *("fixes", "what-if", "flips", "wishes", "duplicate", "why", "reachability"),
}


@pytest.fixture
def row(client):
    return learning.begin("case-5-one-hyphen", NOBODY)


def ask(client, row, route, method="get", query=""):
    path = route.replace("ID", str(row.pk), 1).replace("LINK", str(uuid.uuid4()))
    path = path.replace("ITEM", next(iter(evaluation.state(row).pods)))
    words = {} if method == "get" else {"data": BODIES.get(route, {}), "content_type": "application/json"}
    return getattr(client, method)(f"/api/v1/{path}/{query or QUERIES.get(route, '')}", **words)


def test_no_address_tells_a_verdict_before_the_answer_is_shown(client, row):
    looked = [route for route, method in ROUTES if method == "get"]
    for route in looked:
        answer = ask(client, row, route)
        assert not VERDICT.search(answer.content), (route, answer.content[:300])
    posted = [
        route for route, method in ROUTES if (method == "post" and route in BODIES) or route.endswith("duplicate")
    ]
    refused = {
        route.removeprefix("boards/ID/")
        for route in {*looked, *posted}
        for answer in [ask(client, row, route, "get" if route in looked else "post")]
        if answer.status_code == 409 and answer.json()["errors"][0]["code"] == "predicting"
    }
    assert refused == CLOSED


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_file_with_verdicts_waits_for_the_answer(client, row, form):
    answer = ask(client, row, "boards/ID/export", query=f"?as={form}")
    assert (answer.status_code == 200) == (form in PLAIN)


def test_the_answer_opens_everything_again(client, row):
    asked = lessons.lesson_named("case-5-one-hyphen").steps[0].prediction
    learning.predict(row, Predict(answers=(True,) * len(asked.arrows), reveal=True))
    answer = ask(client, row, "boards/ID/verdicts")
    assert answer.status_code == 200
    assert VERDICT.search(answer.content)


def test_whoever_skips_the_prediction_sees_the_verdicts_and_who_comes_back_does_not(client, row):
    learning.go_to(row, 1)
    assert ask(client, row, "boards/ID/verdicts").status_code == 200
    learning.go_to(row, 0)
    assert ask(client, row, "boards/ID/verdicts").status_code == 409


def test_an_edit_made_meanwhile_tells_nothing(client, row):
    policy = next(iter(evaluation.state(Board.objects.get(pk=row.pk)).policies))
    text = lessons.lesson_named("case-5-one-hyphen").solution
    body = {"command": "edit_policy", "params": {"id": policy, "text": text}, "edit_id": "one"}
    answers = [
        client.post(f"/api/v1/boards/{row.pk}/commands/", body, content_type="application/json") for _ in range(2)
    ]
    for answer in answers:
        assert answer.status_code in (200, 201)
        assert not VERDICT.search(answer.content)
