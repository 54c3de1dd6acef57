"""A board as a lesson: what stands there is its start, and what is expected of it are its goals."""

from __future__ import annotations

from dataclasses import replace

from editor.analysis.expectations.expectation import Expectation
from editor.board.expectations import listed, understood
from editor.board.records import Board
from editor.lessons.lesson import Goal, Lesson, Start, Step

WITH_GOALS, FREE = "Bring it about", "Try it out"
SUMMARY = "A board of the instructor's."
WITH_GOALS_TEXT = "Change the policies until every goal below is ticked. Whatever does it will do."
FREE_TEXT = "Nothing is asked for here: change what you like and watch the arrows. **Reset** brings the start back."


def lesson_of_board(name: str, board: Board) -> Lesson:
    """The lesson of the id ``name``: one step, in which nothing is locked. Raises NetpolError.

    Without expectations it has no goals: there is something to try, and nothing to reach.
    """
    goals = tuple(_goal(number, understood(one.item)) for number, one in enumerate(listed(board), 1))
    title, text = (WITH_GOALS, WITH_GOALS_TEXT) if goals else (FREE, FREE_TEXT)
    return Lesson(
        id=name,
        title=board.board.name,
        summary=SUMMARY,
        minutes=0,
        start=Start("", standing=board),
        steps=(Step(title, text, tuple(goal.id for goal in goals)),),
        goals=goals,
        solution="",
        locked=(),
    )


def _goal(number: int, expected: Expectation) -> Goal:
    said = expected.title.rstrip(".")
    # What nobody named begins with a place, which is written as it is.
    sentence = f"{said[:1].upper()}{said[1:]}." if expected.name else f"{said}."
    return Goal(f"goal-{number}", sentence, replace(expected, name=sentence))
