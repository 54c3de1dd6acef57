"""Laws of expectations: the judgement against going through everything, and what was pinned against what is true."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis.expectations.ends import Addresses, Anywhere, End, Pods
from editor.analysis.expectations.expectation import VERBS, Expectation
from editor.analysis.expectations.judging import judge_expectations
from editor.analysis.expectations.reading import read_expectations
from editor.analysis.expectations.writing import pinned, write_expectations
from editor.engine.addresses import Block
from editor.engine.cluster import NAME_LABEL, Cluster, ContainerPort, Namespace, Pod
from editor.engine.connections import allowed_set
from editor.engine.parties import Outside
from editor.engine.ports import ALL_PORTS, NO_PORTS, Intervals, PortSet
from editor.engine.reachability import reach, unstoppable
from editor.manifests.sources import Source
from tests import worlds as w

kinds = st.one_of(
    st.builds(
        Pods,
        st.sampled_from((None, *w.SPACES, "brown")),
        st.one_of(st.none(), w.space_selectors),
        st.one_of(st.none(), w.selectors),
    ),
    st.just(Anywhere()),
    st.sampled_from((Addresses(), Addresses(Block.of("10.0.0.0/8")), Addresses(Block.of("0.0.0.0/0", "8.0.0.0/8")))),
)
ends = st.builds(End, st.lists(kinds, min_size=1, max_size=1).map(tuple), st.lists(kinds, max_size=1).map(tuple))
port_sets = st.sampled_from(
    (ALL_PORTS, PortSet.of("TCP", Intervals.of((80, 81))), PortSet.of("UDP", Intervals.of((53, 53))))
)
expectations = st.builds(Expectation, ends, ends, st.sampled_from(VERBS), port_sets)
present_only = settings(max_examples=60, deadline=None)


def _offends(expectation, world, source, destination, cluster=None, held=None):
    space = (held or world.cluster).namespace_labels
    for end, place in ((expectation.source, source), (expectation.destination, destination)):
        taken = (
            end.takes_address(place.address)
            if isinstance(place, Outside)
            else end.takes_pod(place, space(place.namespace))
        )
        if not taken:
            return False
    if isinstance(source, Outside) and isinstance(destination, Outside):
        return False
    if unstoppable(source, destination, world.options):
        return False
    allowed = allowed_set(held or world.cluster, world.policies, source, destination, world.options)
    return bool(expectation.offending(destination, allowed))


@present_only
@given(w.worlds(), expectations)
def test_an_expectation_fails_when_some_pair_of_places_offends_it(world, expectation):
    (judged,) = judge_expectations(world.cluster, world.policies, [expectation], world.options)
    offended = any(_offends(expectation, world, s, d) for s, d in product(world.endpoints, repeat=2))
    if offended:
        assert judged.status == "fails"
    if judged.status == "fails":
        found = judged.counterexample
        assert _offends(expectation, world, found.source, found.destination)
        verdict = found.verdict
        asked = PortSet.of(verdict.protocol, Intervals.of((verdict.port, verdict.port)))
        assert expectation.offending(found.destination, asked if verdict.allowed else NO_PORTS)


LABELS = [
    {key: value for key, value in zip(w.KEYS, chosen, strict=True) if value is not None}
    for chosen in product((None, "", "api", "db", "something"), repeat=2)
]
PORTS = ((), (ContainerPort(80, "TCP", "http"), ContainerPort(80, "TCP", "dns")))


def _everyone_to_come(world):
    """Every pod that could be added, as far as these worlds can tell: in each namespace, known or new, all labels."""
    known = {*world.cluster.namespaces, *(policy.namespace for policy in world.policies)}
    for name in {*w.SPACES, "brown", "fresh"}:
        for space in [dict(world.cluster.namespace_labels(name))] if name in known else LABELS:
            held = Cluster(
                {**world.cluster.namespaces, name: Namespace(name, {**space, NAME_LABEL: name})}, world.cluster.pods
            )
            for labels in LABELS:
                yield held, name, labels


@settings(max_examples=15, deadline=None)
@given(w.worlds(max_pods=3, max_policies=3), expectations, st.booleans())
def test_ever_is_judged_as_if_every_pod_that_may_come_was_tried(world, expectation, to_come_is_source):
    (now,) = judge_expectations(world.cluster, world.policies, [expectation], world.options)
    if now.status == "fails":
        return
    lasting = Expectation(expectation.source, expectation.destination, expectation.expect, expectation.ports, ever=True)
    (judged,) = judge_expectations(world.cluster, world.policies, [lasting], world.options)
    for held, name, labels in _everyone_to_come(world):
        for ports in PORTS:
            newcomer = Pod(name, "newcomer", labels, ports)
            for other in world.endpoints:
                pair = (newcomer, other) if to_come_is_source else (other, newcomer)
                if _offends(lasting, world, *pair, held=held):
                    assert judged.status == "fails", (labels, name, other)
                    return


@settings(max_examples=40, deadline=None)
@given(w.worlds(max_pods=3, max_policies=3), expectations)
def test_a_counterexample_to_come_is_one(world, expectation):
    lasting = Expectation(expectation.source, expectation.destination, expectation.expect, expectation.ports, ever=True)
    (judged,) = judge_expectations(world.cluster, world.policies, [lasting], world.options)
    if judged.status != "fails" or not judged.counterexample.newcomers:
        return
    found = judged.counterexample
    new = {name: Namespace(name, dict(labels)) for name, labels in found.spaces}
    assert not new.keys() & world.cluster.namespaces.keys()
    held = Cluster({**world.cluster.namespaces, **new}, world.cluster.pods)
    assert _offends(lasting, world, found.source, found.destination, held=held)


@present_only
@given(w.worlds())
def test_what_is_pinned_is_true_and_reads_back_the_same(world):
    found = reach(world.cluster, world.policies, world.options)
    made = pinned(found)
    again = read_expectations([Source("pinned.yaml", write_expectations(made))])
    assert again == made
    for judged in judge_expectations(world.cluster, world.policies, again, world.options):
        assert judged.status in ("holds", "unclear"), judged.words()
        assert judged.status == "holds" or not judged.pairs


@present_only
@given(st.lists(expectations, min_size=1, max_size=3))
def test_what_is_written_reads_as_what_is_written(made):
    text = write_expectations(made)
    again = read_expectations([Source("expectations.yaml", text)])
    assert write_expectations(again) == text
    assert [one.words().count(" ") for one in again] == [one.words().count(" ") for one in made]


spaces_to_come = st.tuples(st.sampled_from((*w.SPACES, "brown", "fresh", "newer")), w.labels)


@settings(max_examples=60, deadline=None)
@given(
    w.worlds(max_pods=2, max_policies=3), expectations, st.tuples(spaces_to_come, spaces_to_come), w.labels, w.labels
)
def test_ever_speaks_of_two_pods_that_are_both_to_come(world, expectation, spaces, here, there):
    lasting = Expectation(expectation.source, expectation.destination, expectation.expect, expectation.ports, ever=True)
    (judged,) = judge_expectations(world.cluster, world.policies, [lasting], world.options)
    known = {*world.cluster.namespaces, *(policy.namespace for policy in world.policies)}
    new = {name: Namespace(name, {**labels, NAME_LABEL: name}) for name, labels in spaces if name not in known}
    held = Cluster({**world.cluster.namespaces, **new}, world.cluster.pods)
    source, destination = Pod(spaces[0][0], "one", here), Pod(spaces[1][0], "other", there)
    if _offends(lasting, world, source, destination, held=held):
        assert judged.status == "fails"
