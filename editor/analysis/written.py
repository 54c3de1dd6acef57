"""A policy as it is written: its meaning, and the places of its fields in the file that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from editor.analysis.anatomy import Anatomy, anatomy, anatomy_of
from editor.analysis.problem import Concerned, Edit, Mending, Problem
from editor.engine.errors import Place
from editor.engine.policies import EGRESS, INGRESS, Policy, Rule
from editor.manifests.reading import Reading

PEERS = {INGRESS: "from", EGRESS: "to"}


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """``above``: how many lines of the file stand before the text that ``anatomy`` speaks of.

    ``patchable``: whether edits into the policy's own text are possible; not for an item of a list.
    """

    policy: Policy
    anatomy: Anatomy
    file: str | None = None
    document: int | None = None
    above: int = 0
    patchable: bool = True

    def place(self, path: str, *, at_key: bool = False) -> Place:
        """Where ``path`` stands in the file; a field that is not written stands where its parent does."""
        held = self.anatomy.keys if at_key else self.anatomy.places
        found = path
        while found and found not in held:
            found = found[: max(found.rfind("."), found.rfind("["), 0)]
        spot = held.get(found)
        if spot is None or spot.line is None:
            return replace(self.policy.place, path=path or None)
        end = spot.end_line if spot.end_line is not None else spot.line
        line = spot.line + self.above
        return Place(self.file, self.document, path or None, line, spot.column, end + self.above)

    def written(self, path: str) -> bool:
        """Whether the field stands in the text, whatever its value."""
        return path in self.anatomy.places

    def empty(self, path: str) -> bool:
        """Whether the field stands there as null or as an empty list."""
        return path in self.anatomy.empty

    def rules(self, direction: str) -> Iterator[tuple[int, str, Rule]]:
        """The rules that count in ``direction``, each with its number and its path."""
        for at, rule in enumerate(self.policy.rules(direction)):
            yield at, f"spec.{direction.lower()}[{at}]", rule

    def mending(self, title: str, *edits: Edit) -> Mending | None:
        """A fix in this policy's text, where that can be edited."""
        return Mending(title, self.policy.ref, edits) if self.patchable else None

    def problem(
        self,
        identity: str,
        severity: str,
        path: str,
        message: str,
        why: str,
        *,
        pods: Iterable[str] = (),
        connections: Iterable[Concerned] = (),
        fix: Mending | None = None,
        at_key: bool = False,
    ) -> Problem:
        """A problem at ``path`` of this policy."""
        place = self.place(path, at_key=at_key)
        return Problem(identity, severity, message, why, place, self.policy.ref, tuple(pods), tuple(connections), fix)


def written_in(text: str, policy: Policy) -> Written:
    """The policy of a text of its own, as a board keeps it; its place names the file."""
    return Written(policy, anatomy(text), policy.place.file, policy.place.document)


def written_of(reading: Reading) -> tuple[Written, ...]:
    """Every policy of a reading."""
    found = []
    for one in reading.objects:
        if not isinstance(one.value, Policy):
            continue
        place = one.place
        if one.chunk is not None:
            held = anatomy(one.chunk.text)
            found.append(Written(one.value, held, place.file, place.document, one.chunk.first_line))
        elif (listed := one.listed) is not None:
            found.append(Written(one.value, anatomy_of(listed), place.file, place.document, 0, patchable=False))
    return tuple(found)
