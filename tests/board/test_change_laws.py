"""Laws of changes, on boards made by any commands in any order."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.board.changes import Change, ChangeMismatchError, apply, from_json, invert, union
from editor.board.project import judged, means_something
from editor.board.shapes import as_json
from tests.board.boards import NAMES, done, edits, empty_board, only, planned, policy, small_board

STEPS = 12


@st.composite
def histories(draw):
    """A board with the changes that led to it from an empty one, and the state before each."""
    board, steps = empty_board(), []
    for _ in range(draw(st.integers(1, STEPS))):
        change = planned(board, *draw(edits(board)))
        if change is not None:
            steps.append((board, change))
            board = apply(board, change)
    return board, steps


@settings(max_examples=60, deadline=None)
@given(histories())
def test_the_inverse_restores_exactly_what_was_before(history):
    board, steps = history
    for before, change in reversed(steps):
        board = apply(board, invert(change))
        assert board == before


@settings(max_examples=60, deadline=None)
@given(histories())
def test_replaying_the_log_from_its_json_gives_the_state(history):
    board, steps = history
    replayed = steps[0][0] if steps else board
    for _, change in steps:
        replayed = apply(replayed, from_json(json.loads(json.dumps(as_json(change)))))
    assert replayed == board


@settings(max_examples=60, deadline=None)
@given(histories())
def test_inverting_twice_is_the_change_itself(history):
    for _, change in history[1]:
        again = invert(invert(change))
        assert (set(map(str, again.puts)), again.patches) == (set(map(str, change.puts)), change.patches)


@settings(max_examples=40, deadline=None)
@given(histories())
def test_nothing_on_a_board_refers_to_what_is_not_there(history):
    board, _ = history
    assert all(pod.namespace in board.namespaces for pod in board.pods.values())
    for arrow in board.connections.values():
        assert {arrow.source, arrow.destination} <= set(board.pods) | set(board.hosts)
        assert {arrow.source, arrow.destination} & set(board.pods)


@settings(max_examples=40, deadline=None)
@given(histories())
def test_names_stay_unique_where_kubernetes_has_them_unique(history):
    board, _ = history
    for names in (
        [space.name for space in board.namespaces.values()],
        [(pod.namespace, pod.name) for pod in board.pods.values()],
        [host.name for host in board.hosts.values()],
        [(held.namespace, held.name) for held in board.policies.values()],
        [(a.source, a.destination, a.protocol, a.port) for a in board.connections.values()],
    ):
        assert len(names) == len(set(names))


@settings(max_examples=40, deadline=None)
@given(histories())
def test_a_change_of_the_picture_alone_leaves_every_verdict(history):
    for before, change in history[1]:
        if not means_something(change):
            assert judged(apply(before, change)) == judged(before)


@settings(max_examples=60, deadline=None)
@given(histories())
def test_judging_only_what_a_change_can_reach_says_the_same_as_judging_everything(history):
    warm = None
    for before, change in history[1]:
        warm = judged(before, before=warm)
        assert judged(apply(before, change), before=warm) == judged(apply(before, change))


@settings(max_examples=40, deadline=None)
@given(histories(), st.data())
def test_a_draft_judged_warm_says_the_same_as_judged_anew(history, data):
    board, _ = history
    if not board.policies:
        return
    drafts = {data.draw(st.sampled_from(sorted(board.policies))): policy("typed", data.draw(NAMES), "web")}
    assert judged(board, drafts, judged(board)) == judged(board, drafts)


def test_a_comment_that_moves_the_lines_moves_them_in_the_reasons():
    board = small_board()
    before = judged(board)
    held = only(board.policies)
    later = judged(done(board, "edit_policy", id=held.id, text=f"# first of all\n{held.text}"), before=before)
    lines = [only(each.verdicts)["ingress"]["policies"][0]["near_misses"][0]["line"] for each in (before, later)]
    assert lines[1] == lines[0] + 1


def test_a_change_made_for_another_state_is_not_applied():
    board = small_board()
    arrow = only(board.connections)
    gone = planned(board, "delete", {"ids": [arrow.id]})
    with pytest.raises(ChangeMismatchError):
        apply(apply(board, gone), gone)
    edited = planned(board, "edit_connection", {"id": arrow.id, "port": 22})
    with pytest.raises(ChangeMismatchError):
        apply(done(board, "edit_connection", id=arrow.id, port=80), edited)


def test_changes_of_different_things_can_happen_as_one():
    board = small_board()
    first, second = (planned(board, "add_host", {"name": name, "x": 0, "y": 0}) for name in ("one", "two"))
    assert len(apply(board, union([first, second])).hosts) == 2
    assert not Change()
