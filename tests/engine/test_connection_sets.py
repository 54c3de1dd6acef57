"""The set of ports between two ends says the same as the verdict for each port."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.engine.connections import allowed_set
from editor.engine.judge import judge
from editor.engine.ports import PROTOCOLS
from tests.worlds import PORTS, worlds

NEAR = sorted({port + step for port in (*PORTS, 1) for step in (-1, 0, 1)} & set(range(1, 65536)))


@given(st.data(), worlds())
@settings(max_examples=80)
def test_a_port_is_in_the_set_when_the_verdict_allows_it(data, world):
    cluster = world.cluster
    pods = cluster.pods
    if not pods:
        return
    ends = data.draw(st.permutations([data.draw(st.sampled_from(pods)), data.draw(st.sampled_from(world.endpoints))]))
    ports = allowed_set(cluster, world.policies, *ends, world.options)
    for protocol in PROTOCOLS:
        for port in NEAR:
            verdict = judge(cluster, world.policies, *ends, protocol, port, world.options)
            assert ports.has(protocol, port) == verdict.allowed
