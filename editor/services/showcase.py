"""The built-in examples as the start page shows them, each with its little picture."""

from __future__ import annotations

from functools import cache

from editor.board.examples import Example, list_examples
from editor.board.project import judged
from editor.board.records import Board, BoardRecord
from editor.wire.importing import ExampleSummary, Preview, PreviewBox, PreviewConnection, PreviewFrame


@cache
def summaries() -> tuple[ExampleSummary, ...]:
    """All examples, in the order of the start page."""
    return tuple(_summary(example) for example in list_examples())


def _summary(example: Example) -> ExampleSummary:
    board = Board.of(BoardRecord(id=example.id, name=example.title), example.records())
    return ExampleSummary(
        id=example.id,
        title=example.title,
        summary=example.summary,
        kind=example.kind,  # type: ignore[arg-type]
        preview=preview(board),
    )


def preview(board: Board) -> Preview:
    """A board's little picture: frames, boxes at absolute places, and arrows with their verdicts."""
    verdicts = judged(board).verdicts
    frames = [
        PreviewFrame(name=space.name, x=space.x, y=space.y, width=space.width, height=space.height)
        for space in board.namespaces.values()
    ]
    boxes = [
        PreviewBox(
            id=pod.id,
            name=pod.name,
            x=board.namespaces[pod.namespace].x + pod.x,
            y=board.namespaces[pod.namespace].y + pod.y,
            outside=False,
        )
        for pod in board.pods.values()
    ]
    boxes += [PreviewBox(id=host.id, name=host.name, x=host.x, y=host.y, outside=True) for host in board.hosts.values()]
    arrows = [
        PreviewConnection(source=arrow.source, destination=arrow.destination, allowed=verdicts[arrow.id]["allowed"])
        for arrow in board.connections.values()
    ]
    return Preview(namespaces=tuple(frames), boxes=tuple(boxes), connections=tuple(arrows))
