"""The ways of the arrows: from a side of one card to a side of another, around the cards in between where it can."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editor.board.drawing.cards import Box

Point = tuple[float, float]
_SIDES: dict[str, Point] = {"right": (1, 0), "left": (-1, 0), "bottom": (0, 1), "top": (0, -1)}
_SPREAD, _START, _HEAD = 15.0, 3.0, 11.0
_MOST_LOOKS = 5_000
"""Beyond so many cards times arrows, arrows take the shortest way."""


@dataclass(frozen=True, slots=True)
class Route:
    """A cubic Bézier curve."""

    points: tuple[Point, Point, Point, Point]

    def at(self, t: float) -> Point:
        """The point at ``t``, from 0 to 1."""
        s = 1 - t
        shares = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        return (
            sum(share * point[0] for share, point in zip(shares, self.points, strict=True)),
            sum(share * point[1] for share, point in zip(shares, self.points, strict=True)),
        )

    @property
    def path(self) -> str:
        """As the ``d`` of an SVG path."""
        start, one, two, end = (f"{x:.1f} {y:.1f}" for x, y in self.points)
        return f"M{start}C{one} {two} {end}"


def routes(ends: Sequence[tuple[str, str]], boxes: Mapping[str, Box]) -> list[Route]:
    """A route for each pair of card ids, in their order; those that meet at a side stand beside each other there."""
    look = len(ends) * len(boxes) <= _MOST_LOOKS
    sides = [_sides(source, destination, boxes, look=look) for source, destination in ends]
    at_side: dict[tuple[str, str], list[tuple[float, int, int]]] = defaultdict(list)
    for number, (pair, chosen) in enumerate(zip(ends, sides, strict=True)):
        for end in (0, 1):
            other = boxes[pair[1 - end]].middle
            along = other[1] if chosen[end] in ("left", "right") else other[0]
            at_side[pair[end], chosen[end]].append((along, number, end))
    shifts: dict[tuple[int, int], float] = {}
    for (place, side), met in at_side.items():
        length = boxes[place].height if side in ("left", "right") else boxes[place].width
        step = min(_SPREAD, (length - 16) / max(len(met), 1))
        for order, (_, number, end) in enumerate(sorted(met)):
            shifts[number, end] = (order - (len(met) - 1) / 2) * step
    return [
        _curve(boxes[pair[0]], chosen[0], shifts[number, 0], boxes[pair[1]], chosen[1], shifts[number, 1])
        for number, (pair, chosen) in enumerate(zip(ends, sides, strict=True))
    ]


def _sides(source: str, destination: str, boxes: Mapping[str, Box], *, look: bool) -> tuple[str, str]:
    """The pair of sides with the cheapest way: short, and through no other card."""
    if source == destination:
        return "right", "top"
    one, other = boxes[source], boxes[destination]
    best, cheapest = ("right", "left"), math.inf
    for first in _SIDES:
        for second in _SIDES:
            route = _curve(one, first, 0, other, second, 0)
            points = [route.at(step / 16) for step in range(17)]
            cost = sum(math.dist(a, b) for a, b in pairwise(points))
            cost += 600 * sum(_inside(points[2:-2], boxes[own]) for own in (source, destination))
            if look:
                cost += 400 * sum(
                    _inside(points, box) for place, box in boxes.items() if place not in (source, destination)
                )
            if cost < cheapest:
                best, cheapest = (first, second), cost
    return best


def _inside(points: Sequence[Point], box: Box) -> bool:
    return any(box.x - 6 <= x <= box.x + box.width + 6 and box.y - 6 <= y <= box.y + box.height + 6 for x, y in points)


def _curve(one: Box, first: str, shift: float, other: Box, second: str, other_shift: float) -> Route:
    start, out = _port(one, first, shift, _START), _SIDES[first]
    end, into = _port(other, second, other_shift, _HEAD), _SIDES[second]
    pull = max(28.0, math.dist(start, end) * 0.38)
    return Route(
        (
            start,
            (start[0] + out[0] * pull, start[1] + out[1] * pull),
            (end[0] + into[0] * pull, end[1] + into[1] * pull),
            end,
        )
    )


def _port(box: Box, side: str, shift: float, away: float) -> Point:
    x, y = box.middle
    nx, ny = _SIDES[side]
    return (
        x + nx * (box.width / 2 + away) + abs(ny) * shift,
        y + ny * (box.height / 2 + away) + abs(nx) * shift,
    )
