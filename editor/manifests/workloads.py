"""Workloads: what their templates say of pods that are not in the input themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from editor.engine.cluster import Owner, Pod
from editor.engine.errors import NOWHERE, Place
from editor.manifests.fields import flag_field, object_field, objects_of, text_field, text_map, whole_number
from editor.manifests.located import Located
from editor.manifests.metadata import Metadata, read_metadata
from editor.manifests.pods import controller_of, read_container_ports

TEMPLATES: dict[str, tuple[str, ...]] = {
    "Deployment": ("spec", "template"),
    "ReplicaSet": ("spec", "template"),
    "StatefulSet": ("spec", "template"),
    "DaemonSet": ("spec", "template"),
    "ReplicationController": ("spec", "template"),
    "Job": ("spec", "template"),
    "CronJob": ("spec", "jobTemplate", "spec", "template"),
}
"""Where each kind keeps its pod template."""

# The labels that the Job controller gives to its pods.
_JOB_LABELS = ("batch.kubernetes.io/job-name", "job-name")


@dataclass(frozen=True, slots=True)
class Workload:
    """A controller of pods. ``pod`` is what its template makes; ``idle``: it runs none (no replicas, or finished).

    ``owner``: the workload that controls this one, such as a ReplicaSet's Deployment.
    """

    kind: str
    namespace: str
    name: str
    pod: Pod
    owner: Owner | None = None
    idle: bool = False
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def itself(self) -> Owner:
        """As its pods name it."""
        return Owner(self.kind, self.name)


def read_workload(manifest: Located) -> Workload | None:
    """The workload; None when it has no pod template or something in it has no meaning."""
    before = len(manifest.document.findings.faults)
    kind = str(manifest.fields["kind"].scalar) if "kind" in manifest.fields else ""
    metadata = read_metadata(manifest)
    template: Located | None = manifest
    for name in TEMPLATES.get(kind, ()):
        template = object_field(template, name) if template is not None else None
    if template is None or template is manifest:
        manifest.fault("missing_template", f"`{'.'.join(TEMPLATES.get(kind, ('spec', 'template')))}` is missing.")
        return None
    pod = _pod(template, metadata, Owner(kind, metadata.name), manifest.place)
    workload = Workload(
        kind, metadata.namespace, metadata.name, pod, controller_of(manifest), _idle(manifest), manifest.place
    )
    return None if len(manifest.document.findings.faults) > before else workload


def _pod(template: Located, metadata: Metadata, owner: Owner, place: Place) -> Pod:
    inner, spec = object_field(template, "metadata"), object_field(template, "spec")
    labels = text_map(inner, "labels") if inner is not None else {}
    if owner.kind == "Job":
        labels = {**dict.fromkeys(_JOB_LABELS, metadata.name), **labels}
    return Pod(
        namespace=metadata.namespace,
        name=metadata.name,
        labels=labels,
        ports=read_container_ports(spec),
        host_network=spec is not None and flag_field(spec, "hostNetwork"),
        node=text_field(spec, "nodeName") if spec is not None else None,
        owner=owner,
        place=place,
    )


def _idle(manifest: Located) -> bool:
    spec, status = object_field(manifest, "spec"), object_field(manifest, "status")
    replicas = spec.get("replicas") if spec is not None else None
    if replicas is not None and whole_number(replicas) == 0:
        return True
    conditions = objects_of(status, "conditions") if status is not None else ()
    return any(
        text_field(condition, "type") in ("Complete", "Failed") and text_field(condition, "status") == "True"
        for condition in conditions
    )


def populate(pods: Iterable[Pod], workloads: Iterable[Workload]) -> list[Pod]:
    """The pods with their topmost workload as owner, and one for each workload that has none among them.

    A workload that another one of the input controls, and one that runs no pods, has no pod to stand for it.
    """
    listed = list(workloads)
    above = {(one.namespace, one.itself): one.owner for one in listed if one.owner is not None}
    known = {(one.namespace, one.itself) for one in listed}
    found = [_under(pod, _topmost(pod.namespace, pod.owner, above)) for pod in pods]
    present = {(pod.namespace, pod.owner) for pod in found}
    taken = {pod.ref for pod in found}
    for one in listed:
        top = _topmost(one.namespace, one.itself, above)
        controlled = top != one.itself and (one.namespace, top) in known
        if one.idle or controlled or top is None or (one.namespace, top) in present:
            continue
        pod = replace(one.pod, owner=top)
        while pod.ref in taken:
            pod = replace(pod, name=f"{pod.name}.{one.kind.lower()}")
        taken.add(pod.ref)
        found.append(pod)
    return found


def _under(pod: Pod, owner: Owner | None) -> Pod:
    return pod if owner is pod.owner else replace(pod, owner=owner)


def _topmost(namespace: str, owner: Owner | None, above: dict[tuple[str, Owner], Owner]) -> Owner | None:
    seen = set()
    while owner is not None and (namespace, owner) in above and owner not in seen:
        seen.add(owner)
        owner = above[namespace, owner]
    return owner
