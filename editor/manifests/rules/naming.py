"""What a manifest calls itself; None where it does not say so in text."""

from __future__ import annotations

from editor.manifests.located import Located


def kind_of_object(manifest: Located) -> str | None:
    return text_at(manifest, "kind")


def text_at(manifest: Located, name: str) -> str | None:
    found = manifest.get(name)
    return str(found.scalar) if found is not None and found.kind == "string" else None


def metadata_at(manifest: Located, name: str) -> Located | None:
    metadata = manifest.get("metadata")
    return metadata.get(name) if metadata is not None else None


def named(manifest: Located, name: str) -> str | None:
    found = metadata_at(manifest, name)
    return str(found.scalar) if found is not None and found.kind == "string" else None
