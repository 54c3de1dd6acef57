"""What every object carries: its namespace, its name and its labels."""

from __future__ import annotations

from dataclasses import dataclass

from editor.manifests.fields import object_field, text_field, text_map
from editor.manifests.located import Located

# The API server's own default for an object that names no namespace.
DEFAULT_NAMESPACE = "default"

# https://helm.sh/docs/topics/charts_hooks/
_HOOK = "helm.sh/hook"

_NO_NAME = "`metadata.name` is missing: every object has a name."


@dataclass(frozen=True, slots=True)
class Metadata:
    """``namespace`` is ``default`` when none is written; cluster-wide objects ignore it."""

    namespace: str
    name: str
    labels: dict[str, str]


def read_metadata(manifest: Located) -> Metadata:
    """The metadata of an object; a missing name is a fault."""
    metadata = object_field(manifest, "metadata")
    if metadata is None:
        if manifest.get("metadata") is None:
            manifest.fault("missing_name", _NO_NAME, missing="metadata.name")
        return Metadata(DEFAULT_NAMESPACE, "", {})
    return Metadata(
        text_field(metadata, "namespace") or DEFAULT_NAMESPACE, _name(metadata), text_map(metadata, "labels")
    )


def _name(metadata: Located) -> str:
    name = text_field(metadata, "name")
    if name:
        return name
    prefix = text_field(metadata, "generateName")
    if prefix:
        metadata.warn(
            "generated_name",
            f"The API server adds five characters to `{prefix}`; here the object is named so.",
            value=prefix,
        )
        return prefix
    if metadata.get("name") is None or name == "":
        metadata.fault("missing_name", _NO_NAME, missing="name")
    return ""


def hook_of(manifest: Located) -> str:
    """When Helm runs the object, such as ``test`` or ``pre-install``; empty for what stays. Finds no faults."""
    found: Located | None = manifest
    for name in ("metadata", "annotations", _HOOK):
        found = found.get(name) if found is not None and found.kind == "object" else None
    return str(found.scalar) if found is not None and found.kind == "string" else ""
