"""Where a fix is written, and how widely its rules speak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from editor.engine.policies import EGRESS, INGRESS

Where = Literal["needed", "ingress", "egress", "both"]
Width = Literal["labels", "namespace", "cluster", "internet", "everyone"]


@dataclass(frozen=True, slots=True)
class Manner:
    """``where``: at the destination (``ingress``), the source (``egress``), both, or wherever it is needed.

    ``width``: whom a rule names at the other end: it alone, all of its namespace, every pod, public addresses, or
    everyone. ``own``: whom a new policy selects: the end alone, or all of its namespace.
    """

    where: Where = "needed"
    width: Width = "labels"
    own: Literal["labels", "namespace"] = "labels"

    @property
    def sides(self) -> tuple[str, ...]:
        """The directions that may be written in, the source's first."""
        return {"ingress": (INGRESS,), "egress": (EGRESS,)}.get(self.where, (EGRESS, INGRESS))

    def told(self) -> Iterator[str]:
        """Where nothing can be done, what else to choose."""
        if self.where != "needed":
            yield "Choose another side."
        if self.width != "labels":
            yield "Choose another width."
