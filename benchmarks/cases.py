"""Small questions whose answer Kubernetes' own documents decide; other tools are known to err on some of them."""

from __future__ import annotations

from dataclasses import dataclass

CLUSTER = """\
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: shop}}
---
apiVersion: v1
kind: Namespace
metadata: {name: tools}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web, tier: front}}
spec: {containers: [{name: main, image: web, ports: [{containerPort: 8080, name: http}]}]}
status: {podIP: 10.0.0.2}
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
spec:
  containers: [{name: main, image: api, ports: [{containerPort: 5000, name: http}]}]
  initContainers: [{name: mesh, image: mesh, restartPolicy: Always, ports: [{containerPort: 15020, name: mesh}]}]
status: {podIP: 10.0.0.3}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop, labels: {app: db, keep: ""}}
spec: {containers: [{name: main, image: db, ports: [{containerPort: 3306, name: mysql}]}]}
status: {podIP: 10.0.0.4, podIPs: [{ip: 10.0.0.4}, {ip: "fd00::4"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: tools, labels: {app: web}}
spec: {containers: [{name: main, image: web, ports: [{containerPort: 8080, name: http}]}]}
status: {podIP: 10.0.0.5}
"""
_POLICY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {{name: case, namespace: shop}}
spec: {spec}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One policy in the namespace ``shop`` (its ``spec`` in flow style) and one question, with the right answer."""

    rule: str
    spec: str
    source: str
    destination: str
    protocol: str
    port: int
    allowed: bool

    @property
    def manifests(self) -> str:
        return f"{CLUSTER}---\n{_POLICY.format(spec=self.spec)}"


_WEB, _API, _DB, _AWAY, _OUT = "shop/web", "shop/api", "shop/db", "tools/web", "203.0.113.9"
_ON_DB = "podSelector: {matchLabels: {app: db}}"
_ON_WEB = "podSelector: {matchLabels: {app: web}}"


def _to_db(ingress: str) -> str:
    return f"{{{_ON_DB}, policyTypes: [Ingress], ingress: [{ingress}]}}"


def _from_web(egress: str) -> str:
    return f"{{{_ON_WEB}, policyTypes: [Egress], egress: [{egress}]}}"


_NOT_FRONT = "{from: [{podSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [front]}]}}]}"
_HOLE = "{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.9/32]}}"
_METADATA_NAME = "{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: tools}}}]}"

CASES = (
    Case("`NotIn` matches a pod that lacks the key", _to_db(_NOT_FRONT), _API, _DB, "TCP", 3306, allowed=True),
    Case(
        "an empty label value needs the key",
        _to_db('{from: [{podSelector: {matchLabels: {keep: ""}}}]}'),
        _API,
        _DB,
        "TCP",
        3306,
        allowed=False,
    ),
    Case(
        "`podSelector` alone looks in its own namespace",
        _to_db("{from: [{podSelector: {matchLabels: {app: web}}}]}"),
        _AWAY,
        _DB,
        "TCP",
        3306,
        allowed=False,
    ),
    Case(
        "`namespaceSelector: {}` covers no address outside",
        _to_db("{from: [{namespaceSelector: {}}]}"),
        _OUT,
        _DB,
        "TCP",
        3306,
        allowed=False,
    ),
    Case("every namespace carries its name as a label", _to_db(_METADATA_NAME), _AWAY, _DB, "TCP", 3306, allowed=True),
    Case(
        "`egress: []` without types isolates no egress",
        f"{{{_ON_WEB}, egress: []}}",
        _WEB,
        _DB,
        "TCP",
        3306,
        allowed=True,
    ),
    Case(
        "an egress rule without types isolates ingress too",
        f"{{{_ON_DB}, egress: [{{}}]}}",
        _WEB,
        _DB,
        "TCP",
        3306,
        allowed=False,
    ),
    Case(
        "rules under a type not named are ignored",
        f"{{{_ON_DB}, policyTypes: [Egress], ingress: [{_METADATA_NAME}]}}",
        _WEB,
        _DB,
        "TCP",
        3306,
        allowed=True,
    ),
    Case("no `podSelector` selects every pod", "{policyTypes: [Ingress]}", _WEB, _DB, "TCP", 3306, allowed=False),
    Case(
        "a port's name means the destination's port",
        _from_web("{ports: [{port: http}]}"),
        _WEB,
        _API,
        "TCP",
        5000,
        allowed=True,
    ),
    Case(
        "a port's name is nothing outside", _from_web("{ports: [{port: http}]}"), _WEB, _OUT, "TCP", 8080, allowed=False
    ),
    Case(
        "a sidecar's port has a name too",
        "{podSelector: {matchLabels: {app: api}}, ingress: [{ports: [{port: mesh}]}]}",
        _WEB,
        _API,
        "TCP",
        15020,
        allowed=True,
    ),
    Case(
        "`endPort` is inclusive", _to_db("{ports: [{port: 3300, endPort: 3306}]}"), _WEB, _DB, "TCP", 3306, allowed=True
    ),
    Case("a protocol alone is all its ports", _to_db("{ports: [{protocol: UDP}]}"), _WEB, _DB, "UDP", 53, allowed=True),
    Case("an empty item of `ports` is TCP", _to_db("{ports: [{}]}"), _WEB, _DB, "UDP", 53, allowed=False),
    Case(
        "another peer may fill the hole of `except`",
        _to_db(f"{{from: [{_HOLE}, {{ipBlock: {{cidr: 203.0.113.8/30}}}}]}}"),
        _OUT,
        _DB,
        "TCP",
        3306,
        allowed=True,
    ),
    Case(
        "`0.0.0.0/0` says nothing of IPv6",
        _to_db("{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}"),
        "2001:db8::9",
        _DB,
        "TCP",
        3306,
        allowed=False,
    ),
)
