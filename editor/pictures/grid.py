"""The matrix as a picture: a cell for each pair, told apart by sign and colour."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.pictures.picture import Picture, symbols

CELL, LETTER, GAP, FONT = 26, 7, 12, 12
_EVERY, _SOME, _NONE = "#2e7d32", "#f9a825", "#c62828"


def lines(picture: Picture) -> Iterator[str]:
    """The whole SVG document. Each cell's tooltip says the pair and its ports."""
    signs = symbols(picture)
    count = len(picture.names)
    label = max((len(name) for name in picture.names), default=0) * LETTER + 2 * GAP
    legend = [f"{sign}  {ports}" for ports, sign in signs.items() if ports != NO_PORTS] + ["-  nothing"]
    width = label + count * CELL + GAP + max(len(text) for text in legend) * LETTER
    height = label + count * CELL + GAP + (len(legend) + 1) * FONT * 2
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    yield f'  font-family="sans-serif" font-size="{FONT}" role="img" aria-label="Who may reach whom">'
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    for number, name in enumerate(picture.names):
        middle = label + number * CELL + CELL // 2
        yield _text(label - GAP, middle + FONT // 3, name, 'text-anchor="end"')
        yield _text(
            middle + FONT // 3, label - GAP, name, f'transform="rotate(-90 {middle + FONT // 3} {label - GAP})"'
        )
    for source in range(count):
        for destination in range(count):
            if picture.judged(source, destination):
                yield from _cell(picture, source, destination, label, signs)
    for order, text in enumerate(legend):
        yield _text(GAP, label + count * CELL + GAP + (order + 1) * FONT * 2, text)
    yield "</svg>"


def _cell(picture: Picture, source: int, destination: int, label: int, signs: dict[PortSet, str]) -> Iterator[str]:
    ports = picture.between(source, destination)
    x, y = label + destination * CELL, label + source * CELL
    fill = {ALL_PORTS: _EVERY, NO_PORTS: _NONE}.get(ports, _SOME)
    colour = "#000000" if fill == _SOME else "#ffffff"
    title = escape(f"{picture.names[source]} to {picture.names[destination]}: {ports}")
    yield f'<g><title>{title}</title><rect x="{x}" y="{y}" width="{CELL - 1}" height="{CELL - 1}" fill="{fill}"/>'
    centre = f'text-anchor="middle" fill="{colour}"'
    yield _text(x + CELL // 2, y + CELL // 2 + FONT // 3, signs[ports], centre) + "</g>"


def _text(x: int, y: int, text: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" {more}>{escape(text)}</text>'
