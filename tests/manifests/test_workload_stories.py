"""Workloads stand in for pods that are not in the input themselves; pods that are there count once."""

import pytest

from editor.engine.cluster import ContainerPort, Owner
from tests.manifests.texts import codes, read_text

TEMPLATE = "{metadata: {labels: {app: web}}, spec: {containers: [{name: c, ports: [{containerPort: 80, name: http}]}]}}"


def workload(kind, name="web", *, api="apps/v1", spec="", metadata="", template=TEMPLATE):
    inner = f"jobTemplate: {{spec: {{template: {template}}}}}" if kind == "CronJob" else f"template: {template}"
    head = f"apiVersion: {api}\nkind: {kind}\nmetadata: {{name: {name}, namespace: prod{metadata}}}\n"
    return f"{head}spec: {{{spec}{inner}}}\n"


def pod(name, owner, labels="{app: web}"):
    kind, owner_name = owner.split("/")
    reference = f"[{{kind: {kind}, name: {owner_name}, controller: true}}]"
    return (
        "apiVersion: v1\nkind: Pod\n"
        f"metadata: {{name: {name}, namespace: prod, labels: {labels}, ownerReferences: {reference}}}\n"
    )


def owned_by(kind, name):
    return f", ownerReferences: [{{kind: {kind}, name: {name}, controller: true}}]"


def read_pods(*documents):
    reading = read_text("---\n".join(documents))
    assert reading.faults == []
    return reading.pods


@pytest.mark.parametrize(
    ("kind", "api"),
    [
        ("Deployment", "apps/v1"),
        ("ReplicaSet", "apps/v1"),
        ("StatefulSet", "apps/v1"),
        ("DaemonSet", "apps/v1"),
        ("Job", "batch/v1"),
        ("CronJob", "batch/v1"),
        ("ReplicationController", "v1"),
    ],
)
def test_a_workload_alone_gives_the_pod_of_its_template(kind, api):
    (found,) = read_pods(workload(kind, api=api))
    assert (found.ref, found.owner, found.labels["app"]) == ("prod/web", Owner(kind, "web"), "web")
    assert found.ports == (ContainerPort(80, "TCP", "http"),)
    assert found.place.line == 1


def test_pods_of_a_workload_count_and_its_template_does_not():
    deployment, set_ = workload("Deployment"), workload("ReplicaSet", "web-abc", metadata=owned_by("Deployment", "web"))
    found = read_pods(deployment, set_, pod("web-abc-1", "ReplicaSet/web-abc"), pod("web-abc-2", "ReplicaSet/web-abc"))
    assert [(one.name, one.owner) for one in found] == [
        ("web-abc-1", Owner("Deployment", "web")),
        ("web-abc-2", Owner("Deployment", "web")),
    ]


def test_a_deployment_with_its_replica_sets_is_one_pod():
    documents = [workload("ReplicaSet", f"web-{n}", metadata=owned_by("Deployment", "web")) for n in ("abc", "def")]
    assert [one.name for one in read_pods(*documents, workload("Deployment"))] == ["web"]


def test_a_replica_set_without_its_deployment_in_the_input_still_belongs_to_it():
    (found,) = read_pods(workload("ReplicaSet", "web-abc", metadata=owned_by("Deployment", "web")))
    assert (found.name, found.owner) == ("web-abc", Owner("Deployment", "web"))


def test_a_cron_job_owns_the_pods_of_its_jobs():
    job = workload("Job", "nightly-1", api="batch/v1", metadata=owned_by("CronJob", "nightly"))
    found = read_pods(workload("CronJob", "nightly", api="batch/v1"), job, pod("nightly-1-x", "Job/nightly-1"))
    assert [(one.name, one.owner) for one in found] == [("nightly-1-x", Owner("CronJob", "nightly"))]


SEVERAL = [
    ("Deployment", "apps/v1", "replicas: 3, "),
    ("StatefulSet", "apps/v1", "replicas: 2, "),
    ("ReplicationController", "v1", "replicas: 2, "),
    ("DaemonSet", "apps/v1", ""),
    ("Job", "batch/v1", "parallelism: 2, "),
    ("Job", "batch/v1", "parallelism: 2, completions: 5, "),
]
ALONE = [
    ("Deployment", "apps/v1", ""),
    ("Deployment", "apps/v1", "replicas: 1, "),
    ("Job", "batch/v1", "completions: 5, "),
    ("Job", "batch/v1", "parallelism: 2, completions: 1, "),
    ("CronJob", "batch/v1", ""),
    ("CronJob", "batch/v1", "suspend: true, "),
]
NONE = [
    ("Deployment", "apps/v1", "replicas: 0, "),
    ("Job", "batch/v1", "parallelism: 0, "),
    ("Job", "batch/v1", "suspend: true, "),
]


@pytest.mark.parametrize(("kind", "api", "spec"), SEVERAL)
def test_a_workload_of_several_pods_has_another_replica_in_the_cluster_and_one_pod_to_import(kind, api, spec):
    reading = read_text(workload(kind, api=api, spec=spec))
    assert [one.ref for one in reading.pods] == ["prod/web"]
    one, other = reading.cluster().named("prod/web")
    assert (one.labels, one.ports, one.owner) == (other.labels, other.ports, other.owner)


@pytest.mark.parametrize(("kind", "api", "spec"), ALONE)
def test_a_workload_of_one_pod_has_no_other_replica(kind, api, spec):
    assert len(read_text(workload(kind, api=api, spec=spec)).cluster().pods) == 1


@pytest.mark.parametrize(("kind", "api", "spec"), NONE)
def test_a_workload_of_no_pods_has_none_in_the_cluster(kind, api, spec):
    assert read_text(workload(kind, api=api, spec=spec)).cluster().pods == ()


@pytest.mark.parametrize(("scheduled", "pods"), [(0, 0), (1, 1), (7, 2)])
def test_a_daemon_set_has_as_many_pods_as_its_status_says(scheduled, pods):
    text = workload("DaemonSet") + f"status: {{desiredNumberScheduled: {scheduled}}}\n"
    assert len(read_text(text).cluster().pods) == pods


def test_a_workload_whose_pods_are_in_the_input_has_no_others():
    text = "---\n".join([workload("StatefulSet", spec="replicas: 3, "), pod("web-0", "StatefulSet/web")])
    assert [one.name for one in read_text(text).cluster().pods] == ["web-0"]


def test_another_replica_takes_no_name_that_a_pod_has():
    text = "---\n".join([pod("web.2", "Job/other"), workload("Deployment", spec="replicas: 2, ")])
    assert [one.name for one in read_text(text).cluster().pods] == ["web.2", "web", "web.2.2"]


def test_a_workload_scaled_to_nothing_is_said_to_run_no_pod():
    reading = read_text(workload("Deployment", spec="replicas: 0, "))
    assert [(one.code, one.value, one.place.line) for one in reading.warnings] == [("idle_workload", "prod/web", 1)]


def test_nothing_is_said_of_the_earlier_revisions_of_a_deployment():
    old = workload("ReplicaSet", "web-abc", spec="replicas: 0, ", metadata=owned_by("Deployment", "web"))
    assert read_text(old).warnings == []


def test_what_runs_no_pod_gives_none():
    finished = workload("Job", "done", api="batch/v1") + "status: {conditions: [{type: Complete, status: 'True'}]}\n"
    assert read_pods(workload("Deployment", spec="replicas: 0, "), finished) == []


def test_two_workloads_of_one_name_keep_apart():
    found = read_pods(workload("Deployment"), workload("StatefulSet"))
    assert [(one.name, one.owner) for one in found] == [
        ("web", Owner("Deployment", "web")),
        ("web.statefulset", Owner("StatefulSet", "web")),
    ]


def test_a_job_gives_its_pods_the_labels_that_kubernetes_gives():
    (found,) = read_pods(workload("Job", api="batch/v1"))
    assert found.labels["batch.kubernetes.io/job-name"] == "web"


def test_a_workload_without_a_template_has_no_meaning():
    assert codes(read_text("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\n").faults) == [
        "missing_template"
    ]
