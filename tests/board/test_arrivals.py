"""What an import makes of manifests: what comes, what stays, what is left out and why."""

from dataclasses import replace

import pytest

from benchmarks.kubectl_output import output
from editor.board.arrivals import arrive
from editor.board.changes import apply, invert
from editor.board.choices import Choices
from editor.board.commands.import_manifests import refuse_faulty
from editor.board.from_manifests import arriving
from editor.board.previews import preview
from editor.board.shapes import as_json, read
from editor.engine.errors import NetpolError
from editor.manifests.sources import Source
from tests.board.boards import done, empty_board, small_board

DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 3
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: c, ports: [{containerPort: 80}]}]}
"""
REPLICA_SET = """\
---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web-abc
  namespace: shop
  ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]
spec: {replicas: 3, template: {metadata: {labels: {app: web, pod-template-hash: abc}}, spec: {}}}
"""


def pod(name, phase="Running", owner="ReplicaSet/web-abc", labels="app: web, pod-template-hash: abc"):
    kind, _, owner_name = owner.partition("/")
    return f"""\
---
apiVersion: v1
kind: Pod
metadata:
  name: {name}
  namespace: shop
  labels: {{{labels}}}
  ownerReferences: [{{kind: {kind}, name: {owner_name}, controller: true}}]
spec: {{nodeName: n1, hostNetwork: true}}
status: {{phase: {phase}, podIP: 10.0.0.9, hostIP: 10.1.0.1}}
"""


POLICY = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: shop}\nspec: {podSelector: {}}\n"  # noqa: E501


def brought(text):
    return arriving([Source("a.yaml", text)])


def imported(board, text, choices=None):
    """The board after an import, and the ids of everything that imports put there so far."""
    change = arrive(board, brought(text), choices, set(board.pods) | set(board.policies)).change
    return apply(board, change)


def names(board):
    return sorted(one.name for one in board.pods.values())


def test_a_deployment_its_replica_set_and_its_pods_are_the_pods_alone():
    board = imported(empty_board(), DEPLOYMENT + REPLICA_SET + pod("web-abc-1") + pod("web-abc-2"))
    assert names(board) == ["web-abc-1", "web-abc-2"]


def test_a_deployment_without_pods_is_one_card():
    assert names(imported(empty_board(), DEPLOYMENT)) == ["web"]
    assert names(imported(empty_board(), DEPLOYMENT + REPLICA_SET)) in (["web"], ["web-abc"])


def test_pods_that_come_later_take_the_place_of_the_card_that_stood_for_them():
    first = imported(empty_board(), DEPLOYMENT)
    (card,) = first.pods.values()
    moved = done(first, "move", items=[{"id": card.id, "x": 333, "y": 66}])
    later = imported(moved, pod("web-abc-1") + pod("web-abc-2"))
    assert names(later) == ["web-abc-1", "web-abc-2"]
    assert (later.pods[card.id].x, later.pods[card.id].y) == (333, 66)


def test_a_template_adds_no_card_to_the_pods_that_stand():
    first = imported(empty_board(), pod("web-abc-1"))
    told = preview(first, brought(DEPLOYMENT), Choices())
    assert told.new == ()
    assert [(one.kind, one.name) for one in told.ignored] == [("Deployment", "web")]


def test_replicas_that_differ_in_labels_stand_apart():
    board = imported(empty_board(), pod("web-abc-1") + pod("web-abc-2", labels="app: web, canary: yes-please"))
    assert sorted(len(one.labels) for one in board.pods.values()) == [2, 2]
    assert len({tuple(one.labels.items()) for one in board.pods.values()}) == 2


def test_finished_pods_of_a_workload_are_left_out_with_the_reason():
    text = pod("job-1", "Succeeded", "Job/job") + pod("job-2", "Failed", "Job/job") + pod("web-abc-1")
    told = preview(empty_board(), brought(text), Choices())
    assert [(one.name, one.at.line) for one in told.ignored if one.kind == "Pod"] == [("job-1", 2), ("job-2", 12)]
    assert "finished (Succeeded)" in told.ignored[0].reason
    assert [one.name for one in told.new] == ["shop", "web-abc-1"]


HOOK = """\
---
apiVersion: {api}
kind: {kind}
metadata: {{name: {name}, namespace: shop, annotations: {{"helm.sh/hook": "{hook}"}}}}
spec: {spec}
"""


def test_what_helm_runs_for_a_moment_is_left_out_and_what_its_hooks_make_comes():
    test = HOOK.format(api="v1", kind="Pod", name="check", hook="test", spec="{containers: [{name: c}]}")
    job = HOOK.format(
        api="batch/v1", kind="Job", name="migrate", hook="pre-install,pre-upgrade", spec="{template: {spec: {}}}"
    )
    shut = HOOK.format(api="networking.k8s.io/v1", kind="NetworkPolicy", name="shut", hook="pre-install", spec="{}")
    told = preview(empty_board(), brought(DEPLOYMENT + test + job + shut), Choices())
    assert [(one.kind, one.name) for one in told.new] == [
        ("Namespace", "shop"), ("Pod", "web"), ("NetworkPolicy", "shut"),
    ]  # fmt: skip
    assert {(one.kind, one.name, "Helm" in one.reason) for one in told.ignored} == {
        ("Pod", "check", True), ("Job", "migrate", True),
    }  # fmt: skip


FROM_A_CLUSTER = """\
apiVersion: v1
kind: List
items:
- apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata:
    annotations:
      kubectl.kubernetes.io/last-applied-configuration: |
        {"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy"}
      team: red
    creationTimestamp: "2026-01-05T08:00:00Z"
    generation: 2
    managedFields: [{manager: kubectl-client-side-apply, operation: Update}]
    name: shut
    namespace: shop
    resourceVersion: "123"
    uid: 0a0a0a0a-0000-4000-8000-000000000000
  spec: {podSelector: {matchLabels: {version: "1.10"}}}
  status: {}
metadata: {resourceVersion: ""}
"""


def test_policies_of_a_list_go_without_what_the_cluster_wrote_and_the_preview_says_so():
    found = brought(FROM_A_CLUSTER)
    assert [one.text for one in found.policies] == [
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
        "metadata:\n  annotations:\n    team: red\n  name: shut\n  namespace: shop\n"
        'spec:\n  podSelector:\n    matchLabels:\n      version: "1.10"\n'
    ]
    assert [(one.kind, one.count) for one in found.ignored] == [("Fields", 1)]


def test_a_policy_of_its_own_keeps_every_character():
    item = FROM_A_CLUSTER.partition("items:\n")[2].partition("metadata: {res")[0]
    text = "".join(f"{line[2:]}\n" for line in item.splitlines())
    found = brought(text)
    assert [one.text for one in found.policies] == [text]
    assert found.ignored == ()


def test_a_pods_own_address_node_and_host_network_are_kept():
    (one,) = imported(empty_board(), pod("web-abc-1")).pods.values()
    assert (one.addresses, one.node, one.node_addresses, one.host_network) == (("10.0.0.9",), "n1", ("10.1.0.1",), True)


def test_nothing_is_removed_unless_it_is_asked_for():
    first = imported(empty_board(), pod("web-abc-1") + pod("web-abc-2") + POLICY)
    later = imported(first, pod("web-abc-1"))
    assert names(later) == ["web-abc-1", "web-abc-2"]
    assert len(later.policies) == 1


def test_what_is_no_longer_there_goes_when_asked_for_and_what_a_person_added_stays():
    first = imported(empty_board(), pod("web-abc-1") + pod("web-abc-2") + POLICY)
    ids = set(first.pods) | set(first.policies)
    space = next(iter(first.namespaces))
    by_hand = done(first, "add_pod", namespace=space, name="mine")
    gone = next(one.id for one in by_hand.pods.values() if one.name == "web-abc-2")
    mine = next(one.id for one in by_hand.pods.values() if one.name == "mine")
    by_hand = done(by_hand, "connect", source=mine, destination=gone, protocol="TCP", port=80)
    choices = Choices(remove_missing=True)
    told = preview(by_hand, brought(pod("web-abc-1")), choices, ids)
    assert [(one.kind, one.name) for one in told.removed] == [
        ("Pod", "web-abc-2"), ("NetworkPolicy", "shut"), ("Connection", "shop/mine to shop/web-abc-2, TCP 80"),
    ]  # fmt: skip
    change = arrive(by_hand, brought(pod("web-abc-1")), choices, ids).change
    after = apply(by_hand, change)
    assert names(after) == ["mine", "web-abc-1"]
    assert {one.id for one in apply(after, invert(change)).records()} == {one.id for one in by_hand.records()}
    kinds = replace(choices, without_kinds=("Pod",))
    assert [one.kind for one in preview(by_hand, brought(pod("web-abc-1") + POLICY), kinds, ids).removed] == []


def test_a_rollout_keeps_places_and_arrows_when_the_old_pods_are_to_go():
    first = imported(empty_board(), pod("web-abc-1"))
    (old,) = first.pods.values()
    text = pod("web-def-7", owner="ReplicaSet/web-def", labels="app: web, pod-template-hash: def")
    assert names(imported(first, text)) == ["web-abc-1", "web-def-7"]
    later = imported(first, text, Choices(remove_missing=True))
    assert names(later) == ["web-def-7"]
    assert list(later.pods) == [old.id]


def test_namespaces_and_kinds_can_be_left_out():
    told = preview(empty_board(), brought(DEPLOYMENT + POLICY), Choices(without_kinds=("NetworkPolicy",)))
    assert [one.kind for one in told.new] == ["Namespace", "Pod"]
    assert [(one.kind, one.reason) for one in told.ignored] == [("NetworkPolicy", "You left these out.")]
    assert preview(empty_board(), brought(DEPLOYMENT + POLICY), Choices(without_namespaces=("shop",))).new == ()


def test_a_preview_says_which_fields_change_and_where_it_is_written():
    first = imported(empty_board(), pod("web-abc-1"))
    told = preview(first, brought("\n\n" + pod("web-abc-1", labels="app: api")), Choices())
    assert [(one.name, one.fields, one.at.file, one.at.line) for one in told.changed] == [
        ("web-abc-1", ("labels", "owner"), "a.yaml", 4)
    ]
    assert told.unchanged == 0
    assert preview(first, brought(pod("web-abc-1")), Choices()).unchanged == 1


def test_what_is_faulty_is_told_at_its_place_and_the_rest_can_come():
    text = pod("web-abc-1") + "---\napiVersion: v1\nkind: Pod\nmetadata: {name: Bad_Name}\n---\nkind: [\n"
    found = brought(text)
    assert sorted((one.code, one.place.line) for one in found.faults) == [("invalid_name", 12), ("yaml_syntax", 16)]
    assert names(apply(empty_board(), arrive(empty_board(), found).change)) == ["web-abc-1"]


def test_too_much_at_once_is_refused(monkeypatch):
    monkeypatch.setattr("editor.board.from_manifests.MOST", {"pods": 2})
    assert [one.code for one in brought(output(3, 1)).faults] == ["too_many_objects"]


def test_where_reading_ended_early_the_rest_cannot_come_without_what_is_wrong(monkeypatch):
    monkeypatch.setattr("editor.manifests.load.MOST_FAULTS", 1)
    found = brought("kind: [\n---\n" + pod("web-abc-1"))
    with pytest.raises(NetpolError) as refused:
        refuse_faulty(found, without_faulty=True)
    assert [one.code for one in refused.value.faults] == ["too_many_faults"]


def test_what_was_read_crosses_between_processes():
    found = brought(output(5, 2) + "---\nkind: [\n")
    assert read(type(found), as_json(found)) == found


def boxes(board):
    return [(one.x, one.y, one.x + one.width, one.y + one.height) for one in board.namespaces.values()]


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("pods", [1, 60, 300])
def test_arriving_frames_are_packed_like_a_screen_and_cover_nothing(pods):
    board = imported(small_board(), output(pods, 30))
    frames = boxes(board)
    assert not [1 for index, one in enumerate(frames) for other in frames[index + 1 :] if overlap(one, other)]
    wide = max(one[2] for one in frames) - min(one[0] for one in frames)
    high = max(one[3] for one in frames) - min(one[1] for one in frames)
    assert 0.8 < wide / high < 3


def test_one_namespace_after_another_makes_no_column():
    board = empty_board()
    for number in range(12):
        text = DEPLOYMENT.replace("namespace: shop", f"namespace: team-{number}")
        board = imported(board, text)
    frames = boxes(board)
    wide, high = max(one[2] for one in frames), max(one[3] for one in frames)
    assert 0.8 < wide / high < 3


def test_what_stands_stays_where_it_is_and_a_frame_grows_over_no_other():
    board = imported(empty_board(), "".join(pod(f"web-abc-{n}") for n in range(4)))
    board = imported(board, DEPLOYMENT.replace("namespace: shop", "namespace: beside"))
    later = imported(board, "".join(pod(f"web-abc-{n}") for n in range(16)))
    for before in board.pods.values():
        assert (later.pods[before.id].x, later.pods[before.id].y) == (before.x, before.y)
    assert not overlap(*boxes(later))
    places = {(one.namespace, one.x, one.y) for one in later.pods.values()}
    assert len(places) == len(later.pods)
