"""What holds, judged from what held before, is what holds judged from scratch: whatever was edited, typed or undone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.board.changes import apply, invert
from editor.board.project import judged
from tests.board.boards import done, edits, only, planned, policy, small_board

TEXTS = st.sampled_from(
    [
        policy(),
        policy(role="web"),
        f"# a line more\n{policy()}",
        policy().replace("podSelector: {matchLabels: {role: db}}", "podSelector: {}"),
        policy().replace("  ingress:", "  policyTypes: [Egress]\n  ingress:"),
        "not: a policy",
    ]
)


def same(warm, cold):
    assert warm.verdicts == cold.verdicts
    assert warm.isolation == cold.isolation


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_judged_warm_is_judged_from_scratch(data):
    board, drafts, log = small_board(), {}, []
    was = judged(board)
    for _ in range(data.draw(st.integers(1, 14))):
        does = data.draw(st.sampled_from(["edit", "edit", "type", "drop", "undo"]))
        if does == "type" and board.policies:
            drafts[data.draw(st.sampled_from(list(board.policies)))] = data.draw(TEXTS)
        elif does == "drop":
            drafts = {}
        elif does == "undo" and log:
            board = apply(board, invert(log.pop()))
        else:
            change = planned(board, *data.draw(edits(board)))
            if change:
                board, log = apply(board, change), [*log, change]
        drafts = {key: text for key, text in drafts.items() if key in board.policies}
        was = judged(board, drafts, was)
        same(was, judged(board, drafts))


def test_a_keystroke_judges_only_the_arrows_of_pods_that_the_policy_selects():
    board = small_board()
    web, _ = board.pods
    board = done(board, "add_pod", namespace=board.pods[web].namespace, name="cache", x=0, y=0)
    cache = list(board.pods)[-1]
    board = done(board, "connect", source=web, destination=cache, port=6379)
    was = judged(board)
    guard = only(board.policies)
    now = judged(board, {guard.id: f"{guard.text}  - {{}}\n"}, was)
    to_db, to_cache = board.connections
    assert now.verdicts[to_cache] is was.verdicts[to_cache]
    assert (was.verdicts[to_db]["allowed"], now.verdicts[to_db]["allowed"]) == (False, True)


def test_moving_things_judges_nothing():
    board = small_board()
    was = judged(board)
    (arrow,) = board.connections
    items = [{"id": key, "x": 1, "y": 2} for key in (*board.pods, *board.namespaces)]
    moved = apply(board, planned(board, "move", {"items": items}))
    now = judged(moved, {}, was)
    assert now.verdicts[arrow] is was.verdicts[arrow]
    assert now.inputs.world.cluster is was.inputs.world.cluster
