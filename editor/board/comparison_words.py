"""A comparison as Markdown, for a pull request or a message."""

from __future__ import annotations

from collections import Counter

from editor.analysis.pairs_markdown import counts, table
from editor.board.comparison import Comparison
from editor.board.project import PICTURE
from editor.board.wording import SINGULAR, counted
from editor.engine.errors import Place


def as_markdown(found: Comparison, old: str, new: str) -> str:
    """The comparison from ``old`` to ``new`` (their names) as GitHub's Markdown."""
    parts = [f"### From {old} to {new}", summary(found)]
    if found.pairs is not None:
        connections = table(found.pairs.flips(), _line)
        parts += [f"#### Connections gained and lost\n\n{connections}"] if connections else []
    else:
        parts.append("A policy cannot be read, so that nothing is certain about the connections.")
    listed = [
        f"- {thing.fate}: {SINGULAR[thing.table]} `{thing.name}`{_fields(thing.fields)}" for thing in found.things
    ]
    if listed:
        parts.append("#### What changed on the board\n\n" + "\n".join(listed))
    parts += [f"#### Policy `{each.name}` ({each.fate})\n\n```diff\n{each.diff}\n```" for each in found.policies]
    return "\n\n".join(parts) + "\n"


def summary(found: Comparison) -> str:
    """``Connections: 1 gained, 2 lost, 5 unchanged. On the board: added 1 pod.`` All pairs, where they are known."""
    turns = Counter(arrow.turn for arrow in found.arrows)
    drawn = f"Drawn connections: {turns['gained']} gained, {turns['lost']} lost, {turns['unchanged']} unchanged."
    told = counts(found.pairs.turns) if found.pairs is not None else drawn
    fates = {fate: Counter(t.table for t in found.things if t.fate == fate) for fate in ("added", "removed", "changed")}
    board = ", ".join(f"{fate} {counted(these)}" for fate, these in fates.items() if these)
    return f"{told} On the board: {board}." if board else told


def _line(place: Place) -> str:
    return "" if place.line is None else f"line {place.line}"


def _fields(fields: tuple[str, ...]) -> str:
    if not fields:
        return ""
    said = dict.fromkeys("place" if field in PICTURE else field.replace("_", " ") for field in fields)
    return f" ({', '.join(said)})"
