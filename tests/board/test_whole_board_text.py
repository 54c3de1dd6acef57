"""All policies edited as one text: several changed, added and removed in one step, or nothing at all."""

import uuid

import pytest

from editor.board import commands
from editor.engine.errors import NetpolError
from tests.board.boards import done, only, policy, small_board


def two_policies():
    return done(small_board(), "add_policy", text=policy("gate"))


def as_text(held, text, **more):
    return {"id": held.id, "text": text, "base": held.text, **more}


def by_name(board):
    return {held.name: held for held in board.policies.values()}


def faults(board, **params):
    with pytest.raises(NetpolError) as caught:
        commands.plan(board, "edit_policies", params)
    return [(fault.code, fault.place.file) for fault in caught.value.faults]


def test_one_step_changes_adds_and_removes():
    board = two_policies()
    held = by_name(board)
    params = {
        "texts": [as_text(held["guard"], policy("watch")), {"id": str(uuid.uuid4()), "text": policy("new")}],
        "removed": [{"id": held["gate"].id, "base": held["gate"].text}],
    }
    after = done(board, "edit_policies", **params)
    assert set(by_name(after)) == {"watch", "new"}
    assert by_name(after)["watch"].id == held["guard"].id
    told = commands.plan(board, "edit_policies", params).sentence
    assert told == "Changed policy prod/guard, added policy prod/new and removed policy prod/gate"


def test_one_policy_alone_is_named():
    guard = only((board := small_board()).policies)
    params = {"texts": [as_text(guard, f"# why\n{guard.text}")]}
    assert commands.plan(board, "edit_policies", params).sentence == (
        "Changed policy prod/guard: its words alone, it means the same"
    )


def test_two_policies_can_swap_their_names():
    board = two_policies()
    held = by_name(board)
    texts = [as_text(held["guard"], policy("gate")), as_text(held["gate"], policy("guard"))]
    after = by_name(done(board, "edit_policies", texts=texts))
    assert (after["gate"].id, after["guard"].id) == (held["guard"].id, held["gate"].id)


def test_every_refusal_is_told_at_once_and_names_its_policy():
    board = two_policies()
    held = by_name(board)
    new = str(uuid.uuid4())
    texts = [
        as_text(held["guard"], "kind: [\n"),
        {"id": held["gate"].id, "text": policy("gate"), "base": "what stood there before"},
        {"id": new, "text": "kind: Pod\n"},
    ]
    told = faults(board, texts=texts)
    assert {file for _, file in told} == {held["guard"].id, held["gate"].id, new}
    assert ("text_changed", held["gate"].id) in told


def test_a_name_that_stands_twice_in_the_text_is_refused():
    held = only((board := small_board()).policies)
    new = str(uuid.uuid4())
    texts = [as_text(held, f"# a\n{held.text}"), {"id": new, "text": held.text}]
    assert faults(board, texts=texts) == [("name_taken", new)]


def test_a_policy_that_somebody_else_changed_is_not_removed():
    held = only((board := small_board()).policies)
    assert faults(board, removed=[{"id": held.id, "base": "older"}]) == [("text_changed", held.id)]


def test_one_policy_twice_is_refused():
    held = only((board := small_board()).policies)
    removed = [{"id": held.id, "base": held.text}]
    assert faults(board, texts=[as_text(held, held.text)], removed=removed) == [("named_twice", None)]
