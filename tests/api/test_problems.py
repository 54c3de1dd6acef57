"""Problems over REST: of manifests, and of a board with what is being typed into it."""

import pytest

from editor.board.problems import Watch
from editor.board.records import Board, BoardRecord
from editor.services import drafts
from editor.wire.problems import Problem
from editor.wire.typed import DraftTyped
from tests.truth.test_board import board_of
from tests.truth.test_engine import sources

pytestmark = pytest.mark.django_db


def ids(answer):
    return [problem["id"] for problem in answer.json()["problems"]]


def make(client, example):
    return client.post("/api/v1/boards/", {"example": example}, content_type="application/json").json()


def test_manifests_are_answered_with_their_problems(client):
    text = "\n---\n".join(source.text for source in sources("case-5"))
    answer = client.post("/api/v1/lint", {"manifests": text}, content_type="application/json")
    assert answer.status_code == 200
    assert {"peer-and-or", "redundant-peer"} <= set(ids(answer))
    (problem,) = (one for one in answer.json()["problems"] if one["id"] == "peer-and-or")
    assert set(problem) == set(Problem.__annotations__)


def test_manifests_without_meaning_are_refused(client):
    answer = client.post("/api/v1/lint", {"manifests": "kind: [", "options": {"a": 1}}, content_type="application/json")
    assert answer.status_code == 400
    assert {error["code"] for error in answer.json()["errors"]} == {"yaml_syntax", "bad_option"}


def test_a_boards_problems_name_the_policys_id_and_the_drawn_arrows(client):
    whole = make(client, "case-5")
    answer = client.get(f"/api/v1/boards/{whole['id']}/problems/")
    (policy,) = whole["snapshot"]["policies"] if "snapshot" in whole else whole["policies"]
    (hint,) = (one for one in answer.json()["problems"] if one["id"] == "podselector-own-namespace")
    assert (hint["file"], hint["policy"]) == (policy["id"], "prod/db-policy")
    assert [(one["source"], one["destination"], one["port"]) for one in hint["connections"]] == [
        ("dev/api", "prod/db", 3306)
    ]


def test_a_fix_is_one_command_after_which_its_problem_is_gone(client):
    board = make(client, "case-5")["id"]
    found = client.get(f"/api/v1/boards/{board}/problems/").json()["problems"]
    (problem,) = (one for one in found if one["id"] == "peer-and-or")
    params = {"id": problem["file"], "edits": problem["fix"]["edits"]}
    envelope = {"edit_id": "fix", "command": "edit_policy_fields", "params": params}
    done = client.post(f"/api/v1/boards/{board}/commands/", envelope, content_type="application/json")
    assert done.status_code == 201
    assert "peer-and-or" not in ids(client.get(f"/api/v1/boards/{board}/problems/"))
    client.post(f"/api/v1/boards/{board}/undo/", {"edit_id": "back"}, content_type="application/json")
    assert "peer-and-or" in ids(client.get(f"/api/v1/boards/{board}/problems/"))


def test_what_is_being_typed_counts(client):
    whole = make(client, "case-1")
    (policy,) = whole["snapshot"]["policies"] if "snapshot" in whole else whole["policies"]
    before = ids(client.get(f"/api/v1/boards/{whole['id']}/problems/"))
    drafts.put_text(whole["id"], DraftTyped(policy=policy["id"], text=policy["text"].replace("role: db", "role: bd"),
                                            client_id="one"))  # fmt: skip
    after = ids(client.get(f"/api/v1/boards/{whole['id']}/problems/"))
    assert "selects-nothing" not in before
    assert "selects-nothing" in after


def test_a_board_that_is_not_there(client):
    nowhere = "00000000-0000-4000-8000-000000000000"
    assert client.get(f"/api/v1/boards/{nowhere}/problems/").status_code == 404


def test_a_watch_that_looked_before_finds_what_a_fresh_one_finds():
    watch = Watch()
    for case in ("case-1", "case-5", "egress", "teams", "case-1"):
        board = board_of(case)
        assert watch.look(board, {}) == Watch().look(board, {})
    assert watch.look(Board.of(BoardRecord(id="x", name="x"), []), {}).problems == ()
