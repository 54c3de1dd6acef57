"""A Service as destination: its pods and their own ports are what policies judge."""

import pytest

from editor.engine.errors import NetpolError
from editor.engine.evaluate import evaluate
from editor.engine.options import Options
from editor.engine.queries import Query
from tests.manifests.texts import codes, policy, read_text

PODS = """\
apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}}
- apiVersion: v1
  kind: Pod
  metadata: {name: db, namespace: shop, labels: {app: db}}
  spec: {containers: [{name: c, ports: [{name: sql, containerPort: 5432}]}]}
  status: {podIP: 10.0.0.9}
"""
LET_SQL_IN = policy(
    "podSelector: {matchLabels: {app: db}}\ningress: [{ports: [{port: 5432}]}]", metadata="{name: p, namespace: shop}"
)


def service(spec, name="db"):
    return f"---\napiVersion: v1\nkind: Service\nmetadata: {{name: {name}, namespace: shop}}\nspec: {spec}\n"


def ask(text, source="shop/web", destination="svc:shop/db", port=3306, **options):
    reading = read_text(text)
    assert reading.faults == []
    return evaluate(reading.cluster(), reading.policies, Query(source, destination, "TCP", port), Options(**options))


@pytest.mark.parametrize("target", ["5432", "sql"])
def test_the_services_port_leads_to_the_pods_own_port(target):
    text = (
        PODS
        + service(f"{{selector: {{app: db}}, ports: [{{port: 3306, targetPort: {target}}}]}}")
        + "---\n"
        + LET_SQL_IN
    )
    verdict = ask(text)
    assert (verdict.allowed, verdict.destination, verdict.port) == (True, "svc:shop/db", 3306)
    assert any("port 5432 of shop/db" in note for note in verdict.notes)


def test_a_rule_that_names_the_services_port_does_not_let_it_in():
    closed = LET_SQL_IN.replace("5432", "3306")
    text = PODS + service("{selector: {app: db}, ports: [{port: 3306, targetPort: 5432}]}") + "---\n" + closed
    assert ask(text).allowed is False


def test_the_port_may_stand_behind_the_services_name_too():
    text = PODS + service("{selector: {app: db}, ports: [{port: 3306, targetPort: 5432}]}") + "---\n" + LET_SQL_IN
    assert ask(text, destination="svc:shop/db:3306").allowed is True
    with pytest.raises(NetpolError) as refused:
        ask(text, destination="svc:shop/db:80")
    assert codes(refused.value.faults) == ["bad_port"]


def test_a_headless_service_is_a_name_for_its_pods_and_any_port_may_be_asked():
    text = PODS + service("{clusterIP: None, selector: {app: db}, ports: [{port: 1}]}") + "---\n" + LET_SQL_IN
    assert ask(text, port=5432).allowed is True
    assert ask(text, port=80).allowed is False


def test_a_service_without_selector_leads_where_its_slices_say():
    endpoints = """\
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: db-1, namespace: shop, labels: {kubernetes.io/service-name: db}}
ports: [{port: 5432}]
endpoints:
- addresses: [10.0.0.9]
  targetRef: {kind: Pod, name: db}
- addresses: [192.0.2.1]
  conditions: {ready: false}
---
"""
    assert ask(PODS + service("{ports: [{port: 3306}]}") + endpoints + LET_SQL_IN).allowed is True


OLD_ENDPOINTS = """\
---
apiVersion: v1
kind: Endpoints
metadata: {name: db, namespace: shop}
subsets:
- addresses: [{ip: 10.0.0.9, targetRef: {kind: Pod, name: db, namespace: shop}}]
  notReadyAddresses: [{ip: 192.0.2.1}]
  ports: [{port: 5432}]
---
"""


def test_a_service_without_selector_leads_where_an_endpoints_object_says():
    text = PODS + service("{ports: [{port: 3306}]}") + OLD_ENDPOINTS
    verdict = ask(text + LET_SQL_IN)
    assert verdict.allowed is True
    assert not any("leads to" in note for note in verdict.notes)
    assert codes(read_text(text.replace("10.0.0.9, targetRef", "10.0.0.999, targetRef")).faults) == ["bad_address"]


def test_endpoints_that_stand_in_slices_too_count_once():
    endpoints = (
        OLD_ENDPOINTS
        + """\
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: db-1, namespace: shop, labels: {kubernetes.io/service-name: db}}
ports: [{port: 5432}]
endpoints: [{addresses: [10.0.0.9], targetRef: {kind: Pod, name: db}}]
---
"""
    )
    verdict = ask(PODS + service("{ports: [{port: 3306}]}") + endpoints + LET_SQL_IN)
    assert verdict.allowed is True
    assert not any("leads to" in note for note in verdict.notes)


def test_places_behind_a_service_that_differ_are_ambiguous():
    other = "---\napiVersion: v1\nkind: Pod\nmetadata: {name: db-2, namespace: shop, labels: {app: db, old: 'yes'}}\n"
    shut = "---\n" + policy("podSelector: {matchLabels: {old: 'yes'}}", metadata="{name: q, namespace: shop}")
    text = PODS + other + service("{selector: {app: db}, ports: [{port: 5432}]}")
    assert any("leads to 2 places" in note for note in ask(text, port=5432).notes)
    with pytest.raises(NetpolError) as refused:
        ask(text + shut, port=5432)
    assert codes(refused.value.faults) == ["ambiguous_place"]


def test_a_pod_reaching_itself_through_a_service_is_up_to_the_plugin():
    shut = "---\n" + policy("podSelector: {matchLabels: {app: db}}", metadata="{name: q, namespace: shop}")
    text = PODS + service("{selector: {app: db}, ports: [{port: 5432}]}") + shut
    judged = ask(text, source="shop/db", port=5432)
    assert (judged.allowed, judged.source) == (False, "shop/db")
    assert any("network plugin" in note for note in judged.notes)
    assert ask(text, source="shop/db", port=5432, self_via_service=True).allowed is True


@pytest.mark.parametrize(
    ("spec", "query", "code"),
    [
        ("{selector: {app: db}, ports: [{port: 3306}]}", {"destination": "svc:shop/other"}, "unknown_place"),
        ("{selector: {app: db}, ports: [{port: 3306}]}", {"port": 80}, "bad_port"),
        ("{selector: {app: nobody}, ports: [{port: 3306}]}", {}, "unknown_place"),
        ("{selector: {app: db}, ports: [{port: 3306, targetPort: other}]}", {}, "unknown_place"),
        ("{type: ExternalName, externalName: example.com}", {}, "unknown_place"),
        (
            "{selector: {app: db}, ports: [{port: 3306}]}",
            {"source": "svc:shop/db", "destination": "shop/web"},
            "unknown_place",
        ),
    ],
)
def test_a_service_that_leads_nowhere_is_an_error_never_a_guess(spec, query, code):
    with pytest.raises(NetpolError) as refused:
        ask(PODS + service(spec), **query)
    assert codes(refused.value.faults) == [code]


def test_a_bad_port_of_a_service_is_a_fault():
    assert codes(read_text(service("{ports: [{port: 0}]}")).faults) == ["bad_port"]
    assert codes(read_text(service("{ports: [{targetPort: 5}]}")).faults) == ["bad_port"]
