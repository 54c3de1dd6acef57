"""What a set of policies can tell apart: the label keys it asks for, and the addresses its blocks cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor.engine.address_space import AddressSpace
from editor.engine.addresses import Block
from editor.engine.policies import BlockPeer, Peer, Policy


@dataclass(frozen=True, slots=True)
class Lens:
    """Two pods of one namespace that look alike through it are treated alike by every policy it was made for."""

    keys: frozenset[str]
    space: AddressSpace

    @classmethod
    def of(cls, policies: Iterable[Policy]) -> Lens:
        """The lens of ``policies``."""
        keys: set[str] = set()
        blocks: dict[Block, None] = {}
        for policy in policies:
            keys.update(requirement.key for requirement in policy.pods.requirements)
            for peer in peers_of(policy):
                if isinstance(peer, BlockPeer):
                    blocks[peer.block] = None
                elif peer.pods is not None:
                    keys.update(requirement.key for requirement in peer.pods.requirements)
        return cls(frozenset(keys), AddressSpace(blocks))


def peers_of(policy: Policy) -> list[Peer]:
    """Every peer of a policy, in both directions."""
    return [peer for rule in (*policy.ingress, *policy.egress) for peer in rule.peers or ()]
