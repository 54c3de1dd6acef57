"""How one rule can stop letting an arrow through: without the rule, the peer or the port, or narrower."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editor.analysis.fixes.candidate import CORRECT, EXTEND, appended, put, removed
from editor.analysis.fixes.ends import elsewhere, everyone_but, fellows, only, refusing, selector_of, within
from editor.analysis.fixes.manner import Width
from editor.analysis.fixes.standing import PEERS, Held, Standing
from editor.analysis.problem import Edit
from editor.engine.matching import peer_admits, port_admits
from editor.engine.parties import Party, party_of
from editor.engine.policies import BlockPeer, Peer, PolicyPort, SelectorPeer
from editor.engine.ports import FIRST_PORT, LAST_PORT
from editor.engine.trials import Attempt
from editor.manifests.plain import selector_manifest


@dataclass(frozen=True, slots=True)
class Narrowed:
    """One way for one rule of one policy."""

    policy: str
    rule: int
    title: str
    weight: int
    edits: tuple[Edit, ...]


def narrowings(standing: Standing, attempt: Attempt, held: Held, at: int, width: Width) -> Iterator[Narrowed]:
    """The ways, those that keep the most first."""
    one = _Rule(standing, attempt, held, at, width)
    if width == "labels":
        yield from one.joined()
    if width != "everyone":
        yield from one.without_peers()
    yield from one.without_ports()
    if width != "everyone":
        yield from one.refusing()
    yield one.made(f"Remove {one.name}", EXTEND, removed(one.path))


class _Rule:
    def __init__(self, standing: Standing, attempt: Attempt, held: Held, at: int, width: Width) -> None:
        self.standing, self.attempt, self.held, self.at, self.width = standing, attempt, held, at, width
        self.rule = held.policy.rules(attempt.direction)[at]
        self.name = f"{attempt.direction.lower()}[{at}]"
        self.path, self.word = f"spec.{self.name}", PEERS[attempt.direction]
        self.peers = [k for k, peer in enumerate(self.rule.peers or ()) if self._admits(peer)]

    def _admits(self, peer: Peer) -> bool:
        """Whether it lets in the end, or any that is meant with it."""
        options = self.standing.options
        return any(
            peer_admits(self.standing.cluster, self.held.policy, peer, party, options) for party in self._meant()
        )

    def _meant(self) -> list[Party]:
        other = self.attempt.other
        if self.width != "namespace":
            return [other]
        others = (end for end in fellows(self.standing.cluster, other, self.width) if end != other.endpoint)
        return [other, *(party_of(end, other.family, self.standing.options) for end in others)]

    def made(self, title: str, weight: int, *edits: Edit) -> Narrowed:
        ref = self.held.policy.ref
        return Narrowed(ref, self.at, f"{title} of {ref}", weight, edits)

    def joined(self) -> Iterator[Narrowed]:
        """A hyphen too many: two peers that make one, which this end does not meet."""
        for k, (one, other) in enumerate(zip(self.rule.peers or (), (self.rule.peers or ())[1:], strict=False)):
            both = _both(one, other)
            if both is None or self._admits(both) or not set(self.peers) <= {k, k + 1}:
                continue
            assert both.namespaces is not None  # noqa: S101 - see _both
            assert both.pods is not None  # noqa: S101
            value = {
                "namespaceSelector": selector_manifest(both.namespaces),
                "podSelector": selector_manifest(both.pods),
            }
            path = f"{self.path}.{self.word}"
            title = f"Join {self.word}[{k}] and {self.word}[{k + 1}] to one peer that needs both, in {self.name}"
            yield self.made(title, CORRECT, put(f"{path}[{k}]", value), removed(f"{path}[{k + 1}]"))

    def without_peers(self) -> Iterator[Narrowed]:
        if not self.peers or len(self.peers) == len(self.rule.peers or ()):
            return
        names = " and ".join(f"{self.word}[{k}]" for k in self.peers)
        edits = [removed(f"{self.path}.{self.word}[{k}]") for k in reversed(self.peers)]
        yield self.made(f"Remove {names} from {self.name}", EXTEND, *edits)

    def without_ports(self) -> Iterator[Narrowed]:
        ports = self.rule.ports
        if ports is None:
            return
        kept: list[dict[str, Any]] = []
        for port in ports:
            if port_admits(port, self.attempt.destination, self.attempt.protocol, self.attempt.port):
                kept.extend(_around(port, self.attempt.port))
            else:
                kept.append(_plain(port))
        if kept:
            title = f"Take {self.attempt.protocol} {self.attempt.port} out of {self.name}"
            yield self.made(title, EXTEND, *self._ports(ports, kept))

    def _ports(self, ports: tuple[PolicyPort, ...], kept: list[dict[str, Any]]) -> list[Edit]:
        """Items that only go are removed, so that the others keep their comments."""
        gone = [k for k, port in enumerate(ports) if _plain(port) not in kept]
        if len(kept) == len(ports) - len(gone):
            return [removed(f"{self.path}.ports[{k}]") for k in reversed(gone)]
        return [put(f"{self.path}.ports", kept)]

    def refusing(self) -> Iterator[Narrowed]:
        """All peers stay, and each leaves this one end out."""
        if self.rule.peers is None:
            for world in (True, False):
                peers = everyone_but(
                    self.standing.cluster, self.attempt.other, self.standing.options, world=world, width=self.width
                )
                if peers:
                    kept = "all but it" if world else "all pods but it, and no address outside"
                    title = f"Name {kept} as peers in {self.name}"
                    yield self.made(title, EXTEND, put(f"{self.path}.{self.word}", peers))
            return
        narrower: list[Edit] = []
        for k in self.peers:
            refuse = self._refusing_space if self.width == "namespace" else self._refusing
            found = refuse(f"{self.path}.{self.word}[{k}]", self.rule.peers[k])
            if found is None:
                return
            narrower.append(found)
        names = " and ".join(f"{self.word}[{k}]" for k in self.peers)
        pod = self.attempt.other.pod
        whole = self.width == "namespace" and pod is not None
        left = f"namespace {pod.namespace}" if whole and pod is not None else self.attempt.other.endpoint.ref
        yield self.made(f"Leave {left} out of {names} in {self.name}", EXTEND, *narrower)

    def _refusing(self, path: str, peer: Peer) -> Edit | None:
        other = self.attempt.other
        if isinstance(peer, BlockPeer):
            if other.address is None or not within(only(other.address), peer.block.cidr):
                return None
            return appended(f"{path}.ipBlock.except", only(other.address))
        if other.pod is None:
            return None
        own = selector_of(self.standing.cluster, other.pod, self.standing.options).requirements
        if not own:
            return None
        # Of several labels that only together tell it, what the peer asks for anyway tells nothing.
        asked = () if peer.pods is None else peer.pods.requirements
        best = next((one for one in own if one not in asked), own[0])
        expression = refusing(best)
        if peer.pods is None:
            return put(f"{path}.podSelector", {"matchExpressions": [expression]})
        return appended(f"{path}.podSelector.matchExpressions", expression)

    def _refusing_space(self, path: str, peer: Peer) -> Edit | None:
        """A peer that chooses namespaces can leave one out."""
        pod = self.attempt.other.pod
        if pod is None or isinstance(peer, BlockPeer) or peer.namespaces is None:
            return None
        return appended(f"{path}.namespaceSelector.matchExpressions", elsewhere(pod.namespace))


def _both(one: Peer, other: Peer) -> SelectorPeer | None:
    """The one peer that asks for what two ask for, where one speaks of pods alone and the other of namespaces alone."""
    for pods, spaces in ((one, other), (other, one)):
        if not isinstance(pods, SelectorPeer) or not isinstance(spaces, SelectorPeer):
            continue
        if pods.namespaces is None and spaces.pods is None:
            return SelectorPeer(pods.pods, spaces.namespaces)
    return None


def _around(port: PolicyPort, number: int) -> Iterator[dict[str, Any]]:
    """What is left of a port, a range or every port without one number."""
    if isinstance(port.port, str):
        return
    low, high = (FIRST_PORT, LAST_PORT) if port.port is None else (port.port, port.end_port or port.port)
    for first, last in ((low, number - 1), (number + 1, high)):
        if first <= last:
            more = {"endPort": last} if last > first else {}
            yield {"protocol": port.protocol, "port": first, **more}


def _plain(port: PolicyPort) -> dict[str, Any]:
    number = {} if port.port is None else {"port": port.port}
    last = {} if port.end_port is None else {"endPort": port.end_port}
    return {"protocol": port.protocol, **number, **last}
