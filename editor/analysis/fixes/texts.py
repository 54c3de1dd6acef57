"""The text of a new policy, under a name that is free."""

from __future__ import annotations

from typing import Any

from editor.analysis.fixes.standing import Standing
from editor.engine.selectors import Selector
from editor.manifests.dump import dump
from editor.manifests.plain import selector_manifest


def new_policy(
    standing: Standing, space: str, name: str, pods: Selector, direction: str, rules: list[dict[str, Any]]
) -> tuple[str, str]:
    """``namespace/name`` and the text of a policy of one direction."""
    taken = {one.policy.ref for one in standing.held}
    number, free = 1, name
    while f"{space}/{free}" in taken:
        number += 1
        free = f"{name}-{number}"
    spec = {"podSelector": selector_manifest(pods), "policyTypes": [direction], direction.lower(): rules}
    metadata = {"name": free, "namespace": space}
    manifest = {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": metadata, "spec": spec}
    return f"{space}/{free}", dump([manifest])
