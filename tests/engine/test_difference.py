"""Two states differ exactly where the plain evaluator says so."""

from hypothesis import given, settings

from editor.engine.connections import allowed_set
from editor.engine.difference import State, differences
from editor.engine.parties import Outside
from editor.engine.ports import NO_PORTS
from editor.engine.reachability import unstoppable
from editor.engine.selectors import EVERYTHING
from tests.engine.building import app, cluster, ingress, pod, pods_here, rule, tcp
from tests.worlds import OUTSIDE, worlds


@given(worlds(max_pods=4), worlds(max_pods=4))
@settings(max_examples=80)
def test_the_difference_is_that_of_the_plain_answers(one, other):
    old = State(one.cluster, one.policies, one.options)
    new = State(other.cluster, other.policies, one.options)
    found = {}
    for item in differences(old, new):
        assert item.before != item.after
        for source in _ends(item.source):
            for destination in _ends(item.destination):
                assert (source, destination) not in found
                found[source, destination] = (item.before, item.after)
    refs = {*(p.ref for p in one.cluster.pods), *(p.ref for p in other.cluster.pods)}
    for source in (*refs, *OUTSIDE):
        for destination in (*refs, *OUTSIDE):
            pair = _plain(old, source, destination), _plain(new, source, destination)
            if source != destination and None not in pair:
                expected = pair if pair[0] != pair[1] else None
                assert found.get((source, destination)) == expected


def _ends(fellows):
    return [*fellows.refs, *(a for a in OUTSIDE if any(a in network for network in fellows.cidrs))]


def _plain(state, source, destination):
    """The plain answer; nothing when an end is not there; None for a pair that no policy can stop, or no pod."""
    ends = [state.cluster.pod(end) if isinstance(end, str) else Outside(end) for end in (source, destination)]
    if all(isinstance(end, Outside) for end in ends):
        return None
    if None in ends:
        return NO_PORTS
    if unstoppable(*ends, state.options):
        return None
    return allowed_set(state.cluster, state.policies, *ends, state.options)


def test_what_is_gained_and_lost_is_said_by_ports():
    world = cluster(pod("a/web"), pod("a/db"))
    old = State(world, [ingress("a/in", app("db"), rule(pods_here(app("web")), ports=(tcp(80, 90),)))])
    new = State(world, [ingress("a/in", app("db"), rule(pods_here(app("web")), ports=(tcp(85, 95),)))])
    (item,) = differences(old, new)
    assert (item.source.refs, item.destination.refs) == (("a/web",), ("a/db",))
    assert (str(item.gained), str(item.lost)) == ("91-95/TCP", "80-84/TCP")


def test_nothing_differs_from_itself():
    world = State(cluster(pod("a/web"), pod("a/db")), [ingress("a/closed", EVERYTHING)])
    assert list(differences(world, world)) == []
