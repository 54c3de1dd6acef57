"""The Go types that a NetworkPolicy manifest is decoded into, as far as decoding errors speak of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar type: ``kind`` is the JSON kind it takes; ``bits`` the width of an integer."""

    go: str
    kind: str
    bits: int = 0


@dataclass(frozen=True, slots=True)
class IntOrString:
    """``intstr.IntOrString``: decodes itself, so that a wrong kind ends the whole decoding at once."""

    go: str = "int32"


@dataclass(frozen=True, slots=True)
class Time:
    """``metav1.Time``: decodes itself from RFC 3339."""

    go: str = "string"


@dataclass(frozen=True, slots=True)
class Anything:
    """``metav1.FieldsV1``: kept as it comes."""


@dataclass(frozen=True, slots=True)
class Texts:
    """``map[string]string``."""

    go: str = "map[string]string"


@dataclass(frozen=True, slots=True)
class Items:
    """A slice."""

    go: str
    of: Type


@dataclass(frozen=True, slots=True)
class Struct:
    """A struct with its fields by JSON name. ``go`` is the name with its package, ``name`` the one without."""

    name: str
    fields: Mapping[str, Type]

    @property
    def go(self) -> str:
        """As Go prints the type."""
        return f"v1.{self.name}"


Type = Leaf | IntOrString | Time | Anything | Texts | Items | Struct

_TEXT = Leaf("string", "string")
_FLAG = Leaf("bool", "bool")
_INT64 = Leaf("int64", "number", 64)

_OWNER = Struct(
    "OwnerReference",
    {
        "apiVersion": _TEXT,
        "kind": _TEXT,
        "name": _TEXT,
        "uid": Leaf("types.UID", "string"),
        "controller": _FLAG,
        "blockOwnerDeletion": _FLAG,
    },
)
_MANAGED = Struct(
    "ManagedFieldsEntry",
    {
        "manager": _TEXT,
        "operation": Leaf("v1.ManagedFieldsOperationType", "string"),
        "apiVersion": _TEXT,
        "time": Time(),
        "fieldsType": _TEXT,
        "fieldsV1": Anything(),
        "subresource": _TEXT,
    },
)
_META = Struct(
    "ObjectMeta",
    {
        "name": _TEXT,
        "generateName": _TEXT,
        "namespace": _TEXT,
        "selfLink": _TEXT,
        "uid": Leaf("types.UID", "string"),
        "resourceVersion": _TEXT,
        "generation": _INT64,
        "creationTimestamp": Time(),
        "deletionTimestamp": Time(),
        "deletionGracePeriodSeconds": _INT64,
        "labels": Texts(),
        "annotations": Texts(),
        "ownerReferences": Items("[]v1.OwnerReference", _OWNER),
        "finalizers": Items("[]string", _TEXT),
        "managedFields": Items("[]v1.ManagedFieldsEntry", _MANAGED),
    },
)
_REQUIREMENT = Struct(
    "LabelSelectorRequirement",
    {"key": _TEXT, "operator": Leaf("v1.LabelSelectorOperator", "string"), "values": Items("[]string", _TEXT)},
)
_SELECTOR = Struct(
    "LabelSelector",
    {"matchLabels": Texts(), "matchExpressions": Items("[]v1.LabelSelectorRequirement", _REQUIREMENT)},
)
_PORT = Struct(
    "NetworkPolicyPort",
    {"protocol": Leaf("v1.Protocol", "string"), "port": IntOrString(), "endPort": Leaf("int32", "number", 32)},
)
_BLOCK = Struct("IPBlock", {"cidr": _TEXT, "except": Items("[]string", _TEXT)})
_PEER = Struct("NetworkPolicyPeer", {"podSelector": _SELECTOR, "namespaceSelector": _SELECTOR, "ipBlock": _BLOCK})
_PORTS, _PEERS = Items("[]v1.NetworkPolicyPort", _PORT), Items("[]v1.NetworkPolicyPeer", _PEER)
_INGRESS = Struct("NetworkPolicyIngressRule", {"ports": _PORTS, "from": _PEERS})
_EGRESS = Struct("NetworkPolicyEgressRule", {"ports": _PORTS, "to": _PEERS})
_SPEC = Struct(
    "NetworkPolicySpec",
    {
        "podSelector": _SELECTOR,
        "ingress": Items("[]v1.NetworkPolicyIngressRule", _INGRESS),
        "egress": Items("[]v1.NetworkPolicyEgressRule", _EGRESS),
        "policyTypes": Items("[]v1.PolicyType", Leaf("v1.PolicyType", "string")),
    },
)
NETWORK_POLICY = Struct("NetworkPolicy", {"apiVersion": _TEXT, "kind": _TEXT, "metadata": _META, "spec": _SPEC})
