"""Which rules are responsible for a connection gained or lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from editor.analysis.flips import Flip
from editor.engine.difference import State
from editor.engine.errors import Place
from editor.engine.judge import judge
from editor.engine.parties import Endpoint, Outside
from editor.engine.policies import Policy
from editor.engine.portions import bearing, portions
from editor.engine.ports import NO_PORTS, PortSet
from editor.engine.verdict import PolicyReason, Verdict
from editor.engine.workloads import Row

_Why = tuple[tuple[PolicyReason, ...], tuple[PolicyReason, ...]]


@dataclass(frozen=True, slots=True)
class Responsible:
    """For a part of a flip's ports: what lets them through in one state, what stops them in the other."""

    ports: PortSet
    allowed_by: tuple[PolicyReason, ...]
    stopped_by: tuple[PolicyReason, ...]

    def as_json(self) -> dict[str, Any]:
        """The ports, and both lists with the places of their rules and policies."""
        return {
            "ports": self.ports.as_json(),
            "allowed_by": [_json(reason) for reason in self.allowed_by],
            "stopped_by": [_json(reason) for reason in self.stopped_by],
        }

    def words(self, flip: Flip, at: Callable[[Place], str]) -> Iterator[str]:
        """A line for each rule that lets it through and each policy that stops it; which ports, if not all.

        ``at`` says where that stands, in words; empty where it is not known.
        """
        now, once = ("is", "was") if flip.opened else ("was", "is")
        part = "" if self.ports == flip.ports else f"{self.ports} "
        for reason in self.allowed_by:
            peer = f" {reason.peer}" if reason.peer else ""
            place = reason.peer_place if reason.peer else reason.place
            yield f"{part}{now} let through by {reason.policy} {reason.rule}{peer}{_within(at(place))}"
        for reason in self.stopped_by:
            yield f"{part}{once} stopped by {reason.policy}{_within(at(reason.place))}"


class Responsibility:
    """Finds what is responsible, between two states."""

    def __init__(self, old: State, new: State) -> None:
        self._states = (_Judging(old), _Judging(new))

    def of(self, flip: Flip) -> list[Responsible]:
        """One for each part of the ports that has rules of its own; all parts together are the whole flip.

        Both lists of a part are empty where neither state has a rule to name, such as when the pod came or went.
        """
        once, now = self._states if flip.opened else reversed(self._states)
        before, after = once.ends(flip), now.ends(flip)
        found: dict[_Why, PortSet] = {}
        for part in portions(flip.ports, [*once.rules(before), *now.rules(after)]):
            stopped, passed = (one.verdict(ends, part) for one, ends in ((once, before), (now, after)))
            why = (tuple(_reasons(passed, allowed=True)), tuple(_reasons(stopped, allowed=False)))
            found[why] = found.get(why, NO_PORTS) | part
        return [Responsible(ports, *why) for why, ports in found.items()]


@dataclass(frozen=True, slots=True)
class _Ends:
    """Both ends of a flip in one state, with the policies of their namespaces."""

    source: Endpoint
    destination: Endpoint
    acting: Sequence[Policy]


class _Judging:
    def __init__(self, state: State) -> None:
        self._state = state
        self._acting: dict[str, list[Policy]] = defaultdict(list)
        for policy in state.policies:
            self._acting[policy.namespace].append(policy)

    def ends(self, flip: Flip) -> _Ends | None:
        """None when an end is not there. Replicas are two different ones where there are two."""
        source, destination = self._end(flip.source, 0), self._end(flip.destination, -1)
        if source is None or destination is None:
            return None
        spaces = {row.name.partition("/")[0] for row in (flip.source, flip.destination) if row.name}
        acting = [policy for space in sorted(spaces) for policy in self._acting[space]]
        return _Ends(source, destination, acting)

    def rules(self, ends: _Ends | None) -> list[PortSet]:
        if ends is None:
            return []
        return bearing(ends.acting, ends.source, ends.destination, self._state.options)

    def verdict(self, ends: _Ends | None, ports: PortSet) -> Verdict | None:
        """The verdict of the first of ``ports``, which all fare alike."""
        if ends is None:
            return None
        state = self._state
        return judge(state.cluster, ends.acting, ends.source, ends.destination, *ports.first, state.options)

    def _end(self, row: Row, which: int) -> Endpoint | None:
        if row.name is None:
            return Outside(row.cidrs[0].network_address)
        held = self._state.cluster.named(row.name)
        return held[which] if held else None


def _reasons(verdict: Verdict | None, *, allowed: bool) -> Iterator[PolicyReason]:
    for side in (verdict.egress, verdict.ingress) if verdict is not None else ():
        if side is not None and side.allowed is allowed:
            yield from side.policies


def _json(reason: PolicyReason) -> dict[str, Any]:
    place = reason.place
    return {
        "policy": reason.policy,
        "rule": reason.rule,
        "peer": reason.peer,
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }


def _within(place: str) -> str:
    return f" ({place})" if place else ""
