"""What flips between two sets of policies, told by workload."""

from ipaddress import ip_address

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis.flips import flips
from editor.analysis.rehearsal import Rehearsal
from editor.engine.connections import allowed_set
from editor.engine.difference import State
from editor.engine.parties import Outside
from editor.engine.ports import NO_PORTS
from editor.engine.reachability import unstoppable
from tests.engine.building import app, cluster, ingress, pod, pods_here, rule, tcp
from tests.worlds import OUTSIDE, worlds


def shop(*policies):
    return State(cluster(pod("a/web"), pod("a/api"), pod("a/db")), policies)


SHUT = ingress("a/in", app("db"), rule(pods_here(app("api")), ports=(tcp(80),)))
WIDER = ingress("a/in", app("db"), rule(pods_here(app("api", "web")), ports=(tcp(80),)))


def test_an_edit_that_opens_one_connection_says_so_in_a_sentence():
    found = flips(shop(SHUT), shop(WIDER))
    assert [str(one) for one in found.all] == ["a/web may reach a/db on 80/TCP."]
    assert str(found) == "Opens 1 connection."
    back = flips(shop(WIDER), shop(SHUT))
    assert [str(one) for one in back.all] == ["a/web can no longer reach a/db on 80/TCP."]
    assert str(back) == "Closes 1 connection."


def test_the_list_is_bounded_and_the_counts_are_not():
    told = flips(shop(), shop(SHUT)).as_json(most=1)
    assert (told["opened"], told["left_out"], len(told["flips"])) == (0, told["closed"] - 1, 1)
    assert set(told["flips"][0]) == {"source", "destination", "ports", "before", "after", "sentence"}


def test_nothing_flips_between_a_thing_and_itself():
    assert str(flips(shop(SHUT), shop(SHUT))) == "Flips nothing."


@given(worlds(max_pods=4), worlds(max_pods=1))
@settings(max_examples=60, deadline=None)
def test_the_flips_are_those_of_the_plain_answers(world, other):
    states = [State(world.cluster, held, world.options) for held in (world.policies, other.policies)]
    told = {}
    for one in flips(*states).all:
        for pair in ((s, d) for s in ends(world, one.source) for d in ends(world, one.destination) if s != d):
            assert (*pair, one.opened) not in told
            told[*pair, one.opened] = one.ports
    for source in world.endpoints:
        for destination in world.endpoints:
            if isinstance(source, Outside) and isinstance(destination, Outside):
                continue
            if unstoppable(source, destination, world.options):
                continue
            before, after = (allowed_set(s.cluster, s.policies, source, destination, s.options) for s in states)
            pair = source.ref, destination.ref
            assert told.get((*pair, True), NO_PORTS) == after - before
            assert told.get((*pair, False), NO_PORTS) == before - after


def ends(world, row):
    if row.name is None:
        return [str(a) for a in OUTSIDE if any(ip_address(a) in network for network in row.cidrs)]
    return [found.ref for found in world.cluster.named(row.name)]


@given(worlds(max_pods=5), worlds(max_pods=1), st.data())
@settings(max_examples=60, deadline=None)
def test_edits_rehearsed_one_after_the_other_flip_what_each_flips_alone(world, other, data):
    state = State(world.cluster, world.policies, world.options)
    rehearsal = Rehearsal(state)
    for _ in range(4):
        held = [policy for policy in world.policies if data.draw(st.booleans())]
        edit = [
            *held,
            *data.draw(st.lists(st.sampled_from(other.policies), unique_by=id) if other.policies else st.just([])),
        ]
        assert rehearsal.flips(edit) == flips(state, State(world.cluster, edit, world.options))
