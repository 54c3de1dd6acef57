"""Two boards side by side: what came, went and changed, and which connections were gained and lost, by which rule.

The boards may be two revisions of one, or two of their own: things are the same when their ids are. ``alongside`` makes
them so for boards that were made apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any, Literal

from editor.board.between import between
from editor.board.expectations import sentence_of
from editor.board.pairs import Pairs
from editor.board.project import Judged, judged
from editor.board.records import TABLES, Board, ConnectionRecord, ExpectationRecord, PolicyRecord, Record, Table

Fate = Literal["added", "removed", "changed"]
Turn = Literal["gained", "lost", "changed", "unchanged"]
State = Literal["allowed", "blocked", "undefined", "absent"]


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something that differs. ``before`` is null when it came, ``after`` when it went; ``fields``: which changed."""

    table: Table
    id: str
    name: str
    fate: Fate
    fields: tuple[str, ...]
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True)
class Cause:
    """A policy's part in a difference: ``rule`` lets the connection through; without one the policy stops it.

    ``then``: it did so before; otherwise it does now. ``line`` is that of the rule or policy in its text.
    """

    then: bool
    side: Literal["egress", "ingress"]
    policy: str
    policy_id: str | None
    rule: str | None
    line: int | None


@dataclass(frozen=True, kw_only=True)
class ArrowTurn:
    """A drawn connection in both boards; ``turn`` says what became of what may pass.

    ``blocked_at``: where it is stopped in the later board that has it.
    """

    connection: str
    source: str
    destination: str
    protocol: str
    port: int
    before: State
    after: State
    blocked_at: Literal["ingress", "egress", "both"] | None
    turn: Turn
    causes: tuple[Cause, ...]


@dataclass(frozen=True, kw_only=True)
class PolicyDiff:
    """What changed in a policy's text, as a unified diff."""

    id: str
    name: str
    fate: Fate
    diff: str


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """All that differs, and every drawn connection. ``isolation``: by pod of the later board, as ``Judged`` has it.

    ``pairs``: all pairs, drawn or not, where they were asked for and can be had.
    """

    things: tuple[Thing, ...]
    arrows: tuple[ArrowTurn, ...]
    policies: tuple[PolicyDiff, ...]
    isolation: Mapping[str, Mapping[str, int]]
    pairs: Pairs | None = None


def compare(old: Board, new: Board, was: Judged | None = None, now: Judged | None = None) -> Comparison:
    """What differs from ``old`` to ``new``; ``was`` and ``now`` are what holds on them, where that is known."""
    things = tuple(_things(old, new))
    was = was if was is not None else judged(old)
    now = now if now is not None else judged(new, before=was)
    return Comparison(
        things=things,
        arrows=tuple(_arrows(old, new, was, now)),
        policies=tuple(_policies(things)),
        isolation=now.isolation,
    )


def _things(old: Board, new: Board) -> Iterator[Thing]:
    change = between(old, new)
    fields: dict[tuple[Table, str], list[str]] = {}
    for patch in change.patches:
        if patch.table != "board":
            fields.setdefault((patch.table, patch.id), []).append(patch.field)
    for gone in change.removes:
        yield _thing(old, gone.record, "removed", before=gone.record)
    for come in change.puts:
        yield _thing(new, come.record, "added", after=come.record)
    for (table, record_id), names in fields.items():
        before, after = old.table(table)[record_id], new.table(table)[record_id]
        yield _thing(new, after, "changed", before=before, after=after, fields=tuple(names))


def _thing(board: Board, shown: Record, fate: Fate, **parts: Any) -> Thing:  # noqa: ANN401 - the fields that vary
    said = {"fields": (), "before": None, "after": None} | parts
    return Thing(table=TABLES[type(shown)], id=shown.id, name=name_of(board, shown), fate=fate, **said)


def name_of(board: Board, record: Record) -> str:
    """A thing as sentences name it: ``prod/web``, ``prod/web to prod/db, TCP 3306``."""
    if isinstance(record, ConnectionRecord):
        ends = f"{board.place_name(record.source)} to {board.place_name(record.destination)}"
        return f"{ends}, {record.protocol} {record.port}"
    if isinstance(record, PolicyRecord):
        return f"{record.namespace}/{record.name}"
    if isinstance(record, ExpectationRecord):
        return sentence_of(record.item)
    return board.place_name(record.id) if record.id in board.pods or record.id in board.hosts else record.name


def _arrows(old: Board, new: Board, was: Judged, now: Judged) -> Iterator[ArrowTurn]:
    for arrow_id in dict.fromkeys((*new.connections, *old.connections)):
        once, after = was.verdicts.get(arrow_id), now.verdicts.get(arrow_id)
        told = now.verdicts[arrow_id] if after is not None else was.verdicts[arrow_id]
        before_state, after_state = _state(once), _state(after)
        yield ArrowTurn(
            connection=arrow_id,
            source=told["source"],
            destination=told["destination"],
            protocol=told["protocol"],
            port=told["port"],
            before=before_state,
            after=after_state,
            blocked_at=told["blocked_at"],
            turn=_turn(before_state, after_state),
            causes=() if before_state == after_state else (*_causes(once, then=True), *_causes(after, then=False)),
        )


def _state(verdict: Mapping[str, Any] | None) -> State:
    if verdict is None:
        return "absent"
    if verdict["allowed"] is None:
        return "undefined"
    return "allowed" if verdict["allowed"] else "blocked"


def _turn(before: State, after: State) -> Turn:
    """An arrow that was merely drawn or rubbed out has gained or lost nothing but itself: that is a changed thing."""
    if before == after:
        return "unchanged"
    if after == "allowed" and before != "absent":
        return "gained"
    return "lost" if before == "allowed" and after != "absent" else "changed"


def _causes(verdict: Mapping[str, Any] | None, *, then: bool) -> Iterator[Cause]:
    """The rules that let an allowed connection through; the policies that stop a blocked one."""
    for side in ("egress", "ingress"):
        held = verdict[side] if verdict is not None else None
        if held is None or (verdict is not None and not verdict["allowed"] and held["allowed"]):
            continue
        for reason in held["policies"]:
            yield Cause(
                then=then,
                side=side,
                policy=reason["policy"],
                policy_id=reason["file"],
                rule=reason["rule"],
                line=reason["line"],
            )


def _policies(things: tuple[Thing, ...]) -> Iterator[PolicyDiff]:
    for thing in things:
        if thing.table != "policies":
            continue
        before, after = (part.text if part is not None else "" for part in (thing.before, thing.after))
        if before != after:
            lines = unified_diff(before.splitlines(), after.splitlines(), "before", "after", n=3, lineterm="")
            yield PolicyDiff(id=thing.id, name=thing.name, fate=thing.fate, diff="\n".join(lines))
