"""Stories of refusals: what was met and what was not, nearest first."""

from editor.engine.errors import Place
from editor.engine.options import Options
from editor.engine.policies import INGRESS, BlockPeer, Policy, Rule, SelectorPeer
from editor.engine.selectors import Selector
from editor.manifests import read_policy
from tests.engine.building import app, ask, block, cluster, egress, ingress, listen, pod, pods_here, rule, tcp, udp

WORLD = cluster(
    pod("prod/db", {"role": "db"}, ports=[listen(3306, "mysql")]),
    pod("prod/web", {"role": "web"}, addresses=["10.0.0.4"]),
    pod("dev/api", {"role": "api"}),
    pod("prod/agent", {"role": "api"}, host_network=True),
    prod={"name": "prod"},
    dev={"name": "dev"},
)
API = Selector.of({"role": "api"})
DB = Selector.of({"role": "db"})


def misses(policies, source, port=3306, destination="prod/db", **more):
    side = ask(WORLD, policies, source, destination, port, **more).ingress
    return [miss for reason in side.policies for miss in reason.near_misses]


def guard(*rules):
    return [ingress("prod/guard", DB, *rules)]


def test_the_contracts_own_example():
    (miss,) = misses(guard(rule(pods_here(API), ports=(tcp(3306),))), "prod/web")
    assert (miss.rule, miss.peer) == ("ingress[0]", "from[0]")
    assert miss.met == ("port 3306/TCP",)
    assert miss.unmet == ("podSelector role=api: web has role=web",)


def test_a_missing_label_is_called_missing():
    (miss,) = misses(guard(rule(pods_here(app("api")))), "prod/web")
    assert miss.unmet == ("podSelector app=api: web has no label app",)


def test_a_pod_selector_alone_says_where_it_looks():
    (miss,) = misses(guard(rule(pods_here(API))), "dev/api")
    assert miss.met == ("podSelector role=api", "every port")
    assert "own namespace prod: api is in namespace dev" in miss.unmet[0]


def test_a_namespace_selector_names_the_namespaces_label():
    (miss,) = misses(guard(rule(SelectorPeer(API, Selector.of({"name": "prod"})))), "dev/api")
    assert miss.unmet == ("namespaceSelector name=prod: namespace dev has name=dev",)


def test_a_wrong_port_names_both_ports():
    (miss,) = misses(guard(rule(pods_here(), ports=(tcp(3306), tcp(5432, 5439), udp()))), "prod/web", 22)
    assert miss.met == ("podSelector {}",)
    assert miss.unmet == ("port 3306/TCP or port 5432-5439/TCP or every UDP port: the connection is to port 22/TCP",)


def test_a_port_name_says_what_it_stands_for():
    (miss,) = misses(guard(rule(pods_here(), ports=(tcp("mysql"), tcp("http")))), "prod/web", 22)
    assert miss.unmet[0].startswith("port mysql/TCP (3306 on db) or port http/TCP (no such port on db)")


def test_an_address_is_not_a_pod():
    (miss,) = misses(guard(rule(pods_here(API))), "8.8.8.8")
    assert miss.unmet == ("podSelector role=api: 8.8.8.8 is an address, not a pod",)


def test_a_host_network_pod_is_said_to_count_as_its_node():
    (miss,) = misses(guard(rule(pods_here(API))), "prod/agent")
    assert "agent is on the host network and counts as its node" in miss.unmet[0]


def test_a_block_says_why_it_does_not_match():
    holed = block("10.0.0.0/8", "10.0.0.0/24")
    assert "10.0.0.4 is in its except 10.0.0.0/24" in misses(guard(rule(holed)), "prod/web")[0].unmet[0]
    assert "10.0.0.4 is not in it" in misses(guard(rule(block("11.0.0.0/8"))), "prod/web")[0].unmet[0]
    assert "10.0.0.4 is an IPv4 address" in misses(guard(rule(block("::/0"))), "prod/web")[0].unmet[0]
    assert "api has no address" in misses(guard(rule(block("10.0.0.0/8"))), "dev/api")[0].unmet[0]
    strict = Options(ipblock_matches_pods=False)
    assert (
        "no ipBlock matches a pod" in misses(guard(rule(block("10.0.0.0/8"))), "prod/web", options=strict)[0].unmet[0]
    )


def test_the_nearest_peer_stands_first_and_the_nearest_policy_too():
    far = ingress("prod/a-far", DB, rule(pods_here(API), ports=(tcp(1),)))
    near = ingress("prod/near", DB, rule(pods_here(API), ports=(tcp(1),)), rule(pods_here(API), ports=(tcp(3306),)))
    closed = ingress("prod/a-closed", DB)
    side = ask(WORLD, [far, closed, near], "prod/web", "prod/db", 3306).ingress
    assert [reason.policy for reason in side.policies] == ["prod/near", "prod/a-far", "prod/a-closed"]
    assert [miss.rule for miss in side.policies[0].near_misses] == ["ingress[1]", "ingress[0]"]
    assert side.policies[-1].near_misses == ()


def test_egress_speaks_of_the_destination():
    out = egress("prod/out", Selector.of({"role": "web"}), rule(pods_here(API)))
    side = ask(WORLD, [out], "prod/web", "prod/db", 3306).egress
    (miss,) = side.policies[0].near_misses
    assert (miss.rule, miss.peer, miss.unmet) == ("egress[0]", "to[0]", ("podSelector role=api: db has role=db",))


def test_reasons_carry_the_place_where_the_peer_the_rule_or_the_policy_stands():
    peer = BlockPeer(block("10.0.0.0/8").block, Place("guard.yaml", line=9))
    rules = (Rule((peer,), place=Place("guard.yaml", line=8)),)
    policy = Policy("prod", "guard", DB, frozenset((INGRESS,)), rules, place=Place("guard.yaml", line=1))
    refused = ask(WORLD, [policy], "dev/api", "prod/db").ingress.policies[0]
    assert (refused.place.line, refused.near_misses[0].place.line) == (1, 9)
    granted = ask(WORLD, [policy], "prod/web", "prod/db").ingress.policies[0]
    assert (granted.place.line, granted.rule, granted.peer) == (8, "ingress[0]", "from[0]")


def test_each_unmet_condition_says_where_it_stands_itself():
    text = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: guard, namespace: prod}
spec:
  podSelector: {matchLabels: {role: db}}
  ingress:
  - from:
    - namespaceSelector:
        matchLabels:
          name: prod
      podSelector:
        matchExpressions:
        - {key: tier, operator: Exists}
        - key: role
          operator: In
          values: [web]
    - podSelector: {}
    - ipBlock: {cidr: 11.0.0.0/8}
    ports:
    - port: 5432
    - port: 22
"""
    found = {miss.peer: miss for miss in misses([read_policy(text, "guard.yaml")], "dev/api")}
    assert [(at.line, at.end_line) for at in found["from[0]"].unmet_at] == [(10, 10), (13, 13), (14, 16), (20, 21)]
    assert [at.line for at in found["from[1]"].unmet_at] == [17, 20]
    assert [at.line for at in found["from[2]"].unmet_at] == [18, 20]
    assert [at["column"] for at in found["from[0]"].as_json()["unmet_at"]] == [11, 11, 11, 7]
    assert all(len(miss.unmet) == len(miss.unmet_at) for miss in found.values())


def test_the_json_has_the_contracts_shape():
    verdict = ask(WORLD, guard(rule(pods_here(API), ports=(tcp(3306),))), "prod/web", "prod/db", 3306).as_json()
    assert list(verdict) == [
        "source", "destination", "protocol", "port", "allowed", "blocked_at", "egress", "ingress", "notes"
    ]  # fmt: skip
    assert verdict["egress"]["policies"] == []
    reason = verdict["ingress"]["policies"][0]
    assert {"policy", "rule", "near_misses", "file", "line", "column"} <= reason.keys()
    assert {"rule", "peer", "met", "unmet"} <= reason["near_misses"][0].keys()
