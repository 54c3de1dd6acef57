"""Expectations on a board: commands, their sentences, renaming, and what the drawn arrows make of them."""

import uuid

import pytest
import yaml

from editor.analysis.expectations.reading import read_expectations
from editor.board import commands
from editor.board.changes import apply, invert
from editor.board.expectations import MOST, file_of, listed
from editor.board.expected import expected
from editor.board.project import judged, means_something
from editor.engine.errors import NetpolError
from editor.manifests.sources import Source
from tests.board.boards import done, only, small_board

MAY_NOT = {"from": "prod/web", "to": "prod/db", "port": 3306, "expect": "blocked"}
MUST = {"from": {"namespace": "prod"}, "to": ["prod/db"], "ports": ["TCP/1-5000"], "expect": "allowed"}


def said(board):
    return [one.item for one in listed(board)]


def codes(board, verb, **params):
    with pytest.raises(NetpolError) as refused:
        commands.plan(board, verb, params)
    return [(fault.code, fault.place.path if fault.place else None) for fault in refused.value.faults]


def test_an_expectation_is_kept_in_one_spelling_and_its_sentence_tells_the_history():
    planned = commands.plan(small_board(), "add_expectation", {"item": MUST})
    assert planned.sentence.startswith("Expected that any pod in namespace prod must reach prod/db")
    assert only(apply(small_board(), invert(invert(planned.change))).expectations).item == {
        "from": {"namespace": "prod"},
        "to": "prod/db",
        "ports": ["1-5000"],
        "expect": "allowed",
    }


def test_every_fault_of_an_item_comes_with_its_path():
    item = {"from": "nowhere", "to": "prod/db", "port": 99999, "expect": "maybe", "often": True}
    found = codes(small_board(), "add_expectation", item=item)
    assert {path for _, path in found} >= {"item.from", "item.port", "item.expect", "item.often"}
    assert codes(small_board(), "add_expectation", item={**MAY_NOT, "name": "a\0b"}) == [("bad_text", "item")]


def test_what_is_expected_already_is_not_expected_twice():
    board = done(small_board(), "add_expectation", item=MAY_NOT)
    assert codes(board, "add_expectation", item={**MAY_NOT, "name": "Another name"})[0][0] == "expectation_exists"
    board = done(board, "add_expectation", item=MUST)
    second = listed(board)[1]
    assert codes(board, "edit_expectation", id=second.id, item=MAY_NOT)[0][0] == "expectation_exists"
    renamed = done(board, "edit_expectation", id=second.id, item={**MUST, "name": "Mine"})
    assert said(renamed)[1]["name"] == "Mine"


def test_an_expectation_moves_to_another_place_alone():
    board = small_board()
    for port in range(1, 6):
        board = done(board, "add_expectation", item={**MAY_NOT, "port": port})
    ports = [one["ports"] for one in said(board)]
    last = listed(board)[4]
    for to in range(5):
        planned = commands.plan(board, "move_expectation", {"id": last.id, "to": to})
        assert not means_something(planned.change)
        assert len(planned.change.patches) <= 1
        rest = ports[:4]
        moved = apply(board, planned.change)
        assert [one["ports"] for one in said(moved)] == [*rest[:to], ports[4], *rest[to:]]


def test_there_is_room_between_neighbours_however_often_one_moves():
    board = small_board()
    for port in range(1, 4):
        board = done(board, "add_expectation", item={**MAY_NOT, "port": port})
    for _ in range(60):
        board = done(board, "move_expectation", id=listed(board)[2].id, to=1)
    assert len({one.order for one in board.expectations.values()}) == 3


def test_what_is_true_now_is_pinned_once_and_holds():
    board = done(small_board(), "pin_expectations")
    assert board.expectations
    found = expected(board, {}, judged(board).verdicts)
    assert {one.status for one in found.judged.values()} == {"holds"}
    assert not commands.plan(board, "pin_expectations", {}).change


def test_a_file_comes_in_and_leaves_as_it_was():
    text = yaml.safe_dump({"expectations": [MAY_NOT, MUST]})
    board = done(small_board(), "import_expectations", text=text)
    assert len(board.expectations) == 2
    again = read_expectations([Source("file", file_of(board))])
    assert again == read_expectations([Source("file", text)])
    assert not commands.plan(board, "import_expectations", {"text": text}).change
    one = yaml.safe_dump({"expectations": [MUST]})
    swapped = commands.plan(board, "import_expectations", {"text": one, "replace": True})
    assert (len(swapped.change.puts), len(swapped.change.removes)) == (1, 2)
    assert swapped.sentence == "Imported 1 expectation, removed 2 expectations"


def test_a_malformed_file_is_refused_with_every_error_and_its_line():
    text = "expectations:\n- from: prod/web\n  to: x\n  expect: allowed\n- to: prod/db\n  expect: often\n"
    with pytest.raises(NetpolError) as refused:
        commands.plan(small_board(), "import_expectations", {"text": text})
    assert {fault.place.line for fault in refused.value.faults} >= {3, 5, 6}


def test_too_many_are_refused():
    many = [{"from": "prod/web", "to": "prod/db", "port": port, "expect": "blocked"} for port in range(1, MOST + 2)]
    found = codes(small_board(), "import_expectations", text=yaml.safe_dump({"expectations": many}))
    assert found[0][0] == "too_many_expectations"


def test_expectations_follow_a_pod_to_its_new_name_and_namespace():
    board = done(small_board(), "add_expectation", item={**MAY_NOT, "to": ["prod/db", "10.0.0.0/8"]})
    web, db = (next(pod for pod in board.pods.values() if pod.name == name) for name in ("web", "db"))
    renamed = done(board, "edit_pod", id=db.id, name="store")
    assert said(renamed)[0]["to"] == ["prod/store", "10.0.0.0/8"]
    board = done(renamed, "add_namespace", name="dev", x=900, y=0)
    dev = next(space.id for space in board.namespaces.values() if space.name == "dev")
    moved = done(board, "move", items=[{"id": web.id, "x": 10, "y": 10, "namespace": dev}])
    assert said(moved)[0]["from"] == "dev/web"


def test_expectations_follow_a_namespace_to_its_new_name():
    item = {"from": {"except": [{"namespace": "prod"}, "prod/web"]}, "to": "prod/db", "expect": "blocked", "ever": True}
    board = done(small_board(), "add_expectation", item=item)
    space = only(board.namespaces)
    planned = commands.plan(board, "edit_namespace", {"id": space.id, "name": "live"})
    renamed = apply(board, planned.change)
    assert said(renamed)[0]["from"] == {"except": [{"namespace": "live"}, "live/web"]}
    assert said(renamed)[0]["to"] == "live/db"
    assert said(apply(renamed, invert(planned.change))) == said(board)


def test_a_workloads_expectation_stays_when_one_of_its_replicas_is_renamed():
    board = small_board()
    for pod in list(board.pods.values()):
        board = done(board, "edit_pod", id=pod.id, owner={"kind": "ReplicaSet", "name": "web"})
    board = done(board, "add_expectation", item=MAY_NOT)
    web = next(pod for pod in board.pods.values() if pod.name == "web")
    assert said(done(board, "edit_pod", id=web.id, name="web-2"))[0]["from"] == "prod/web"


def test_an_arrow_is_marked_by_every_expectation_that_speaks_of_it():
    board = small_board()
    arrow = only(board.connections)
    verdicts = judged(board).verdicts
    assert verdicts[arrow.id]["allowed"] is False
    board = done(board, "add_expectation", item={**MAY_NOT, "port": arrow.port})
    assert expected(board, {}, verdicts).arrows == {arrow.id: "holds"}
    board = done(board, "add_expectation", item={"from": "pods", "to": "prod/db", "port": 1, "expect": "allowed"})
    assert expected(board, {}, verdicts).arrows == {arrow.id: "holds"}, "another port is not spoken of"
    board = done(board, "add_expectation", item={"from": "pods", "to": "prod/db", "ports": "TCP", "expect": "allowed"})
    found = expected(board, {}, verdicts)
    assert found.arrows == {arrow.id: "fails"}
    assert [one.status for one in found.judged.values()] == ["holds", "fails", "fails"]


def test_deleting_says_which_expectation_it_was():
    board = done(small_board(), "add_expectation", id=str(uuid.uuid4()), item={**MAY_NOT, "name": "Web keeps out"})
    planned = commands.plan(board, "delete", {"ids": [only(board.expectations).id]})
    assert planned.sentence == "Deleted the expectation “Web keeps out”"
