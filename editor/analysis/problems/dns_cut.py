"""Egress that is isolated without a way to look up names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from editor.analysis.cut_off import cut_off, opened_anywhere, reachable
from editor.analysis.dns import PORT, STANDARD, Names, names
from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import Written
from editor.engine.bits import ones
from editor.engine.cluster import NAME_LABEL
from editor.engine.policies import EGRESS
from editor.engine.ports import PortSet

ID = "dns-cut"
SUMMARY = "Egress is isolated and no rule reaches DNS (UDP and TCP 53, the DNS pods' own port, or a node-local cache)."
WHY = "Almost everything begins with looking up a name; without it connections fail that the rules let through."
TCP_WHY = "Answers that do not fit into a UDP packet come over TCP: such names fail now and then."
NAMESPACE = "kube-system"


def of_all(scene: Scene) -> Iterator[Problem]:
    """A warning where DNS pods are known, a hint where nobody knows how names are looked up."""
    known = names(scene.ground)
    for one, bits in cut_off(scene, lambda number: bool(_missing(scene, known, number))):
        yield _problem(scene, known, one, bits)


def _missing(scene: Scene, known: Names, number: int) -> PortSet:
    """The DNS ports that a class cannot reach anywhere that they might be served."""
    ports = known.ports if known.pods else STANDARD
    if known.places >> number & 1:
        return ports - ports
    # A cache on the node is an address of its own, asked on the standard port.
    missing = STANDARD - reachable(scene, number, known.cache, STANDARD)
    if not missing:
        return missing
    if known.pods:
        return ports - reachable(scene, number, known.places, ports)
    return ports - opened_anywhere(scene, number, ports)


def _problem(scene: Scene, known: Names, one: Written, bits: int) -> Problem:
    ground = scene.ground
    missing = [_missing(scene, known, number) for number in ones(bits)]
    whom = listed(ground.names(bits))
    number = _number(known)
    only_tcp = all(not found.ports("UDP") for found in missing)
    if only_tcp:
        message = f"{whom} may ask DNS over UDP {number} only: open TCP {number} too."
    elif known.pods:
        there = listed(sorted({pod.owner.name if pod.owner else pod.name for pod in known.pods}))
        port = f"UDP and TCP {number}" + ("" if number == PORT else f", the pods' own port behind the Service's {PORT}")
        message = f"Egress of {whom} is isolated, and no rule reaches DNS: open {port} to {there}."
    else:
        message = f"Egress of {whom} is isolated, and no rule opens UDP and TCP {PORT}: names cannot be looked up."
    severity = WARNING if known.pods and not only_tcp else HINT
    path = "spec.egress" if one.written("spec.egress") else "spec.policyTypes"
    rule: dict[str, Any] = {"to": [_peer(known)], "ports": _ports(number)}
    # One list with one item where there is none yet.
    edit = (
        {"op": "insert", "path": "spec.egress[-]", "value": rule}
        if one.policy.rules(EGRESS)
        else {"op": "set", "path": "spec.egress", "value": [rule]}
    )
    fix = one.mending("Let it look up names", edit)
    why = TCP_WHY if only_tcp else WHY
    return one.problem(ID, severity, path, message, why, pods=ground.refs(bits), fix=fix, at_key=True)


def _number(known: Names) -> int:
    return known.ports.ports("UDP").spans[0][0] if known.pods else PORT


def _peer(known: Names) -> dict[str, Any]:
    pod = known.pods[0] if known.pods else None
    space = pod.namespace if pod else NAMESPACE
    label = next((key for key in ("k8s-app", "app.kubernetes.io/name") if pod and key in pod.labels), "k8s-app")
    value = pod.labels.get(label, "kube-dns") if pod else "kube-dns"
    return {
        "namespaceSelector": {"matchLabels": {NAME_LABEL: space}},
        "podSelector": {"matchLabels": {label: value}},
    }


def _ports(number: int) -> list[dict[str, Any]]:
    return [{"protocol": protocol, "port": number} for protocol in ("UDP", "TCP")]
