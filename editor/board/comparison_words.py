"""A comparison as Markdown, for a pull request or a message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from editor.board.comparison import ArrowTurn, Cause, Comparison
from editor.board.project import PICTURE
from editor.board.wording import SINGULAR, counted


def as_markdown(found: Comparison, old: str, new: str) -> str:
    """The comparison from ``old`` to ``new`` (their names) as GitHub's Markdown."""
    parts = [f"### From {old} to {new}", summary(found)]
    for title, turn in (("Connections gained", "gained"), ("Connections lost", "lost")):
        rows = [arrow for arrow in found.arrows if arrow.turn == turn]
        if rows:
            parts.append(f"#### {title}\n\n" + "\n".join(_table(rows)))
    listed = [
        f"- {thing.fate}: {SINGULAR[thing.table]} `{thing.name}`{_fields(thing.fields)}" for thing in found.things
    ]
    if listed:
        parts.append("#### What changed on the board\n\n" + "\n".join(listed))
    parts += [f"#### Policy `{each.name}` ({each.fate})\n\n```diff\n{each.diff}\n```" for each in found.policies]
    return "\n\n".join(parts) + "\n"


def summary(found: Comparison) -> str:
    """``1 connection gained, 2 lost, 5 unchanged; added 1 pod.``"""
    turns = Counter(arrow.turn for arrow in found.arrows)
    told = f"Connections: {turns['gained']} gained, {turns['lost']} lost, {turns['unchanged']} unchanged."
    fates = {fate: Counter(t.table for t in found.things if t.fate == fate) for fate in ("added", "removed", "changed")}
    board = ", ".join(f"{fate} {counted(counts)}" for fate, counts in fates.items() if counts)
    return f"{told} On the board: {board}." if board else told


def words(cause: Cause) -> str:
    """``let through by prod/db-policy ingress[0] (line 12)``."""
    line = f" (line {cause.line})" if cause.line is not None else ""
    if cause.rule is not None:
        return f"{'was' if cause.then else 'is'} let through by {cause.policy} {cause.rule}{line}"
    return f"{'was' if cause.then else 'is'} stopped by {cause.policy}{line} ({cause.side})"


def _table(rows: Iterable[ArrowTurn]) -> Iterator[str]:
    yield "| from | to | port | before | after | why |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for arrow in rows:
        why = "<br>".join(words(cause) for cause in arrow.causes)
        port = f"{arrow.protocol} {arrow.port}"
        yield f"| {arrow.source} | {arrow.destination} | {port} | {arrow.before} | {arrow.after} | {why} |"


def _fields(fields: tuple[str, ...]) -> str:
    if not fields:
        return ""
    said = dict.fromkeys("place" if field in PICTURE else field.replace("_", " ") for field in fields)
    return f" ({', '.join(said)})"
