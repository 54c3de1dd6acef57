"""An edit that may do what is asked: still to be proven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from editor.analysis.problem import Edit

CORRECT, EXTEND, ADD_RULE, ADD_POLICY = range(4)
"""How much is written, the least first: of fixes that flip as many others, the smaller one is better."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """``title`` in the imperative; ``edits`` by policy; ``added``: the texts of new policies."""

    title: str
    weight: int
    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    added: tuple[str, ...] = ()

    def also(self, other: Candidate) -> Candidate:
        """Both together."""
        edits = {ref: (*self.edits.get(ref, ()), *other.edits.get(ref, ())) for ref in (*self.edits, *other.edits)}
        rest = f"{other.title[0].lower()}{other.title[1:]}"
        return Candidate(f"{self.title}, and {rest}", self.weight + other.weight, edits, (*self.added, *other.added))


def removed(path: str) -> Edit:
    """An item goes; where it was the last one, the rule or peer around it goes too."""
    return {"op": "remove", "path": path, "emptied": "remove_item"}


def put(path: str, value: object) -> Edit:
    """A value at a path."""
    return {"op": "set", "path": path, "value": value}


def appended(path: str, value: object) -> Edit:
    """An item behind the last of a list."""
    return {"op": "insert", "path": f"{path}[-]", "value": value}


def unique(candidates: Iterator[Candidate]) -> list[Candidate]:
    """Without those that write the same."""
    return list({repr((sorted(one.edits.items()), one.added)): one for one in candidates}.values())
