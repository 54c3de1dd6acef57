"""Manifests in a few words, and the problems that are found in them."""

from __future__ import annotations

import json

from editor.analysis.linting import lint
from editor.analysis.written import written_of
from editor.engine.options import DEFAULTS
from editor.manifests.load import read_strict
from editor.manifests.sources import Source

ALWAYS = ("no-enforcer", "unprotected-pod")


def namespace(name, **labels):
    return f"apiVersion: v1\nkind: Namespace\nmetadata: {json.dumps({'name': name, 'labels': labels})}\n"


def pod(ref, ports=(), addresses=(), host_network=False, owner=None, **labels):
    space, name = ref.split("/")
    metadata = {"namespace": space, "name": name, "labels": labels}
    if owner:
        metadata["ownerReferences"] = [
            {"apiVersion": "apps/v1", "kind": "DaemonSet", "name": owner, "uid": "", "controller": True}
        ]
    containers = [{"name": "main", "image": "x", "ports": list(map(container_port, ports))}]
    status = {"podIPs": [{"ip": address} for address in addresses]}
    body = {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "status": status}
    return json.dumps({**body, "spec": {"hostNetwork": host_network, "containers": containers}}) + "\n"


def container_port(given):
    """``80``, ``(80, "http")``, ``(53, "dns", "UDP")``."""
    number, name, protocol = (*(given if isinstance(given, tuple) else (given,)), None, None)[:3]
    named = {"name": name} if name else {}
    return {"containerPort": number, "protocol": protocol or "TCP", **named}


def service(ref, selector, number, target, protocol="TCP"):
    space, name = ref.split("/")
    port = {"port": number, "targetPort": target, "protocol": protocol}
    metadata = {"namespace": space, "name": name}
    return json.dumps(
        {"apiVersion": "v1", "kind": "Service", "metadata": metadata, "spec": {"selector": selector, "ports": [port]}}
    )


def policy(spec, name="prod/guard", above=""):
    """A policy with ``spec`` as YAML text, indented here."""
    space, own = name.split("/")
    body = "".join(f"  {line}\n" for line in spec.strip("\n").splitlines())
    head = f"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: {own}\n  namespace: {space}\n"
    return f"{above}{head}spec:\n{body}"


def linted(*manifests, options=DEFAULTS):
    text = "---\n".join(manifest if manifest.endswith("\n") else f"{manifest}\n" for manifest in manifests)
    reading = read_strict([Source("all.yaml", text)])
    return lint(reading.cluster(), written_of(reading), {"all.yaml": text}, options)


def problems(*manifests, options=DEFAULTS, all_of_them=False):
    """What is found, in the order of the text; without what nearly every small example gives."""
    found = linted(*manifests, options=options).problems
    return [one for one in found if all_of_them or one.id not in ALWAYS]


def told(*manifests, **given):
    """Ids with their messages."""
    return [(one.id, one.message) for one in problems(*manifests, **given)]


def ids(*manifests, **given):
    return [one.id for one in problems(*manifests, **given)]


WEB = pod("prod/web", [(80, "http")], app="web")
API = pod("prod/api", [(5000, "api")], app="api")
DB = pod("prod/db", [(3306, "mysql")], app="db")
PROD = (namespace("prod", team="shop"), WEB, API, DB)
