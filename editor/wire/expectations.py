"""Expectations on the wire: what is expected, whether it holds, and one connection that shows that it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

from editor.wire.verdicts import Fault, Verdict

Status = Literal["holds", "fails", "unclear"]


class Newcomer(TypedDict):
    """A pod that would have to be added."""

    namespace: str
    name: str
    labels: dict[str, str]


class NewNamespace(TypedDict):
    """A namespace that would have to be added."""

    name: str
    labels: dict[str, str]


class CounterExample(TypedDict):
    """A connection that is not as expected. ``connection``: the drawn arrow that it is, if there is one."""

    words: str
    verdict: Verdict
    newcomers: list[Newcomer]
    new_namespaces: list[NewNamespace]
    connection: str | None


@dataclass(frozen=True, kw_only=True)
class ExpectationResult:
    """One expectation judged. ``title``: its name, or else its sentence. ``words``: why it does not hold.

    ``pairs``: of how many pairs of places it was asked. ``connections``: the drawn arrows that it speaks of.
    """

    id: str
    title: str
    sentence: str
    status: Status
    words: str
    pairs: int
    faults: tuple[Fault, ...]
    counterexample: CounterExample | None
    connections: tuple[str, ...]
