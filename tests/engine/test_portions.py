"""The parts of a port set: together the whole, apart from each other, each of them alike."""

from hypothesis import given
from hypothesis import strategies as st

from editor.engine.portions import portions
from editor.engine.ports import NO_PORTS, PROTOCOLS, Intervals, PortSet

spans = st.tuples(st.integers(1, 40), st.integers(1, 40)).map(lambda pair: (min(pair), max(pair)))
port_sets = st.builds(
    lambda found: PortSet(tuple(Intervals.of(*one) for one in found)),
    st.tuples(*[st.lists(spans, max_size=2) for _ in PROTOCOLS]),
)


@given(port_sets, st.lists(port_sets, max_size=4))
def test_parts_are_the_whole_and_no_rule_divides_one(whole, rules):
    parts = portions(whole, rules)
    union = NO_PORTS
    for part in parts:
        assert part
        assert not part & union
        assert all(part & rule in (part, NO_PORTS) for rule in rules)
        union |= part
    assert union == whole


@given(port_sets)
def test_the_first_port_of_a_set_is_in_it(ports):
    if ports:
        assert ports.has(*ports.first)
