"""What the arrows of a prediction really do."""

from __future__ import annotations

from dataclasses import replace

from editor.board.project import judged
from editor.lessons.lesson import Lesson, Prediction
from editor.lessons.starting import starting_board


def outcomes(lesson: Lesson, prediction: Prediction) -> tuple[bool | None, ...]:
    """For each arrow whether it is allowed (None: undefined): the lesson's start under the prediction's policies."""
    policies = lesson.start.policies if prediction.policies is None else prediction.policies
    start = replace(lesson.start, policies=policies, arrows=prediction.arrows)
    board = starting_board(replace(lesson, start=start))
    verdicts = judged(board).verdicts
    return tuple(verdicts[arrow]["allowed"] for arrow in board.connections)
