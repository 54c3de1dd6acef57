"""The server's answer for one object."""

from __future__ import annotations

from dataclasses import dataclass

from editor.engine.errors import Place
from editor.manifests.rules.findings import Finding


@dataclass(frozen=True, slots=True)
class Judged:
    """The server's answer for one object. ``kind`` and ``name`` are None where the text does not say.

    ``differs_on``: what other versions answer, by version, where it is not the same.
    """

    kind: str | None
    namespace: str | None
    name: str | None
    place: Place
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    differs_on: tuple[tuple[str, Judged], ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the server would take the object."""
        return not self.errors

    def as_json(self) -> dict[str, object]:
        """The shape of ``objects[]`` in the outside contract, with ``differs_on`` added."""
        return {
            "kind": self.kind,
            "namespace": self.namespace,
            "name": self.name,
            "file": self.place.file,
            "line": self.place.line,
            **self.answer_json(),
            "differs_on": {version: other.answer_json() for version, other in self.differs_on},
        }

    def answer_json(self) -> dict[str, object]:
        """Accepted or not, with errors and warnings."""
        return {
            "accepted": self.accepted,
            "errors": [error.as_json() for error in self.errors],
            "warnings": [warning.as_json() for warning in self.warnings],
        }

    def same_answer(self, other: Judged) -> bool:
        """Whether both say the same, wording apart."""
        return all(
            {(one.field, one.type) for one in mine} == {(one.field, one.type) for one in theirs}
            for mine, theirs in ((self.errors, other.errors), (self.warnings, other.warnings))
        )
