"""What each command does and refuses, told as stories."""

import uuid

import pytest

from editor.board import commands
from editor.board.project import judged
from editor.engine.errors import NetpolError
from tests.board.boards import done, empty_board, only, policy, small_board


def refused(board, verb, /, **params):
    """The codes and places of a refusal."""
    with pytest.raises(NetpolError) as caught:
        commands.plan(board, verb, params)
    return [(fault.code, fault.place.path) for fault in caught.value.faults]


def sentence(board, verb, /, **params):
    return commands.plan(board, verb, params).sentence


def named(table, name):
    return next(record for record in table.values() if record.name == name)


def allowed(board):
    return only(judged(board).verdicts)["allowed"]


def test_an_unknown_command_names_those_that_there_are():
    with pytest.raises(NetpolError, match="add_pod"):
        commands.plan(empty_board(), "explode", {})


def test_every_wrong_parameter_is_named_at_once():
    wrong = refused(empty_board(), "connect", source=1, port=70000, protocol="ICMP", colour="red")
    assert wrong == [
        ("unknown_field", "colour"),
        ("wrong_type", "source"),
        ("missing_field", "destination"),
        ("bad_protocol", "protocol"),
        ("bad_port", "port"),
    ]


def test_things_without_a_name_get_the_first_free_one():
    board = done(empty_board(), "add_namespace", x=0, y=0)
    space = only(board.namespaces)
    assert space.name == "namespace-1"
    board = done(done(board, "add_pod", namespace=space.id), "add_pod", namespace=space.id)
    assert [pod.name for pod in board.pods.values()] == ["pod-1", "pod-2"]
    board = done(done(board, "add_host"), "add_host")
    assert [(host.name, host.address) for host in board.hosts.values()] == [
        ("host-1", "203.0.113.1"),
        ("host-2", "203.0.113.2"),
    ]


def test_pods_without_a_place_do_not_cover_one_another():
    board = done(empty_board(), "add_namespace")
    space = only(board.namespaces).id
    for _ in range(7):
        board = done(board, "add_pod", namespace=space)
    assert len({(pod.x, pod.y) for pod in board.pods.values()}) == 7


def test_a_frame_grows_around_a_pod_that_is_put_at_its_edge():
    board = done(empty_board(), "add_namespace", x=0, y=0)
    space = only(board.namespaces)
    board = done(board, "add_pod", namespace=space.id, x=900, y=10)
    assert only(board.namespaces).width > 900 + 100


@pytest.mark.parametrize("name", ["Prod", "-x", "a b", "x" * 64, "", "a/b", "prod\n"])
def test_a_name_that_kubernetes_refuses_is_refused_here(name):
    assert refused(empty_board(), "add_namespace", name=name, x=0, y=0) == [("invalid_name", "name")]


def test_taken_names_and_impossible_labels_are_refused_together():
    board = done(empty_board(), "add_namespace", name="prod", x=0, y=0)
    wrong = refused(board, "add_namespace", name="prod", labels={"a b": "c d"}, x=0, y=0)
    assert [code for code, _ in wrong] == ["name_taken", "invalid_label", "invalid_label"]


def test_an_id_is_a_uuid_and_stands_for_one_thing():
    board = small_board()
    assert refused(board, "add_host", id="mine", x=0, y=0) == [("bad_id", "id")]
    assert refused(board, "add_host", id=next(iter(board.pods)), x=0, y=0) == [("id_taken", "id")]
    fresh = str(uuid.uuid4())
    assert fresh in done(board, "add_host", id=fresh, x=0, y=0).hosts


@pytest.mark.parametrize(
    ("written", "kept"),
    [("192.168.5.10/32", "192.168.5.10"), ("2001:DB8::1/128", "2001:db8::1"), (" 10.0.0.1 ", "10.0.0.1")],
)
def test_an_outside_address_is_kept_in_one_spelling(written, kept):
    assert only(done(empty_board(), "add_host", address=written, x=0, y=0).hosts).address == kept


@pytest.mark.parametrize("address", ["10.0.0.0/24", "banana", "10.0.0.1/", "fe80::1%eth0", "10.0.0.256", ""])
def test_an_outside_place_has_exactly_one_address(address):
    assert refused(empty_board(), "add_host", address=address, x=0, y=0) == [("bad_address", "address")]


def test_an_arrow_needs_a_pod_at_one_end():
    board = done(done(empty_board(), "add_host"), "add_host")
    first, second = board.hosts
    assert refused(board, "connect", source=first, destination=second, port=80) == [("no_pod", "destination")]


def test_the_same_arrow_is_not_drawn_twice():
    board = small_board()
    arrow = only(board.connections)
    again = {"source": arrow.source, "destination": arrow.destination, "port": 3306}
    assert refused(board, "connect", **again) == [("connection_exists", "port")]
    both = done(board, "connect", **(again | {"port": 22}))
    assert refused(both, "edit_connection", id=arrow.id, port=22) == [("connection_exists", "port")]


def test_the_sentences_name_what_was_done():
    board = small_board()
    prod, web, db = only(board.namespaces), named(board.pods, "web"), named(board.pods, "db")
    assert sentence(board, "connect", source=db.id, destination=web.id, port=80) == (
        "Connected prod/db to prod/web on TCP 80"
    )
    assert sentence(board, "delete", ids=[web.id]) == "Deleted pod prod/web, with 1 connection"
    assert sentence(board, "delete", ids=[prod.id]) == (
        "Deleted namespace prod, with 2 pods, 1 connection and 1 policy"
    )
    assert sentence(board, "move", items=[{"id": web.id, "x": 1, "y": 2}]) == "Moved prod/web"
    assert sentence(board, "edit_namespace", id=prod.id, name="live") == "Renamed namespace prod to live"
    guard = only(board.policies)
    assert sentence(board, "edit_policy", id=guard.id, text=policy("gate")) == (
        "Changed policy prod/guard, now prod/gate"
    )


def test_the_sentences_say_what_became_another():
    board = small_board()
    prod, web, guard = only(board.namespaces), named(board.pods, "web"), only(board.policies)
    labels = {**web.labels, "tier": "front"}
    assert sentence(board, "edit_pod", id=web.id, labels=labels) == "Changed labels of pod prod/web: added tier=front"
    key, value = next(iter(web.labels.items()))
    assert sentence(board, "edit_pod", id=web.id, labels={key: "new"}) == (
        f"Changed labels of pod prod/web: {key}=new instead of {key}={value}"
    )
    assert sentence(board, "edit_namespace", id=prod.id, labels={**prod.labels, "team": "shop"}) == (
        "Changed labels of namespace prod: added team=shop"
    )
    both = {"labels": {}, "addresses": ["10.0.0.9"]}
    assert sentence(board, "edit_pod", id=web.id, **both) == "Changed labels and addresses of pod prod/web"
    for text, what in (
        (f"# why\n{guard.text}", "its words alone, it means the same"),
        (policy(role="other"), "whom it selects"),
    ):
        assert sentence(board, "edit_policy", id=guard.id, text=text) == f"Changed policy prod/guard: {what}"


def test_deleting_a_namespace_takes_its_pods_policies_and_arrows():
    board = small_board()
    left = done(board, "delete", ids=[only(board.namespaces).id])
    assert left.records() == []


def test_a_renamed_namespace_takes_its_policies_along_and_keeps_every_comment():
    board = small_board()
    renamed = done(board, "edit_namespace", id=only(board.namespaces).id, name="live")
    held = only(renamed.policies)
    assert held.namespace == "live"
    assert held.text == only(board.policies).text.replace("namespace: prod", "namespace: live")
    assert allowed(renamed) == allowed(board) is False


def test_a_namespace_is_not_renamed_onto_policies_of_the_same_name():
    board = done(small_board(), "add_policy", text=policy(namespace="live"))
    wrong = refused(board, "edit_namespace", id=only(board.namespaces).id, name="live")
    assert wrong == [("name_taken", "name")]


def test_a_pod_moves_into_another_namespace_and_leaves_the_policy_behind():
    board = done(small_board(), "add_namespace", name="dev", x=900, y=0)
    dev, db = named(board.namespaces, "dev"), named(board.pods, "db")
    moved = done(board, "move", items=[{"id": db.id, "namespace": dev.id, "x": 5, "y": 5}])
    assert moved.pods[db.id].namespace == dev.id
    assert (allowed(board), allowed(moved)) == (False, True)


def test_a_pod_does_not_move_onto_a_pod_of_the_same_name():
    board = done(small_board(), "add_namespace", name="dev", x=900, y=0)
    dev = named(board.namespaces, "dev")
    board = done(board, "add_pod", namespace=dev.id, name="db", x=0, y=0)
    db = next(pod for pod in board.pods.values() if pod.name == "db" and pod.namespace != dev.id)
    assert refused(board, "move", items=[{"id": db.id, "namespace": dev.id, "x": 5, "y": 5}]) == [
        ("name_taken", "items")
    ]


def test_resizing_a_frame_leaves_its_pods_where_they_are_seen():
    board = small_board()
    prod = only(board.namespaces)
    seen = {pod.id: (prod.x + pod.x, prod.y + pod.y) for pod in board.pods.values()}
    board = done(board, "resize_namespace", id=prod.id, x=prod.x - 40, y=prod.y + 7, width=700, height=300)
    frame = only(board.namespaces)
    assert {pod.id: (frame.x + pod.x, frame.y + pod.y) for pod in board.pods.values()} == seen


def test_policy_text_that_does_not_parse_is_refused_with_its_line():
    board = small_board()
    with pytest.raises(NetpolError) as caught:
        commands.plan(board, "edit_policy", {"id": only(board.policies).id, "text": "kind: [\n"})
    assert caught.value.faults[0].place.line is not None


def test_a_policy_is_named_by_its_text_and_only_once():
    board = small_board()
    assert refused(board, "add_policy", text=policy()) == [("name_taken", "metadata.name")]
    elsewhere = done(board, "add_policy", text=policy().replace("  namespace: prod\n", ""))
    assert named(elsewhere.policies, "guard").text
    assert {held.namespace for held in elsewhere.policies.values()} == {"prod", "default"}


def test_a_null_node_is_written_and_an_absent_one_stays():
    board = small_board()
    web = named(board.pods, "web")
    board = done(board, "edit_pod", id=web.id, node="n1", phase="Failed")
    kept = done(board, "edit_pod", id=web.id, labels={})
    assert (kept.pods[web.id].node, kept.pods[web.id].phase) == ("n1", "Failed")
    assert done(board, "edit_pod", id=web.id, node=None).pods[web.id].node is None
    assert refused(board, "edit_pod", id=web.id, phase="Dancing") == [("bad_phase", "phase")]


@pytest.mark.parametrize("phase", ["Succeeded", "Failed"])
@pytest.mark.parametrize("end", ["web", "db"])
def test_an_arrow_at_a_pod_that_has_ended_is_undefined_and_says_why(end, phase):
    board = small_board()
    ended = done(board, "edit_pod", id=named(board.pods, end).id, phase=phase)
    for anew in (judged(ended), judged(ended, before=judged(board))):
        verdict = only(anew.verdicts)
        assert (verdict["allowed"], verdict["blocked_at"]) == (None, None)
        assert verdict["notes"][0].startswith(f"{end} has ended (phase {phase})")
    running = done(ended, "edit_pod", id=named(board.pods, end).id, phase="Running")
    assert allowed(running) is False


def test_fields_of_a_policy_change_by_path_and_the_rest_of_its_text_stays():
    board = small_board()
    guard = only(board.policies)
    edits = [
        {"op": "insert", "path": "spec.ingress[0].from[-]", "value": {"podSelector": {}}},
        {"op": "set", "path": "metadata.name", "value": "gate"},
    ]
    assert sentence(board, "edit_policy_fields", id=guard.id, edits=edits) == "Changed policy prod/guard, now prod/gate"
    after = only(done(board, "edit_policy_fields", id=guard.id, edits=edits, base=guard.text).policies)
    assert after.name == "gate"
    assert after.text == guard.text.replace("guard  #", "gate  #").replace("api}}}]", "api}}}, {podSelector: {}}]")


def test_edits_of_fields_are_refused_as_a_whole():
    board = small_board()
    guard = only(board.policies).id
    good = {"op": "set", "path": "metadata.name", "value": "gate"}
    assert refused(
        board, "edit_policy_fields", id=guard, edits=[good, {"op": "remove", "path": "spec.ingress[0].from[0]"}]
    ) == [("would_mean_everything", "spec.ingress[0].from")]
    assert refused(board, "edit_policy_fields", id=guard, edits=[good], base="another text") == [
        ("text_changed", "base")
    ]
    assert refused(board, "edit_policy_fields", id=guard, edits=[good] * 501) == [("too_long", "edits")]
    wrong = {"op": "set", "path": "spec.ingress[0].from[0]", "value": {"ipBlock": {"cidr": "banana"}}}
    assert [code for code, _ in refused(board, "edit_policy_fields", id=guard, edits=[wrong])] == ["bad_cidr"]
    assert refused(board, "edit_policy_fields", id=guard, edits=[{"op": "explode", "path": "spec"}]) == [
        ("wrong_type", "edits[0].op")
    ]


def test_a_copy_has_a_free_name_and_the_frame_grows_around_it():
    board = small_board()
    db = named(board.pods, "db")
    made = str(uuid.uuid4())
    after = done(board, "duplicate", items=[{"id": db.id, "new_id": made}], dx=400, dy=400)
    copy = after.pods[made]
    assert (copy.name, copy.labels, copy.namespace) == ("db-1", db.labels, db.namespace)
    assert only(after.namespaces).width >= copy.x + 160
    assert len(after.connections) == 1, "an arrow with one end among the copies stays as it is"
    assert sentence(board, "duplicate", items=[{"id": db.id}]) == "Duplicated prod/db"


def test_a_copied_namespace_brings_its_pods_and_the_arrows_among_them_and_leaves_its_policies():
    board = small_board()
    after = done(board, "duplicate", items=[{"id": only(board.namespaces).id}])
    copy = named(after.namespaces, "prod-1")
    inside = {pod.id: pod.name for pod in after.pods_of(copy.id)}
    assert sorted(inside.values()) == ["db", "web"]
    assert len(after.connections) == 2
    assert {arrow.source in inside for arrow in after.connections.values()} == {True, False}
    assert after.policies == board.policies


def test_what_is_not_there_is_not_copied_nor_one_thing_twice():
    board = small_board()
    db = named(board.pods, "db").id
    assert refused(board, "duplicate", items=[{"id": "gone"}]) == [("unknown_object", "items[0].id")]
    assert refused(board, "duplicate", items=[{"id": db}, {"id": db}]) == [("copied_twice", "items[1].id")]
    assert refused(board, "duplicate", items=[{"id": next(iter(board.connections))}]) == [
        ("unknown_object", "items[0].id")
    ]
