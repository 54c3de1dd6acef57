"""Edits made on an older revision: what others did to other fields stays, the same field is refused with words."""

import pytest

from editor.board import commands
from editor.board.changes import apply
from editor.board.rebase import Since, overwritten
from tests.board.boards import only, policy, small_board


def meanwhile(mine, *theirs):
    """What my edit is refused with when others did theirs first, all from the small board."""
    board, since = small_board_once, []
    for number, (verb, params) in enumerate(theirs, start=1):
        change = commands.plan(board, verb, params).change
        board = apply(board, change)
        since.append(Since(number, "Ben", change))
    verb, params = mine
    planned = commands.plan(board, verb, params)
    return overwritten(board, params, planned.change, since), apply(board, planned.change)


small_board_once = small_board()
WEB, DB = small_board_once.pods
PROD, GUARD = only(small_board_once.namespaces).id, only(small_board_once.policies).id
ARROW = only(small_board_once.connections).id


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (("edit_pod", {"id": WEB, "labels": {"role": "api"}}), ("edit_pod", {"id": WEB, "name": "front"})),
        (("edit_pod", {"id": WEB, "name": "front"}), ("edit_pod", {"id": WEB, "ports": [{"port": 80}]})),
        (("edit_pod", {"id": WEB, "node": "n1"}), ("edit_pod", {"id": WEB, "addresses": ["10.0.0.1"]})),
        (("edit_namespace", {"id": PROD, "labels": {}}), ("edit_namespace", {"id": PROD, "name": "live"})),
        (("edit_connection", {"id": ARROW, "port": 81}), ("edit_connection", {"id": ARROW, "protocol": "UDP"})),
        (("rename_board", {"name": "Mine"}), ("edit_pod", {"id": WEB, "name": "front"})),
    ],
)
def test_different_fields_of_one_thing_are_both_kept(mine, theirs):
    faults, board = meanwhile(mine, theirs)
    assert faults == []
    other, other_board = meanwhile(theirs, mine)
    assert (other, board) == ([], other_board)


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (
            ("edit_pod", {"id": WEB, "labels": {"role": "web", "a": "1"}}),
            ("edit_pod", {"id": WEB, "labels": {"role": "web", "b": "2"}}),
            "Ben changed the labels of pod prod/web meanwhile (revision 1). "
            "It is role=web, b=2 now; yours was role=web, a=1.",
        ),
        (
            ("edit_pod", {"id": WEB, "name": "mine"}),
            ("edit_pod", {"id": WEB, "name": "theirs"}),
            "It is “theirs” now; yours was “mine”.",
        ),
        (
            ("edit_pod", {"id": WEB, "ports": [{"port": 80}]}),
            ("edit_pod", {"id": WEB, "ports": [{"port": 81}]}),
            "It is 81 now; yours was 80.",
        ),
        (
            ("edit_namespace", {"id": PROD, "labels": {}}),
            ("edit_namespace", {"id": PROD, "labels": {"b": "2"}}),
            "the labels of namespace prod",
        ),
        (
            ("edit_connection", {"id": ARROW, "port": 81}),
            ("edit_connection", {"id": ARROW, "port": 82}),
            "the port of the connection from prod/web to prod/db",
        ),
        (("rename_board", {"name": "Mine"}), ("rename_board", {"name": "Theirs"}), "the name of the board"),
        (
            ("edit_policy", {"id": GUARD, "text": "# mine\n" + policy()}),
            ("edit_policy", {"id": GUARD, "text": "# theirs\n" + policy()}),
            "the text of policy prod/guard",
        ),
        (
            ("edit_policy", {"id": GUARD, "text": "# mine\n" + policy()}),
            ("edit_namespace", {"id": PROD, "name": "live"}),
            "the text of policy live/guard",
        ),
    ],
)
def test_the_same_field_is_refused_and_both_values_are_told(mine, theirs, said):
    faults, _ = meanwhile(mine, theirs)
    (fault,) = faults
    assert fault.code == "changed_meanwhile"
    assert said in fault.message
    assert fault.message.endswith("Look at it, and send yours again.")


def test_what_others_changed_and_changed_back_is_as_the_edit_found_it():
    there, back = ("edit_pod", {"id": WEB, "name": "x"}), ("edit_pod", {"id": WEB, "name": "web"})
    assert meanwhile(("edit_pod", {"id": WEB, "name": "mine"}), there, back)[0] == []


def test_the_same_value_is_no_conflict():
    same = ("edit_pod", {"id": WEB, "name": "front"})
    assert meanwhile(same, same)[0] == []


def test_whoever_moves_a_thing_last_has_moved_it():
    def to(x):
        return ("move", {"items": [{"id": WEB, "x": x, "y": 0}]})

    faults, board = meanwhile(to(5), to(9))
    assert (faults, board.pods[WEB].x) == ([], 5)


def test_a_rename_writes_into_the_text_as_it_is_by_now():
    commented = ("edit_policy", {"id": GUARD, "text": f"# a\n{policy()}"})
    faults, board = meanwhile(("edit_namespace", {"id": PROD, "name": "live"}), commented)
    assert (faults, board.policies[GUARD].text) == ([], f"# a\n{policy(namespace='live')}")
