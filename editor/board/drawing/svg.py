"""The whole picture."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Literal
from xml.sax.saxutils import escape

from editor.board.drawing import cards, marks
from editor.board.drawing.cards import Box, boxes_of
from editor.board.drawing.colours import DARK, LIGHT, Colours
from editor.board.drawing.routes import Route, routes
from editor.board.project import Judged
from editor.board.records import Board

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
_MARGIN, _LEGEND = 36.0, 44.0
_PORTS_SHOWN = 3
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
_STOPS = {"egress": (0.08,), "ingress": (0.92,), "both": (0.08, 0.92)}
_OUTCOMES = {True: "allowed", False: "blocked", None: "undefined"}
_WORDS = {"allowed": "allowed", "blocked": "blocked, where the cross is", "undefined": "undefined"}


def draw(board: Board, judged: Judged, theme: Theme = "light", *, legend: bool = True) -> str:
    """The SVG document, as large as the board is on the canvas, with what its signs mean below (``legend``)."""
    colours = DARK if theme == "dark" else LIGHT
    boxes = boxes_of(board)
    area = _area(board, boxes, legend=legend)
    name = " ".join(board.board.name.split())
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{area.width:.0f}" height="{area.height:.0f}" '
        f'viewBox="{area.x:.0f} {area.y:.0f} {area.width:.0f} {area.height:.0f}" font-family="{marks.SANS}">'
    )
    parts = [
        head,
        f"<title>{escape(name)}</title>",
        marks.rect(area.x, area.y, area.width, area.height, 0, f'fill="{colours.canvas}"'),
        *(cards.frame(space, colours, number) for number, space in enumerate(board.namespaces.values())),
        *_arrows(board, judged, boxes, colours),
        *(_legend(area, colours) if legend else ()),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _area(board: Board, boxes: Mapping[str, Box], *, legend: bool) -> Box:
    held = list(boxes.values())
    held += [Box(space.x, space.y - 13, space.width, space.height + 13) for space in board.namespaces.values()]
    held = held or [Box(0, 0, 320, 80)]
    x, y = min(box.x for box in held) - _MARGIN, min(box.y for box in held) - _MARGIN
    right = max(box.x + box.width for box in held) + _MARGIN
    bottom = max(box.y + box.height for box in held) + _MARGIN
    return Box(x, y, max(right - x, 620) if legend else right - x, bottom - y + (_LEGEND if legend else 0))


def _arrows(board: Board, judged: Judged, boxes: Mapping[str, Box], colours: Colours) -> Iterator[str]:
    """Lines, then cards, then signs and ports, which must not be covered. One arrow for all ports of a verdict."""
    grouped: dict[tuple[str, str, str, str | None], list[str]] = {}
    for arrow in board.connections.values():
        verdict: Mapping[str, Any] = judged.verdicts[arrow.id]
        key = (arrow.source, arrow.destination, _OUTCOMES[verdict["allowed"]], verdict["blocked_at"])
        port = str(arrow.port) if arrow.protocol == "TCP" else f"{arrow.port}/{arrow.protocol}"
        grouped.setdefault(key, []).append(port)
    ways = routes([(source, destination) for source, destination, _, _ in grouped], boxes)
    for (source, destination, outcome, _), ports, way in zip(grouped, grouped.values(), ways, strict=True):
        names = f"{board.place_name(source)} to {board.place_name(destination)}, {', '.join(ports)}: {outcome}"
        yield marks.titled(names, _line(way, outcome, colours))
    for pod in board.pods.values():
        yield cards.pod_card(pod, boxes[pod.id], board.place_name(pod.id), judged.isolation[pod.id], colours)
    for host in board.hosts.values():
        yield cards.host_card(host, boxes[host.id], colours)
    placed: list[Box] = []
    for (_, _, outcome, blocked_at), ports, way in zip(grouped, grouped.values(), ways, strict=True):
        colour = _colour(outcome, colours)
        yield _ports(way, outcome, ports, (colour, colours.panel), placed)
        for at in _STOPS.get(blocked_at or "", ()):
            x, y = way.at(at)
            disc = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="{colour}" stroke="{colours.canvas}"/>'
            yield disc + marks.sign("blocked", x, y, colours.panel, 3)


def _colour(outcome: str, colours: Colours) -> str:
    return {"allowed": colours.allow, "blocked": colours.deny}.get(outcome, colours.warn)


def _line(way: Route, outcome: str, colours: Colours) -> str:
    colour = _colour(outcome, colours)
    dashes = {"allowed": "", "blocked": ' stroke-dasharray="7 5"'}.get(outcome, ' stroke-dasharray="2 4"')
    line = f'<path d="{way.path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
    (x, y), (bx, by) = way.points[3], way.at(0.94)
    angle = math.atan2(y - by, x - bx)
    tip = (x + 9 * math.cos(angle), y + 9 * math.sin(angle))
    wings = [(x + 5.5 * math.cos(angle + turn), y + 5.5 * math.sin(angle + turn)) for turn in (1.75, -1.75)]
    head = " ".join(f"{px:.1f},{py:.1f}" for px, py in (tip, *wings))
    return f'{line}<polygon points="{head}" fill="{colour}"/>'


def _ports(way: Route, outcome: str, ports: list[str], colours: tuple[str, str], placed: list[Box]) -> str:
    """The label with sign and ports, where the curve has room for it among those ``placed`` so far."""
    colour, ground = colours
    words = ", ".join(ports[:_PORTS_SHOWN])
    words += f" +{len(ports) - _PORTS_SHOWN}" if len(ports) > _PORTS_SHOWN else ""
    wide = marks.width_of(words, 11, mono=True) + 30
    spots = [Box(x - wide / 2, y - 10, wide, 20) for x, y in map(way.at, _ALONG)]
    at = next((box for box in spots if not any(_meet(box, other) for other in placed)), spots[0])
    placed.append(at)
    box = marks.rect(at.x, at.y, wide, 20, 7, f'fill="{ground}" stroke="{colour}"')
    label = marks.text(at.x + 22, at.y + 14, words, 11, colour, mono=True, bold=True)
    return box + marks.sign(outcome, at.x + 12, at.y + 10, colour) + label


def _meet(one: Box, other: Box) -> bool:
    beside = one.x + one.width + 3 < other.x or other.x + other.width + 3 < one.x
    return not (beside or one.y + one.height + 3 < other.y or other.y + other.height + 3 < one.y)


def _legend(area: Box, colours: Colours) -> Iterator[str]:
    x, y = area.x + _MARGIN, area.y + area.height - 26
    for outcome, words in _WORDS.items():
        way = Route(((x, y), (x + 10, y), (x + 20, y), (x + 28, y)))
        yield _line(way, outcome, colours) + marks.sign(outcome, x + 50, y, _colour(outcome, colours))
        yield marks.text(x + 62, y + 4, words, 12, colours.muted)
        x += 62 + marks.width_of(words, 12) + 26
    yield marks.lock(x, y - 7, colours.muted)
    yield marks.text(x + 16, y + 4, "isolated, by so many policies", 12, colours.muted)
