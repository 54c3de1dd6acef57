"""Replicas of a pod: copies that are pods of their own, of one workload."""

import pytest

from editor.board import commands
from editor.board.changes import apply, invert
from editor.board.export import Wanted, as_yaml
from editor.board.project import judged
from editor.board.table import table_of
from editor.engine.errors import NetpolError
from editor.manifests.load import read_strict
from editor.manifests.sources import Source
from tests.board.boards import done, only, small_board


def replicas(board, count, name="web"):
    """The board with so many replicas of a pod, and their names."""
    (pod,) = (one for one in board.pods.values() if one.name == name)
    after = done(board, "scale_pod", id=pod.id, replicas=count)
    return after, [one.name for one in after.pods.values() if one.name.startswith(name)]


def test_copies_have_all_that_policies_read_and_belong_to_one_workload():
    board, names = replicas(small_board(), 3)
    assert names == ["web", "web-1", "web-2"]
    first, *copies = (pod for pod in board.pods.values() if pod.name.startswith("web"))
    assert first.owner is not None
    assert (first.owner.kind, first.owner.name) == ("Deployment", "web")
    for copy in copies:
        assert (copy.labels, copy.ports, copy.owner, copy.addresses) == (first.labels, first.ports, first.owner, ())
    assert len({(pod.x, pod.y) for pod in board.pods.values()}) == len(board.pods)
    frame = only(board.namespaces)
    assert all(pod.x + 160 <= frame.width and pod.y + 66 <= frame.height for pod in board.pods.values())


def test_they_stand_in_one_row_of_the_table_and_one_may_or_may_not_reach_another():
    board, _ = replicas(small_board(), 3, "db")
    (row,) = (end for end in table_of(board, {}).ends if end.name == "prod/db")
    assert len(row.pods) == 3


def test_scaled_down_the_newest_go_with_their_arrows_and_the_pod_itself_stays():
    board, _ = replicas(small_board(), 4)
    last = next(pod for pod in board.pods.values() if pod.name == "web-3")
    db = next(pod for pod in board.pods.values() if pod.name == "db")
    board = done(board, "connect", source=last.id, destination=db.id, port=22)
    after, names = replicas(board, 2)
    assert names == ["web", "web-1"]
    assert [arrow.port for arrow in after.connections.values()] == [3306]
    same, _ = replicas(after, 2)
    assert same == after


def test_a_copy_scaled_to_one_remains_alone():
    board, _ = replicas(small_board(), 3)
    copy = next(pod for pod in board.pods.values() if pod.name == "web-2")
    after = done(board, "scale_pod", id=copy.id, replicas=1)
    assert [pod.name for pod in after.pods.values() if pod.name.startswith("web")] == ["web-2"]


def test_they_are_exported_with_their_owner_and_read_as_one_workload():
    board, _ = replicas(small_board(), 2)
    reading = read_strict([Source("board", as_yaml(board, Wanted(include="all")))])
    owners = {pod.owner.name for pod in reading.cluster().pods if pod.owner is not None}
    assert owners == {"web"}
    assert len(reading.cluster().named("prod/web")) >= 1


def test_the_verdicts_of_the_first_stay_as_they_are():
    before = small_board()
    after, _ = replicas(before, 3)
    assert judged(after).verdicts == judged(before).verdicts


@pytest.mark.parametrize("count", [0, 51])
def test_none_and_too_many_are_refused(count):
    board = small_board()
    with pytest.raises(NetpolError) as refused:
        commands.plan(board, "scale_pod", {"id": next(iter(board.pods)), "replicas": count})
    assert [(fault.code, fault.place.path) for fault in refused.value.faults] == [("bad_replicas", "replicas")]


def test_undone_by_its_inverse():
    before = small_board()
    change = commands.plan(before, "scale_pod", {"id": next(iter(before.pods)), "replicas": 3}).change
    assert apply(apply(before, change), invert(change)) == before
