"""Each point that Kubernetes leaves open is an option of its own: it turns the verdict, and a note says so."""

import pytest

WORLD = """\
kind: List
apiVersion: v1
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: web, namespace: prod, labels: {role: web}}
  spec: {nodeName: one}
  status: {podIP: 10.0.0.5, hostIP: 172.20.0.1}
- apiVersion: v1
  kind: Pod
  metadata: {name: db, namespace: prod, labels: {role: db}}
  spec: {nodeName: two}
  status: {podIP: 10.0.0.6, hostIP: 172.20.0.2}
- apiVersion: v1
  kind: Pod
  metadata: {name: agent, namespace: prod, labels: {role: web}}
  spec: {nodeName: one, hostNetwork: true}
  status: {podIP: 172.20.0.1, hostIP: 172.20.0.1}
- apiVersion: v1
  kind: Service
  metadata: {name: db, namespace: prod}
  spec: {selector: {role: db}, ports: [{port: 80}]}
---
"""
POLICY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: guard, namespace: prod}
spec: {podSelector: {matchLabels: {role: db}}, policyTypes: [Ingress, Egress], %s}
"""


@pytest.mark.parametrize(
    ("option", "rules", "source", "destination", "verdicts"),
    [
        ("ipblock_matches_pods=false", "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]", "prod/web", "prod/db",
         ("allowed", "blocked")),
        ("host_network=pod", "ingress: [{from: [{podSelector: {}}]}]", "prod/agent", "prod/db",
         ("blocked", "allowed")),
        ("self_via_service=true", "ingress: []", "prod/db", "svc:prod/db", ("blocked", "allowed")),
        ("egress_to_own_node=true", "egress: []", "prod/db", "172.20.0.2", ("blocked", "allowed")),
    ],
)  # fmt: skip
def test_the_option_turns_the_verdict_and_a_note_says_on_whom_it_depends(
    netpol, tmp_path, option, rules, source, destination, verdicts
):
    (tmp_path / "all.yaml").write_text(WORLD + POLICY % rules)
    for more, word in (((), verdicts[0]), (("--option", option), verdicts[1])):
        ran = netpol("explain", tmp_path, source, destination, "80", *more)
        assert ran.code == 0
        assert f": {word}" in ran.out.splitlines()[0]
        assert any(line.startswith("note: ") and "network plugin" in line for line in ran.out.splitlines())


def test_a_pod_always_reaches_its_own_address_and_its_node_always_reaches_it(netpol, tmp_path):
    (tmp_path / "all.yaml").write_text(WORLD + POLICY % "ingress: []")
    for source, destination in (("prod/db", "prod/db"), ("172.20.0.2", "prod/db")):
        assert ": allowed" in netpol("explain", tmp_path, source, destination, "80").out.splitlines()[0]
    assert ": blocked" in netpol("explain", tmp_path, "172.20.0.1", "prod/db", "80").out.splitlines()[0]
