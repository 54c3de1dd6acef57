"""Stories of ports: names, ranges and protocols."""

from editor.engine.policies import PolicyPort
from tests.engine.building import (
    allowed,
    app,
    ask,
    cluster,
    egress,
    ingress,
    listen,
    pod,
    pods_here,
    rule,
    tcp,
    udp,
)

WORLD = cluster(
    pod("a/client", ports=[listen(9999, "http")]),
    pod("a/one", ports=[listen(8080, "http"), listen(53, "dns", "UDP")]),
    pod("a/two", ports=[listen(9090, "http")]),
    pod("a/none"),
)


def let_in(name, *ports):
    return [ingress("a/let-in", app(name), rule(ports=ports))]


def test_a_rule_without_ports_admits_every_port_and_protocol():
    policies = [ingress("a/let-in", app("one"), rule(pods_here()))]
    assert all(allowed(WORLD, policies, "a/client", "a/one", 9, p) for p in ("TCP", "UDP", "SCTP"))


def test_a_port_item_without_a_port_is_every_port_of_its_protocol():
    assert allowed(WORLD, let_in("one", PolicyPort()), "a/client", "a/one", 65535) is True
    assert allowed(WORLD, let_in("one", PolicyPort()), "a/client", "a/one", 53, "UDP") is False
    assert allowed(WORLD, let_in("one", udp()), "a/client", "a/one", 53, "UDP") is True


def test_a_named_port_of_ingress_is_the_destination_pods_own():
    assert allowed(WORLD, let_in("one", tcp("http")), "a/client", "a/one", 8080) is True
    assert allowed(WORLD, let_in("one", tcp("http")), "a/client", "a/one", 9999) is False


def test_a_named_port_of_egress_is_looked_up_on_the_destination_too():
    out = [egress("a/out", app("client"), rule(pods_here(), ports=(tcp("http"),)))]
    assert allowed(WORLD, out, "a/client", "a/one", 8080) is True
    assert allowed(WORLD, out, "a/client", "a/two", 9090) is True
    assert allowed(WORLD, out, "a/client", "a/two", 8080) is False
    assert allowed(WORLD, out, "a/client", "a/two", 9999) is False
    assert allowed(WORLD, out, "a/client", "a/none", 8080) is False


def test_a_named_port_is_found_by_name_and_protocol():
    assert allowed(WORLD, let_in("one", tcp("dns")), "a/client", "a/one", 53) is False
    assert allowed(WORLD, let_in("one", udp("dns")), "a/client", "a/one", 53, "UDP") is True


def test_a_named_port_matches_nothing_outside():
    out = [egress("a/out", app("client"), rule(ports=(tcp("http"),)))]
    assert allowed(WORLD, out, "a/client", "8.8.8.8", 8080) is False


def test_two_containers_may_share_a_port_name_and_a_note_says_that_plugins_differ():
    world = cluster(pod("a/client"), pod("a/one", ports=[listen(80, "http"), listen(81, "http")]))
    verdicts = [ask(world, let_in("one", tcp("http")), "a/client", "a/one", port) for port in (80, 81, 82)]
    assert [verdict.allowed for verdict in verdicts] == [True, True, False]
    assert any("plugin" in note for note in verdicts[0].notes)


def test_a_sidecars_named_port_counts_with_a_note():
    world = cluster(pod("a/client"), pod("a/one", ports=[listen(80, "http", sidecar=True)]))
    verdict = ask(world, let_in("one", tcp("http")), "a/client", "a/one", 80)
    assert verdict.allowed is True
    assert any("sidecar" in note and "plugin" in note for note in verdict.notes)


def test_end_port_is_inclusive_and_may_equal_the_port():
    ranged = let_in("one", tcp(8000, 8002))
    assert [allowed(WORLD, ranged, "a/client", "a/one", port) for port in (7999, 8000, 8002, 8003)] == [
        False,
        True,
        True,
        False,
    ]
    assert allowed(WORLD, let_in("one", tcp(8000, 8000)), "a/client", "a/one", 8000) is True


def test_end_port_has_a_note_beyond_its_first_port():
    ranged = let_in("one", tcp(8000, 8002))
    assert ask(WORLD, ranged, "a/client", "a/one", 8000).notes == ()
    assert any("endPort" in note and "plugin" in note for note in ask(WORLD, ranged, "a/client", "a/one", 8001).notes)


def test_policy_ports_are_the_pods_ports_declared_or_not():
    assert allowed(WORLD, let_in("none", tcp(7)), "a/client", "a/none", 7) is True


def test_the_protocol_of_a_port_item_is_tcp_unless_written():
    assert PolicyPort(port=53).protocol == "TCP"
    assert allowed(WORLD, let_in("one", PolicyPort(port=53)), "a/client", "a/one", 53, "UDP") is False
