"""A NetworkPolicy manifest's meaning: absent, empty and null decided here, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from editor.engine.addresses import Block, Network
from editor.engine.policies import (
    EGRESS,
    INGRESS,
    BlockPeer,
    Peer,
    Policy,
    PolicyPort,
    Rule,
    SelectorPeer,
    default_types,
)
from editor.engine.selectors import EVERYTHING, Selector
from editor.manifests.cidrs import parse_cidr
from editor.manifests.fields import expect, list_field, object_field
from editor.manifests.label_selectors import read_selector
from editor.manifests.located import Located
from editor.manifests.metadata import read_metadata
from editor.manifests.policy_ports import read_port
from editor.manifests.unknown_fields import warn_unknown

_Part = TypeVar("_Part", Peer, PolicyPort, Rule)


def read_network_policy(manifest: Located) -> Policy | None:
    """The policy; None when some part of it has no meaning, with a fault for each such part."""
    before = len(manifest.document.findings.faults)
    warn_unknown(manifest, "NetworkPolicy")
    metadata = read_metadata(manifest)
    # Without a `spec` the API server takes the empty one: every pod of the namespace, no ingress.
    spec = object_field(manifest, "spec")
    pods, types = EVERYTHING, default_types(None, 0)
    ingress: tuple[Rule, ...] = ()
    egress: tuple[Rule, ...] = ()
    if spec is not None:
        warn_unknown(spec, "NetworkPolicySpec")
        pods = _selector(spec, "podSelector") or EVERYTHING
        ingress, egress = _rules(spec, INGRESS), _rules(spec, EGRESS)
        types = default_types(_policy_types(spec), len(egress))
        for direction, rules in ((INGRESS, ingress), (EGRESS, egress)):
            if rules and direction not in types:
                _warn_unlisted(spec, direction)
    if len(manifest.document.findings.faults) > before:
        return None
    return Policy(metadata.namespace, metadata.name, pods, types, ingress, egress, manifest.place)


def _selector(parent: Located, name: str) -> Selector | None:
    """None when absent or null, which is not the empty selector."""
    found = parent.get(name)
    return None if found is None else read_selector(found)


def _policy_types(spec: Located) -> list[str]:
    types = []
    for item in list_field(spec, "policyTypes") or ():
        named = str(item.scalar) if item.kind == "string" else ""
        if named in (INGRESS, EGRESS):
            types.append(named)
        elif item.null or expect(item, "string"):
            item.fault("bad_policy_type", f"`{named}` is not a policy type: write Ingress or Egress.", value=named)
    return types


def _warn_unlisted(spec: Located, direction: str) -> None:
    name = direction.lower()
    message = f"The {name} rules are ignored, for `policyTypes` does not name {direction}; some network plugins differ."
    spec.fields[name].warn("unlisted_type", message, at_key=True)


def _rules(spec: Located, direction: str) -> tuple[Rule, ...]:
    """The rules of one direction; an absent, null or empty list holds none."""
    peers, type_name = (
        ("from", "NetworkPolicyIngressRule") if direction == INGRESS else ("to", "NetworkPolicyEgressRule")
    )
    return _parts(spec, direction.lower(), lambda item: _rule(item, peers, type_name)) or ()


def _rule(item: Located, peers: str, type_name: str) -> Rule | None:
    if item.null:
        item.warn("null_item", f"An empty item under `{item.path}` is the rule that lets everything through.")
        return Rule(place=item.place)
    if not expect(item, "object"):
        return None
    warn_unknown(item, type_name)
    return Rule(_parts(item, peers, _peer), _parts(item, "ports", read_port), item.place)


def _parts(parent: Located, name: str, read: Callable[[Located], _Part | None]) -> tuple[_Part, ...] | None:
    """What a list holds; None when it is absent, null or empty, which mean the same for every list of a policy."""
    parts = [read(item) for item in list_field(parent, name) or ()]
    return tuple(part for part in parts if part is not None) or None


def _peer(item: Located) -> Peer | None:
    if not item.null and not expect(item, "object"):
        return None
    warn_unknown(item, "NetworkPolicyPeer")
    pods, namespaces = _selector(item, "podSelector"), _selector(item, "namespaceSelector")
    block = object_field(item, "ipBlock")
    if block is None:
        if pods is None and namespaces is None:
            if item.get("ipBlock") is None:
                item.fault(
                    "empty_peer", f"`{item.path}` must specify a peer: podSelector, namespaceSelector or ipBlock."
                )
            return None
        return SelectorPeer(pods, namespaces, item.place)
    if pods is not None or namespaces is not None:
        item.fault("mixed_peer", f"`{item.path}` may not hold an ipBlock beside a selector: make two items of it.")
        return None
    addresses = _block(block)
    return BlockPeer(addresses, item.place) if addresses else None


def _block(value: Located) -> Block | None:
    warn_unknown(value, "IPBlock")
    cidr = value.get("cidr")
    if cidr is None:
        value.fault("bad_cidr", f"`{value.path}.cidr` is missing: write a block such as 10.0.0.0/8.", missing="cidr")
        network = None
    else:
        network = _network(cidr)
    holes = [_network(item) for item in list_field(value, "except") or ()]
    if network is None or None in holes:
        return None
    return Block(network, tuple(hole for hole in holes if hole is not None))


def _network(value: Located) -> Network | None:
    if not value.null and not expect(value, "string"):
        return None
    text = "" if value.null else str(value.scalar)
    cidr = parse_cidr(text)
    if cidr is None:
        value.fault(
            "bad_cidr", f"`{text}` is not an address block: write one such as 10.0.0.0/8 or 2001:db8::/64.", value=text
        )
        return None
    if cidr.host_bits or cidr.v4_mapped or cidr.leading_zeros:
        message = f"`{text}` is read as {cidr.network}; Kubernetes refuses such a block from 1.36 on."
        value.warn("odd_cidr", message, value=text)
    return cidr.network
