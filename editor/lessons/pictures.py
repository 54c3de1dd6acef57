"""Pictures of the canvas in the texts of a lesson: a fenced block ``canvas`` with manifests.

The words after ``canvas`` are arrows, ``prod/web->prod/db:3306``. A block with policies alone shows the lesson's own
board under these policies; one with pods is a board of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.board.layout import GAP_X, GAP_Y, MARGIN, POD_HEIGHT, POD_WIDTH
from editor.engine.cluster import Cluster
from editor.engine.errors import Fault, NetpolError, Place
from editor.engine.queries import Query
from editor.lessons.judging import manifests
from editor.lessons.lesson import Lesson, Start

_BLOCK = re.compile(r"^```canvas(?P<arrows>[^\n]*)\n(?P<text>.*?)^```[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_OPENING = re.compile(r"^```canvas\b", re.MULTILINE)
_ARROW = re.compile(r"(?P<source>\S+?)->(?P<destination>\S+):(?:(?P<protocol>[A-Z]+)/)?(?P<port>\d+)")


@dataclass(frozen=True, slots=True)
class Picture:
    """One block. ``words`` is what stands after ``canvas``; ``line``: where its manifests begin in the text, from 1."""

    words: tuple[str, ...]
    manifests: str
    line: int


def pictures(text: str) -> Iterator[Picture]:
    """The pictures of a text, in order. Raises NetpolError for a block that is never closed."""
    found = [
        Picture(tuple(block["arrows"].split()), block["text"], text.count("\n", 0, block.start("text")) + 1)
        for block in _BLOCK.finditer(text)
    ]
    if len(_OPENING.findall(text)) != len(found):
        problem = "A block that begins with ```canvas has no line ``` that ends it."
        raise NetpolError([Fault("bad_picture", problem, Place(line=text.count("\n") + 1))])
    yield from found


def without_pictures(text: str) -> str:
    """The words of a text, for measuring how long it is to read."""
    return _BLOCK.sub("", text)


def pictured(lesson: Lesson, picture: Picture) -> Lesson:
    """A lesson that starts with what the picture shows, for ``starting_records``. Raises NetpolError."""
    arrows = tuple(_arrow(word, picture.line - 1) for word in picture.words)
    held = manifests(picture.manifests)
    if held.pods:
        start = Start(picture.manifests, arrows=arrows, places=_side_by_side(held.cluster()))
    else:
        start = replace(lesson.start, policies=picture.manifests, arrows=arrows or lesson.start.arrows)
    return replace(lesson, start=start, steps=(), goals=(), worlds={})


def _side_by_side(cluster: Cluster) -> dict[str, tuple[float, ...]]:
    """Namespaces from left to right, the pods of each below one another: small, and arrows run level."""
    places: dict[str, tuple[float, ...]] = {}
    for column, space in enumerate(cluster.namespaces):
        names = sorted({pod.ref for pod in cluster.pods if pod.namespace == space})
        height = 2 * MARGIN + max(len(names), 1) * (POD_HEIGHT + GAP_Y) - GAP_Y
        width = POD_WIDTH + 2 * MARGIN
        places[space] = (column * (width + GAP_X + MARGIN), 0, width, height)
        places |= {name: (MARGIN, MARGIN + row * (POD_HEIGHT + GAP_Y)) for row, name in enumerate(names)}
    return places


def _arrow(word: str, line: int) -> Query:
    found = _ARROW.fullmatch(word)
    if found is None:
        problem = f"`{word}` is no arrow: write source->destination:port, such as prod/web->prod/db:3306."
        raise NetpolError([Fault("bad_picture", problem, Place(line=line), word)])
    return Query(found["source"], found["destination"], found["protocol"] or "TCP", int(found["port"]))
