"""What a cluster writes into an object by itself: of no use in another one, and some stop ``kubectl apply``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FIELDS = ("creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid")
# kubectl keeps here what was applied last: the whole object once more, as it was then.
LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"


def without_cluster_fields(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """The object as a person would write it: without those fields and without ``status``. Nothing else changes."""
    made = {key: held for key, held in manifest.items() if key != "status"}
    metadata = made.get("metadata")
    if isinstance(metadata, Mapping):
        made["metadata"] = own_metadata(metadata)
    return made


def own_metadata(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata without them; annotations that held nothing else go as a whole."""
    made = {key: held for key, held in metadata.items() if key not in FIELDS}
    annotations = made.get("annotations")
    if isinstance(annotations, Mapping) and LAST_APPLIED in annotations:
        kept = {key: held for key, held in annotations.items() if key != LAST_APPLIED}
        made["annotations"] = kept
        if not kept:
            del made["annotations"]
    return made
