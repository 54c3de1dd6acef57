"""Stories of the matrix's rows."""

from hypothesis import given, settings

from editor.engine.cluster import Owner
from editor.engine.connections import allowed_set
from editor.engine.parties import Outside
from editor.engine.reachability import reach
from editor.engine.selectors import EVERYTHING
from editor.engine.workloads import arrows, matrix_json, rows
from tests.engine.building import app, block, cluster, ingress, listen, pod, rule, tcp
from tests.worlds import worlds

WEB = Owner("Deployment", "web")


def web(number, **more):
    labels = more.pop("labels", {"app": "web"})
    return pod(f"a/web-{number}", labels, owner=WEB, **more)


def names(world, *policies):
    return [row.as_json() for row in rows(reach(world, policies))]


OUTSIDE = {"cidrs": ["0.0.0.0/0", "::/0"]}


def test_replicas_that_are_alike_are_one_row_and_a_pod_without_owner_is_its_own():
    assert names(cluster(web(1), web(2), pod("a/db"))) == ["a/db", "a/web", OUTSIDE]


def test_replicas_that_differ_in_labels_or_ports_stand_by_pod_name():
    assert names(cluster(web(1), web(2, labels={"app": "web", "x": "y"}))) == ["a/web-1", "a/web-2", OUTSIDE]
    assert names(cluster(web(1), web(2, ports=[listen(1)]))) == ["a/web-1", "a/web-2", OUTSIDE]


def test_replicas_that_a_policy_tells_apart_stand_by_pod_name():
    split = ingress("a/split", app("db"), rule(block("10.0.0.1/32")))
    world = cluster(web(1, addresses=["10.0.0.1"]), web(2, addresses=["10.0.0.2"]), pod("a/db", addresses=["10.0.0.3"]))
    assert names(world, split)[:3] == ["a/db", "a/web-1", "a/web-2"]


def test_a_name_that_two_workloads_share_is_given_to_neither():
    other = pod("a/web-x", {"app": "web"}, owner=Owner("StatefulSet", "web"))
    assert names(cluster(web(1), other)) == ["a/web-1", "a/web-x", OUTSIDE]


def test_outside_blocks_are_split_where_policies_split_them():
    policy = ingress("a/in", app("db"), rule(block("10.0.0.0/8")))
    found = names(cluster(pod("a/db")), policy)
    assert {"cidrs": ["10.0.0.0/8"]} in found
    assert len(found) == 3


def test_the_matrix_has_every_pair_with_anything_allowed():
    policies = [ingress("a/in", EVERYTHING, rule(block("10.0.0.0/8"), ports=(tcp(80),)))]
    found = matrix_json(reach(cluster(pod("a/db"), pod("b/web")), policies))["connections"]
    pairs = {(str(item["source"]), str(item["destination"])): item["allowed"] for item in found}
    ten, rest = "{'cidrs': ['10.0.0.0/8']}", next(key[0] for key in pairs if "11.0.0.0/8" in key[0])
    everything = {"TCP": ["1-65535"], "UDP": ["1-65535"], "SCTP": ["1-65535"]}
    assert pairs["a/db", "b/web"] == everything
    assert pairs["a/db", "a/db"] == everything
    assert ("b/web", "a/db") not in pairs
    assert pairs[ten, "a/db"] == {"TCP": ["80"], "UDP": [], "SCTP": []}
    assert (rest, "a/db") not in pairs
    assert (rest, "b/web") in pairs


def test_a_workload_with_itself_means_one_replica_to_another():
    closed = [ingress("a/closed", EVERYTHING)]
    two = {(s.name, d.name) for s, d, _ in arrows(reach(cluster(web(1), web(2)), closed))}
    one = {(s.name, d.name) for s, d, _ in arrows(reach(cluster(web(1)), closed))}
    assert ("a/web", "a/web") not in two
    assert ("a/web", "a/web") in one


@given(worlds())
@settings(max_examples=60)
def test_the_arrows_are_those_of_the_plain_evaluator_for_any_two_members(world):
    cluster_ = world.cluster
    found = reach(cluster_, world.policies, world.options)
    drawn = {(s.as_json().__repr__(), d.as_json().__repr__()): ports for s, d, ports in arrows(found)}
    listed = rows(found)
    for source in listed:
        for destination in listed:
            if len(source.pods) > 1 or len(destination.pods) > 1 or not (source.pods or destination.pods):
                continue
            ends = [row.pods[0] if row.pods else Outside(row.cidrs[0].network_address) for row in (source, destination)]
            if isinstance(ends[0], Outside) and ends[0].address in ends[1].node_addresses:
                continue
            if isinstance(ends[1], Outside) and ends[1].address in ends[0].node_addresses:
                continue
            plain = allowed_set(cluster_, world.policies, *ends, world.options)
            key = (source.as_json().__repr__(), destination.as_json().__repr__())
            assert drawn.get(key) == (plain or None)
