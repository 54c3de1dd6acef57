"""Stories of queries: what they may name, and every fault at once."""

import pytest

from editor.engine.cluster import Owner
from editor.engine.errors import NetpolError
from editor.engine.evaluate import answer
from editor.engine.options import Options
from editor.engine.queries import resolve
from editor.engine.selectors import EVERYTHING
from tests.engine.building import app, block, cluster, ingress, listen, outside, pod, rule

WEB = Owner("Deployment", "web")
WORLD = cluster(
    pod("a/web-1", {"app": "web"}, owner=WEB, addresses=["10.0.0.1"]),
    pod("a/web-2", {"app": "web"}, owner=WEB, addresses=["10.0.0.2"]),
    pod("a/odd-1", {"app": "odd"}, owner=Owner("Deployment", "odd")),
    pod("a/odd-2", {"app": "odd"}, owner=Owner("Deployment", "odd"), ports=[listen(1)]),
    pod("a/db", addresses=["10.0.0.3"]),
    pod("a/job", phase="Succeeded", addresses=["10.0.0.4"]),
    pod("a/agent", host_network=True, addresses=["172.16.0.1"], node_addresses=["172.16.0.1"], node="first"),
)
DENY = ingress("a/deny", EVERYTHING)


def query(source="a/web", destination="a/db", protocol="TCP", port=80, **more):
    return {"source": source, "destination": destination, "protocol": protocol, "port": port, **more}


def codes(*queries, policies=()):
    with pytest.raises(NetpolError) as caught:
        answer(WORLD, list(policies), list(queries))
    return [(fault.code, fault.place.path) for fault in caught.value.faults]


def test_a_verdict_repeats_the_words_of_the_query():
    (verdict,) = answer(WORLD, [], [query("a/web", "10.0.0.3")])
    assert (verdict.source, verdict.destination) == ("a/web", "10.0.0.3")


def test_an_address_of_a_running_pod_is_that_pod():
    assert resolve(WORLD, "10.0.0.3") is WORLD.pod("a/db")


def test_an_address_of_a_pod_that_has_ended_or_of_a_node_is_an_address():
    assert resolve(WORLD, "10.0.0.4") == outside("10.0.0.4")
    assert resolve(WORLD, "172.16.0.1") == outside("172.16.0.1")


def test_a_workload_stands_for_its_replicas_when_they_are_alike():
    assert resolve(WORLD, "a/web") is WORLD.pod("a/web-1")


def test_a_workload_that_speaks_to_itself_means_one_replica_to_another():
    (verdict,) = answer(WORLD, [DENY], [query("a/web", "a/web")])
    assert verdict.allowed is False


def test_replicas_that_differ_are_ambiguous():
    assert codes(query("a/odd")) == [("ambiguous_place", "queries[0].source")]


def test_replicas_that_a_block_tells_apart_are_ambiguous():
    split = ingress("a/split", app("db"), rule(block("10.0.0.1/32")))
    assert codes(query("a/web"), policies=[split]) == [("ambiguous_place", "queries[0].source")]


def test_replicas_of_which_one_shares_the_other_ends_node_are_ambiguous_only_when_it_matters():
    pods = [pod(f"a/web-{n}", {"app": "web"}, owner=WEB, node=n) for n in ("first", "second")]
    world = cluster(*pods, pod("sys/agent", host_network=True, node="first"))
    assert answer(world, [], [query("sys/agent", "a/web")])[0].allowed is True
    with pytest.raises(NetpolError, match="name one pod"):
        answer(world, [DENY], [query("sys/agent", "a/web")])


def test_a_pod_that_has_ended_is_an_unknown_place_and_the_error_says_why():
    with pytest.raises(NetpolError, match=r"has ended \(phase Succeeded\)") as caught:
        resolve(WORLD, "a/job")
    assert caught.value.faults[0].code == "unknown_place"
    assert caught.value.faults[0].value == "a/job"


@pytest.mark.parametrize("text", ["a/nobody", "nobody", "10.0.0.300", "10.0.0.0/8", "a/b/c", "fe80::1%eth0"])
def test_what_names_nothing_is_an_unknown_place(text):
    with pytest.raises(NetpolError) as caught:
        resolve(WORLD, text)
    assert [fault.code for fault in caught.value.faults] == ["unknown_place"]


def test_two_addresses_outside_are_no_question_for_policies():
    assert codes(query("8.8.8.8", "9.9.9.9")) == [("bad_query", "queries[0]")]


@pytest.mark.parametrize("port", [0, 65536, -1, "80", 80.0, True, None])
def test_a_port_is_a_number_from_1_to_65535(port):
    assert codes(query(port=port)) == [("bad_port", "queries[0].port")]


@pytest.mark.parametrize("protocol", ["tcp", "HTTP", "", None, 6, ["TCP"]])
def test_a_protocol_is_written_as_kubernetes_writes_it(protocol):
    assert codes(query(protocol=protocol)) == [("bad_protocol", "queries[0].protocol")]


def test_icmp_needs_no_port_and_gets_an_undefined_answer():
    for asked in (query(protocol="ICMP"), {k: v for k, v in query(protocol="ICMP").items() if k != "port"}):
        assert answer(WORLD, [DENY], [asked])[0].as_json()["allowed"] is None


@pytest.mark.parametrize("asked", [None, "a/web", 3, [], {"sorce": "a/web"}])
def test_what_is_no_query_is_refused(asked):
    assert {code for code, _ in codes(asked)} >= {"bad_query"}


def test_the_queries_are_an_array():
    with pytest.raises(NetpolError) as caught:
        answer(WORLD, [], query())
    assert caught.value.faults[0].code == "bad_query"


def test_all_faults_of_all_queries_come_at_once():
    assert codes(query("", port=0), query(protocol="x")) == [
        ("bad_query", "queries[0].source"),
        ("bad_port", "queries[0].port"),
        ("bad_protocol", "queries[1].protocol"),
    ]
    assert codes(query("a/x", "a/odd"), query(), query("a/job")) == [
        ("unknown_place", "queries[0].source"),
        ("ambiguous_place", "queries[0].destination"),
        ("unknown_place", "queries[2].source"),
    ]


def test_options_are_read_strictly():
    assert Options.from_json(None) == Options()
    assert Options.from_json({"ipblock_matches_pods": False}).ipblock_matches_pods is False
    for wrong in ([], {"other": 1}, {"host_network": "x"}, {"ipblock_matches_pods": "yes"}):
        with pytest.raises(NetpolError) as caught:
            Options.from_json(wrong)
        assert caught.value.faults[0].code == "bad_option"
