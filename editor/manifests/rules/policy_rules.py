"""The rules for a NetworkPolicy's spec. Source: k8s.io/kubernetes/pkg/apis/networking/validation/validation.go."""

from __future__ import annotations

import json

from editor.engine.policies import EGRESS, INGRESS
from editor.engine.selectors import OPERATORS
from editor.manifests.fields import whole_number
from editor.manifests.located import Located
from editor.manifests.policy_ports import LARGEST_PORT, PROTOCOLS
from editor.manifests.rules.cidr_rules import check_cidr, holds_strictly
from editor.manifests.rules.findings import Answer
from editor.manifests.rules.meta_rules import check_labels
from editor.manifests.rules.names import label_key_problems, label_value_problems, port_name_problems

_RANGE = f"must be between 1 and {LARGEST_PORT}, inclusive"
_TYPES = (INGRESS, EGRESS)
# Until 1.32 the server printed the Go value of a list.
_PRINTS_JSON = 33


def check_spec(answer: Answer, spec: Located) -> None:
    """Everything under ``spec``, in the server's order."""
    check_selector(answer, spec.get("podSelector"))
    for direction, peers in (("ingress", "from"), ("egress", "to")):
        for rule in _items(spec, direction):
            for port in _items(rule, "ports"):
                _check_port(answer, port)
            for peer in _items(rule, peers):
                _check_peer(answer, peer)
    _check_types(answer, spec.get("policyTypes"))


def check_selector(answer: Answer, selector: Located | None) -> None:
    """Labels and expressions of a selector; an absent one has none."""
    if selector is None:
        return
    check_labels(answer, f"{selector.path}.matchLabels", selector.get("matchLabels"))
    for expression in _items(selector, "matchExpressions"):
        _check_requirement(answer, expression)


def _items(parent: Located, name: str) -> list[Located]:
    found = parent.get(name)
    return found.items if found is not None else []


def _text(value: Located | None) -> str:
    return "" if value is None or value.null else str(value.scalar)


def _check_requirement(answer: Answer, expression: Located) -> None:
    operator, values = _text(expression.get("operator")), _items(expression, "values")
    at = expression.get("operator") or expression
    if operator not in OPERATORS:
        answer.invalid(f"{expression.path}.operator", operator, "not a valid selector operator", at)
    elif operator in ("In", "NotIn"):
        if not values:
            why = "must be specified when `operator` is 'In' or 'NotIn'"
            answer.required(f"{expression.path}.values", why, expression.get("values") or expression)
    elif values:
        why = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"
        answer.forbidden(f"{expression.path}.values", why, expression.get("values") or expression)
    key = _text(expression.get("key"))
    for problem in label_key_problems(key, answer.version):
        answer.invalid(f"{expression.path}.key", key, problem, expression.get("key") or expression)
    for value in values:
        for problem in label_value_problems(_text(value), answer.version):
            answer.invalid(value.path, _text(value), problem, value)


def _check_port(answer: Answer, item: Located) -> None:
    protocol, port, end_port = item.get("protocol"), item.get("port"), item.get("endPort")
    if protocol is not None and protocol.scalar not in PROTOCOLS:
        answer.not_supported(f"{item.path}.protocol", _text(protocol), PROTOCOLS, protocol)
    end = whole_number(end_port) if end_port is not None else None
    at = end_port or item
    path, end_path = f"{item.path}.port", f"{item.path}.endPort"
    if port is None:
        if end is not None:
            answer.invalid(end_path, end, "may not be specified when `port` is not specified", at)
    elif port.kind == "string":
        if end is not None:
            answer.invalid(end_path, end, "may not be specified when `port` is non-numeric", at)
        for problem in port_name_problems(_text(port), answer.version):
            answer.invalid(path, _text(port), problem, port)
    else:
        number = whole_number(port) or 0
        if not 1 <= number <= LARGEST_PORT:
            answer.invalid(path, number, _RANGE, port)
        if end is not None and end < number:
            # The value that the server shows here is `port`'s.
            answer.invalid(end_path, number, "must be greater than or equal to `port`", at)
        if end is not None and not 1 <= end <= LARGEST_PORT:
            answer.invalid(end_path, end, _RANGE, at)


def _check_peer(answer: Answer, item: Located) -> None:
    pods, namespaces, block = (item.get(name) for name in ("podSelector", "namespaceSelector", "ipBlock"))
    check_selector(answer, pods)
    check_selector(answer, namespaces)
    if block is not None:
        _check_block(answer, block)
        if pods is not None or namespaces is not None:
            answer.forbidden(item.path, "may not specify both ipBlock and another peer", item)
    elif pods is None and namespaces is None:
        answer.required(item.path, "must specify a peer", item)


def _check_block(answer: Answer, block: Located) -> None:
    cidr, path = block.get("cidr"), f"{block.path}.cidr"
    if cidr is None or cidr.scalar == "":
        answer.required(path, "", cidr or block)
        return
    outer = check_cidr(answer, path, _text(cidr), cidr)
    if outer is None:
        # Without a block there is nothing to be a subset of: the server does not look at `except`.
        return
    for item in _items(block, "except"):
        hole = check_cidr(answer, item.path, _text(item), item)
        if hole is not None and not holds_strictly(outer, hole):
            answer.invalid(item.path, _text(item), "must be a strict subset of `cidr`", item)


def _check_types(answer: Answer, types: Located | None) -> None:
    if types is None:
        return
    named = [(_text(item), item) for item in types.items]
    if len(named) > len(_TYPES):
        answer.invalid(types.path, _Listed(answer.version, [text for text, _ in named]), _TOO_MANY, types)
        return
    for text, item in named:
        if text not in _TYPES:
            answer.not_supported(item.path, text, _TYPES, item)


_TOO_MANY = "may not specify more than two policyTypes"


class _Listed:
    """The list of policy types as the server of a version prints it."""

    def __init__(self, version: int, texts: list[str]) -> None:
        self._version = version
        self._texts = texts

    def __str__(self) -> str:
        if self._version >= _PRINTS_JSON:
            return json.dumps(self._texts, separators=(",", ":"))
        return "[]networking.PolicyType{" + ", ".join(json.dumps(text) for text in self._texts) + "}"
