"""A lesson judges what policies do: solutions that look quite different pass as well."""

from __future__ import annotations

import pytest

from editor.lessons.catalogue import lesson
from editor.lessons.judging import play


def policies(namespace, *specs):
    return "---\n".join(
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
        f"metadata: {{name: policy-{number}, namespace: {namespace}}}\nspec: {{{spec}}}\n"
        for number, spec in enumerate(specs)
    )


DB = "podSelector: {matchLabels: {role: db}}"
EVERY = "podSelector: {}"
API = "podSelector: {matchLabels: {role: api}}"
OF_PROD = "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: prod}}"
FROM_API = f"ingress: [{{from: [{{{OF_PROD}, {API}}}], ports: [{{port: 3306}}]}}]"
FROM_BACKUP = "ingress: [{from: [{ipBlock: {cidr: 192.168.5.10/32}}], ports: [{port: 3306}]}]"
OF_SYSTEM = "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}"
TO_NAMES = f"egress: [{{to: [{{{OF_SYSTEM}}}], ports: [{{port: 53}}, {{port: 53, protocol: UDP}}]}}]"
TO_STORE = "egress: [{to: [{ipBlock: {cidr: 10.50.0.0/16}}], ports: [{port: 443}]}]"
TO_CART = "egress: [{to: [{podSelector: {matchLabels: {app: cart}}}], ports: [{port: http}]}]"
HALVES = "{protocol: UDP, port: 10000, endPort: 10499}, {protocol: UDP, port: 10500, endPort: 10999}"
BRANCH = "{ipBlock: {cidr: 10.31.0.0/16}}"
OFFICE = "{ipBlock: {cidr: 10.20.0.0/16, except: [10.20.99.0/25, 10.20.99.128/25]}}"

OTHERS = {
    "isolate-the-db": policies("prod", DB),
    "reply-traffic": policies("prod", f"{DB}, {FROM_API}", f"{DB}, policyTypes: [Egress]"),
    "let-the-api-in": policies("prod", f"{DB}, {FROM_API}".replace("3306", "mysql")),
    "case-2-whole-namespace": policies("prod", f"{DB}, ingress: [{{from: [{{{EVERY}}}], ports: [{{port: 3306}}]}}]"),
    "case-4-and-or": policies("prod", f"{DB}, {FROM_API}", f"{DB}, {FROM_BACKUP}"),
    "final-task": policies("prod", f"{DB}, {FROM_API}"),
    "default-deny": policies("shop", EVERY, f"{EVERY}, policyTypes: [Egress], egress: []"),
    "policy-types": policies("shop", f"podSelector: {{matchLabels: {{app: web}}}}, ingress: [{{}}], {TO_CART}"),
    "port-ranges": policies("calls", f"podSelector: {{matchLabels: {{app: media}}}}, ingress: [{{ports: [{HALVES}]}}]"),
    "ip-blocks": policies("intranet", f"{EVERY}, ingress: [{{ports: [{{port: http}}], from: [{BRANCH}, {OFFICE}]}}]"),
    "no-egress-but": policies(
        "build", f"{EVERY}, policyTypes: [Egress], {TO_NAMES}", f"{EVERY}, policyTypes: [Egress], {TO_STORE}"
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_way_to_write_it_passes(name):
    missed = [(one.goal.id, one.judgement.words()) for one in play(lesson(name), OTHERS[name]).goals if not one.reached]
    assert missed == []
