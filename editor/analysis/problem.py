"""One thing that is valid and still wrong: what it is, where it stands, whom it concerns, what mends it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from editor.engine.errors import NOWHERE, Place

ERROR, WARNING, HINT = "error", "warning", "hint"
SEVERITIES = (ERROR, WARNING, HINT)
"""From the worst on. An error almost never means what it says; a hint may well be meant."""

Edit = dict[str, Any]
"""``{"op", "path", "value"}``: one structural edit of a policy's text, see ``manifests.patch.apply_edits``."""

UNSAID: Edit = {"value": None, "to": None, "emptied": "refuse"}
"""What an edit means that does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What one click does: ``title`` in the imperative, and edits into the text of ``policy`` (``namespace/name``)."""

    title: str
    policy: str
    edits: tuple[Edit, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"title": self.title, "policy": self.policy, "edits": [{**UNSAID, **edit} for edit in self.edits]}


@dataclass(frozen=True, slots=True)
class Concerned:
    """A connection that a problem touches: places as queries write them."""

    source: str
    destination: str
    protocol: str
    port: int

    def as_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return {
            "source": self.source,
            "destination": self.destination,
            "protocol": self.protocol,
            "port": self.port,
        }


@dataclass(frozen=True, slots=True)
class Problem:
    """``message`` is the correction in one line; ``why`` says why it matters here.

    ``policy`` is ``namespace/name``, None for what belongs to no policy; ``pods`` are refs. ``ignored`` is the reason
    that somebody wrote beside it, None while nobody did.
    """

    id: str
    severity: str
    message: str
    why: str
    place: Place = NOWHERE
    policy: str | None = None
    pods: tuple[str, ...] = ()
    connections: tuple[Concerned, ...] = ()
    fix: Mending | None = None
    ignored: str | None = field(default=None)

    def as_json(self) -> dict[str, Any]:
        """The shape of the API and of ``netpol lint --format json``."""
        return {
            "id": self.id,
            "severity": self.severity,
            "message": self.message,
            "why": self.why,
            "policy": self.policy,
            "pods": list(self.pods),
            "connections": [one.as_json() for one in self.connections],
            "fix": self.fix.as_json() if self.fix else None,
            "ignored": self.ignored,
            "file": self.place.file,
            "document": self.place.document,
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "end_line": self.place.end_line,
        }
