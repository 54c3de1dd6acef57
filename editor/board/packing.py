"""Where arriving pods and frames go: packed in order, over nothing that is there, and nothing that is there moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from editor.board.changes import Patch
from editor.board.layout import (
    EDGE,
    FRAME_GAP,
    GAP_X,
    GAP_Y,
    MARGIN,
    POD_HEIGHT,
    POD_WIDTH,
    columns_for,
    frame_size,
    frames_in_rows,
    grown,
    pod_place,
)
from editor.board.records import Board, NamespaceRecord, PodRecord

Box = tuple[float, float, float, float]
"""x, y, width, height."""
WIDTH_TO_HEIGHT = 1.6  # of a screen


def pods_placed(
    board: Board, spaces: Mapping[str, NamespaceRecord], kept: Iterable[PodRecord], come: Sequence[PodRecord]
) -> tuple[list[PodRecord], list[Patch]]:
    """New pods at their places within their frames, and how far known frames grow for them."""
    inside: dict[str, list[PodRecord]] = {}
    for pod in _by_workload(come):
        inside.setdefault(pod.namespace, []).append(pod)
    there: dict[str, list[PodRecord]] = {}
    for pod in kept:
        there.setdefault(pod.namespace, []).append(pod)
    placed: list[PodRecord] = []
    resized: list[Patch] = []
    for space in spaces.values():
        new = inside.get(space.id, [])
        if not new:
            continue
        if space.id in board.namespaces:
            new = _joining(board, space, there.get(space.id, []), new)
            resized += grown(space, [*board.pods_of(space.id), *new])
        else:
            new = _in_grid(new, MARGIN, MARGIN, columns_for(len(new)))
        placed += new
    return placed, resized


def _by_workload(pods: Sequence[PodRecord]) -> list[PodRecord]:
    """The pods of a workload one after the other, workloads in the order in which they come."""
    first: dict[tuple[str, object], int] = {}
    for index, pod in enumerate(pods):
        first.setdefault((pod.namespace, pod.owner or pod.id), index)
    return sorted(pods, key=lambda pod: first[pod.namespace, pod.owner or pod.id])


def _in_grid(pods: Sequence[PodRecord], left: float, top: float, columns: int) -> list[PodRecord]:
    found = []
    for index, pod in enumerate(pods):
        x, y = pod_place(index, columns)
        found.append(replace(pod, x=x + left - MARGIN, y=y + top - MARGIN))
    return found


def _joining(
    board: Board, space: NamespaceRecord, old: Sequence[PodRecord], new: Sequence[PodRecord]
) -> list[PodRecord]:
    """New pods in a frame that stands: in its free places when they fit, else where it can grow over nothing."""
    free = _free_places(space, old)
    if len(free) >= len(new):
        return [replace(pod, x=x, y=y) for pod, (x, y) in zip(new, free, strict=False)]
    right = max((pod.x + POD_WIDTH + GAP_X for pod in old), default=MARGIN)
    bottom = max((pod.y + POD_HEIGHT + GAP_Y for pod in old), default=MARGIN)
    across = max(1, int((max(space.width, 3 * (POD_WIDTH + GAP_X)) - MARGIN) // (POD_WIDTH + GAP_X)))
    down = max(1, int((space.height - MARGIN) // (POD_HEIGHT + GAP_Y)))
    ways = [
        _in_grid(new, MARGIN, bottom, max(across, columns_for(len(new)))),
        _in_grid(new, MARGIN, bottom, across),
        _in_grid(new, right, MARGIN, -(-len(new) // down)),
        _in_grid(new, right, MARGIN, columns_for(len(new))),
    ]
    others = [_frame(frame) for frame in board.namespaces.values() if frame is not space]
    others += [(host.x, host.y, POD_WIDTH, POD_HEIGHT) for host in board.hosts.values()]

    def covered(way: list[PodRecord]) -> float:
        reach = _reach(space, [*old, *way])
        return sum(_common(reach, other) for other in others)

    return min(ways, key=covered)


def _free_places(space: NamespaceRecord, old: Sequence[PodRecord]) -> list[tuple[float, float]]:
    """The places of the frame's own grid that no pod covers."""
    columns = int((space.width - MARGIN + GAP_X - EDGE) // (POD_WIDTH + GAP_X))
    rows = int((space.height - MARGIN + GAP_Y - EDGE) // (POD_HEIGHT + GAP_Y))
    places = [pod_place(index, columns) for index in range(columns * rows)] if columns > 0 else []
    taken = [(pod.x - GAP_X / 4, pod.y - GAP_Y / 4, POD_WIDTH + GAP_X / 2, POD_HEIGHT + GAP_Y / 2) for pod in old]
    return [(x, y) for x, y in places if not any(_common((x, y, POD_WIDTH, POD_HEIGHT), one) for one in taken)]


def _reach(space: NamespaceRecord, pods: Iterable[PodRecord]) -> Box:
    """The frame as it will be, with the room that it keeps from others."""
    size = {patch.field: patch.after for patch in grown(space, pods)}
    return space.x, space.y, size.get("width", space.width), size.get("height", space.height)


def frames_placed(board: Board, fresh: Sequence[NamespaceRecord], come: Iterable[PodRecord]) -> list[NamespaceRecord]:
    """New frames, each as large as its pods need: packed in rows, the high ones first, beside what is there."""
    places: dict[str, list[tuple[float, float]]] = {space.id: [] for space in fresh}
    for pod in come:
        if pod.namespace in places:
            places[pod.namespace].append((pod.x, pod.y))
    sized = [
        replace(space, width=width, height=height)
        for space in fresh
        for width, height in [frame_size(places[space.id])]
    ]
    order = sorted(range(len(sized)), key=lambda index: -sized[index].height)
    packed = _packed([(sized[index].width, sized[index].height) for index in order])
    width = max((x + sized[index].width for index, (x, _) in zip(order, packed, strict=True)), default=0.0)
    height = max((y + sized[index].height for index, (_, y) in zip(order, packed, strict=True)), default=0.0)
    left, top = beside(standing(board), width, height)
    for index, (x, y) in zip(order, packed, strict=True):
        sized[index] = replace(sized[index], x=x + left, y=y + top)
    return sized


def _packed(sizes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """In rows of the width that makes the whole most like a screen."""
    if not sizes:
        return []
    whole = sum(width + FRAME_GAP for width, _ in sizes)
    widest = max(width for width, _ in sizes)
    tried = (frames_in_rows(sizes, 0.0, max(widest, whole / rows)) for rows in range(1, min(len(sizes), 60) + 1))
    return min(tried, key=lambda places: _roundness(places, sizes))


def _roundness(places: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]]) -> float:
    """How far a person must zoom out to see all of it."""
    right = max(x + width for (x, _), (width, _) in zip(places, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(places, sizes, strict=True))
    return max(right / WIDTH_TO_HEIGHT, bottom)


def beside(there: Sequence[Box], width: float, height: float) -> tuple[float, float]:
    """The top left corner of a block of this size that covers nothing and leaves the whole most like a screen."""
    if not there:
        return 0.0, 0.0
    left, top = min(x for x, *_ in there), min(y for _, y, *_ in there)
    right = max(x + w for x, _, w, _ in there)
    bottom = max(y + h for _, y, _, h in there)
    corners = [(left, bottom + FRAME_GAP), (right + FRAME_GAP, top)]
    for x, y, w, h in there:
        corners += [(x + w + FRAME_GAP, y), (x, y + h + FRAME_GAP)]

    def far(corner: tuple[float, float]) -> tuple[float, float]:
        wide = max(right, corner[0] + width) - min(left, corner[0])
        high = max(bottom, corner[1] + height) - min(top, corner[1])
        return max(wide / WIDTH_TO_HEIGHT, high), corner[1] + corner[0]

    for corner in sorted(corners, key=far):
        roomy = (corner[0] - FRAME_GAP, corner[1] - FRAME_GAP, width + 2 * FRAME_GAP, height + 2 * FRAME_GAP)
        if not any(_common(roomy, other) for other in there):
            return corner
    return left, bottom + FRAME_GAP


def standing(board: Board) -> list[Box]:
    """The boxes of all that stands on a board by itself: frames and outside addresses."""
    hosts = [(host.x, host.y, POD_WIDTH, POD_HEIGHT) for host in board.hosts.values()]
    return [*(_frame(frame) for frame in board.namespaces.values()), *hosts]


def _frame(frame: NamespaceRecord) -> Box:
    return frame.x, frame.y, frame.width, frame.height


def _common(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0
