"""``0.0.0.0/0`` for pods that have an IPv6 address as well."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import workloads
from editor.analysis.problem import WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import PEERS, Written
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Rule

ID = "ipv6-missing"
SUMMARY = "`0.0.0.0/0` says nothing of IPv6; this pod has an IPv6 address."
WHY = "A block never matches an address of the other family: over IPv6 these connections stay blocked."
EVERY_IPV6 = "::/0"


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """The whole of IPv4 in a rule without any block of IPv6, over pods with an IPv6 address."""
    ground = scene.ground
    for direction in (INGRESS, EGRESS):
        for _, path, rule in one.rules(direction):
            at = _only_ipv4(rule)
            if at is None:
                continue
            pods = [p for p in ground.pods(scene.selected(one)) if any(a.version == 6 for a in p.addresses)]  # noqa: PLR2004
            if not pods:
                continue
            peers = f"{path}.{PEERS[direction]}"
            message = (
                f"`0.0.0.0/0` says nothing of IPv6, and {listed(workloads(pods))} has an IPv6 address: add `::/0`."
            )
            edit = {"op": "insert", "path": f"{peers}[{at + 1}]", "value": {"ipBlock": {"cidr": EVERY_IPV6}}}
            fix = one.mending("Add ::/0 beside it", edit)
            refs = sorted(pod.ref for pod in pods)
            yield one.problem(ID, WARNING, f"{peers}[{at}]", message, WHY, pods=refs, fix=fix)


def _only_ipv4(rule: Rule) -> int | None:
    """The number of the peer that is the whole of IPv4, when no peer is a block of IPv6."""
    blocks = [(at, peer.block.cidr) for at, peer in enumerate(rule.peers or ()) if isinstance(peer, BlockPeer)]
    if any(cidr.version == 6 for _, cidr in blocks):  # noqa: PLR2004
        return None
    return next((at for at, cidr in blocks if cidr.prefixlen == 0), None)
