"""Workloads: what their templates say of pods that are not in the input themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from editor.engine.cluster import Owner, Pod
from editor.engine.errors import NOWHERE, Place
from editor.manifests.fields import flag_field, object_field, text_field, text_map
from editor.manifests.located import Located
from editor.manifests.metadata import Metadata, read_metadata
from editor.manifests.pods import controller_of, read_container_ports
from editor.manifests.replicas import read_replicas

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
    """A controller of pods. ``pod`` is what its template makes; ``replicas`` of it run at once, see ``read_replicas``.

    ``owner``: the workload that controls this one, such as a ReplicaSet's Deployment.
    """

    kind: str
    namespace: str
    name: str
    pod: Pod
    owner: Owner | None = None
    replicas: int = 1
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
        missing = ".".join(TEMPLATES.get(kind, ("spec", "template")))
        manifest.fault("missing_template", f"`{missing}` is missing.", missing=missing)
        return None
    pod = _pod(template, metadata, Owner(kind, metadata.name), manifest.place)
    replicas = read_replicas(manifest, kind)
    owner = controller_of(manifest)
    workload = Workload(kind, metadata.namespace, metadata.name, pod, owner, replicas, manifest.place)
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


@dataclass(frozen=True, slots=True)
class Populated:
    """The pods of a reading, and what its workloads run besides.

    ``others``: for each stand-in of a workload with several replicas a second one, exactly alike, so that what one
    replica may do to another is judged. ``idle``: the workloads that nothing stands for since they run no pod.
    """

    pods: list[Pod]
    others: list[Pod]
    idle: list[Workload]


def populate(pods: Iterable[Pod], workloads: Iterable[Workload]) -> Populated:
    """The pods with their topmost workload as owner, and one for each workload that has none among them.

    A workload that another one of the input controls, and one that runs no pods, has no pod to stand for it.
    """
    listed = list(workloads)
    above = {(one.namespace, one.itself): one.owner for one in listed if one.owner is not None}
    known = {(one.namespace, one.itself) for one in listed}
    made = Populated([_under(pod, _topmost(pod.namespace, pod.owner, above)) for pod in pods], [], [])
    present = {(pod.namespace, pod.owner) for pod in made.pods}
    taken = {pod.ref for pod in made.pods}
    for one in listed:
        top = _topmost(one.namespace, one.itself, above)
        controlled = top != one.itself and (one.namespace, top) in known
        if controlled or top is None or (one.namespace, top) in present:
            continue
        if one.replicas == 0:
            made.idle.append(one)
            continue
        pod = _free(replace(one.pod, owner=top), one.kind.lower(), taken)
        made.pods.append(pod)
        if one.replicas > 1:
            made.others.append(_free(replace(pod, name=f"{pod.name}.2"), "2", taken))
    return made


def _free(pod: Pod, suffix: str, taken: set[str]) -> Pod:
    """The pod under a name that no other one has."""
    while pod.ref in taken:
        pod = replace(pod, name=f"{pod.name}.{suffix}")
    taken.add(pod.ref)
    return pod


def _under(pod: Pod, owner: Owner | None) -> Pod:
    return pod if owner is pod.owner else replace(pod, owner=owner)


def _topmost(namespace: str, owner: Owner | None, above: dict[tuple[str, Owner], Owner]) -> Owner | None:
    seen = set()
    while owner is not None and (namespace, owner) in above and owner not in seen:
        seen.add(owner)
        owner = above[namespace, owner]
    return owner
