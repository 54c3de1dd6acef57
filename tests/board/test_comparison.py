"""Two boards side by side."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.board.between import between
from editor.board.changes import apply
from editor.board.comparison import compare
from editor.board.comparison_words import as_markdown, summary
from editor.board.pairs import pairs_of
from editor.board.project import judged
from tests.board.boards import done, edits, only, planned, policy, small_board


def walked(data, board, steps):
    for _ in range(steps):
        change = planned(board, *data.draw(edits(board)))
        board = apply(board, change) if change else board
    return board


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_lies_between_two_boards_leads_from_one_to_the_other(data):
    old = walked(data, small_board(), data.draw(st.integers(0, 6)))
    new = walked(data, old, data.draw(st.integers(0, 6)))
    assert apply(old, between(old, new)) == new
    assert apply(new, between(new, old)) == old
    assert not between(old, old)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_comparison_says_exactly_which_arrows_flipped(data):
    old = small_board()
    new = walked(data, old, data.draw(st.integers(0, 6)))
    found, was, now = compare(old, new), judged(old).verdicts, judged(new).verdicts
    assert {arrow.connection for arrow in found.arrows} == set(was) | set(now)
    for arrow in found.arrows:
        before, after = was.get(arrow.connection), now.get(arrow.connection)
        flipped = before is not None and after is not None and before["allowed"] != after["allowed"]
        assert (arrow.turn in ("gained", "lost")) == (flipped and True in (before["allowed"], after["allowed"]))
        assert (arrow.turn == "unchanged") == (before is not None and after is not None and not flipped)
    changed = between(old, new)
    ids = {item.record.id for item in (*changed.puts, *changed.removes)} | {p.id for p in changed.patches}
    assert {thing.id for thing in found.things} == ids - {old.board.id}


def test_a_policy_taken_away_gains_the_connection_that_it_stopped():
    old = small_board()
    guard = only(old.policies)
    found = compare(old, done(old, "delete", ids=[guard.id]))
    (arrow,) = found.arrows
    assert (arrow.turn, arrow.before, arrow.after) == ("gained", "blocked", "allowed")
    (cause,) = arrow.causes
    assert (cause.then, cause.side, cause.policy, cause.policy_id, cause.rule) == (
        True, "ingress", "prod/guard", guard.id, None,
    )  # fmt: skip
    assert [(thing.fate, thing.table, thing.name) for thing in found.things] == [("removed", "policies", "prod/guard")]
    assert found.policies[0].diff.startswith("--- before\n+++ after")


def test_a_label_that_opens_the_door_names_the_rule():
    old = small_board()
    web, _ = old.pods
    found = compare(old, done(old, "edit_pod", id=web, labels={"role": "api"}))
    (arrow,) = found.arrows
    told = {(cause.then, cause.policy, cause.rule, cause.line) for cause in arrow.causes}
    assert arrow.turn == "gained"
    assert (False, "prod/guard", "ingress[0]", 9) in told
    (thing,) = found.things
    assert (thing.fate, thing.name, thing.fields) == ("changed", "prod/web", ("labels",))


def test_markdown_tells_every_pair_drawn_or_not():
    old = small_board()
    guard = only(old.policies)
    new = done(old, "edit_policy", id=guard.id, text=policy(role="web"))
    found = replace(compare(old, new), pairs=pairs_of(old, new))
    text = as_markdown(found, "revision 3", "revision 4")
    assert summary(found).startswith("Connections: ")
    assert "### From revision 3 to revision 4" in text
    assert "| **+** gained | prod/web | prod/db | every port | was stopped by prod/guard (line 1) |" in text
    assert "| **-** lost | 0.0.0.0/0, ::/0 | prod/web | every port |" in text
    assert "-  podSelector: {matchLabels: {role: db}}\n+  podSelector: {matchLabels: {role: web}}" in text


def test_nothing_differs_from_itself():
    board = small_board()
    found = compare(board, board)
    assert (found.things, found.policies, [arrow.turn for arrow in found.arrows]) == ((), (), ["unchanged"])
