"""What a part of the benchmarks found: a title, rows, and remarks on how it was taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of ready text under their columns."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    remarks: Sequence[str] = ()

    def as_text(self) -> str:
        """For the terminal: columns aligned to the right, but the first."""
        widths = [max(len(cell) for cell in column) for column in zip(self.columns, *self.rows, strict=True)]
        lines = [self.title, "-" * len(self.title)]
        for row in (self.columns, *self.rows):
            cells = zip(row, widths, strict=True)
            first, width = next(cells)
            lines.append("  ".join([first.ljust(width), *(cell.rjust(width) for cell, width in cells)]))
        return "\n".join([*lines, *(f"  {remark}" for remark in self.remarks), ""])

    def as_markdown(self) -> str:
        """For the documentation."""
        lines = [f"## {self.title}", ""]
        for row in (self.columns, ["---", *["---:"] * (len(self.columns) - 1)], *self.rows):
            lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |")
        return "\n".join([*lines, "", *(f"- {remark}" for remark in self.remarks), ""])


def with_tables(report: str, tables: Sequence[Table]) -> str:
    """The report with each table in the place of the one with its title, or at the end when there is none yet."""
    head, *sections = re.split(r"^(?=## )", report, flags=re.MULTILINE)
    for table in tables:
        text = table.as_markdown()
        titled = [number for number, held in enumerate(sections) if held.startswith(f"## {table.title}\n")]
        if titled:
            sections[titled[0]] = text + ("" if titled[0] == len(sections) - 1 else "\n")
        else:
            sections.append(("" if (sections[-1:] or [head])[0].endswith("\n\n") else "\n") + text)
    return "".join([head, *sections])


def seconds(value: float | None) -> str:
    """A time in the unit that suits it; None is a run that did not end within its limit."""
    if value is None:
        return "not ended"
    if value < 0.01:
        return f"{value * 1000:.2f} ms"
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s"


def growth(sizes: Sequence[float], times: Sequence[float]) -> str:
    """How many times longer it takes for how many times the size, from the first to the last."""
    return f"{sizes[-1] / sizes[0]:.0f} times the size takes {times[-1] / times[0]:.1f} times as long"
