"""Another board, or manifests, beside a board: the same things have the same ids, and everything has a place."""

from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.board.alongside import of_board, of_manifests
from editor.board.between import between
from editor.board.changes import apply
from editor.board.copying import copied as copies
from editor.board.from_manifests import sound
from editor.board.pairs import pairs_of
from editor.board.records import Board
from editor.manifests.sources import Source
from tests.board.boards import done, edits, planned, small_board


def copied(board):
    return Board.of(board.board, copies(board, lambda: str(uuid4())))


def walked(data, board, steps):
    for _ in range(steps):
        change = planned(board, *data.draw(edits(board)))
        board = apply(board, change) if change else board
    return board


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_copy_under_other_ids_differs_in_nothing(data):
    here = walked(data, small_board(), data.draw(st.integers(0, 6)))
    met = of_board(here, copied(here))
    change = between(here, met.board)
    assert [(put.table, put.record) for put in change.puts] == []
    assert [(gone.table, gone.record) for gone in change.removes] == []
    assert [one for one in change.patches if one.field not in ("name", "order")] == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_everything_of_both_boards_stands_in_the_picture_and_only_what_differs_differs(data):
    here = walked(data, small_board(), data.draw(st.integers(0, 4)))
    other = copied(walked(data, here, data.draw(st.integers(0, 5))))
    met = of_board(here, other)
    for table in ("namespaces", "pods", "policies", "hosts", "connections"):
        assert {*here.table(table), *met.board.table(table)} <= {*met.picture.table(table)}
        assert len(met.board.table(table)) == len(other.table(table))
    names = {met.board.place_name(key) for key in met.board.pods}
    assert names == {other.place_name(key) for key in other.pods}
    assert pairs_of(here, met.board).turns == pairs_of(here, other).turns


def test_manifests_without_pods_are_judged_on_the_pods_of_the_board():
    here = small_board()
    text = """apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: shut, namespace: prod}
spec: {podSelector: {}, policyTypes: [Ingress]}
"""
    met = of_manifests(here, sound([Source("new.yaml", text)]))
    assert met.board.pods == here.pods
    assert [policy.name for policy in met.board.policies.values()] == ["shut"]
    lost = [turn for turn in pairs_of(here, met.board).turns.differing if turn.lost]
    assert lost


def test_a_pod_that_is_only_there_finds_a_free_place_in_its_namespace():
    here = small_board()
    other = done(here, "add_pod", name="new", namespace=next(iter(here.namespaces)), x=0, y=0)
    met = of_board(here, copied(other))
    (new,) = met.picture.pods.keys() - here.pods.keys()
    taken = {(pod.x, pod.y) for pod in here.pods.values()}
    assert (met.picture.pods[new].x, met.picture.pods[new].y) not in taken
