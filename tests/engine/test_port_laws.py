"""Sets of ports obey the algebra of sets."""

from hypothesis import given
from hypothesis import strategies as st

from editor.engine.ports import ALL_PORTS, EVERY_PORT, NO_PORT, NO_PORTS, PROTOCOLS, Intervals, PortSet

numbers = st.one_of(st.integers(1, 12), st.integers(65530, 65535))
spans = st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))
interval_sets = st.lists(spans, max_size=4).map(lambda items: Intervals.of(*items))
port_sets = st.tuples(interval_sets, interval_sets, interval_sets).map(PortSet)


@given(interval_sets, interval_sets, numbers)
def test_a_port_is_in_a_combination_when_logic_says_so(one, other, port):
    assert (port in one | other) == (port in one or port in other)
    assert (port in one & other) == (port in one and port in other)
    assert (port in one - other) == (port in one and port not in other)
    assert (port in ~one) == (port not in one)


@given(interval_sets, interval_sets)
def test_equal_sets_are_equal_values(one, other):
    assert ~~one == one
    assert ~(one | other) == ~one & ~other
    assert (one - other) | (one & other) == one
    assert one | ~one == EVERY_PORT
    assert one & ~one == NO_PORT
    assert len(one) + len(~one) == len(EVERY_PORT)


@given(st.lists(spans, max_size=4))
def test_the_order_of_spans_does_not_matter(items):
    assert Intervals.of(*items) == Intervals.of(*reversed(items))


@given(port_sets, port_sets, st.sampled_from(PROTOCOLS), numbers)
def test_protocols_are_kept_apart(one, other, protocol, port):
    assert (one | other).has(protocol, port) == (one.has(protocol, port) or other.has(protocol, port))
    assert (one & other).has(protocol, port) == (one.has(protocol, port) and other.has(protocol, port))
    assert (one - other).has(protocol, port) == (one.has(protocol, port) and not other.has(protocol, port))
    assert (~one).has(protocol, port) != one.has(protocol, port)
    assert bool(one) == (one != NO_PORTS)


def test_ports_are_written_as_the_contract_writes_them():
    some = PortSet.of("UDP", Intervals.of((53, 53), (8000, 8080), (8081, 8090)))
    assert some.as_json() == {"TCP": [], "UDP": ["53", "8000-8090"], "SCTP": []}
    assert str(some) == "53,8000-8090/UDP"
    assert ALL_PORTS.as_json()["TCP"] == ["1-65535"]
    assert (str(ALL_PORTS), str(NO_PORTS)) == ("every port", "no port")
