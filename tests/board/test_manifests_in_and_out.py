"""Manifests onto a board and back again."""

import pytest
from hypothesis import given, settings

from editor.board import commands
from editor.board.examples import list_examples
from editor.board.export import manifests_of
from editor.board.project import judged
from editor.board.records import Board, BoardRecord, ConnectionRecord
from editor.engine.errors import NetpolError
from tests.board.boards import done, empty_board, only, policy, small_board
from tests.board.test_change_laws import histories

CLUSTER = """\
# two namespaces and three pods
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: a, kubernetes.io/metadata.name: shop}}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: c, ports: [{containerPort: 80, name: http}]}]}
status: {phase: Running, podIP: 10.0.0.7}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: store}
---
apiVersion: v1
kind: Service
metadata: {name: ignored, namespace: shop}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: shut   # with a comment
  namespace: vault
spec: {podSelector: {}}
"""


def all_verdicts(board):
    """What holds between every two pods, on a few ports."""
    pods = {pod.id: board.place_name(pod.id) for pod in board.pods.values()}
    arrows = [
        ConnectionRecord(
            id=f"{source} {destination} {port}", source=source, destination=destination, protocol="TCP", port=port
        )
        for source in pods
        for destination in pods
        for port in (53, 80, 3306, 5432, 8443)
    ]
    found = judged(
        Board.of(board.board, [r for r in board.records() if r.id not in board.connections] + arrows)
    ).verdicts
    return {(v["source"], v["destination"], v["port"]): v["allowed"] for v in found.values()}


def test_an_import_is_one_change_with_a_namespace_for_everything():
    planned = commands.plan(empty_board(), "import_manifests", {"manifests": CLUSTER})
    assert planned.sentence == "Imported 3 namespaces, 2 pods and 1 policy"
    board = done(empty_board(), "import_manifests", manifests=CLUSTER)
    assert [space.name for space in board.namespaces.values()] == ["shop", "store", "vault"]
    shop = next(space for space in board.namespaces.values() if space.name == "shop")
    assert shop.labels == {"team": "a"}, "the label that Kubernetes sets itself is not the person's"
    web = next(pod for pod in board.pods.values() if pod.name == "web")
    assert (web.addresses, web.ports[0].port, web.ports[0].name) == (("10.0.0.7",), 80, "http")
    assert "# with a comment" in only(board.policies).text


def test_imported_frames_do_not_overlap_what_is_there():
    board = done(small_board(), "import_manifests", manifests=CLUSTER)
    frames = [(s.x, s.y, s.x + s.width, s.y + s.height) for s in board.namespaces.values()]
    for index, one in enumerate(frames):
        for other in frames[index + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_importing_again_changes_nothing():
    board = done(empty_board(), "import_manifests", manifests=CLUSTER)
    again = commands.plan(board, "import_manifests", {"manifests": CLUSTER})
    assert not again.change


def test_importing_brings_known_things_up_to_date_in_place():
    board = done(empty_board(), "import_manifests", manifests=CLUSTER)
    web = next(pod for pod in board.pods.values() if pod.name == "web")
    board = done(board, "move", items=[{"id": web.id, "x": 300, "y": 50}])
    later = done(board, "import_manifests", manifests=CLUSTER.replace("app: web", "app: shop"))
    assert later.pods[web.id].labels == {"app": "shop"}
    assert (later.pods[web.id].x, later.pods[web.id].y) == (300, 50)


@pytest.mark.parametrize(
    ("manifests", "code"),
    [
        ("", "nothing_to_import"),
        ("kind: Service\napiVersion: v1\nmetadata: {name: a}\n", "nothing_to_import"),
        ("kind: [", None),
        ("apiVersion: v1\nkind: Namespace\nmetadata: {name: Not_A_Name}\n", "invalid_name"),
        ('apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {a: "\\0"}}\n', "bad_text"),
    ],
)
def test_what_has_no_meaning_is_refused_whole(manifests, code):
    with pytest.raises(NetpolError) as caught:
        commands.plan(empty_board(), "import_manifests", {"manifests": manifests})
    assert code is None or code in {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize("example", list_examples(), ids=lambda example: example.id)
def test_an_example_exported_and_read_back_gives_the_same_verdicts(example):
    board = Board.of(BoardRecord(id="b", name="b"), example.records())
    back = done(empty_board(), "import_manifests", manifests=manifests_of(board))
    assert all_verdicts(back) == all_verdicts(board)


@settings(max_examples=30, deadline=None)
@given(histories())
def test_whatever_is_on_a_board_comes_back_from_its_export(history):
    board, _ = history
    if not (board.namespaces or board.policies):
        return
    text = manifests_of(board)
    back = done(empty_board(), "import_manifests", manifests=text)

    def told(of):
        return {
            (of.place_name(p.id), tuple(sorted(p.labels.items())), p.ports, p.addresses, p.node, p.phase)
            for p in of.pods.values()
        }

    assert told(back) == told(board)
    assert {(p.namespace, p.name, p.text.rstrip()) for p in back.policies.values()} == {
        (p.namespace, p.name, p.text.rstrip()) for p in board.policies.values()
    }
    assert {s.name for s in board.namespaces.values()} <= {s.name for s in back.namespaces.values()}


def test_the_text_of_policies_leaves_as_it_came():
    board = done(small_board(), "add_policy", text=policy("second").rstrip("\n"))
    exported = manifests_of(board)
    assert exported.endswith("\n")
    assert policy() in exported
    assert f"---\n{policy('second')}" in exported


def test_outside_addresses_leave_as_a_comment():
    board = done(small_board(), "add_host", name="backup", address="192.168.5.10")
    assert manifests_of(board).startswith("# outside/backup: 192.168.5.10\n")
