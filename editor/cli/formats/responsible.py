"""Which rule is responsible for a connection gained or lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editor.cli.answers import line_of
from editor.cli.formats.changes import Change
from editor.engine.difference import State
from editor.engine.judge import judge
from editor.engine.parties import Endpoint, Outside
from editor.engine.policies import Policy
from editor.engine.verdict import PolicyReason, Verdict
from editor.engine.workloads import Row


@dataclass(frozen=True, slots=True)
class Responsible:
    """For the first port of a change: what lets it through in one state, what stops it in the other."""

    protocol: str
    port: int
    allowed_by: tuple[PolicyReason, ...]
    stopped_by: tuple[PolicyReason, ...]

    def as_json(self) -> dict[str, Any]:
        """Both lists with the places of their rules and policies."""
        return {
            "protocol": self.protocol,
            "port": self.port,
            "allowed_by": [_json(reason) for reason in self.allowed_by],
            "stopped_by": [_json(reason) for reason in self.stopped_by],
        }

    def words(self, *, gained: bool) -> Iterator[str]:
        """A line for each rule that lets it through and each policy that stops it."""
        now, once = ("is", "was") if gained else ("was", "is")
        for reason in self.allowed_by:
            yield f"{now} let through by {reason.policy} {reason.rule}{_at(reason)}"
        for reason in self.stopped_by:
            yield f"{once} stopped by {reason.policy}{_at(reason)}"


class Responsibility:
    """Finds what is responsible, between two states."""

    def __init__(self, old: State, new: State) -> None:
        self._states = (_Judging(old), _Judging(new))

    def of(self, change: Change) -> Responsible | None:
        """None when neither state has a rule to name, such as when the pod came or went."""
        once, now = self._states if change.gained else reversed(self._states)
        protocol, port = next((p, int(held[0].split("-")[0])) for p, held in change.ports.as_json().items() if held)
        stopped, passed = (one.verdict(change, protocol, port) for one in (once, now))
        found = Responsible(protocol, port, tuple(_reasons(passed, True)), tuple(_reasons(stopped, False)))  # noqa: FBT003
        return found if found.allowed_by or found.stopped_by else None


class _Judging:
    def __init__(self, state: State) -> None:
        self._state = state
        self._acting: dict[str, list[Policy]] = defaultdict(list)
        for policy in state.policies:
            self._acting[policy.namespace].append(policy)

    def verdict(self, change: Change, protocol: str, port: int) -> Verdict | None:
        """None when an end is not there. Replicas are two different ones where there are two."""
        source, destination = self._end(change.source, 0), self._end(change.destination, -1)
        if source is None or destination is None:
            return None
        spaces = {row.name.partition("/")[0] for row in (change.source, change.destination) if row.name}
        acting = [policy for space in sorted(spaces) for policy in self._acting[space]]
        return judge(self._state.cluster, acting, source, destination, protocol, port, self._state.options)

    def _end(self, row: Row, which: int) -> Endpoint | None:
        if row.name is None:
            return Outside(row.cidrs[0].network_address)
        held = self._state.cluster.named(row.name)
        return held[which] if held else None


def _reasons(verdict: Verdict | None, allowed: bool) -> Iterator[PolicyReason]:  # noqa: FBT001
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


def _at(reason: PolicyReason) -> str:
    place = line_of(reason.place).removesuffix(": ")
    return f" ({place})" if place else ""
