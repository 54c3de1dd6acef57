"""A manuscript as a lesson as far as it has a meaning: enough to show its start, to record on it, to try its goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.board.expectations import understood
from editor.engine.errors import NetpolError
from editor.engine.queries import Query
from editor.lessons.lesson import Goal, Lesson, Start, World, Wrong
from editor.lessons.manuscript import Manuscript, WrittenArrow

UNTITLED = "Untitled lesson"


def sketch(manuscript: Manuscript) -> Lesson:
    """The lesson without its texts; goals that cannot be read, or ask for a world that is not there, are left out."""
    board = manuscript.board
    return Lesson(
        id="",
        title=manuscript.title or UNTITLED,
        summary=manuscript.summary,
        minutes=manuscript.minutes,
        start=Start(
            manifests=board.manifests,
            policies=manuscript.policies,
            hosts=board.hosts,
            arrows=_arrows(board.arrows),
            places=board.places,
        ),
        steps=(),
        goals=tuple(_goals(manuscript)),
        solution=manuscript.solution,
        wrong=tuple(Wrong(one.name, one.policies, one.fails, one.problem) for one in manuscript.wrong),
        worlds={one.name: World(one.about, one.manifests) for one in manuscript.worlds},
        locked=manuscript.locked,
        tools=manuscript.tools,
    )


def _arrows(arrows: Iterable[WrittenArrow]) -> tuple[Query, ...]:
    return tuple(Query(one.from_, one.to, one.protocol, one.port) for one in arrows)


def _goals(manuscript: Manuscript) -> Iterator[Goal]:
    worlds = {one.name for one in manuscript.worlds}
    for one in manuscript.goals:
        try:
            expectation = understood(one.item)
        except NetpolError:
            continue  # told at its field by the check
        if one.id and (one.world is None or one.world in worlds):
            yield Goal(one.id, one.sentence, expectation, one.world, one.hidden or one.world is not None)
