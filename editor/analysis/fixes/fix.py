"""A proven fix: what is written, and everything that it flips."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from editor.analysis.flips import Flips
from editor.analysis.problem import UNSAID, Edit

CONTEXT = 2
"""Lines of a text shown around each change."""


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """What becomes of one policy's text. ``before`` None: it is new, and has no ``key`` yet."""

    policy: str
    key: str | None
    before: str | None
    text: str
    edits: tuple[Edit, ...] = ()

    def diff(self) -> str:
        """The change as a unified diff."""
        old, new = ((text or "").splitlines() for text in (self.before, self.text))
        names = ("/dev/null" if self.before is None else self.policy, self.policy)
        return "\n".join(unified_diff(list(old), list(new), *names, lineterm="", n=CONTEXT))

    def as_json(self) -> dict[str, Any]:
        return {
            "policy": self.policy,
            "key": self.key,
            "before": self.before,
            "text": self.text,
            "diff": self.diff(),
            "edits": [{**UNSAID, **edit} for edit in self.edits],
        }


@dataclass(frozen=True, slots=True)
class Fix:
    """``title`` in the imperative. ``others``: all that flips beside the arrow itself.

    ``breadth``: how many pods the changed policies select. What the other end still stops today flips nothing, and
    would the day that end opens: the narrower policy is the better place.
    """

    title: str
    weight: int
    changes: tuple[PolicyChange, ...]
    others: Flips
    breadth: int

    @property
    def rank(self) -> tuple[int, int, int, int, int]:
        """Fewest others first, then the fewest pods that may be opened by halves, then the least written."""
        lines = sum(line[:1] in ("+", "-") for change in self.changes for line in change.diff().splitlines()[2:])
        return (len(self.others.all), self.breadth, len(self.changes), self.weight, lines)

    def sentence(self) -> str:
        """What it does, and what else."""
        if not self.others.all:
            return f"{self.title}. Nothing else changes."
        told = str(self.others)
        return f"{self.title}. It also {told[0].lower()}{told[1:]}"

    def as_json(self) -> dict[str, Any]:
        """``{"title", "sentence", "changes", "others"}``; ``others`` as ``Flips``."""
        return {
            "title": self.title,
            "sentence": self.sentence(),
            "changes": [change.as_json() for change in self.changes],
            "others": self.others.as_json(),
        }
