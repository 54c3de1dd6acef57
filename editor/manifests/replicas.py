"""How many pods a workload runs at once, as far as its manifest says."""

from __future__ import annotations

from editor.manifests.fields import flag_field, object_field, objects_of, text_field, whole_number
from editor.manifests.located import Located

# One pod a node: how many nodes there are, no manifest says, and hardly a cluster has one alone.
ON_EVERY_NODE = 2


def read_replicas(manifest: Located, kind: str) -> int:
    """The pods that run at once; 0 for a workload that runs none: scaled to nothing, suspended, or finished."""
    spec, status = object_field(manifest, "spec"), object_field(manifest, "status")
    if kind == "DaemonSet":
        return _number(status, "desiredNumberScheduled", ON_EVERY_NODE)
    if kind == "Job":
        return 0 if _finished(status) else _of_job(spec)
    if kind == "CronJob":
        # What is suspended today runs again tomorrow: its pods are still its pods.
        return _of_job(_below(_below(spec, "jobTemplate"), "spec")) or 1
    return _number(spec, "replicas", 1)


def _of_job(spec: Located | None) -> int:
    """One pod after the other makes ``completions``; ``parallelism`` of them run at once."""
    if spec is not None and flag_field(spec, "suspend"):
        return 0
    at_once = _number(spec, "parallelism", 1)
    return min(at_once, _number(spec, "completions", at_once))


def _below(parent: Located | None, name: str) -> Located | None:
    return object_field(parent, name) if parent is not None else None


def _number(parent: Located | None, name: str, otherwise: int) -> int:
    found = parent.get(name) if parent is not None else None
    number = whole_number(found) if found is not None else None
    return otherwise if number is None else max(number, 0)


def _finished(status: Located | None) -> bool:
    return any(
        text_field(condition, "type") in ("Complete", "Failed") and text_field(condition, "status") == "True"
        for condition in (objects_of(status, "conditions") if status is not None else ())
    )
