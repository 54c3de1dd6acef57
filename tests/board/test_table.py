"""The table of a board says of every pair what the plain evaluator says."""

import uuid

from hypothesis import given, settings

from editor.board.project import judged, would_be
from editor.board.records import (
    Board,
    BoardRecord,
    HostRecord,
    NamespaceRecord,
    PodOwner,
    PodPort,
    PodRecord,
    PolicyRecord,
)
from editor.board.table import table_of
from editor.board.world import world_of
from editor.engine.connections import allowed_set
from editor.engine.options import DEFAULTS
from editor.engine.parties import Outside
from editor.engine.ports import ALL_PORTS
from editor.engine.reachability import unstoppable
from editor.manifests.dump import dump_policy
from editor.manifests.load import read_policy
from tests.board.boards import done, empty_board, only, policy, small_board
from tests.worlds import OUTSIDE, worlds


def board_of(world):
    """The world as a board, with a host for each address outside."""
    spaces = {
        name: NamespaceRecord(id=f"ns-{name}", name=name, labels=space.labels, x=0, y=0)
        for name, space in world.cluster.namespaces.items()
    }
    pods = [
        PodRecord(
            id=f"pod-{one.ref}",
            namespace=spaces[one.namespace].id,
            name=one.name,
            labels=one.labels,
            ports=tuple(PodPort(port=port.number, protocol=port.protocol, name=port.name) for port in one.ports),
            addresses=tuple(map(str, one.addresses)),
            host_network=one.host_network,
            node=one.node,
            node_addresses=tuple(map(str, one.node_addresses)),
            owner=PodOwner(kind=one.owner.kind, name=one.owner.name) if one.owner else None,
            x=0,
            y=0,
        )
        for one in world.cluster.pods
    ]
    hosts = [HostRecord(id=f"host-{at}", name=f"h{at}", address=str(one), x=0, y=0) for at, one in enumerate(OUTSIDE)]
    texts = [
        PolicyRecord(id=str(uuid.uuid4()), namespace=one.namespace, name=one.name, text=dump_policy(one))
        for one in {one.ref: one for one in world.policies}.values()
    ]
    return Board.of(BoardRecord(id="b", name="b"), [*spaces.values(), *pods, *hosts, *texts])


def told(table, source, destination):
    """What the table says of two things of the board, read as the browser reads it."""
    if destination in table.always.get(source, ()):
        return ALL_PORTS.as_json()
    one, other = (next(end for end in table.ends if key in (*end.pods, *end.hosts)) for key in (source, destination))
    row = table.rows[table.source[one.number]]
    found = next((table.ports[int(number)] for number, bits in row.items() if int(bits, 16) >> other.number & 1), {})
    return {protocol: list(found.get(protocol, ())) for protocol in ("TCP", "UDP", "SCTP")}


@given(worlds(max_pods=5, max_policies=4))
@settings(max_examples=60, deadline=None)
def test_every_pair_agrees_with_the_plain_evaluator(world):
    board = board_of(world)
    table, ends = table_of(board, {}), world_of(board)
    policies = [read_policy(one.text, one.id) for one in board.policies.values()]
    places = {**ends.pods, **ends.hosts}
    for source, one in places.items():
        for destination, other in places.items():
            if source == destination or (isinstance(one, Outside) and isinstance(other, Outside)):
                continue
            plain = allowed_set(ends.cluster, policies, one, other)
            assert told(table, source, destination) == plain.as_json()
            if destination in table.always.get(source, ()):
                assert unstoppable(one, other, DEFAULTS)


@given(worlds(max_pods=6, max_policies=3))
@settings(max_examples=40, deadline=None)
def test_every_pod_and_host_stands_in_one_end_and_names_are_told_apart(world):
    board = board_of(world)
    table = table_of(board, {})
    listed = [key for end in table.ends for key in (*end.pods, *end.hosts)]
    assert sorted(listed) == sorted([*board.pods, *board.hosts])
    inside = [end.name for end in table.ends if end.namespace is not None]
    assert len(inside) == len(set(inside))


def test_the_address_outside_that_no_policy_names_is_the_internet():
    (end,) = (end for end in table_of(small_board(), {}).ends if end.namespace is None)
    assert (end.name, end.cidrs) == ("Internet", ("0.0.0.0/0", "::/0"))
    named = policy("named").replace("podSelector: {matchLabels: {role: api}}", "ipBlock: {cidr: 10.0.0.0/8}")
    outside = [end for end in table_of(done(small_board(), "add_policy", text=named), {}).ends if end.namespace is None]
    assert sorted(end.name for end in outside) == ["10.0.0.0/8", "Internet"]


def test_of_a_pod_that_has_ended_nobody_can_say_what_passes():
    board = done(empty_board(), "add_namespace", name="prod", x=0, y=0)
    board = done(board, "add_pod", namespace=only(board.namespaces).id, name="job", x=0, y=0)
    board = done(board, "edit_pod", id=only(board.pods).id, phase="Succeeded")
    (end,) = (end for end in table_of(board, {}).ends if end.pods)
    assert (end.name, end.namespace, end.number) == ("prod/job", "prod", None)


def test_what_is_being_typed_counts():
    board = small_board()
    web, db = board.pods
    key = only(board.policies).id
    assert told(table_of(board, {}), web, db)["TCP"] == []
    assert told(table_of(board, {key: policy(role="web")}), web, db)["TCP"] == ["1-65535"]


def test_a_connection_that_nobody_drew_is_judged_as_a_drawn_one():
    board = small_board()
    arrow = only(board.connections)
    known = judged(board)
    found = would_be(known, arrow.source, arrow.destination, arrow.protocol, arrow.port)
    assert {**found, "connection": arrow.id} == known.verdicts[arrow.id]
