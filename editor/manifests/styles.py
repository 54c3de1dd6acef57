"""A policy's text in another style: ``canonical`` says everything in one order, ``minimal`` leaves defaults out.

Neither keeps comments; ``original`` keeps every character. All three mean the same, field by field as in the table
"Absent, empty, filled" of the semantics, and what a person wrote beyond the schema stays.
"""

from __future__ import annotations

from typing import Any, Literal

from editor.engine.policies import EGRESS, INGRESS, default_types
from editor.manifests.dump import dump
from editor.manifests.of_the_cluster import own_metadata
from editor.manifests.patch.order import in_order
from editor.manifests.patch.sheet import value_of

Style = Literal["original", "canonical", "minimal"]
STYLES: tuple[Style, ...] = ("original", "canonical", "minimal")

_TEXTS = ("labels", "annotations", "matchLabels")
_LISTS = (("ingress", "from"), ("egress", "to"))
_SELECTORS = ("podSelector", "namespaceSelector")


def restyled(text: str, style: Style) -> str:
    """The text of one policy in ``style``. Raises NetpolError for a text that is not one object."""
    return text if style == "original" else dump([restyled_object(text, style)])


def restyled_object(text: str, style: Style) -> dict[str, Any]:
    """The same as plain JSON."""
    manifest: Any = value_of(text)
    if style == "original":
        return dict(manifest)
    manifest = {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", **_without_nulls(manifest)}
    manifest["metadata"] = _without_empty(own_metadata(manifest.get("metadata", {})), "labels", "annotations")
    if not manifest.get("status"):
        manifest.pop("status", None)
    manifest["spec"] = _spec(manifest.get("spec", {}), full=style == "canonical")
    ordered: dict[str, Any] = _ordered(manifest)
    return ordered


def _without_nulls(value: Any, key: str = "") -> Any:  # noqa: ANN401 - JSON
    """A null field is an absent one, a null label an empty text, a null item of a list an empty mapping."""
    if isinstance(value, dict):
        if key in _TEXTS:
            return {name: "" if held is None else held for name, held in value.items()}
        return {name: _without_nulls(held, name) for name, held in value.items() if held is not None}
    if isinstance(value, list):
        empty: Any = {} if key in ("ingress", "egress", "ports") else ""
        return [empty if held is None else _without_nulls(held) for held in value]
    return value


def _spec(spec: dict[str, Any], *, full: bool) -> dict[str, Any]:
    made = dict(spec)
    # Absent and empty select every pod alike, but some tools refuse a policy without the field.
    made["podSelector"] = _selector(made.get("podSelector", {}))
    types = default_types(made.get("policyTypes"), len(made.get("egress", [])))
    for field, peers in _LISTS:
        if made.get(field):
            made[field] = [_rule(rule, peers, full=full) for rule in made[field]]
    if full:
        # A written type stays as it is written; what Kubernetes would choose by itself is said.
        made["policyTypes"] = made.get("policyTypes") or [name for name in (INGRESS, EGRESS) if name in types]
        return made
    made = _without_empty(made, "ingress", "egress")
    if types == default_types(None, len(made.get("egress", []))):
        made.pop("policyTypes", None)
    return made


def _rule(rule: dict[str, Any], peers: str, *, full: bool) -> dict[str, Any]:
    made = _without_empty(rule, peers, "ports")
    if peers in made:
        made[peers] = [_peer(peer) for peer in made[peers]]
    if "ports" in made:
        made["ports"] = [_port(port, full=full) for port in made["ports"]]
    return made


def _peer(peer: dict[str, Any]) -> dict[str, Any]:
    made = {key: _selector(held) if key in _SELECTORS else held for key, held in peer.items()}
    if "ipBlock" in made:
        made["ipBlock"] = _without_empty(made["ipBlock"], "except")
    return made


def _port(port: dict[str, Any], *, full: bool) -> dict[str, Any]:
    """TCP is what a port without a protocol means; an empty text is no protocol to the API server either."""
    protocol = port.get("protocol") or "TCP"
    rest = {key: held for key, held in port.items() if key != "protocol"}
    return {"protocol": protocol, **rest} if full or protocol != "TCP" else rest


def _selector(selector: dict[str, Any]) -> dict[str, Any]:
    """An empty part asks for nothing. The selector itself stays: an empty one is not an absent one."""
    made = _without_empty(selector, "matchLabels", "matchExpressions")
    if "matchExpressions" in made:
        made["matchExpressions"] = [_without_empty(one, "values") for one in made["matchExpressions"]]
    return made


def _without_empty(value: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: held for key, held in value.items() if key not in names or held not in ({}, [])}


def _ordered(value: Any, key: str = "") -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        names = sorted(value) if key in _TEXTS else in_order(list(value))
        return {name: _ordered(value[name], name) for name in names}
    return [_ordered(held) for held in value] if isinstance(value, list) else value
