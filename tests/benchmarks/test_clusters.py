from collections import Counter

import pytest

from benchmarks.clusters import Size, world, write
from editor.engine.policies import BlockPeer
from editor.manifests import Source, read_strict

SMALL = Size.of(120, 40, 110)


def everything(cluster, policies):
    return (
        sorted(cluster.namespaces.values(), key=lambda one: one.name),
        sorted(cluster.pods, key=lambda one: one.ref),
        sorted(policies, key=lambda one: one.ref),
    )


def test_the_written_manifests_mean_the_same_as_the_objects(tmp_path):
    write(tmp_path, SMALL)
    reading = read_strict([Source(str(path), path.read_text()) for path in sorted(tmp_path.iterdir())])
    assert not reading.warnings
    assert everything(reading.cluster(), reading.policies) == everything(*world(SMALL))


@pytest.mark.parametrize("size", [Size.of(100), SMALL, Size(500, 250, 13, 700)])
def test_a_cluster_has_exactly_the_numbers_asked_for(size):
    cluster, policies = world(size)
    owners = {(pod.namespace, pod.owner) for pod in cluster.pods}
    found = Size(len(cluster.pods), len(owners), len(cluster.namespaces), len(policies))
    assert found == size
    assert len({policy.ref for policy in policies}) == len(policies)


def test_the_same_seed_gives_the_same_cluster_and_another_seed_another():
    assert everything(*world(SMALL)) == everything(*world(SMALL))
    assert everything(*world(SMALL)) != everything(*world(SMALL, seed=2))


def test_more_pods_leave_workloads_and_policies_as_they_are():
    few, policies = world(Size.of(50, 40))
    many, same = world(Size.of(500, 40))
    assert policies == same
    assert {(p.namespace, p.owner) for p in few.pods} == {(p.namespace, p.owner) for p in many.pods}


def test_more_policies_than_there_is_occasion_for_are_refused():
    with pytest.raises(ValueError, match="policies at most"):
        world(Size.of(40, 10, 10_000))


def test_the_policies_use_what_real_ones_use():
    _, policies = world(Size.of(1000, 250, 600))
    rules = [rule for policy in policies for rule in (*policy.ingress, *policy.egress)]
    ports = Counter(
        "range" if port.end_port else type(port.port).__name__ for rule in rules for port in rule.ports or ()
    )
    peers = [peer for rule in rules for peer in rule.peers or ()]
    assert set(ports) == {"range", "str", "int"}
    assert any(isinstance(peer, BlockPeer) and peer.block.excepts for peer in peers)
    assert any(not isinstance(peer, BlockPeer) and peer.pods and peer.namespaces for peer in peers)
