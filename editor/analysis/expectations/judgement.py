"""What came of judging an expectation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from editor.analysis.expectations.expectation import Expectation
from editor.engine.cluster import Pod
from editor.engine.errors import Fault
from editor.engine.parties import Endpoint
from editor.engine.verdict import Verdict

HOLDS, FAILS, UNCLEAR = "holds", "fails", "unclear"


@dataclass(frozen=True, slots=True)
class Counterexample:
    """One connection that is not as expected. ``newcomers``: its ends that do not exist yet, with their labels."""

    source: Endpoint
    destination: Endpoint
    verdict: Verdict
    newcomers: tuple[Pod, ...] = ()
    spaces: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    def words(self) -> str:
        """The fact, in a sentence."""
        passes = "passes" if self.verdict.allowed else "is blocked"
        said = f"{self.source.ref} to {self.destination.ref} on {self.verdict.protocol} {self.verdict.port} {passes}"
        for pod in self.newcomers:
            labels = ", ".join(f"{key}={value}" for key, value in sorted(pod.labels.items())) or "no labels"
            said += f"; {pod.ref} would be a new pod with {labels}"
        for name, held in self.spaces:
            labels = ", ".join(f"{key}={value}" for key, value in held) or "no labels"
            said += f", in a new namespace {name} with {labels}"
        return f"{said}."

    def as_json(self) -> dict[str, Any]:
        """The connection, its verdict with all reasons, and what would have to be new."""
        return {
            "words": self.words(),
            "verdict": self.verdict.as_json(),
            "newcomers": [
                {"namespace": pod.namespace, "name": pod.name, "labels": dict(pod.labels)} for pod in self.newcomers
            ],
            "new_namespaces": [{"name": name, "labels": dict(labels)} for name, labels in self.spaces],
        }


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an expectation holds. ``unclear``: it could not be judged, and counts as not holding; ``faults`` say why.

    ``pairs``: how many pairs of places that exist it was judged on.
    """

    expectation: Expectation
    status: str
    counterexample: Counterexample | None = None
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    pairs: int = 0

    @property
    def holds(self) -> bool:
        """Whether it holds, for certain."""
        return self.status == HOLDS

    def words(self) -> str:
        """Why it does not hold, or what was noticed."""
        said = [fault.message for fault in self.faults]
        if self.counterexample is not None:
            said.append(self.counterexample.words())
        return " ".join([*said, *self.notes])

    def as_json(self) -> dict[str, Any]:
        """The judgement with its counter-example."""
        place = self.expectation.place
        return {
            "name": self.expectation.title,
            "expectation": self.expectation.words(),
            "status": self.status,
            "words": self.words(),
            "counterexample": self.counterexample.as_json() if self.counterexample else None,
            "notes": list(self.notes),
            "faults": [fault.as_json() for fault in self.faults],
            "pairs": self.pairs,
            "file": place.file,
            "line": place.line,
            "column": place.column,
        }
