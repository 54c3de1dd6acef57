"""Where ``kubectl apply`` does something else than the server does when it is asked directly."""

from __future__ import annotations

from collections.abc import Iterator

from editor.manifests.located import Located
from editor.manifests.rules.findings import KUBECTL_APPLY, Finding
from editor.manifests.rules.naming import metadata_at


def apply_differences(manifest: Located) -> Iterator[Finding]:
    """Where ``kubectl apply`` does something else than the server asked directly."""
    for warning in manifest.document.findings.warnings:
        if warning.code == "duplicate_key":
            message = f"kubectl apply silently takes the last `{warning.value}` and drops the others."
            yield Finding(warning.place.path or "", KUBECTL_APPLY, message, warning.place)
    for field in ("apiVersion", "kind"):
        if manifest.kind == "object" and manifest.get(field) is None:
            yield Finding(field, KUBECTL_APPLY, f"kubectl apply refuses an object without {field}.", manifest.place)
    version = metadata_at(manifest, "resourceVersion")
    if version is not None:
        message = "kubectl create refuses an object that has a resourceVersion: remove it from an export."
        yield Finding("metadata.resourceVersion", KUBECTL_APPLY, message, version.place)
    yield from _null_labels(manifest)


def _null_labels(value: Located) -> Iterator[Finding]:
    for name, inner in value.fields.items():
        if name in ("labels", "matchLabels", "annotations") and inner.kind == "object":
            for key, entry in inner.fields.items():
                if entry.null:
                    message = f'kubectl apply drops the key `{key}`, whose value is null; the API server reads "".'
                    yield Finding(inner.path, KUBECTL_APPLY, message, entry.place)
        else:
            yield from _null_labels(inner)
    for item in value.items:
        yield from _null_labels(item)
