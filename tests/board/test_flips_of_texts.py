"""What texts of policies would flip on a board, and drawing an arrow together with its policies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis.fixes.finding import find_fixes
from editor.analysis.fixes.standing import Asked, Held, Standing
from editor.analysis.flips import flips
from editor.board import commands
from editor.board.changes import apply, invert
from editor.board.commands.edit_policies import PolicyText
from editor.board.flipping import FlipsBody, would_flip
from editor.board.policies import understood
from editor.board.project import cluster_of, policies_of
from editor.board.shapes import as_json
from editor.board.world import world_of
from editor.engine.difference import State
from editor.engine.errors import NetpolError
from editor.engine.judge import judge
from tests.board.boards import empty_board

DENY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {podSelector: {matchLabels: {role: db}}, policyTypes: [Ingress]}
"""


def done(board, command, **params):
    return apply(board, commands.plan(board, command, params).change)


def shop(*policies):
    board = done(empty_board(), "add_namespace", name="shop", x=0, y=0)
    (space,) = board.namespaces
    for name in ("web", "api", "db"):
        board = done(board, "add_pod", namespace=space, name=name, labels={"role": name}, x=0, y=0)
    board = done(board, "add_host", name="partner", address="192.0.2.7", x=0, y=0)
    for text in policies:
        board = done(board, "add_policy", text=text)
    return board


def place(board, name):
    return next(one.id for one in (*board.pods.values(), *board.hosts.values()) if one.name == name)


def new_text(text):
    return PolicyText(id="5f0c1a9e-0000-4000-8000-000000000001", text=text)


def test_a_new_policy_says_all_that_it_would_close():
    told = [str(one) for one in would_flip(shop(), {}, FlipsBody(texts=(new_text(DENY),))).all]
    assert any(one.startswith("shop/web can no longer reach shop/db on ") for one in told)
    assert all("shop/db" in one for one in told)


def test_what_is_typed_counts_before_and_after():
    board = shop(DENY)
    (held,) = board.policies
    typed = {held: DENY.replace("policyTypes: [Ingress]", "policyTypes: [Ingress], ingress: [{}]")}
    other = new_text(DENY.replace("name: deny", "name: other"))
    assert would_flip(board, typed, FlipsBody(texts=(other,))).all == ()


def test_texts_that_the_command_refuses_are_refused():
    with pytest.raises(NetpolError):
        would_flip(shop(), {}, FlipsBody(texts=(new_text("kind: NetworkPolicy"),)))


@given(
    ends=st.permutations(["web", "api", "db", "partner"]).filter(lambda names: names[0] != "partner"),
    port=st.integers(1, 65535),
    shut=st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_an_arrow_drawn_with_any_way_to_have_it_is_as_asked_and_flips_what_was_told(ends, port, shut):
    board = shop(*([DENY] if shut else []))
    source, destination = (place(board, name) for name in ends[:2])
    world = world_of(board)
    held = [Held(understood(one.text, one.id).meaning, one.text, one.id) for one in board.policies.values()]
    standing = Standing(world.cluster, tuple(held))
    here, there = world.end(source), world.end(destination)
    for want in (True, False):
        for fix in find_fixes(standing, Asked(here, there, "TCP", port, want)).fixes:
            texts = [{"id": one.key or new_text("").id, "text": one.text, "base": one.before} for one in fix.changes]
            arrow = {"source": source, "destination": destination, "protocol": "TCP", "port": port}
            planned = commands.plan(board, "connect_and_write", {**arrow, "texts": texts})
            after = apply(board, planned.change)
            policies, _ = policies_of(after, {})
            assert judge(cluster_of(after), policies, here, there, "TCP", port).allowed is want
            told = would_flip(board, {}, FlipsBody(texts=tuple(PolicyText(**text) for text in texts)))
            before = State(cluster_of(board), policies_of(board, {})[0])
            assert told == flips(before, State(cluster_of(after), policies))
            apart = {(one.source, one.destination) for one in set(told.all) ^ set(fix.others.all)}
            assert len(apart) <= 1  # the drawn arrow alone is not among the others
            assert planned.sentence.startswith("Connected ")
            assert as_json(apply(after, invert(planned.change))) == as_json(board)
