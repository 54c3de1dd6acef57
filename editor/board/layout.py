"""Where new things go on the canvas, and how far a namespace's frame must reach. Sizes in canvas pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from editor.board.changes import Patch, patches
from editor.board.records import NAMESPACE_HEIGHT, NAMESPACE_WIDTH, Board, NamespaceRecord, PodRecord

POD_WIDTH, POD_HEIGHT = 160.0, 89.0  # the card that frontend/src/geometry/boxes.ts draws
MARGIN = 40.0
EDGE = 20.0
GAP_X, GAP_Y = 110.0, 50.0  # between pods there is room for arrows and their labels
FRAME_GAP = 60.0


def pod_place(index: int, columns: int) -> tuple[float, float]:
    """The place of the pod number ``index`` in a grid inside its frame."""
    row, column = divmod(index, columns)
    return MARGIN + column * (POD_WIDTH + GAP_X), MARGIN + row * (POD_HEIGHT + GAP_Y)


def free_pod_place(neighbours: Sequence[PodRecord]) -> tuple[float, float]:
    """The first place of a grid of three columns that no pod of the frame covers."""
    index = 0
    while any(_covers(pod, pod_place(index, 3)) for pod in neighbours):
        index += 1
    return pod_place(index, 3)


def _covers(pod: PodRecord, place: tuple[float, float]) -> bool:
    return abs(pod.x - place[0]) < POD_WIDTH and abs(pod.y - place[1]) < POD_HEIGHT


def columns_for(count: int) -> int:
    """How many pods stand in a row when ``count`` fill a frame: a little wider than high."""
    return max(1, math.ceil(math.sqrt(count * 1.2)))


def frame_size(places: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The width and height of a frame that holds pods at ``places``, never smaller than an empty one."""
    held = list(places)
    width = max((x + POD_WIDTH + MARGIN for x, _ in held), default=0.0)
    height = max((y + POD_HEIGHT + MARGIN for _, y in held), default=0.0)
    return max(width, NAMESPACE_WIDTH), max(height, NAMESPACE_HEIGHT)


def grown(namespace: NamespaceRecord, pods: Iterable[PodRecord]) -> tuple[Patch, ...]:
    """The patches that make a frame reach around its pods; a frame never shrinks by itself."""
    held = list(pods)
    width = max((pod.x + POD_WIDTH + EDGE for pod in held), default=0.0)
    height = max((pod.y + POD_HEIGHT + EDGE for pod in held), default=0.0)
    return patches(namespace, width=max(width, namespace.width), height=max(height, namespace.height))


def below_everything(board: Board) -> float:
    """The y under everything that stands on the canvas; 0 on an empty one."""
    bottoms = [frame.y + frame.height for frame in board.namespaces.values()]
    bottoms += [host.y + POD_HEIGHT for host in board.hosts.values()]
    return max(bottoms) + FRAME_GAP if bottoms else 0.0


def frames_in_rows(
    sizes: Iterable[tuple[float, float]], top: float, row_width: float | None = None
) -> list[tuple[float, float]]:
    """Places for frames of these sizes, left to right in rows from ``top`` downwards.

    Without ``row_width`` the rows are as wide as makes the whole a little wider than high, like a screen.
    """
    sizes = list(sizes)
    if row_width is None:
        area = sum((width + FRAME_GAP) * (height + FRAME_GAP) for width, height in sizes)
        row_width = max(1400.0, math.sqrt(area * 1.6))
    places = []
    x, y, row_height = 0.0, top, 0.0
    for width, height in sizes:
        if x and x + width > row_width:
            x, y, row_height = 0.0, y + row_height + FRAME_GAP, 0.0
        places.append((x, y))
        x += width + FRAME_GAP
        row_height = max(row_height, height)
    return places
