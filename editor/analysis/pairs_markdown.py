"""Connections gained and lost as Markdown, for a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.analysis.flips import Flip
from editor.analysis.pair_turns import PairTurns
from editor.analysis.responsible import Responsible
from editor.engine.errors import Place
from editor.pictures.picture import name_of

HEAD = ("| | from | to | ports | why |", "| --- | --- | --- | --- | --- |")
MOST_LINES = 200
"""A comment on a pull request takes some 65,000 characters."""

Explained = tuple[Flip, Sequence[Responsible]]


def counts(found: PairTurns) -> str:
    """``Connections: 2 gained, 1 lost, 14 unchanged.`` Pairs of workloads are counted, whatever their ports."""
    gained = sum(bool(one.gained) for one in found.differing)
    lost = sum(bool(one.lost) for one in found.differing)
    return f"Connections: {gained} gained, {lost} lost, {found.alike_count} unchanged."


def table(told: Sequence[Explained], at: Callable[[Place], str]) -> str:
    """A line for what each pair gained and one for what it lost, with the rules responsible; empty for none.

    ``at`` says where a rule stands, in words.
    """
    if not told:
        return ""
    more = [f"| | | | | and {len(told) - MOST_LINES} more |"] if len(told) > MOST_LINES else []
    return "\n".join([*HEAD, *_lines(told[:MOST_LINES], at), *more])


def _lines(told: Iterable[Explained], at: Callable[[Place], str]) -> Iterator[str]:
    for flip, why in told:
        sign = "**+** gained" if flip.opened else "**-** lost"
        ends = f"{_cell(name_of(flip.source))} | {_cell(name_of(flip.destination))}"
        reasons = "<br>".join(_cell(line) for part in why for line in part.words(flip, at))
        yield f"| {sign} | {ends} | {_cell(str(flip.ports))} | {reasons} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
