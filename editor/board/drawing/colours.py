"""The two sets of colours, those of frontend/src/app/tokens.css."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Each as ``#rrggbb``; ``spaces`` in the order of the namespaces, from the first again when they run out."""

    canvas: str
    panel: str
    sunk: str
    line: str
    text: str
    muted: str
    allow: str
    deny: str
    warn: str
    spaces: tuple[str, ...]


LIGHT = Colours(
    canvas="#f5f6f8",
    panel="#ffffff",
    sunk="#f5f6f8",
    line="#d5dae1",
    text="#1a1e24",
    muted="#5b6572",
    allow="#0f7b55",
    deny="#c62a42",
    warn="#946200",
    spaces=("#3d5afe", "#b1620e", "#7a3fd0", "#0b7a8c", "#b03a83", "#5d7300"),
)
DARK = Colours(
    canvas="#0e1116",
    panel="#161a21",
    sunk="#0e1116",
    line="#343c48",
    text="#e7eaf0",
    muted="#95a0ae",
    allow="#3fd496",
    deny="#ff7085",
    warn="#f0b849",
    spaces=("#8c9eff", "#f0a35a", "#c29bff", "#4fc7d9", "#f28ac6", "#b5cc4a"),
)
