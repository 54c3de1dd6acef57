"""What is read, what is passed over, and where everything stands."""

import json
from ipaddress import ip_address

import pytest

from editor.engine.cluster import ContainerPort, Owner
from editor.engine.errors import NetpolError
from editor.manifests import Source, read, read_policy, read_strict
from tests.manifests.texts import codes, plain, policy, read_text

POD = """\
apiVersion: v1
kind: Pod
metadata:
  name: web-5d4f-x1
  namespace: prod
  labels: {app: web, pod-template-hash: 5d4f}
  ownerReferences:
  - {apiVersion: apps/v1, kind: ReplicaSet, name: web-5d4f, uid: u, controller: true}
spec:
  hostNetwork: true
  nodeName: n1
  containers:
  - name: main
    ports: [{containerPort: 80, name: http}, {containerPort: 53, protocol: UDP}]
  initContainers:
  - name: once
    ports: [{containerPort: 1}]
  - name: proxy
    restartPolicy: Always
    ports: [{containerPort: 15001, name: proxy}]
status:
  phase: Pending
  podIP: 10.0.0.7
  podIPs: [{ip: 10.0.0.7}, {ip: "fd00::7"}]
  hostIP: 172.16.0.1
"""


def test_a_pod_of_a_real_cluster_is_read_with_its_owner_ports_and_addresses():
    pod = read_text(POD).pods[0]
    assert pod.ref == "prod/web-5d4f-x1"
    assert pod.owner == Owner("Deployment", "web")
    assert pod.ports == (
        ContainerPort(80, "TCP", "http"),
        ContainerPort(53, "UDP"),
        ContainerPort(15001, "TCP", "proxy", sidecar=True),
    )
    assert pod.addresses == (ip_address("10.0.0.7"), ip_address("fd00::7"))
    assert pod.node_addresses == (ip_address("172.16.0.1"),)
    assert (pod.host_network, pod.node, pod.phase) == (True, "n1", "Pending")


def test_lists_typed_or_not_give_their_items_and_an_item_knows_its_line():
    items = "\n".join(f"- {json.dumps({'metadata': {'name': name}})}" for name in ("a", "b"))
    reading = read_text(f"apiVersion: v1\nkind: NamespaceList\nitems:\n{items}\n")
    assert [namespace.name for namespace in reading.namespaces] == ["a", "b"]
    assert reading.namespaces[1].place.line == 5
    listed = json.dumps({"apiVersion": "v1", "kind": "List", "items": [json.loads(as_json(policy()))]}, indent=1)
    assert read_text(listed).policies[0].ref == "prod/p"


def as_json(text: str) -> str:
    return json.dumps(plain(text))


def test_other_kinds_are_passed_over_and_counted():
    text = "---\n".join(
        [
            "kind: Secret\napiVersion: v1\n",
            "kind: ConfigMap\napiVersion: v1\n",
            "kind: ConfigMap\napiVersion: v1\n",
            "# nothing\n",
        ]
    )
    reading = read_text(text)
    assert reading.passed_over["ConfigMap"] == 2
    assert reading.faults == []


def test_a_policy_of_another_group_is_not_taken_for_one_of_kubernetes():
    reading = read_text("apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: x}\n")
    assert reading.policies == []
    assert codes(reading.warnings) == ["other_group"]


def test_places_name_file_document_path_line_column_and_last_line():
    text = "---\n# comment\n" + policy("ingress:\n- from:\n  - podSelector: {}\n  - ipBlock:\n      cidr: 10.0.0.0/8\n")
    found = read_text("kind: Pod\nmetadata: {name: x}\n" + text).policies[0]
    place = found.ingress[0].peers[1].place
    assert (place.file, place.document, place.path) == ("file.yaml", 2, "spec.ingress[0].from[1]")
    assert (place.line, place.column, place.end_line) == (12, 7, 13)
    assert (found.place.line, found.place.end_line, found.place.path) == (5, 13, None)


def test_every_fault_is_found_at_once_and_stands_at_its_place():
    reading = read_text(
        policy(
            """
            podSelector: {matchLabels: {version: 2}}
            policyTypes: [ingress]
            ingress:
            - from:
              - ipBlock: {cidr: banana}
                podSelector: {}
              - 10.0.0.0/8
              - namespaceSelector: {matchExpressions: [{key: a, operator: Equals, values: [b]}, {operator: Exists}]}
              ports:
              - {port: 99999}
              - {port: 80, endPort: 79}
              - {port: http, endPort: 81}
              - {endPort: 81}
              - {protocol: ICMP}
              - {port: "80"}
            """
        )
    )
    assert [(f.code, f.place.line, f.place.path) for f in reading.faults] == [
        ("wrong_type", 5, "spec.podSelector.matchLabels.version"),
        ("bad_policy_type", 6, "spec.policyTypes[0]"),
        ("mixed_peer", 9, "spec.ingress[0].from[0]"),
        ("wrong_type", 11, "spec.ingress[0].from[1]"),
        ("bad_operator", 12, "spec.ingress[0].from[2].namespaceSelector.matchExpressions[0].operator"),
        ("missing_key", 12, "spec.ingress[0].from[2].namespaceSelector.matchExpressions[1].key"),
        ("bad_port", 14, "spec.ingress[0].ports[0].port"),
        ("bad_end_port", 15, "spec.ingress[0].ports[1].endPort"),
        ("bad_end_port", 16, "spec.ingress[0].ports[2].endPort"),
        ("bad_end_port", 17, "spec.ingress[0].ports[3].endPort"),
        ("bad_protocol", 18, "spec.ingress[0].ports[4].protocol"),
        ("bad_port", 19, "spec.ingress[0].ports[5].port"),
    ]
    assert all(fault.message for fault in reading.faults)
    assert reading.policies == []


def test_what_real_clusters_hold_is_read_with_a_warning():
    reading = read_text(policy("podselector: {}\negress:\n- to: [{ipBlock: {cidr: 10.0.0.5/24}}]") + "status: {}\n")
    assert str(reading.policies[0].egress[0].peers[0].block) == "10.0.0.0/24"
    assert codes(reading.warnings) == ["unknown_field", "odd_cidr"]
    assert "podSelector" in reading.warnings[0].message


def test_a_missing_namespace_is_default_and_a_missing_name_is_a_fault():
    assert read_text(policy(metadata="{name: p}")).policies[0].ref == "default/p"
    assert codes(read_text(policy(metadata="{}")).faults) == ["missing_name"]
    assert codes(read_text("apiVersion: v1\nkind: Pod\n").faults) == ["missing_name"]


def test_numbers_in_other_forms_are_the_same_ports():
    ports = read_text(policy("ingress: [{ports: [{port: 0x50}, {port: 0120}, {port: 8e3}, {port: 8080.0}]}]"))
    assert [port.port for port in ports.policies[0].ingress[0].ports] == [80, 80, 8000, 8080]
    assert codes(read_text(policy("ingress: [{ports: [{port: 80.5}, {port: true}]}]")).faults) == [
        "bad_port",
        "wrong_type",
    ]


def test_the_last_of_duplicate_keys_counts_with_a_warning():
    reading = read_text(policy("podSelector: {}\npodSelector: {matchLabels: {a: b}}"))
    assert reading.policies[0].pods.matches({"a": "b"})
    assert not reading.policies[0].pods.matches({})
    assert codes(reading.warnings) == ["duplicate_key"]


def test_the_same_object_twice_is_harmless_when_equal_and_a_fault_when_not():
    same = read_text(policy() + "---\n" + policy())
    assert (len(same.policies), codes(same.warnings)) == (1, ["repeated_object"])
    different = read_text(policy() + "---\n" + policy("policyTypes: [Egress]"))
    assert codes(different.faults) == ["duplicate_object"]


def test_an_object_keeps_its_own_text_to_the_letter():
    first, second = "# a comment\n" + policy(), policy("podSelector: {} # why\n", metadata="{name: q}")
    objects = read_text(first + "---\n" + second).objects
    assert [found.text for found in objects] == [first, second]
    assert [(found.kind, found.namespace, found.name) for found in objects] == [
        ("NetworkPolicy", "prod", "p"),
        ("NetworkPolicy", "default", "q"),
    ]


def test_one_policy_is_read_alone_and_anything_else_is_refused():
    assert read_policy(policy()).ref == "prod/p"
    for text in ("", POD, policy() + "---\n" + policy(metadata="{name: q}"), policy() + "---\nkind: Secret\n"):
        with pytest.raises(NetpolError) as refused:
            read_policy(text)
        assert codes(refused.value.faults) == ["not_one_policy"]
    with pytest.raises(NetpolError) as refused:
        read_policy(policy("policyTypes: [x]"), "p.yaml")
    assert refused.value.faults[0].place.file == "p.yaml"


def test_strict_reading_raises_every_fault_of_every_source():
    with pytest.raises(NetpolError) as refused:
        read_strict([Source("a", "a: ["), Source("b", "kind: Pod\n")])
    assert [(f.code, f.place.file) for f in refused.value.faults] == [("yaml_syntax", "a"), ("missing_name", "b")]


def test_settings_of_other_tools_in_the_same_folder_are_passed_over():
    reading = read([Source("package.json", '{"name": "x"}'), Source("list.json", "[{kind: tea}, 2]")])
    assert reading.faults == []
    assert reading.passed_over["no Kubernetes object"] == 2
