"""Fields that Kubernetes does not know: dropped by the API server, refused by its strict validation."""

from __future__ import annotations

import difflib

from editor.manifests.located import Located

_KNOWN: dict[str, tuple[str, ...]] = {
    # Removed in 1.28, yet exports of older clusters carry `status`.
    "NetworkPolicy": ("apiVersion", "kind", "metadata", "spec", "status"),
    "NetworkPolicySpec": ("podSelector", "policyTypes", "ingress", "egress"),
    "NetworkPolicyIngressRule": ("from", "ports"),
    "NetworkPolicyEgressRule": ("to", "ports"),
    "NetworkPolicyPeer": ("podSelector", "namespaceSelector", "ipBlock"),
    "NetworkPolicyPort": ("protocol", "port", "endPort"),
    "IPBlock": ("cidr", "except"),
    "LabelSelector": ("matchLabels", "matchExpressions"),
    "LabelSelectorRequirement": ("key", "operator", "values"),
}


def warn_unknown(value: Located, type_name: str) -> None:
    """Warn of each field that ``type_name`` does not have, with the nearest one that it has."""
    known = _KNOWN[type_name]
    for name, field in value.fields.items():
        if name not in known:
            near = difflib.get_close_matches(name.lower(), [k.lower() for k in known], n=1)
            meant = next((k for k in known if near and k.lower() == near[0]), None)
            hint = f" Did you mean `{meant}`?" if meant else f" Known here: {', '.join(known)}."
            field.warn(
                "unknown_field",
                f"Kubernetes knows no field `{field.path}` and ignores it; strict validation refuses it.{hint}",
                value=name,
                at_key=True,
            )
