"""What one edit did to a warm cluster."""

from __future__ import annotations

from dataclasses import dataclass

from editor.engine.flattening import Box
from editor.engine.ports import PortSet

Fare = tuple[PortSet, PortSet, int]
"""Ports before, ports after, and the bits of the classes at the other end."""


@dataclass(frozen=True, slots=True)
class PodChange:
    """One pod came, went, or changed class: how its own pairs fared."""

    ref: str
    outgoing: tuple[Fare, ...]
    incoming: tuple[Fare, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What one edit did.

    ``boxes`` holds exactly the pairs of classes whose ports changed. ``egress`` and ``ingress`` are the bits of the
    classes whose side of a verdict in that direction may have other reasons now, even where the answer is the same;
    every verdict with neither its source in the one nor its destination in the other stands as it was, words and all.
    ``pod`` is there when the edit was to a pod.
    """

    boxes: tuple[Box, ...] = ()
    egress: int = 0
    ingress: int = 0
    pod: PodChange | None = None
