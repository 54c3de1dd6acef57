"""Ports, addresses, names and the other side."""

import pytest

from tests.analysis.linting import API, DB, PROD, ids, namespace, pod, policy, problems, service

TO_DB = """\
podSelector: {matchLabels: {app: db}}
ingress:
- from: [{podSelector: {matchLabels: {app: api}}}]
  ports:
"""
SHUT = "podSelector: {matchLabels: {app: api}}\npolicyTypes: [Egress]\n"


def test_a_port_name_that_no_pod_has_names_the_nearest():
    (found,) = problems(*PROD, policy(f"{TO_DB}  - port: mysq"))
    assert found.id == "named-port-unknown"
    assert found.message == "No port of prod/db is called mysq (TCP); nearest: mysql (one character off)."
    assert found.fix.edits == ({"op": "set", "path": "spec.ingress[0].ports[0].port", "value": "mysql"},)


def test_a_port_name_under_the_wrong_protocol():
    (found,) = problems(*PROD, policy(f"{TO_DB}  - {{port: mysql, protocol: UDP}}"))
    assert "mysql is TCP there" in found.message
    assert found.fix.edits == ({"op": "set", "path": "spec.ingress[0].ports[0].protocol", "value": "TCP"},)


def test_a_number_that_no_pod_declares_is_a_hint():
    (found,) = problems(*PROD, policy(f"{TO_DB}  - port: 3307"))
    assert (found.id, found.severity) == ("port-not-declared", "hint")
    assert found.message == "None of prod/db declares TCP 3307; declared: TCP 3306."


def test_a_range_counts_when_it_holds_any_declared_port_and_silence_says_nothing():
    assert ids(*PROD, policy(f"{TO_DB}  - {{port: 3300, endPort: 3310}}")) == []
    silent = (namespace("prod"), API, pod("prod/db", app="db"))
    assert ids(*silent, policy(f"{TO_DB}  - port: 3307")) == []


def test_the_services_port_where_the_pods_own_was_needed():
    db_service = service("prod/db", {"app": "db"}, 13306, 3306)
    (found,) = problems(*PROD, db_service, policy(f"{TO_DB}  - port: 13306"))
    assert found.id == "service-port"
    assert found.message == "TCP 13306 is the port of Service prod/db; prod/db listens on 3306."
    assert found.fix.edits == ({"op": "set", "path": "spec.ingress[0].ports[0].port", "value": 3306},)
    assert ids(*PROD, db_service, policy(f"{TO_DB}  - port: 3306")) == []


def test_a_service_port_in_an_egress_rule_is_found_on_the_destination():
    spec = f"{SHUT}egress:\n- to: [{{podSelector: {{matchLabels: {{app: db}}}}}}]\n"
    db_service = service("prod/db", {"app": "db"}, 13306, "mysql")
    found = problems(*PROD, db_service, policy(f"{spec}  ports: [{{port: 13306}}]"))
    assert [one.id for one in found] == ["dns-cut", "service-port"]


def test_a_block_over_a_pods_address():
    there = (namespace("prod"), pod("prod/db", addresses=["10.0.0.7"], app="db"))
    spec = "podSelector: {}\ningress:\n- from:\n  - ipBlock: {cidr: %s}"
    (found,) = problems(*there, policy(spec % "10.0.0.7/32"))
    assert (found.id, found.severity) == ("ipblock-covers-pods", "warning")
    assert [one.severity for one in problems(*there, policy(spec % "10.0.0.0/8"))] == ["hint"]
    assert ids(*there, policy(spec % "10.0.1.0/24")) == []
    assert "ipblock-covers-pods" not in ids(*there, policy(spec % "0.0.0.0/0"))


def test_the_whole_of_ipv4_for_a_pod_with_ipv6():
    both = (namespace("prod"), pod("prod/web", addresses=["10.0.0.7", "fd00::7"], app="web"))
    spec = "podSelector: {}\ningress:\n- from:\n  - ipBlock: {cidr: 0.0.0.0/0}\n%s  ports: [{port: 80}]"
    found = [one for one in problems(*both, policy(spec % "")) if one.id == "ipv6-missing"]
    assert found[0].fix.edits[0]["value"] == {"ipBlock": {"cidr": "::/0"}}
    assert "ipv6-missing" not in ids(*both, policy(spec % "  - ipBlock: {cidr: '::/0'}\n"))


DNS_PORTS = [(53, "dns", "UDP"), (53, "dns-tcp", "TCP")]
DNS = pod("kube-system/coredns", DNS_PORTS, addresses=["10.0.9.9"], **{"k8s-app": "kube-dns"})
TO_DNS = "- to: [{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns}}}]\n"


def dns_cut(*manifests):
    return [(one.severity, one.message) for one in problems(*manifests) if one.id == "dns-cut"]


def test_no_way_to_dns_is_a_warning_where_dns_is_known_and_a_hint_otherwise():
    assert dns_cut(*PROD, policy(SHUT)) == [
        ("hint", "Egress of prod/api is isolated, and no rule opens UDP and TCP 53: names cannot be looked up.")
    ]
    assert dns_cut(*PROD, DNS, policy(SHUT)) == [
        ("warning", "Egress of prod/api is isolated, and no rule reaches DNS: open UDP and TCP 53 to coredns.")
    ]


@pytest.mark.parametrize(
    "rule",
    [
        f"{TO_DNS}  ports: [{{port: 53, protocol: UDP}}, {{port: 53}}]",
        f"{TO_DNS}  ports: [{{port: dns, protocol: UDP}}, {{port: dns-tcp}}]",
        "- ports: [{port: 53, protocol: UDP}, {port: 53}]",
        "- {}",
        "- to: [{ipBlock: {cidr: 169.254.20.10/32}}]",
        "- to: [{ipBlock: {cidr: 10.0.0.0/8}}]",
    ],
)
def test_every_way_to_dns_counts(rule):
    assert dns_cut(*PROD, DNS, policy(f"{SHUT}egress:\n{rule}")) == []


def test_udp_alone_is_half_of_dns():
    spec = f"{SHUT}egress:\n{TO_DNS}  ports: [{{port: 53, protocol: UDP}}]"
    assert dns_cut(*PROD, DNS, policy(spec)) == [("hint", "prod/api may ask DNS over UDP 53 only: open TCP 53 too.")]


def test_dns_pods_that_listen_on_a_port_of_their_own():
    own = pod("kube-system/coredns", [(5353, "dns", "UDP"), (5353, "dns-tcp")], **{"k8s-app": "kube-dns"})
    kube_dns = service("kube-system/kube-dns", {"k8s-app": "kube-dns"}, 53, 5353, "UDP")
    wrong = f"{SHUT}egress:\n{TO_DNS}  ports: [{{port: 53, protocol: UDP}}, {{port: 53}}]"
    ((severity, message),) = dns_cut(*PROD, own, kube_dns, policy(wrong))
    assert severity == "warning"
    assert "UDP and TCP 5353, the pods' own port behind the Service's 53" in message
    assert dns_cut(*PROD, own, kube_dns, policy(wrong.replace("53", "5353"))) == []


def test_dns_is_told_of_once_at_the_policy_that_shut_the_way_out():
    deny = policy("podSelector: {}\npolicyTypes: [Egress]", "prod/deny")
    out = policy(f"{SHUT}egress:\n- to: [{{podSelector: {{matchLabels: {{app: db}}}}}}]", "prod/out")
    found = [one for one in problems(*PROD, DNS, deny, out) if one.id == "dns-cut"]
    assert [(one.policy, one.pods) for one in found] == [("prod/deny", ("prod/api", "prod/db", "prod/web"))]


def test_an_operator_cut_off_from_the_api_server():
    operator = pod("prod/postgres-operator-x", app="postgres-operator")
    shut = "podSelector: {matchLabels: {app: postgres-operator}}\npolicyTypes: [Egress]\negress:\n%s"
    dns = "- ports: [{port: 53, protocol: UDP}, {port: 53}]\n"
    assert ids(*PROD, operator, policy(shut % dns)) == ["apiserver-cut"]
    to_world = f"{dns}- to: [{{ipBlock: {{cidr: 192.0.2.0/24}}}}]\n  ports: [{{port: 6443}}]"
    assert ids(*PROD, operator, policy(shut % to_world)) == []
    assert "apiserver-cut" not in ids(*PROD, policy(SHUT))


def test_a_rule_whose_source_may_not_get_out():
    shut = policy(f"{SHUT}egress:\n- ports: [{{port: 53, protocol: UDP}}, {{port: 53}}]", "prod/api-out")
    (found,) = problems(*PROD, shut, policy(f"{TO_DB}  - port: 3306"))
    assert (found.id, found.place.path) == ("one-side-only", "spec.ingress[0].from[0]")
    assert found.message == "This lets prod/api in on TCP 3306, and their own egress stops it (prod/api-out)."
    assert [(c.source, c.destination, c.port) for c in found.connections] == [("prod/api", "prod/db", 3306)]


def test_the_other_way_round_and_both_ends_open():
    names = "- ports: [{port: 53, protocol: UDP}, {port: 53}]"
    out = f"{SHUT}egress:\n- to: [{{podSelector: {{matchLabels: {{app: db}}}}}}]\n{names}"
    deny = policy("podSelector: {matchLabels: {app: db}}", "prod/db-shut")
    assert [one.place.path for one in problems(*PROD, policy(out), deny) if one.id == "one-side-only"] == [
        "spec.egress[0].to[0]"
    ]
    assert ids(*PROD, policy(out), policy(f"{TO_DB}  - port: 3306", "prod/db-in")) == []


def test_pods_are_named_for_the_canvas():
    (found,) = problems(DB, API, policy(f"{TO_DB}  - port: 3307"))
    assert found.pods == ("prod/db",)
