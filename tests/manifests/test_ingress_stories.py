"""Ingress objects: they say how a pod is published, and never change a verdict."""

from editor.engine.evaluate import evaluate
from editor.engine.exposure import exposures
from editor.engine.ingresses import publications
from editor.engine.queries import Query
from tests.manifests.texts import codes, read_text

SHOP = """\
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: main, port: 80, targetPort: http}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed, namespace: shop}
spec: {podSelector: {}}
"""


def ingress(spec, head="apiVersion: networking.k8s.io/v1"):
    return f"---\n{head}\nkind: Ingress\nmetadata: {{name: front, namespace: shop}}\nspec: {spec}\n"


def rule(service, host="host: shop.example, "):
    path = f"{{path: /cart, pathType: Prefix, backend: {{service: {service}}}}}"
    return f"{{rules: [{{{host}http: {{paths: [{path}]}}}}]}}"


def published(text):
    reading = read_text(text)
    assert reading.faults == []
    return publications(reading.cluster()).get("shop/web", ())


def test_a_rule_publishes_the_pods_own_port_by_the_services_number_or_name():
    for port in ("{number: 80}", "{name: main}"):
        (found,) = published(SHOP + ingress(rule(f"{{name: web, port: {port}}}")))
        assert (found.ingress, found.service, found.service_port) == ("shop/front", "shop/web", 80)
        assert (found.port, found.routes) == (8080, ("shop.example/cart",))


def test_the_default_backend_and_a_rule_for_any_host_are_routes_too():
    spec = "{defaultBackend: {service: {name: web, port: {number: 80}}}, " + rule(
        "{name: web, port: {number: 80}}", host=""
    ).removeprefix("{")
    (found,) = published(SHOP + ingress(spec))
    assert found.routes == ("default backend", "any host/cart")


def test_a_service_or_port_that_is_not_there_publishes_nothing():
    assert published(SHOP + ingress(rule("{name: other, port: {number: 80}}"))) == ()
    assert published(SHOP + ingress(rule("{name: web, port: {number: 81}}"))) == ()


def test_the_verdict_stays_and_a_note_names_ingress_and_service():
    reading = read_text(SHOP + ingress(rule("{name: web, port: {number: 80}}")))
    for destination, port in (("shop/web", 8080), ("svc:shop/web", 80)):
        asked = Query("192.0.2.1", destination, "TCP", port)
        verdict = evaluate(reading.cluster(), reading.policies, asked)
        assert verdict.allowed is False
        (note,) = [note for note in verdict.notes if note.startswith("Ingress shop/front publishes shop/web")]
        assert "through Service shop/web port 80" in note
        assert "ingress controller" in note


def test_exposure_says_by_which_ingress_a_pod_is_published():
    reading = read_text(SHOP + ingress(rule("{name: web, port: {number: 80}}")))
    (found,) = exposures(reading.cluster(), reading.policies).values()
    (entry,) = found.as_json()["published"]
    assert (entry["ingress"], entry["port"]) == ("shop/front", 8080)
    assert entry["words"] in found.words()


def test_a_backend_without_a_service_port_is_warned_of_and_a_resource_is_not():
    assert codes(read_text(SHOP + ingress(rule("{name: web}"))).warnings) == ["bad_backend"]
    resource = "{defaultBackend: {resource: {apiGroup: k.example, kind: Bucket, name: b}}}"
    reading = read_text(SHOP + ingress(resource))
    assert (reading.warnings, reading.faults) == ([], [])


def test_a_field_of_a_wrong_type_is_a_fault_and_another_group_a_warning():
    assert codes(read_text(SHOP + ingress("{rules: 5}")).faults) == ["wrong_type"]
    assert codes(read_text(SHOP + ingress("{}", "apiVersion: extensions/v1beta1")).warnings) == ["other_group"]
