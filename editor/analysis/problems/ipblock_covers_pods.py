"""Address blocks over pods."""

from __future__ import annotations

from collections.abc import Iterator

from editor.analysis.ground import workloads
from editor.analysis.problem import HINT, WARNING, Problem
from editor.analysis.scene import Scene
from editor.analysis.words import listed
from editor.analysis.written import PEERS, Written
from editor.engine.addresses import Block
from editor.engine.cluster import Pod
from editor.engine.policies import EGRESS, INGRESS, BlockPeer

ID = "ipblock-covers-pods"
SUMMARY = "This block covers pod addresses; they change, and plugins differ. Use a selector."
WHY = "A pod gets another address whenever it starts anew, and some network plugins never match a pod by ipBlock."
NARROW = {4: 24, 6: 64}
"""From this prefix on a block is about a few addresses; a wider one is about a network, with pods in it or not."""


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Blocks with a pod in them. The block of a whole family means the world, and is left out."""
    for direction in (INGRESS, EGRESS):
        for _, path, rule in one.rules(direction):
            for at, peer in enumerate(rule.peers or ()):
                if isinstance(peer, BlockPeer) and peer.block.cidr.prefixlen:
                    pods = _inside(scene, peer.block)
                    if pods:
                        yield _problem(one, f"{path}.{PEERS[direction]}[{at}]", peer.block, pods)


def _inside(scene: Scene, block: Block) -> list[Pod]:
    return [
        pod
        for pod in scene.cluster.pods
        if not pod.host_network and any(block.contains(address) for address in pod.addresses)
    ]


def _problem(one: Written, path: str, block: Block, pods: list[Pod]) -> Problem:
    names = workloads(pods)
    severity = WARNING if block.cidr.prefixlen >= NARROW[block.cidr.version] else HINT
    first = next(a for pod in pods for a in pod.addresses if block.contains(a))
    example = f" (such as {first} of {pods[0].ref})" if block.cidr.num_addresses > 1 else ""
    message = f"{block} covers the address of {listed(names)}{example}, which changes: use a selector."
    return one.problem(ID, severity, path, message, WHY, pods=sorted(pod.ref for pod in pods))
