"""The matrix as a list of pairs: CSV and Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from editor.engine.ports import PROTOCOLS
from editor.pictures.picture import Picture

HEAD = ("source", "destination", *PROTOCOLS)


def csv_lines(picture: Picture) -> Iterator[str]:
    """One line for each pair with anything allowed."""
    for record in (HEAD, *_records(picture, picture.full_names)):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(record)
        yield line.getvalue()


def markdown_lines(picture: Picture) -> Iterator[str]:
    """The same as a table."""
    yield _row(HEAD)
    yield "|---|---|" + "---|" * len(PROTOCOLS)
    for record in _records(picture, picture.names):
        yield _row(record)


def _records(picture: Picture, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for (source, destination), ports in sorted(picture.allowed.items()):
        spans = (" ".join(ports.ports(protocol).as_json()) for protocol in PROTOCOLS)
        yield (names[source], names[destination], *spans)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
