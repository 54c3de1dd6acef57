"""All pairs at once say the same as the plain evaluator for each pair."""

from ipaddress import ip_address

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.engine.address_space import AddressSpace, networks
from editor.engine.addresses import Block
from editor.engine.connections import allowed_set
from editor.engine.parties import Outside
from editor.engine.reachability import reach
from tests.worlds import OUTSIDE, block_peers, worlds


@given(worlds(max_pods=6, max_policies=5))
@settings(max_examples=120)
def test_every_pair_of_every_world_agrees_with_the_plain_evaluator(world):
    cluster = world.cluster
    found = reach(cluster, world.policies, world.options)
    for source in world.endpoints:
        for destination in world.endpoints:
            if isinstance(source, Outside) and isinstance(destination, Outside):
                continue
            plain = allowed_set(cluster, world.policies, source, destination, world.options)
            assert found.between(source, destination) == plain


@given(worlds())
@settings(max_examples=60)
def test_the_examples_of_two_classes_stand_for_all_their_members(world):
    cluster = world.cluster
    found = reach(cluster, world.policies, world.options)
    for source, destination, ports in found.pairs():
        assert ports
        assert not (source.outside and destination.outside)
    for alike in found.classes.all:
        if alike.outside:
            for network in alike.cidrs:
                first, last = Outside(network.network_address), Outside(network.broadcast_address)
                for pod in cluster.pods:
                    if pod.node is None:
                        assert found.between(first, pod) == found.between(last, pod)


@given(st.lists(block_peers().map(lambda peer: peer.block), max_size=4), st.sampled_from(OUTSIDE))
def test_an_address_is_in_the_part_of_its_signature(blocks, address):
    space = AddressSpace(blocks)
    signature = space.signature(address)
    assert {space.blocks[at] for at in range(len(space.blocks)) if signature >> at & 1} == {
        block for block in blocks if block.contains(address)
    }
    holding = [s for s, spans in space.parts().items() if any(address in n for n in networks(spans))]
    assert holding == [signature]


def test_outside_addresses_are_split_where_policies_split_them():
    space = AddressSpace([Block.of("10.0.0.0/8", "10.1.0.0/16"), Block.of("10.1.2.3/32")])
    parts = {signature: [str(n) for n in networks(spans)] for signature, spans in space.parts().items()}
    assert parts[2] == ["10.1.2.3/32"]
    assert "::/0" in parts[0]
    assert space.signature(ip_address("10.1.2.4")) == 0
